// SPDX-License-Identifier: Apache-2.0

#include "cli/annotate_docs.h"

#include <algorithm>
#include <optional>

#include "cli/command.h"
#include "cli/documents.h"
#include "cli/messages.h"
#include "cli/record_run.h"

namespace khitai::cli {
namespace {

// What an engine makes of the records; nothing: they stay what they are.
std::optional<IndexShape> shape_of(const AnnotateWish& wish) {
  const AnnotateFormat* const format = annotate_format(wish.common.format);
  return format == nullptr ? std::nullopt : format->records;
}

std::string docs_problem(const AnnotateWish& wish) {
  if (!wish.common.format.empty() && !shape_of(wish)) {
    return tr(
        "--format: records keep their own, expected --emit docs without it");
  }
  if (shape_of(wish)) {
    const std::string wrong = wish_problem(wish, format_of(wish));
    if (!wrong.empty()) return wrong;
  }
  const std::string begin =
      wish.emit == "docs" ? "--emit docs" : "--format " + wish.common.format;
  if (std::count(wish.files.begin(), wish.files.end(), "-") > 1) {
    return tr("-: standard input can be read once only");
  }
  if (!wish.out.empty() || wish.again || !wish.stats.empty() ||
      !wish.years.empty() || !wish.pattern.empty() || !wish.decisions.empty() ||
      !wish.read.encoding.empty() || wish.suggest.wanted ||
      wish.existing_given->count() > 0) {
    return tr(
        "{1}: expected none of --out, --again, --stats, --years, --pattern, "
        "--decisions, --encoding, --suggest, --existing",
        begin);
  }
  if (wish.read.field.empty()) {
    return tr("{1}: expected --field with what is the text", begin);
  }
  size_t tables = 0;
  for (const std::string& path : wish.files) {
    const Input input = input_of_path(wish.read, path);
    if (!has_records(input)) {
      return tr(
          "{1}: {2} has no records, expected JSON Lines, CSV or TSV (--input)",
          begin, path);
    }
    if (input != Input::kJsonl) ++tables;
  }
  if (tables > 0 && wish.files.size() > 1) {
    return tr("{1}: several files, of which a table has a header, expected one",
              begin);
  }
  return "";
}

int annotate_file(const Lexicon& lexicon, const AnnotateWish& wish,
                  const std::string& path) {
  AnnotateOptions annotate = annotate_options(wish.read, wish.common);
  annotate.overlaps = wish.overlap == "all";
  annotate.decide = wish.decide;
  annotate.explain = false;
  const WriteOptions write = write_options_of(wish);
  const std::optional<IndexShape> shape = shape_of(wish);
  RecordRun run{.path = path,
                .table = record_table(wish.read, path),
                .jobs = wish.common.jobs,
                .begin = {},
                .work = {}};
  run.begin = [&](std::string_view block, RecordTable* table,
                  std::string* header) {
    return shape ? begin_index_records(block, *shape, write, table, header)
                 : begin_records(block, table, header);
  };
  run.work = [&](const RecordTable& table, const base::LineBlock& block) {
    return shape ? write_index_records(lexicon, table, *shape, block.text,
                                       block.first_line, annotate, write)
                 : write_records(lexicon, table, block.text, block.first_line,
                                 annotate, write.offsets);
  };
  RecordCounts counts;
  return run_records(run, &counts);
}

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
    const int one = annotate_file(**lexicon, wish, path);
    if (one != kDone) code = one;
  }
  return code;
}

}  // namespace khitai::cli
