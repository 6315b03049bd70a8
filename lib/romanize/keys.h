// SPDX-License-Identifier: Apache-2.0
//
// L2 and L3: what two spellings in different conventions are compared by.
//
// L2 keys say how a form is read, within a family: "w:" vowelled (Latin,
// Cyrillic, Uyghur and other full alphabets), "a:" abjads, "z:" Mandarin
// syllables, "h:" the characters themselves, "x:" scripts nobody reads by
// rule. Two forms are one word in two conventions when a key of one is a key
// of the other. L3 keys are skeletons (skeleton.h). No key crosses families:
// only the lexicon joins a Chinese name to its Latin one.
//
//   Qara Khitai, Kara-Khitay   w:karahitay
//   Hsi Liao, Xi Liao          z:xi.liao
//
// Equal L1 keys share all of their L2 keys. A form has at most
// kMostAlternatives keys of a family. Linear; thread-safe.

#ifndef KHITAI_ROMANIZE_KEYS_H_
#define KHITAI_ROMANIZE_KEYS_H_

#include <string>
#include <string_view>
#include <vector>

#include "romanize/skeleton.h"
#include "romanize/tables.h"

namespace khitai::romanize {

// `lang`: the form's tag, or empty. REQUIRES: tables.finish() was called.
std::vector<std::string> l2_keys(const Tables& tables, std::string_view form,
                                 std::string_view lang);
std::vector<Skeleton> l3_keys(const Tables& tables, std::string_view form,
                              std::string_view lang);

// All that is compared of a spelling.
struct Spelling {
  std::string l0, l1;
  std::string_view script;            // ISO 15924
  std::vector<std::string> readings;  // L2 keys
  std::vector<std::string> wider;     // readings that are only looked for
  std::vector<Skeleton> skeletons;    // L3 keys
};
Spelling spell(const Tables& tables, std::string_view form,
               std::string_view lang);

// The strongest level at which two forms meet: 1, 2, 3; 0 for none.
int meet(const Tables& tables, std::string_view a, std::string_view lang_a,
         std::string_view b, std::string_view lang_b);

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_KEYS_H_
