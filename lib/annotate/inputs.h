// SPDX-License-Identifier: Apache-2.0
//
// Kinds of documents, as users and as readers call them.

#ifndef KHITAI_ANNOTATE_INPUTS_H_
#define KHITAI_ANNOTATE_INPUTS_H_

#include <optional>

#include "document/kind.h"
#include "khitai/annotate.h"

namespace khitai::annotate {

// Nothing for kAuto.
std::optional<document::Kind> kind_of(Input input);

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_INPUTS_H_
