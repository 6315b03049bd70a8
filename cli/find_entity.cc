// SPDX-License-Identifier: Apache-2.0

#include "cli/find_entity.h"

#include <cstdio>

#include "khitai/resolve.h"

namespace khitai::cli {

std::vector<uint32_t> find_entities(const Lexicon& lexicon,
                                    const Common& common,
                                    const std::string& wanted) {
  if (const auto entity = lexicon.find_entity(wanted)) return {*entity};
  Query query;
  query.name = wanted;
  query.year = common.year;
  query.written = common.written;
  query.lang = common.lang;
  query.type = common.type;
  const Resolution resolution = resolve_name(lexicon, query);
  std::vector<uint32_t> found;
  if (resolution.decision == Decision::kNone) return found;
  for (const Candidate& candidate : resolution.candidates) {
    found.push_back(candidate.entity);
    if (resolution.decision == Decision::kMatch) break;
    if (common.limit != 0 && found.size() == common.limit) break;
  }
  return found;
}

std::vector<uint32_t> need_entities(const Lexicon& lexicon,
                                    const Common& common,
                                    const std::string& wanted,
                                    const std::string& what) {
  std::vector<uint32_t> found = find_entities(lexicon, common, wanted);
  if (found.empty()) {
    fail(kNothingFound, "'" + wanted + "': no such entity or name");
  }
  if (found.size() > 1 && !common.quiet) {
    std::fprintf(stderr,
                 "khitai: '%s' may mean several things; %s %zu, best first "
                 "(--year, --type or --lang may decide)\n",
                 wanted.c_str(), what.c_str(), found.size());
  }
  return found;
}

}  // namespace khitai::cli
