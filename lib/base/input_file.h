// SPDX-License-Identifier: Apache-2.0
//
// A file, a pipe or standard input that is read forward. Not thread-safe.

#ifndef KHITAI_BASE_INPUT_FILE_H_
#define KHITAI_BASE_INPUT_FILE_H_

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "khitai/result.h"

namespace khitai::base {

class InputFile {
 public:
  // "-": standard input. An error names the path and what is wrong.
  static Result<std::unique_ptr<InputFile>> open(const std::string& path);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  // Puts at most `room` bytes to `into` and returns how many; 0: the end.
  // REQUIRES: room > 0.
  Result<size_t> read(char* into, size_t room);

  // Appends what is left. More than `most` bytes in all are an error, and are
  // not read on.
  Status read_rest(size_t most, std::string* bytes);

 private:
  InputFile(int descriptor, std::string name)
      : descriptor_(descriptor), name_(std::move(name)) {}

  const int descriptor_;
  const std::string name_;  // in errors
  size_t size_ = 0;         // bytes in all, if that is known
};

// The whole of a file, a pipe, or standard input ("-"). What has more than
// `most` bytes is an error, and is not read on.
Result<std::string> read_whole(const std::string& path, size_t most = SIZE_MAX);

}  // namespace khitai::base

#endif  // KHITAI_BASE_INPUT_FILE_H_
