// SPDX-License-Identifier: Apache-2.0
//
// What the forms of a compiled lexicon are looked for by beyond their exact
// spelling: views over its sections. Look-ups propose forms; whoever asks
// compares. Thread-safe.

#ifndef KHITAI_LEXICON_SPELLINGS_H_
#define KHITAI_LEXICON_SPELLINGS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/store.h"
#include "match/hash_index.h"
#include "match/near_index.h"

namespace khitai::lexicon {

class Spellings {
 public:
  explicit Spellings(const Store& store);

  // Whether forms can be looked for by their sounds and letters; else only L1
  // keys are here (`compile --fuzzy 0`).
  bool indexed() const { return by_reading_.count() > 0; }

  // Of a form; empty when out of range.
  std::string_view l0(uint32_t form) const;
  std::string_view l1(uint32_t form) const;
  // Its L2 keys, and the readings that only L3 takes in.
  std::vector<std::string_view> readings(uint32_t form) const;
  std::vector<std::string_view> wider(uint32_t form) const;

  // By L2 keys, by terms of skeletons (romanize/terms.h), by L1 keys; numbers
  // are forms, marks digests of their sounds.
  const match::HashIndex& by_reading() const { return by_reading_; }
  const match::HashIndex& by_skeleton() const { return by_skeleton_; }
  const match::NearIndex& by_letters() const { return by_letters_; }

  // Forms whose L1 keys are within so many edits of one (NearIndex::find).
  std::vector<match::Near> near(std::string_view l1, size_t edits,
                                size_t most) const;

 private:
  std::string_view text(uint32_t form, uint32_t column) const;

  const Store& store_;
  match::HashIndex by_reading_, by_skeleton_;
  match::NearIndex by_letters_;
};

}  // namespace khitai::lexicon

#endif  // KHITAI_LEXICON_SPELLINGS_H_
