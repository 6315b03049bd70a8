// SPDX-License-Identifier: Apache-2.0

#include "cli/each_document.h"

namespace khitai::cli {

FileTree documents_of(const std::vector<std::string>& files,
                      const ReadWish& read, bool quiet) {
  const bool all = input_of(read) != Input::kAuto;
  FileTree tree = list_documents(
      files, {.all_kinds = all, .tables = !read.field.empty(), .out = ""});
  const std::string skipped = skipped_words(tree);
  if (!skipped.empty() && !quiet) {
    std::fprintf(stderr, "%s\n", skipped.c_str());
  }
  return tree;
}

}  // namespace khitai::cli
