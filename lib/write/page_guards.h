// SPDX-License-Identifier: Apache-2.0
//
// What stays as it is written in a whole document (guards.h): found by signs in
// its text, part by part, and by what its markup says is a quotation or a
// title. Linear.

#ifndef KHITAI_WRITE_PAGE_GUARDS_H_
#define KHITAI_WRITE_PAGE_GUARDS_H_

#include <vector>

#include "khitai/annotate.h"
#include "write/guards.h"

namespace khitai::write {

// By begin; may overlap. Spans are bytes of the annotation's source.
std::vector<Guarded> guards_of_page(const Annotation& page);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_PAGE_GUARDS_H_
