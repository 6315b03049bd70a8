// SPDX-License-Identifier: Apache-2.0
//
// The indexes of a database of SQLite under another lexicon.

#ifndef KHITAI_CLI_STALE_DATABASE_H_
#define KHITAI_CLI_STALE_DATABASE_H_

#include <string>

#include "cli/stale_wish.h"

namespace khitai::cli {

// Whether it is a file that begins as a database of SQLite does.
bool is_database(const std::string& path);

// Tells the rows whose tokens change, or writes them anew. Returns the exit
// code.
int stale_database(const std::string& path, const StaleWish& wish);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_STALE_DATABASE_H_
