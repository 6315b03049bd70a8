// SPDX-License-Identifier: Apache-2.0
//
// What a form is sought by beside its L2 keys: as readers of other languages,
// times and habits read it. Thread-safe.

#ifndef KHITAI_ROMANIZE_WIDER_H_
#define KHITAI_ROMANIZE_WIDER_H_

#include <string>
#include <string_view>
#include <vector>

#include "romanize/readings.h"
#include "romanize/tables.h"

namespace khitai::romanize {

// A form with what its keys are made of.
struct Form {
  std::string l0, l1;
  std::string_view script;
  const Reader* reader = nullptr;
};

Form look_at(const Tables& tables, std::string_view form,
             std::string_view lang);

// Whether `text` holds a member of a class somewhere.
bool holds_any(const std::vector<std::string>& members, std::string_view text);

// Readings that only L3 takes in.
std::vector<std::string> also_of(const Form& form,
                                 const std::vector<std::string>& l2,
                                 Readings* readings);

// Those, and what else candidates are sought by: other readings of the
// characters, names without their articles. None of `l2`.
std::vector<std::string> wider_of(const Tables& tables, const Form& form,
                                  const std::vector<std::string>& l2,
                                  const std::vector<std::string>& also,
                                  Readings* readings);

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_WIDER_H_
