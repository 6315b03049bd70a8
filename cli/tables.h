// SPDX-License-Identifier: Apache-2.0
//
// The tables of the lexicon, for the commands that work on them and not on what
// they compile to.

#ifndef KHITAI_CLI_TABLES_H_
#define KHITAI_CLI_TABLES_H_

#include <string>
#include <vector>

#include "compile/tables.h"
#include "khitai/result.h"

namespace khitai::cli {

// Where the shipped tables are; Error: how to say where.
Result<std::string> need_tables();

// A folder of one's own is laid over the shipped tables, whose vocabulary and
// ids it uses; the shipped folder, or a whole lexicon, stands by itself.
std::vector<std::string> with_vocabulary(std::vector<std::string> folders);

// The tables of folders and tables of names, as they were read. Error: the
// first thing in them that is wrong.
Result<compile::Tables> read_sound_tables(
    const std::vector<std::string>& folders,
    const std::vector<std::string>& names);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_TABLES_H_
