// SPDX-License-Identifier: Apache-2.0

#include "cli/annotate_suggest.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/input_file.h"
#include "base/ordered_pool.h"
#include "cli/documents.h"
#include "cli/messages.h"
#include "compile/names_answers.h"
#include "document/decode.h"
#include "khitai/suggest.h"
#include "khitai/write.h"

namespace khitai::cli {
namespace {

// Reads a table that was answered; nothing where it is a table of names of
// another kind and need not be one of answers.
Status read_answers(const Lexicon& lexicon, const std::string& path, bool must,
                    std::vector<std::string>* forms) {
  auto bytes = base::read_whole(path);
  if (!bytes.ok()) return bytes.error();
  const auto table = document::decode_source(std::move(bytes).value(),
                                             document::Kind::kText, "");
  if (!table.ok()) return Error{path + ": " + table.error().message};
  const std::string_view header =
      std::string_view(table->text).substr(0, table->text.find('\n'));
  if (!must && !compile::is_of_answers(header)) return Done();
  std::vector<compile::Problem> problems;
  const auto is_known = [&](const std::string& id) {
    return lexicon.find_entity(id) || lexicon.find_name(id);
  };
  std::vector<std::string> found =
      compile::answered_forms(path, table->text, is_known, &problems);
  compile::sort_problems(&problems);
  std::string wrong;
  for (const compile::Problem& problem : problems) {
    if (problem.warning) continue;
    wrong +=
        (wrong.empty() ? "" : "\nkhitai: ") + compile::format_problem(problem);
  }
  if (!wrong.empty()) return Error{wrong};
  std::move(found.begin(), found.end(), std::back_inserter(*forms));
  return Done();
}

Result<std::vector<std::string>> decided_in(const Lexicon& lexicon,
                                            const SuggestWish& wish,
                                            const Common& common) {
  std::vector<std::string> forms;
  for (const auto& [tables, must] :
       {std::pair(&wish.decided, true), std::pair(&common.names, false)}) {
    for (const std::string& path : *tables) {
      const Status read = read_answers(lexicon, path, must, &forms);
      if (!read.ok()) return read.error();
    }
  }
  return forms;
}

// The names of all documents; *code is what came of reading them.
Sightings read_all(const Lexicon& lexicon,
                   const std::vector<std::string>& files,
                   const AnnotateOptions& options, unsigned jobs, int* code) {
  Sightings all;
  size_t next = 0;
  const auto produce = [&]() -> std::optional<size_t> {
    if (next == files.size()) return std::nullopt;
    return next++;
  };
  const auto work = [&](size_t index) -> Result<Sightings> {
    const auto page = annotate_path(lexicon, files[index], options);
    if (!page.ok()) return page.error();
    return sight_names(lexicon, *page, options);
  };
  const auto take = [&](Result<Sightings> sightings) {
    if (sightings.ok()) {
      all.add(std::move(sightings).value());
    } else {
      *code = fail(kInputError, sightings.error().message);
    }
    return true;
  };
  base::run_in_order(
      static_cast<unsigned>(std::min<size_t>(jobs, files.size())), produce,
      work, take);
  return all;
}

std::string written(const Lexicon& lexicon, const Common& common,
                    const std::vector<Suggestion>& suggestions) {
  const std::string usual = is_terminal_output() ? "text" : kSuggestTable;
  const std::string& format = common.format.empty() ? usual : common.format;
  std::string out;
  if (format == "text") {
    write_suggestions_text(lexicon, suggestions, write_options(common), &out);
  } else if (format == "jsonl") {
    write_suggestions_jsonl(lexicon, suggestions, &out);
  } else {
    write_suggestions_tsv(lexicon, suggestions, &out);
  }
  return out;
}

}  // namespace

void add_suggest_options(CLI::App* command, SuggestWish* wish) {
  command->add_flag("--suggest", wish->wanted,
                    "In place of mentions, a table of names that the lexicon "
                    "does not have (text, tsv, jsonl)");
  command
      ->add_option("--decided", wish->decided,
                   "Such a table with answers; what it decides is not "
                   "suggested again (may be repeated)")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

std::string suggest_problem(const SuggestWish& wish, const std::string& format,
                            bool others) {
  if (!wish.wanted) {
    if (!wish.decided.empty()) {
      return tr("--decided: nothing is suggested, expected --suggest with it");
    }
    if (format != kSuggestTable) return "";
    return tr(
        "--format tsv: no format of mentions, expected csv, or --suggest with "
        "it");
  }
  if (!format.empty() && format != "text" && format != kSuggestTable &&
      format != "jsonl") {
    return tr(
        "--format {1}: has no room for suggestions, expected text, tsv or "
        "jsonl",
        format);
  }
  if (others) {
    return tr(
        "--suggest: goes to standard output with offsets in bytes, expected no "
        "--out, --stats, --offsets, --existing, --pattern or --decisions "
        "beside "
        "it");
  }
  return "";
}

int suggest(const Lexicon& lexicon, const SuggestWish& wish,
            const std::vector<std::string>& files, AnnotateOptions options,
            const Common& common) {
  const auto decided = decided_in(lexicon, wish, common);
  if (!decided.ok()) return fail(kInputError, decided.error().message);
  // What is of another type or time is no unknown name.
  options.type.clear();
  options.year.reset();
  options.written.reset();
  options.overlaps = false;
  options.explain = false;
  int code = kDone;
  const unsigned jobs = base::job_count(common.jobs);
  Sightings all = read_all(lexicon, files, options, jobs, &code);
  SuggestOptions wanted;
  wanted.type = common.type;
  wanted.year = common.year;
  wanted.written = common.written;
  wanted.decided = *decided;
  wanted.jobs = jobs;
  const std::vector<Suggestion> suggestions =
      suggest_names(lexicon, std::move(all), wanted);
  put(written(lexicon, common, suggestions));
  return code;
}

}  // namespace khitai::cli
