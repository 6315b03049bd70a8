// SPDX-License-Identifier: Apache-2.0

#include "compile/drafts.h"

#include <algorithm>
#include <tuple>

#include "base/ordered_pool.h"
#include "base/sort.h"
#include "fold/fold.h"

namespace khitai::compile {
namespace {

constexpr size_t kFolded = 8192;  // forms a block

auto sort_key(const Row& r) {
  return std::tie(r[forms::kName], r[forms::kForm], r[forms::kLang],
                  r[forms::kGrammar], r[forms::kUse], r[forms::kCertainty],
                  r[forms::kBasis], r[forms::kSource], r[forms::kReading],
                  r.file, r.line);
}

DraftForm draft_of(const Row& row) {
  DraftForm draft;
  draft.name = row.cells[forms::kName];
  draft.text = row[forms::kForm];
  draft.lang = row[forms::kLang];
  draft.reading = row.cells[forms::kReading];
  draft.grammar = row.cells[forms::kGrammar];
  draft.use = row[forms::kUse];
  draft.certainty = row.cells[forms::kCertainty];
  draft.basis = row.cells[forms::kBasis];
  draft.source = row.cells[forms::kSource];
  draft.file = row.file;
  draft.line = row.line;
  return draft;
}

}  // namespace

std::vector<DraftForm> draft_attested(const Tables& tables, unsigned jobs) {
  std::vector<const Row*> rows;
  rows.reserve(tables.of(TableKind::kForms).rows.size());
  for (const Row& row : tables.of(TableKind::kForms).rows) rows.push_back(&row);
  base::sort(jobs, rows.begin(), rows.end(), [](const Row* a, const Row* b) {
    return sort_key(*a) < sort_key(*b);
  });
  const auto same = [](const Row* a, const Row* b) {
    return (*a)[forms::kName] == (*b)[forms::kName] &&
           (*a)[forms::kForm] == (*b)[forms::kForm] &&
           (*a)[forms::kLang] == (*b)[forms::kLang];
  };
  rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
  std::vector<DraftForm> drafts;
  drafts.reserve(rows.size() + rows.size() / 4);  // with what rules make
  for (const Row* row : rows) drafts.push_back(draft_of(*row));
  fold_drafts(&drafts, jobs);
  return drafts;
}

Text generated_text() {
  static const std::string text = "generated";
  return Text(&text);
}

Text likely_text() {
  static const std::string text = "likely";
  return Text(&text);
}

void fold_drafts(std::vector<DraftForm>* forms, unsigned jobs) {
  base::run_blocks(jobs, forms->size(), kFolded, [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      DraftForm& form = (*forms)[i];
      form.key = fold::match_key(form.text);
    }
  });
}

}  // namespace khitai::compile
