// SPDX-License-Identifier: Apache-2.0
//
// The texts of an addition, before rows are made of them.

#ifndef KHITAI_COMPILE_ADD_TEXTS_H_
#define KHITAI_COMPILE_ADD_TEXTS_H_

#include "compile/add.h"
#include "khitai/result.h"

namespace khitai::compile {

// Whether each of them can stand in a cell; the Error names the first that
// cannot, and why.
Status check_texts(const Addition& addition);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_ADD_TEXTS_H_
