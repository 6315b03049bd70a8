// SPDX-License-Identifier: Apache-2.0
//
// The `options` column of tables of cases: "year=1141 lang=fa".

#ifndef KHITAI_TESTS_SUPPORT_OPTIONS_H_
#define KHITAI_TESTS_SUPPORT_OPTIONS_H_

#include <map>
#include <string>

#include "khitai/annotate.h"
#include "khitai/resolve.h"

namespace khitai::tests {

// By key; `context` is the last one and takes the rest.
std::map<std::string, std::string> read_options(const std::string& cell);

// Abort when an option is not known.
AnnotateOptions annotate_options(const std::string& cell);
Query query_of(const std::string& name, const std::string& cell);

// Whether "a" is what the case wants: equal, or the case says `*`.
inline bool fits(const std::string& wanted, const std::string& got) {
  return wanted == "*" || wanted == got;
}

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_SUPPORT_OPTIONS_H_
