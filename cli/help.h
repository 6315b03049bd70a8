// SPDX-License-Identifier: Apache-2.0
//
// The help of the program and its commands, in the user's language and as wide
// as the terminal. Descriptions and footers are kept in English where commands
// define them, for completion is made of them, too, and translated when they
// are printed.

#ifndef KHITAI_CLI_HELP_H_
#define KHITAI_CLI_HELP_H_

#include <CLI/CLI.hpp>
#include <memory>

namespace khitai::cli {

// Before commands are added: they take over the program's.
void set_help(CLI::App* program);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_HELP_H_
