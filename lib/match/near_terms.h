// SPDX-License-Identifier: Apache-2.0
//
// What a key is filed under, so that a spelling a few edits away meets it: its
// first seven letters, whole and with up to two of them left out (the deletion
// neighbourhood of Garbe's SymSpell, 2012), as hashes. Letters are code points.
//
// Two keys within k edits share a term with at most k letters left out on
// either side. Let their best alignment lead from the first seven letters of
// one to the first seven, or fewer, of the other, with e edits; then leaving
// out e letters of each prefix leaves the same, and at most k - e edits are
// left for the rest. So where two letters of two are gone the ends are the same
// letter by letter: of keys that are long enough the last four are part of
// those terms, which keeps names that begin alike apart.
//
// All of this holds as well for keys that are read backwards. Where many names
// begin alike (Muhammad ibn ...) and few end so, that is how they are filed.
//
// Linear in the key; thread-safe.

#ifndef KHITAI_MATCH_NEAR_TERMS_H_
#define KHITAI_MATCH_NEAR_TERMS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace khitai::match {

inline constexpr size_t kMostEdits = 2;   // that an index can be made for
inline constexpr size_t kNearPrefix = 7;  // letters that terms are made of
inline constexpr size_t kNearEnd = 4;     // ... and of the end,
inline constexpr size_t kEnded = kNearPrefix + kNearEnd;  // from so many on
inline constexpr size_t kMostNearTerms = 29;              // 1 + 7 + 21

// How many of the edits that are asked for a spelling of so many letters is
// given: none of one letter, one of two and three, all from four on. Of a name
// of two letters two edits leave nothing.
inline constexpr size_t edits_of_size(size_t letters, size_t asked) {
  const size_t most = letters < 2 ? 0 : letters < 4 ? 1 : kMostEdits;
  return asked < most ? asked : most;
}

// Code points, an ill-formed sequence being one.
void read_letters(std::string_view key, std::u32string* letters);

// Which letters there are, of 32 kinds, and which of these several times: an
// edit changes two bits at most.
uint64_t signature_of(std::u32string_view letters);

// The end that terms are made of.
enum class NearSide : uint8_t { kFirst, kLast };

struct NearTerm {
  uint32_t hash = 0;
  uint32_t size = 0;  // letters of the prefix that are in it
};

struct NearTerms {
  NearTerm terms[kMostNearTerms];
  size_t count = 0;
  const NearTerm* begin() const { return terms; }
  const NearTerm* end() const { return terms + count; }
};

// The terms of a key with exactly `left_out` letters left out, each once, in
// no order. `letters` are read backwards for the last side. `ended`: with the
// letters of the other end, where two are left out. REQUIRES: left_out <=
// kMostEdits; of ended, at least kNearEnd letters.
void add_near_terms(std::u32string_view letters, NearSide side, size_t left_out,
                    bool ended, NearTerms* terms);

// Levenshtein's distance, or most + 1 where it is more. Time: the letters, nine
// times at worst where `most` is two.
size_t near_distance(std::u32string_view a, std::u32string_view b, size_t most);

}  // namespace khitai::match

#endif  // KHITAI_MATCH_NEAR_TERMS_H_
