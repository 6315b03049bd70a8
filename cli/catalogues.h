// SPDX-License-Identifier: Apache-2.0
//
// The catalogues of messages that are within the program: cli/messages/*.po,
// compiled by msgfmt and embedded when the program is built. None where
// there was no msgfmt.

#ifndef KHITAI_CLI_CATALOGUES_H_
#define KHITAI_CLI_CATALOGUES_H_

#include <span>
#include <string_view>

namespace khitai::cli {

struct EmbeddedCatalogue {
  std::string_view language;  // "zh_CN"
  std::string_view bytes;     // a .mo file
};

std::span<const EmbeddedCatalogue> embedded_catalogues();

}  // namespace khitai::cli

#endif  // KHITAI_CLI_CATALOGUES_H_
