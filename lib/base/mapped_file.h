// SPDX-License-Identifier: Apache-2.0
//
// Files: mapped read-only, read whole, or written whole under a temporary name
// and renamed. Errors are one line: the path, what is wrong, what to do.

#ifndef KHITAI_BASE_MAPPED_FILE_H_
#define KHITAI_BASE_MAPPED_FILE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "khitai/result.h"

namespace khitai::base {

// A regular file in memory, shared with other processes. The file must not be
// truncated by others while it is mapped; khitai only ever replaces files.
class MappedFile {
 public:
  static Result<std::shared_ptr<const MappedFile>> open(
      const std::string& path);
  // A copy in memory of this process, in huge pages where the system gives
  // them to who asks.
  static Result<std::shared_ptr<const MappedFile>> open_resident(
      const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile(const char* data, size_t size) : data_(data), size_(size) {}
  const char* data_;
  size_t size_;
};

// All or nothing, as new_file.h has it.
Status write_whole(const std::string& path, std::string_view bytes);

}  // namespace khitai::base

#endif  // KHITAI_BASE_MAPPED_FILE_H_
