// SPDX-License-Identifier: Apache-2.0
//
// What a result depends on, as one short word: two results of one identity are
// the same, so that the second need not be made. Values; not shared between
// threads.

#ifndef KHITAI_CLI_IDENTITY_H_
#define KHITAI_CLI_IDENTITY_H_

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::cli {

// Two checksums of all that was added, one of them of the other seed: 128 bits.
class Identity {
 public:
  void add(std::string_view text);
  // Path and content. False when it is no regular file: a pipe can be read but
  // once.
  bool add_file(const std::string& path);
  // The program itself: another build may give other results.
  void add_program();
  // The options that were given to a command, but for those of `idle` (names
  // without dashes), with the content of the files they name. An option is
  // taken in unless it is known not to matter, so a new one is not forgotten.
  void add_options(const CLI::App& command,
                   const std::vector<std::string>& idle);
  std::string hex() const;  // 32 digits

 private:
  uint64_t a_ = 1, b_ = 2;
};

}  // namespace khitai::cli

#endif  // KHITAI_CLI_IDENTITY_H_
