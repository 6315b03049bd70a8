// SPDX-License-Identifier: Apache-2.0

#include "cli/find_entity.h"

#include <cstdio>

#include "cli/messages.h"
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
                                    const std::string& wanted) {
  std::vector<uint32_t> found = find_entities(lexicon, common, wanted);
  if (found.empty()) {
    fail(kNothingFound, tr("'{1}': no such entity or name", wanted));
  }
  if (found.size() > 1 && !common.quiet) {
    std::fprintf(stderr, "khitai: %s\n",
                 tr_n("'{2}' may mean several things; here is {1}, best first "
                      "(--year, --type or --lang may decide)",
                      "'{2}' may mean several things; here are {1}, best "
                      "first (--year, --type or --lang may decide)",
                      found.size(), wanted)
                     .c_str());
  }
  return found;
}

}  // namespace khitai::cli
