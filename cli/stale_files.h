// SPDX-License-Identifier: Apache-2.0
//
// Records and documents of an index under another lexicon: what of them is to
// be indexed again. Read on several threads, told in the order of the input.

#ifndef KHITAI_CLI_STALE_FILES_H_
#define KHITAI_CLI_STALE_FILES_H_

#include "cli/stale_wish.h"

namespace khitai::cli {

// Files with a field that is the text. Writes a row for each record that
// changes, or the record; what is held does not grow with the files. Returns
// the exit code; broken records are told, and the others come out.
int stale_records(const StaleWish& wish);

// Any documents. Writes the path of each that changes. Returns the exit code;
// those that cannot be read are told.
int stale_documents(const StaleWish& wish);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_STALE_FILES_H_
