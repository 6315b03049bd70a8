// SPDX-License-Identifier: Apache-2.0
//
// The lint of a lexicon: what the rows of the tables say, held against the
// schema, the vocabulary and each other. Every rule is a function in one of
// the check_*.cc; none of them stops at its first finding, so that one run
// shows an editor all there is to repair. Cost: linear in rows, but for
// spellings that many entities share. Thread-safe.

#ifndef KHITAI_COMPILE_CHECK_H_
#define KHITAI_COMPILE_CHECK_H_

#include <cstdint>
#include <vector>

#include "compile/tables.h"

namespace khitai::compile {

struct CheckOptions {
  int32_t tolerance = 5;  // years by which two dates may miss each other
};

// All problems that read_tables() does not see already, by file and line; and
// as warnings aside, which generated forms are dropped (homonyms.h).
std::vector<Problem> check(const Tables& tables, const CheckOptions& options);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_CHECK_H_
