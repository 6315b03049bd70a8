// SPDX-License-Identifier: Apache-2.0
//
// Candidates for an entity that somebody chose, a reader or a user's pattern.
// Not thread-safe: it keeps what it has looked up.

#ifndef KHITAI_ANNOTATE_CHOSEN_H_
#define KHITAI_ANNOTATE_CHOSEN_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "khitai/lexicon.h"
#include "khitai/resolve.h"

namespace khitai::annotate {

class Chosen {
 public:
  explicit Chosen(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // The entity, certain and without features, by the form of it that is
  // written so, else by its preferred form.
  Candidate candidate(uint32_t entity, std::string_view written);

 private:
  Candidate by_spelling(uint32_t entity, std::string_view written) const;
  Candidate by_label(uint32_t entity) const;

  const Lexicon& lexicon_;
  std::map<std::pair<uint32_t, std::string>, Candidate> known_;
};

// The weight of a choice among a candidate's features: nothing else is asked.
inline constexpr double kChosen = 99;

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_CHOSEN_H_
