// SPDX-License-Identifier: Apache-2.0

#include "compile/check.h"

#include "compile/check_index.h"
#include "compile/generate.h"

namespace khitai::compile {

std::vector<Problem> check(const Tables& tables, const CheckOptions& options) {
  const Index index(tables);
  Findings findings(tables);
  check_cells(index, &findings);
  check_languages(index, &findings);
  check_unique(index, &findings);
  check_entities(index, &findings);
  check_patterns(index, &findings);
  check_dates(index, options, &findings);
  check_links(index, &findings);
  check_relations(index, &findings);
  check_forms(index, &findings);
  check_homonyms(index, &findings);
  check_scripts(index, &findings);
  check_readings(index, &findings);
  check_vocalized(index, &findings);
  check_morphology(index, &findings);
  check_writers(index, &findings);
  std::vector<Problem> problems = findings.take();
  std::vector<DraftForm> forms = draft_attested(tables);
  generate_forms(tables, &forms, &problems);
  sort_problems(&problems);
  return problems;
}

}  // namespace khitai::compile
