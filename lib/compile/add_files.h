// SPDX-License-Identifier: Apache-2.0
//
// Which file of a lexicon folder a new row goes to.

#ifndef KHITAI_COMPILE_ADD_FILES_H_
#define KHITAI_COMPILE_ADD_FILES_H_

#include <functional>
#include <optional>
#include <string>

#include "compile/tables.h"

namespace khitai::compile {

class FilesWithRoom {
 public:
  // `tables` must outlive it; `folder` is one of those they were read from.
  FilesWithRoom(const Tables& tables, const std::string& folder)
      : tables_(tables), folder_(folder) {}

  // The file of the folder that has most rows of the kind that `fits`, and room
  // for another. Linear in rows of the kind.
  std::optional<std::string> with(
      TableKind kind, const std::function<bool(const Row&)>& fits) const;

  // A file of that kind with room, whatever stands in it: `stem`.tsv,
  // `stem`-2.tsv ..., perhaps new. REQUIRES: the kind has a folder.
  std::string other(TableKind kind, const std::string& stem) const;

 private:
  const Tables& tables_;
  std::string folder_;
};

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_ADD_FILES_H_
