// SPDX-License-Identifier: Apache-2.0
//
// Compiled overlays are kept, so that only the first command that lays a
// folder or table over the lexicon waits for the compiler.

#ifndef KHITAI_CLI_CACHE_H_
#define KHITAI_CLI_CACHE_H_

#include <optional>
#include <string>

#include "compile/compile.h"

namespace khitai::cli {

// Where what these tables compile to would be kept: a file of
// $KHITAI_CACHE, else $XDG_CACHE_HOME/khitai, else ~/.cache/khitai. Its name
// depends on every byte of the tables and on the program. Nothing when there is
// no such folder to be had, when KHITAI_CACHE is empty, or when a table is no
// regular file. Cost: reads the tables.
std::optional<std::string> cached_path(const compile::CompileOptions& options);

// Puts bytes there, as far as that works, and removes all but the ten files
// last used.
void keep_in_cache(const std::string& path, const std::string& bytes);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_CACHE_H_
