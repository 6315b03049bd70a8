// SPDX-License-Identifier: Apache-2.0
//
// Folding written again, slowly and straight from the rules (docs/design.md,
// "Folding") with ICU for everything Unicode: the oracle of the fast one. It
// shares no table and no code with lib/fold.

#ifndef KHITAI_TESTS_FOLD_NAIVE_FOLD_H_
#define KHITAI_TESTS_FOLD_NAIVE_FOLD_H_

#include <string>
#include <string_view>
#include <vector>

#include "fold/fold.h"

namespace khitai::tests {

struct NaiveUnit {
  uint32_t begin;
  uint32_t end;
  std::string key;
  fold::Gap gap;
  fold::UnitKind kind;
};

std::vector<NaiveUnit> naive_units(std::string_view text);
std::string naive_l0(std::string_view form);
std::string naive_l1(std::string_view form);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_FOLD_NAIVE_FOLD_H_
