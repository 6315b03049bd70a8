// SPDX-License-Identifier: Apache-2.0

#include "context/year_words.h"

#include "fold/fold.h"

namespace khitai::context {

YearWords::YearWords(const Lexicon& lexicon) {
  for (uint32_t i = 0; i < lexicon.cue_count(); ++i) {
    const Lexicon::Cue cue = lexicon.cue(i);
    const unsigned role = cue.position == "dated"     ? unsigned{kDated}
                          : cue.position == "counted" ? unsigned{kCounted}
                          : cue.position == "page"    ? unsigned{kPage}
                          : cue.position == "born" || cue.position == "died" ||
                                  cue.position == "active"
                              ? unsigned{kLife}
                              : 0U;
    if (role != 0) roles_[fold::match_key(cue.cue)] |= role;
  }
}

bool YearWords::has(Role role, std::string_view key) const {
  const auto place = roles_.find(std::string(key));
  return place != roles_.end() && (place->second & role) != 0;
}

}  // namespace khitai::context
