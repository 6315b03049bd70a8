// SPDX-License-Identifier: Apache-2.0

#include "cli/annotate_docs.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/line_blocks.h"
#include "base/ordered_pool.h"
#include "cli/command.h"
#include "cli/documents.h"

namespace khitai::cli {
namespace {

constexpr size_t kRecordBlock = size_t{1} << 18;
// A quoted cell is not looked for further than this.
constexpr size_t kMostRecordBytes = size_t{1} << 26;

bool is_packed(std::string_view bytes) {
  return bytes.starts_with("\x1f\x8b") || bytes.starts_with("\x28\xb5\x2f\xfd");
}

Input record_input(const AnnotateWish& wish, const std::string& path) {
  const Input told = input_of(wish.read);
  return told == Input::kAuto ? input_of_name(path) : told;
}

bool is_record_kind(Input input) {
  return input == Input::kJsonl || input == Input::kCsv || input == Input::kTsv;
}

// What an engine makes of the records; nothing: they stay what they are.
std::optional<IndexShape> shape_of(const AnnotateWish& wish) {
  const AnnotateFormat* const format = annotate_format(wish.common.format);
  return format == nullptr ? std::nullopt : format->records;
}

std::string docs_problem(const AnnotateWish& wish) {
  if (!wish.common.format.empty() && !shape_of(wish)) {
    return "--format: records keep their own, expected --emit docs without it";
  }
  if (shape_of(wish)) {
    const std::string wrong = wish_problem(wish, format_of(wish));
    if (!wrong.empty()) return wrong;
  }
  const std::string begin =
      wish.emit == "docs" ? "--emit docs" : "--format " + wish.common.format;
  if (std::count(wish.files.begin(), wish.files.end(), "-") > 1) {
    return "-: standard input can be read once only";
  }
  if (!wish.out.empty() || wish.again || !wish.stats.empty() ||
      !wish.years.empty() || !wish.pattern.empty() || !wish.decisions.empty() ||
      !wish.read.encoding.empty() || wish.suggest.wanted ||
      wish.existing_given->count() > 0) {
    return begin +
           ": expected none of --out, --again, --stats, "
           "--years, --pattern, --decisions, --encoding, --suggest, --existing";
  }
  if (wish.read.field.empty()) {
    return begin + ": expected --field with what is the text";
  }
  size_t tables = 0;
  for (const std::string& path : wish.files) {
    const Input input = record_input(wish, path);
    if (!is_record_kind(input)) {
      return begin + ": " + path +
             " has no records, expected JSON Lines, CSV or TSV (--input)";
    }
    if (input != Input::kJsonl) ++tables;
  }
  if (tables > 0 && wish.files.size() > 1) {
    return begin +
           ": several files, of which a table has a header, expected one";
  }
  return "";
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

// The records of one file on their way.
class DocsRun {
 public:
  DocsRun(const Lexicon& lexicon, const AnnotateWish& wish,
          const std::string& path)
      : lexicon_(lexicon),
        wish_(wish),
        annotate_(annotate_options(wish.read, wish.common)),
        write_(write_options_of(wish)),
        shape_(shape_of(wish)),
        path_(path) {
    table_.doc = path == "-" ? "standard input" : path;
    table_.input = record_input(wish, path);
    table_.field = wish.read.field;
    annotate_.overlaps = wish.overlap == "all";
    annotate_.decide = wish.decide;
    annotate_.explain = false;
  }

  int run() {
    auto lines = base::LineBlocks::open(path_, kRecordBlock);
    if (!lines.ok()) return fail(kInputError, lines.error().message);
    lines_ = std::move(lines).value();
    first_ = next_block();
    if (first_ && is_packed(first_->text)) {
      return fail(kInputError, table_.doc +
                                   ": packed, expected plain text: unpack it "
                                   "first (zcat, zstdcat)");
    }
    if (first_ && table_.input != Input::kJsonl && !begin_table()) return code_;
    run_blocks();
    if (!lines_->error().empty()) return fail(kInputError, lines_->error());
    if (code_ == kDone && !left_ && with_field_ == 0 && records_) {
      return fail(kInputError, table_.doc + ": no record has the field '" +
                                   table_.field + "', expected one that has");
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
    const auto begun = shape_ ? begin_index_records(first_->text, *shape_,
                                                    write_, &table_, &header)
                              : begin_records(first_->text, &table_, &header);
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
      return shape_
                 ? write_index_records(lexicon_, table_, *shape_, block.text,
                                       block.first_line, annotate_, write_)
                 : write_records(lexicon_, table_, block.text, block.first_line,
                                 annotate_, write_.offsets);
    };
    const auto take = [&](const WrittenRecords& written) {
      for (const std::string& error : written.errors) {
        code_ = fail(kInputError, error);
      }
      records_ =
          records_ || (table_.input == Input::kJsonl && !written.text.empty());
      with_field_ += written.with_field;
      if (put(written.text)) return true;
      left_ = true;
      return false;
    };
    base::run_in_order(base::job_count(wish_.common.jobs), produce, work, take);
  }

  const Lexicon& lexicon_;
  const AnnotateWish& wish_;
  AnnotateOptions annotate_;
  const WriteOptions write_;
  const std::optional<IndexShape> shape_;
  const std::string path_;
  RecordTable table_;
  std::unique_ptr<base::LineBlocks> lines_;
  std::optional<base::LineBlock> first_;
  size_t with_field_ = 0;
  bool records_ = false;  // JSON Lines came out
  bool left_ = false;     // nobody reads on
  int code_ = kDone;
};

}  // namespace

int annotate_docs(const AnnotateWish& wish) {
  const std::string problem = docs_problem(wish);
  if (!problem.empty()) return fail(kUsage, problem);
  const auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string type = type_problem(**lexicon, wish.common.type);
  if (!type.empty()) return fail(kUsage, "--type: " + type);
  int code = kDone;
  for (const std::string& path : wish.files) {
    const int one = DocsRun(**lexicon, wish, path).run();
    if (one != kDone) code = one;
  }
  return code;
}

}  // namespace khitai::cli
