// SPDX-License-Identifier: Apache-2.0

#include "base/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/system_error.h"

namespace khitai::base {

Result<std::unique_ptr<InputFile>> InputFile::open(const std::string& path) {
  if (path == "-") {
    return std::unique_ptr<InputFile>(
        new InputFile(STDIN_FILENO, "standard input"));
  }
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) return system_error(path, "cannot be opened");
  auto file = std::unique_ptr<InputFile>(new InputFile(number, path));
  struct stat status {};
  if (::fstat(number, &status) != 0) return file;
  if (S_ISDIR(status.st_mode)) {
    return Error{path + ": is a folder, expected a file"};
  }
  if (S_ISREG(status.st_mode))
    file->size_ = static_cast<size_t>(status.st_size);
  return file;
}

InputFile::~InputFile() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

Result<size_t> InputFile::read(char* into, size_t room) {
  for (;;) {
    const ssize_t got = ::read(descriptor_, into, room);
    if (got >= 0) return static_cast<size_t>(got);
    if (errno != EINTR) return system_error(name_, "cannot be read");
  }
}

Status InputFile::read_rest(size_t most, std::string* bytes) {
  constexpr size_t kLeast = size_t{1} << 16;
  constexpr size_t kMost = size_t{1} << 24;
  // One byte more than there should be tells the end.
  size_t step = std::max(kLeast, std::min(size_, most) + 1);
  for (;; step = std::clamp(bytes->size(), kLeast, kMost)) {
    const size_t had = bytes->size();
    bytes->resize(had + step);
    const Result<size_t> got = read(bytes->data() + had, bytes->size() - had);
    bytes->resize(had + (got.ok() ? *got : 0));
    if (!got.ok()) return got.error();
    if (bytes->size() > most) {
      return Error{name_ + ": more than " + std::to_string(most) +
                   " bytes, expected at most that; split the file"};
    }
    if (*got == 0) return Done{};
  }
}

Result<std::string> read_whole(const std::string& path, size_t most) {
  const auto file = InputFile::open(path);
  if (!file.ok()) return file.error();
  std::string bytes;
  const Status read = (*file)->read_rest(most, &bytes);
  if (!read.ok()) return read.error();
  return bytes;
}

}  // namespace khitai::base
