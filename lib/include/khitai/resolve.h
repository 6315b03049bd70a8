// SPDX-License-Identifier: Apache-2.0
//
// From a name, and what is known of where it stands, to the entities it may
// mean: ranked, with a probability each and the reasons, and a decision.
// "ambiguous" and "none" are answers. And whether two names are the same one.

#ifndef KHITAI_RESOLVE_H_
#define KHITAI_RESOLVE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"

namespace khitai {

enum class Decision { kMatch, kAmbiguous, kNone };
std::string_view decision_word(Decision decision);  // "match", ...

// One reason for or against a candidate. `weight` is what it adds to the
// candidate's log-odds; `words` says it for a reader.
struct Feature {
  std::string_view id;  // row of the weights table
  double weight = 0;
  std::string words;
};

struct Candidate {
  uint32_t entity = kNoRow;
  uint32_t form = kNoRow;  // the lexicon's spelling that met
  uint32_t sense = kNoRow;
  double probability = 0;
  std::vector<Feature> features;
  // What stands beside the name contradicts it: no match, however likely.
  bool contradicted = false;
  // Of Annotation::own: what the document itself lists it as. Without an
  // `entity` the lexicon does not have it.
  uint32_t own = kNoRow;
};

struct Query {
  std::string name;                // or a heading: "Yeh-lu, Ta-shih, 1087-1143"
  std::optional<int32_t> year;     // time spoken of
  std::optional<int32_t> written;  // time of the text
  std::string lang;                // BCP 47; empty: unknown
  std::string type;                // only entities of this type; empty: all
  std::string context;             // text that stands around the name
  // The same name in other scripts, as linked fields of a catalogue have it.
  std::vector<std::string> parallel;
  bool spellings = true;  // other spellings of it, too
};

struct Resolution {
  Decision decision = Decision::kNone;
  std::vector<Candidate> candidates;  // best first
};

// Below this probability of the best candidate the answer is `ambiguous`. Where
// nothing is spelled as asked and "none of these" has it, the answer is `none`,
// and the candidates are what came nearest.
// A name that stands alone has nothing else to be checked by, so it is more
// than of a mention in a text (docs/accuracy.md says what it costs).
inline constexpr double kDecide = 0.85;

// By the same spelling (L1), the same reading in another convention (L2), and
// spellings that are near (L3, letters). Time: look-ups, and some hundred
// comparisons where the spelling itself is not there. Thread-safe.
Resolution resolve_name(const Lexicon& lexicon, const Query& query,
                        double decide = kDecide);

// What a name may become that has been typed in part: an entity, by its best
// form that begins so.
struct NameCompletion {
  uint32_t entity = kNoRow;
  uint32_t form = kNoRow;
  bool whole = false;  // the form is what was typed already
  size_t ties = 0;     // relations and names in the lexicon
};

// Entities with a form whose L1 key begins with that of `begin`: those of which
// it is the whole name, then those the lexicon knows most of. Only of `type`,
// unless it is empty; `limit` of them (0: all). Linear in the lexicon's forms:
// some ten nanoseconds each. Thread-safe.
std::vector<NameCompletion> complete_name(const Lexicon& lexicon,
                                          std::string_view begin,
                                          const std::string& type,
                                          size_t limit);

// A form that is spelled nearly so.
struct NearForm {
  uint32_t form = kNoRow;
  size_t edits = 0;
};

// How many edits near_forms() tolerates in this lexicon: 0 to 2, as it was
// compiled.
size_t near_edits(const Lexicon& lexicon);

// All forms whose L1 keys are within `edits` edits of the name's: letters (code
// points) changed, left out or put in. Of a name of one letter 0, of two and
// three 1 at most. Those with the fewest edits first, then those of the nearest
// length, `limit` of them (0: all). No other scripts, no decisions:
// resolve_name() has these. Time: some microseconds. Thread-safe.
std::vector<NearForm> near_forms(const Lexicon& lexicon, std::string_view name,
                                 size_t edits, size_t limit);

// Two names, each with its language (BCP 47) where it is known.
struct NamePair {
  std::string a, b;
  std::string lang_a, lang_b;
};

inline constexpr double kDecidePair = 0.6;

struct Comparison {
  double probability = 0;               // that both name the same
  Decision decision = Decision::kNone;  // kMatch: the same; kNone: not
  std::vector<Feature> features;
};

// Word by word, in any order, whatever the scripts; with what the lexicon knows
// of both. Below `decide` of either answer it is `ambiguous`. Symmetric but for
// the order in the words. Names of more than 24 words or 1000 bytes are
// compared by their beginning. Time: the words of one times those of the other,
// some ten microseconds a pair of words. Thread-safe.
Comparison compare_names(const Lexicon& lexicon, const NamePair& pair,
                         double decide = kDecidePair);

}  // namespace khitai

#endif  // KHITAI_RESOLVE_H_
