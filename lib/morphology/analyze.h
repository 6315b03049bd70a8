// SPDX-License-Identifier: Apache-2.0
//
// The dictionary forms that an inflected word may be of, without a dictionary:
// at most one chain of prefixes and one of suffixes comes off, and the ending
// of the dictionary form is put back. Who knows the names looks the stems up:
//
//   "balasagunda"  tr   ->  "balasagun" (tr locative)
//
// Cost: linear in the word times the rules of its languages. Never fails:
// bytes that are not UTF-8 are letters that no rule knows. Thread-safe.

#ifndef KHITAI_MORPHOLOGY_ANALYZE_H_
#define KHITAI_MORPHOLOGY_ANALYZE_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "morphology/tables.h"

namespace khitai::morphology {

struct Analysis {
  std::string stem;    // L1 of a dictionary form that it may be of
  uint32_t begin = 0;  // bytes of the L1 word that are the core
  uint32_t end = 0;
  std::string rule;    // in words: "ru noun gen.pl."
  bool small = false;  // another word, that may have a small letter
  int cost = 0;        // more affixes, or rarer ones: more
};
inline constexpr size_t kMaxAnalyses = 24;

// The analyses of an L1 word that may stand in a text of `lang` (BCP 47;
// empty: any language of the word's script), best first, without the word
// itself. A stem has three letters at least (two in Han; two Arabic ones).
// With `may_begin` only what begins so that it may be wanted: it is asked of a
// word before any of its endings come off, which it must not mind.
using MayBegin = std::function<bool(std::string_view)>;

// Those whose words may stand in a text of `lang` (BCP 47; empty: any) in a
// script. For who asks of many words; the tables must outlive it.
using Languages = std::vector<const Language*>;
Languages languages_of(const Tables& tables, std::string_view script,
                       std::string_view lang);
std::vector<Analysis> analyze(const Tables& tables, const Languages& languages,
                              std::string_view l1_word,
                              const MayBegin& may_begin);
std::vector<Analysis> analyze(const Tables& tables, std::string_view l1_word,
                              std::string_view lang,
                              const MayBegin& may_begin = nullptr);

// Whether each word of a name may be inflected in `lang`; false where it is
// empty or not known.
bool inflects_every(const Tables& tables, std::string_view lang);

// Whether an affix may stand before the stem, so that its beginning says
// nothing.
bool may_have_prefix(const Languages& languages, std::string_view l1_word);

// The same of a name of several words: prefixes stand before the first,
// suffixes behind the last; in languages whose words agree (Russian, Latin,
// German) each word may be inflected.
std::vector<Analysis> analyze_name(const Tables& tables,
                                   std::string_view l1_name,
                                   std::string_view lang);

}  // namespace khitai::morphology

#endif  // KHITAI_MORPHOLOGY_ANALYZE_H_
