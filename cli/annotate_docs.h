// SPDX-License-Identifier: Apache-2.0
//
// `annotate --emit docs`: records as they are, with the ids of what their text
// names. Read and written in blocks on several threads, in the order of the
// input; what is held does not grow with it.

#ifndef KHITAI_CLI_ANNOTATE_DOCS_H_
#define KHITAI_CLI_ANNOTATE_DOCS_H_

#include "cli/annotate_wish.h"

namespace khitai::cli {

// Returns the exit code; broken records are told, and the others come out.
int annotate_docs(const AnnotateWish& wish);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_ANNOTATE_DOCS_H_
