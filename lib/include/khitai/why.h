// SPDX-License-Identifier: Apache-2.0
//
// How two names are related, and where a name comes from: paths of typed links
// between names, each on somebody's word. Two questions are kept apart: whether
// two names have one origin, and whether they denote one thing.
//
// All calls are thread-safe and bounded: no lexicon, however it is linked,
// makes a search run long.

#ifndef KHITAI_WHY_H_
#define KHITAI_WHY_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"

namespace khitai {

// A name that is asked about, by the form that was typed. The form is kNoRow
// where the name was asked for by its id.
struct AskedName {
  uint32_t name = kNoRow;
  uint32_t form = kNoRow;
};

// The names that a text spells: by the id of a name or entity, else by all
// forms that are spelled just so, else by those with its key (case, accents,
// variants apart); by generated ones only where none is attested. Empty when
// there is none. Some look-ups.
std::vector<AskedName> names_spelled(const Lexicon& lexicon,
                                     std::string_view text);

// What the forms may denote: entities, each once, first those of the first
// form. By senses that are at least likely (by all, if there are no others), or
// also by those that are only possible.
enum class Senses { kLikely, kAll };
std::vector<uint32_t> entities_of(const Lexicon& lexicon,
                                  const std::vector<AskedName>& names,
                                  Senses senses = Senses::kLikely);

// One link, walked from the name that was reached before it.
struct Hop {
  uint32_t link = kNoRow;
  uint32_t from = kNoRow;  // names, in the order of the walk
  uint32_t to = kNoRow;
  bool up = false;  // towards the source; links without direction are not
};

// From the first name of the question to the second.
struct Path {
  uint32_t begin = kNoRow;  // the name it begins with; it may have no hops
  std::vector<Hop> hops;
  double trust = 1;  // product over the links, from 0 to 1: an order, no more
};

// What the best path says of the origin of two names.
enum class Origin {
  kOneName,  // both are spellings of one name
  kOne,      // one name, or an element of it, goes back to what the other does
  kElement,  // they merely share an element
  kNone,     // no common source is known
};
std::string_view origin_word(Origin origin);  // "one-name", "one-origin", ...

// What they denote.
enum class Referent {
  kShared,     // there is something that both may denote
  kPerhaps,    // there is, if a sense counts that is only possible
  kDifferent,  // both denote something, and nothing in common
  kNone,       // one of them is a word that denotes nothing by itself
};
std::string_view referent_word(Referent referent);  // "shared", ...

struct WhyOptions {
  // Also paths that rest on other accounts, best first.
  bool all = false;
};

struct Why {
  Origin origin = Origin::kNone;
  Referent referent = Referent::kNone;
  // The forms between which the best path runs; without a path the first ones.
  AskedName a, b;
  // Best first; without WhyOptions::all one at most. With no common origin: by
  // what ties them all the same (a translation, a misreading, one compound).
  std::vector<Path> paths;
  // Links by which others explain a name of the best path otherwise.
  std::vector<uint32_t> rivals;
  // Entities that both may denote, only the first, only the second.
  std::vector<uint32_t> shared, only_a, only_b;
  // Rows of distinct.tsv that tell what the one denotes from what the other
  // does.
  std::vector<uint32_t> distinctions;
};

// The best ways between any name of `a` and any of `b`; no ways, where one of
// them is empty.
Why explain_names(const Lexicon& lexicon, const std::vector<AskedName>& a,
                  const std::vector<AskedName>& b, const WhyOptions& options);

// A name in a tree of etymology, in the order in which it is shown: parents
// before children.
struct TreeName {
  uint32_t name = kNoRow;
  uint32_t link = kNoRow;  // to the name it hangs on; kNoRow: the root
  size_t depth = 0;        // of the root 0
  bool repeated = false;   // stood in the tree before: not followed again
  size_t left_out = 0;     // links below it that did not fit in
};

struct TreeOptions {
  size_t depth = 16;   // steps away from the root
  size_t names = 200;  // in each of the trees
};

struct Etymology {
  uint32_t name = kNoRow;
  // Towards the sources, rival accounts side by side, what it translates and
  // what was misread among them; and what was made of it. Each begins with the
  // name itself.
  std::vector<TreeName> sources, descendants;
  // Links to what stands beside it: cognates, other names of the same.
  std::vector<uint32_t> beside;
};

// Linear in what is returned.
Etymology etymology_of(const Lexicon& lexicon, uint32_t name,
                       const TreeOptions& options = {});

// Whether a link is one by which the second name was made of the first, as a
// whole or with others (and not: a cognate, a translation, a misreading).
bool is_origin(std::string_view link_type);

}  // namespace khitai

#endif  // KHITAI_WHY_H_
