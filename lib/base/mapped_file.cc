// SPDX-License-Identifier: Apache-2.0

#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/new_file.h"
#include "base/system_error.h"

namespace khitai::base {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::open(
    const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return system_error(path, "cannot be opened");
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) {
    return system_error(path, "cannot be examined");
  }
  if (!S_ISREG(status.st_mode)) {
    return Error{path + ": not a regular file"};
  }
  const size_t size = static_cast<size_t>(status.st_size);
  if (size == 0) {
    return std::shared_ptr<const MappedFile>(new MappedFile(nullptr, 0));
  }
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number(), 0);
  if (data == MAP_FAILED) return system_error(path, "cannot be mapped");
  return std::shared_ptr<const MappedFile>(
      new MappedFile(static_cast<const char*>(data), size));
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

Status write_whole(const std::string& path, std::string_view bytes) {
  const auto file = NewFile::begin(path);
  if (!file.ok()) return file.error();
  const Status added = (*file)->add(bytes);
  return added.ok() ? (*file)->end() : added;
}

}  // namespace khitai::base
