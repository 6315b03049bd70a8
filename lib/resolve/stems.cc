// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "fold/fold.h"
#include "match/matcher.h"
#include "morphology/analyze.h"
#include "resolve/propose.h"

namespace khitai::resolve {

std::vector<Proposal> propose_stems(const Lexicon& lexicon, std::string_view l1,
                                    std::string_view lang) {
  std::vector<Proposal> found;
  for (const morphology::Analysis& analysis :
       morphology::analyze_name(lexicon.morphology(), l1, lang)) {
    const auto pattern = lexicon.matcher().find(fold::match_key(analysis.stem));
    if (!pattern) continue;
    for (uint32_t form : lexicon.forms_of_pattern(*pattern)) {
      const bool known = std::any_of(
          found.begin(), found.end(),
          [&](const Proposal& other) { return other.form == form; });
      if (known) continue;
      Proposal one;
      one.form = form;
      one.level = Level::kInflected;
      one.distance = analysis.cost;
      one.small = analysis.small;
      one.rule = analysis.rule;
      found.push_back(std::move(one));
    }
  }
  return found;
}

}  // namespace khitai::resolve
