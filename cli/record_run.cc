// SPDX-License-Identifier: Apache-2.0

#include "cli/record_run.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/ordered_pool.h"
#include "cli/command.h"
#include "cli/messages.h"

namespace khitai::cli {
namespace {

constexpr size_t kRecordBlock = size_t{1} << 18;
// A quoted cell is not looked for further than this.
constexpr size_t kMostRecordBytes = size_t{1} << 26;

// What makes the beginning of a file no text; "" if nothing.
std::string binary_problem(std::string_view bytes) {
  if (bytes.starts_with("\x1f\x8b") || bytes.starts_with("\x28\xb5\x2f\xfd")) {
    return tr("packed, expected plain text: unpack it first (zcat, zstdcat)");
  }
  const size_t zero = bytes.find('\0');
  if (zero == bytes.npos) return "";
  return tr("has a zero as its byte {1}, expected text in UTF-8", zero + 1);
}

// Whether CSV ends within a quoted cell.
bool ends_in_quotes(std::string_view text) {
  bool quoted = false;
  bool at_start = true;
  for (size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (quoted) {
      if (byte == '"' && text.substr(at + 1, 1) == "\"") {
        ++at;
      } else if (byte == '"') {
        quoted = at_start = false;
      }
    } else if (byte == '"' && at_start) {
      quoted = true;
    } else {
      at_start = byte == ',' || byte == '\n';
    }
  }
  return quoted;
}

// One file on its way.
class RecordRunner {
 public:
  explicit RecordRunner(const RecordRun& run) : run_(run), table_(run.table) {}

  int run(RecordCounts* counts) {
    auto lines = base::LineBlocks::open(run_.path, kRecordBlock);
    if (!lines.ok()) return fail(kInputError, lines.error().message);
    lines_ = std::move(lines).value();
    first_ = next_block();
    const std::string binary = first_ ? binary_problem(first_->text) : "";
    if (!binary.empty()) return fail(kInputError, table_.doc + ": " + binary);
    if (first_ && table_.input != Input::kJsonl && !begin_table()) return code_;
    run_blocks();
    counts->records += counts_.records;
    counts->written += counts_.written;
    counts->left = counts->left || counts_.left;
    if (!lines_->error().empty()) return fail(kInputError, lines_->error());
    if (code_ == kDone && !counts_.left && table_.input == Input::kJsonl &&
        counts_.records > 0 && with_field_ == 0) {
      return fail(
          kInputError,
          tr("{1}: no record has the field '{2}', expected one that has",
             table_.doc, table_.field));
    }
    return code_;
  }

 private:
  // A block of whole records.
  std::optional<base::LineBlock> next_block() {
    auto block = lines_->next();
    if (!block || table_.input != Input::kCsv) return block;
    while (block->text.size() < kMostRecordBytes &&
           ends_in_quotes(block->text)) {
      const auto more = lines_->next();
      if (!more) break;
      block->text += more->text;
    }
    return block;
  }

  bool begin_table() {
    std::string header;
    const auto begun = run_.begin(first_->text, &table_, &header);
    if (!begun.ok()) {
      code_ = fail(kInputError, begun.error().message);
      return false;
    }
    const auto end = first_->text.begin() + static_cast<ptrdiff_t>(*begun);
    first_->first_line +=
        static_cast<size_t>(std::count(first_->text.begin(), end, '\n'));
    first_->text.erase(0, *begun);
    put(header);
    return true;
  }

  void run_blocks() {
    const auto produce = [&]() -> std::optional<base::LineBlock> {
      if (first_) return std::exchange(first_, std::nullopt);
      return next_block();
    };
    const auto work = [&](const base::LineBlock& block) {
      return run_.work(table_, block);
    };
    const auto take = [&](const WrittenRecords& written) {
      for (const std::string& error : written.errors) {
        code_ = fail(kInputError, error);
      }
      with_field_ += written.with_field;
      counts_.records += written.records;
      counts_.written += written.written;
      if (put(written.text)) return true;
      counts_.left = true;
      return false;
    };
    base::run_in_order(base::job_count(run_.jobs), produce, work, take);
  }

  const RecordRun& run_;
  RecordTable table_;
  std::unique_ptr<base::LineBlocks> lines_;
  std::optional<base::LineBlock> first_;
  size_t with_field_ = 0;
  RecordCounts counts_;
  int code_ = kDone;
};

}  // namespace

Input input_of_path(const ReadWish& wish, const std::string& path) {
  const Input told = input_of(wish);
  return told == Input::kAuto ? input_of_name(path) : told;
}

bool has_records(Input input) {
  return input == Input::kJsonl || input == Input::kCsv || input == Input::kTsv;
}

RecordTable record_table(const ReadWish& wish, const std::string& path) {
  RecordTable table;
  table.doc = path == "-" ? "standard input" : path;
  table.input = input_of_path(wish, path);
  table.field = wish.field;
  return table;
}

int run_records(const RecordRun& run, RecordCounts* counts) {
  return RecordRunner(run).run(counts);
}

}  // namespace khitai::cli
