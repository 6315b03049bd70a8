// SPDX-License-Identifier: Apache-2.0

#include "cli/documents.h"

#include <cstdint>
#include <string_view>
#include <utility>

#include "base/mapped_file.h"
#include "text/encoding.h"

namespace khitai::cli {

Result<Annotation> annotate_path(const Lexicon& lexicon,
                                 const std::string& path,
                                 const AnnotateOptions& options) {
  auto source = base::read_whole(path);
  if (!source.ok()) return source.error();
  const std::string shown = path == "-" ? "standard input" : path;
  if (source->size() > size_t{INT32_MAX}) {
    return Error{shown + ": " + std::to_string(source->size()) +
                 " bytes, expected at most 2147483647; split the file"};
  }
  const std::string_view encoding = text::other_encoding(*source);
  if (!encoding.empty()) {
    const std::string name(encoding);
    return Error{shown + ": " + name +
                 ", expected UTF-8; convert it with `iconv -f " + name +
                 " -t UTF-8`"};
  }
  return annotate_document(lexicon, path, std::move(source).value(), options);
}

}  // namespace khitai::cli
