// SPDX-License-Identifier: Apache-2.0

#include "cli/find_entity.h"

#include <algorithm>
#include <cstdio>

#include "cli/asked_names.h"
#include "cli/messages.h"
#include "fold/fold.h"
#include "khitai/resolve.h"

namespace khitai::cli {
namespace {

// "Yeh-lu, Ta-shih, 1087-1143", "Sanjar (sultan)": more than a name.
bool is_heading(const std::string& text) {
  return text.find_first_of(",(") != std::string::npos;
}

bool is_spelled(const Lexicon& lexicon, const std::string& wanted,
                const Candidate& candidate) {
  return candidate.form != kNoRow &&
         fold::match_key(lexicon.form(candidate.form).text) ==
             fold::match_key(wanted);
}

// The best candidate of a match; of what is undecided all that is spelled as
// asked: to be merely near is no meaning.
std::vector<Candidate> meant(const Lexicon& lexicon, const Common& common,
                             const std::string& wanted,
                             const Resolution& resolution) {
  std::vector<Candidate> candidates = resolution.candidates;
  if (resolution.decision == Decision::kNone) return {};
  const bool heading = is_heading(wanted);
  if (resolution.decision == Decision::kMatch) {
    candidates.resize(1);
    const Candidate& best = candidates.front();
    if (!heading && !common.quiet && best.form != kNoRow &&
        !is_spelled(lexicon, wanted, best)) {
      tell_read_as(wanted, std::string(lexicon.entity(best.entity).label));
    }
  } else if (!heading) {
    std::erase_if(candidates, [&](const Candidate& one) {
      return !is_spelled(lexicon, wanted, one);
    });
  }
  return candidates;
}

}  // namespace

std::vector<uint32_t> find_entities(const Lexicon& lexicon,
                                    const Common& common,
                                    const std::string& wanted) {
  if (const auto entity = lexicon.find_entity(wanted)) return {*entity};
  if (is_no_name(lexicon, wanted)) return {};
  Query query;
  query.name = wanted;
  query.year = common.year;
  query.written = common.written;
  query.lang = common.lang;
  query.type = common.type;
  std::vector<uint32_t> found;
  for (const Candidate& candidate :
       meant(lexicon, common, wanted, resolve_name(lexicon, query))) {
    found.push_back(candidate.entity);
    if (common.limit != 0 && found.size() == common.limit) break;
  }
  return found;
}

std::vector<uint32_t> need_entities(const Lexicon& lexicon,
                                    const Common& common,
                                    const std::string& wanted) {
  std::vector<uint32_t> found = find_entities(lexicon, common, wanted);
  if (found.empty()) {
    fail(kNothingFound, unknown_words(lexicon, common, wanted));
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
