// SPDX-License-Identifier: Apache-2.0
//
// A file written piece by piece, and whole or not at all: what is added goes
// to a temporary file beside it, which `end` renames. Until then, and when
// anything fails, what was there before stays.
//
// Links are followed, one to nothing is an error; a device or a pipe is written
// to as it is, at once. The old file's permissions are kept; a new one has what
// the umask allows. Not shared between threads.

#ifndef KHITAI_BASE_NEW_FILE_H_
#define KHITAI_BASE_NEW_FILE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "khitai/result.h"

namespace khitai::base {

class NewFile {
 public:
  static Result<std::unique_ptr<NewFile>> begin(const std::string& path);
  // Without `end`: leaves nothing behind.
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  Status add(std::string_view bytes);
  // On the disk and in its place. REQUIRES: nothing is added after it.
  Status end();

 private:
  explicit NewFile(std::string path) : path_(std::move(path)) {}

  std::string path_;       // as it was given: for messages
  std::string target_;     // behind its links
  std::string temporary_;  // "": written to as it is
  int number_ = -1;        // of the open file
  // Of the old file, if there is one.
  std::optional<uint32_t> permissions_;
};

// All of `bytes` in the end, not more of an open file.
bool write_all(int number, std::string_view bytes);

}  // namespace khitai::base

#endif  // KHITAI_BASE_NEW_FILE_H_
