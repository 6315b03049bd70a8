// SPDX-License-Identifier: Apache-2.0

#include "compile/add_texts.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compile/tables_text.h"

namespace khitai::compile {

Status check_texts(const Addition& addition) {
  std::vector<std::pair<const char*, std::string_view>> texts = {
      {"name", addition.name},        {"form", addition.form},
      {"lang", addition.lang},        {"reading", addition.reading},
      {"grammar", addition.grammar},  {"use", addition.use},
      {"source", addition.source},    {"certainty", addition.certainty},
      {"basis", addition.basis},      {"type", addition.type},
      {"label", addition.label},      {"description", addition.description},
      {"from", addition.from},        {"to", addition.to},
      {"distinct", addition.distinct}};
  for (const std::string& part : addition.parts)
    texts.emplace_back("part", part);
  for (const std::string& relation : addition.relations) {
    texts.emplace_back("relation", relation);
  }
  for (const auto& [what, text] : texts) {
    if (text.find_first_of("\t\n\r") != std::string_view::npos) {
      return Error{std::string(what) +
                   ": a tab or an end of line, expected none in a cell"};
    }
    const std::string problem = cell_text_problem(text);
    if (!problem.empty()) return Error{std::string(what) + ": " + problem};
  }
  return Done{};
}

}  // namespace khitai::compile
