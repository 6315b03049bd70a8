// SPDX-License-Identifier: Apache-2.0

#include "compile/compile.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>

#include "base/mapped_file.h"
#include "compile/assemble.h"
#include "compile/generate.h"
#include "compile/overlay.h"
#include "compile/tables.h"

namespace khitai::compile {
namespace {

// Tables that say what exists, as against the rules that hold for any lexicon.
constexpr TableKind kContent[] = {
    TableKind::kEntities,  TableKind::kNames,   TableKind::kSenses,
    TableKind::kForms,     TableKind::kParts,   TableKind::kLinks,
    TableKind::kRelations, TableKind::kImports, TableKind::kDates,
    TableKind::kDistinct,  TableKind::kBlocks,  TableKind::kPlaces,
    TableKind::kSameAs};

// Keeps the rules of the first folder and drops what it says exists.
void drop_shipped(Tables* tables) {
  for (TableKind kind : kContent) {
    std::erase_if(tables->of(kind).rows, [&](const Row& row) {
      const File& file = tables->files[row.file];
      return file.folder == 0 && !file.names;
    });
  }
}

// Cells of a file whose header is wrong may be missing: what the rows behind
// it lack is not told again. The first `read` problems are of reading itself.
void forgive_damaged(const Tables& tables, size_t read,
                     std::vector<Problem>* problems) {
  std::set<std::string_view> damaged;
  for (const File& file : tables.files) {
    if (file.damaged) damaged.insert(file.path);
  }
  problems->erase(
      std::remove_if(problems->begin() + static_cast<std::ptrdiff_t>(read),
                     problems->end(),
                     [&](const Problem& problem) {
                       return damaged.contains(problem.file);
                     }),
      problems->end());
}

}  // namespace

Result<std::string> compile(const CompileOptions& options,
                            CompileReport* report) {
  Phases phases(options.progress);
  std::vector<Problem> problems;
  Tables tables = read_tables(options.folders, &problems);
  if (!options.shipped_entities) drop_shipped(&tables);
  for (const std::string& path : options.names) {
    read_names_table(path, &tables, &problems, options.shipped_entities,
                     options.jobs);
  }
  phases.end();
  const size_t read = problems.size();
  lay_over(&tables, &problems);
  std::vector<DraftForm> forms = draft_attested(tables, options.jobs);
  settle_names(forms, &tables, &problems);
  const size_t attested = forms.size();
  phases.end();
  generate_forms(tables, &forms, &problems, options.jobs);
  const size_t all = forms.size();
  phases.end();
  const Indexing indexing = {options.fuzzy, options.jobs};
  Result<std::string> bytes =
      assemble(tables, std::move(forms), indexing, &phases, &problems);
  report->phases = phases.take();
  forgive_damaged(tables, read, &problems);
  sort_problems(&problems);
  for (const Problem& problem : problems) {
    report->problems.push_back(format_problem(problem));
    if (problem.note) report->notes.push_back(report->problems.back());
    if (!problem.warning) report->errors.push_back(report->problems.back());
  }
  const size_t errors = report->errors.size();
  report->entities =
      static_cast<uint32_t>(tables.of(TableKind::kEntities).rows.size());
  report->attested_forms = static_cast<uint32_t>(attested);
  report->generated_forms = static_cast<uint32_t>(all - attested);
  if (!bytes.ok()) return bytes.error();
  if (errors > 0) {
    return Error{std::to_string(errors) + (errors == 1 ? " error" : " errors") +
                 " in the tables; nothing was written"};
  }
  return bytes;
}

Status write_file(const std::string& path, const std::string& bytes) {
  return base::write_whole(path, bytes);
}

}  // namespace khitai::compile
