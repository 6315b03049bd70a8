// SPDX-License-Identifier: Apache-2.0

#include "cli/stale_files.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

#include "base/ordered_pool.h"
#include "cli/annotate_wish.h"
#include "cli/file_tree.h"
#include "cli/record_run.h"
#include "document/table_rows.h"
#include "search/stale.h"
#include "write/words.h"

namespace khitai::cli {
namespace {

using search::LexiconPair;

// The two lexica, held open.
struct OpenPair {
  std::shared_ptr<const Lexicon> before, after;
};

Result<OpenPair> open_pair(const StaleWish& wish) {
  auto before = Lexicon::open(wish.before);
  if (!before.ok()) return before.error();
  auto after = Lexicon::open(wish.after);
  if (!after.ok()) return after.error();
  return OpenPair{std::move(before).value(), std::move(after).value()};
}

// Runs with the lexica, once they are open and have the type that is asked for.
template <typename Run>
int with_lexica(const StaleWish& wish, const Run& run) {
  const auto open = open_pair(wish);
  if (!open.ok()) return fail(kInputError, open.error().message);
  const std::string type = type_problem(*open->after, wish.common.type);
  if (!type.empty()) return fail(kUsage, "--type: " + type);
  return run(LexiconPair(*open->before, *open->after));
}

AnnotateOptions stale_options(const StaleWish& wish) {
  AnnotateOptions options = annotate_options(wish.read, wish.common);
  options.overlaps = wish.overlap == "all";
  options.decide = wish.decide;
  options.explain = false;
  return options;
}

// "3 of 120 records to index again", and the exit code.
int end_stale(const StaleWish& wish, int code, const RecordCounts& counts,
              std::string_view one, std::string_view many) {
  const bool none_read = code != kDone && counts.records == 0;
  if (!wish.common.quiet && !none_read && !counts.left) {
    std::fprintf(stderr, "%zu of %s to index again\n", counts.written,
                 write::counted(counts.records, one, many).c_str());
  }
  if (code != kDone) return code;
  return counts.written > 0 ? kDone : kNothingFound;
}

// The column of the ids must be there, if the file is a table.
Result<size_t> begin_stale_table(const search::StaleRecordWish& wish,
                                 std::string_view block, RecordTable* table,
                                 std::string* header) {
  std::string row;
  const auto begun = begin_records(block, table, &row);
  if (!begun.ok()) return begun;
  if (!wish.id_field.empty()) {
    const auto column =
        document::column_of(table->doc, wish.id_field, table->header);
    if (!column.ok()) return column.error();
  }
  if (wish.records) *header += row;
  return begun;
}

int stale_file(const LexiconPair& lexica, const StaleWish& wish,
               const std::string& path, RecordCounts* counts) {
  search::StaleRecordWish records;
  records.annotate = stale_options(wish);
  records.records = wish.emit == "docs";
  records.offsets = offsets_of(wish.offsets);
  records.file = path;
  records.id_field = wish.id_field;
  RecordRun run{.path = path,
                .table = record_table(wish.read, path),
                .jobs = wish.common.jobs,
                .begin = {},
                .work = {}};
  run.table.replace = true;
  run.begin = [&](std::string_view block, RecordTable* table,
                  std::string* header) {
    return begin_stale_table(records, block, table, header);
  };
  run.work = [&](const RecordTable& table, const base::LineBlock& block) {
    return search::find_stale_records(lexica, table, block.text,
                                      block.first_line, records);
  };
  return run_records(run, counts);
}

// Documents on their way.
class DocumentRun {
 public:
  DocumentRun(const LexiconPair& lexica, const StaleWish& wish,
              const FileTree& tree)
      : lexica_(lexica),
        wish_(wish),
        documents_(tree.documents),
        options_(stale_options(wish)),
        code_(tree.errors.empty() ? kDone : kInputError) {}

  int run() {
    size_t next = 0;
    const auto produce = [&]() -> std::optional<size_t> {
      if (next == documents_.size()) return std::nullopt;
      return next++;
    };
    const auto work = [&](size_t number) { return look_at(number); };
    const auto take = [&](const Outcome& outcome) { return tell(outcome); };
    const size_t jobs =
        std::min<size_t>(base::job_count(wish_.common.jobs), documents_.size());
    base::run_in_order(static_cast<unsigned>(jobs), produce, work, take);
    return end_stale(wish_, code_, counts_, "document", "documents");
  }

 private:
  struct Outcome {
    size_t number;
    Result<bool> changes;
  };

  Outcome look_at(size_t number) const {
    const std::string& path = documents_[number].path;
    const auto source = read_source(path);
    if (!source.ok()) return {number, source.error()};
    return {number,
            search::is_stale_document(lexica_, path, *source, options_)};
  }

  // False: nobody reads on.
  bool tell(const Outcome& outcome) {
    if (!outcome.changes.ok()) {
      code_ = fail(kInputError, outcome.changes.error().message);
      return true;
    }
    ++counts_.records;
    if (!*outcome.changes) return true;
    ++counts_.written;
    counts_.left = !put(documents_[outcome.number].path + "\n");
    return !counts_.left;
  }

  const LexiconPair& lexica_;
  const StaleWish& wish_;
  const std::vector<DocumentPath>& documents_;
  const AnnotateOptions options_;
  int code_;
  RecordCounts counts_;
};

}  // namespace

int stale_records(const StaleWish& wish) {
  return with_lexica(wish, [&](const LexiconPair& lexica) {
    if (wish.emit != "docs") {
      put(std::string(search::stale_header(!wish.id_field.empty())));
    }
    int code = kDone;
    RecordCounts counts;
    for (const std::string& path : wish.files) {
      const int one = stale_file(lexica, wish, path, &counts);
      if (one != kDone) code = one;
      if (counts.left) break;
    }
    return end_stale(wish, code, counts, "record", "records");
  });
}

int stale_documents(const StaleWish& wish) {
  const FileTree tree = list_documents(
      wish.files,
      {.all_kinds = input_of(wish.read) != Input::kAuto, .out = {}});
  const std::string skipped = skipped_words(tree);
  if (!skipped.empty() && !wish.common.quiet) {
    std::fprintf(stderr, "%s\n", skipped.c_str());
  }
  for (const std::string& error : tree.errors) fail(kInputError, error);
  return with_lexica(wish, [&](const LexiconPair& lexica) {
    return DocumentRun(lexica, wish, tree).run();
  });
}

}  // namespace khitai::cli
