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

// In bytes, of a file that was opened.
Result<size_t> size_of(const Descriptor& file, const std::string& path) {
  if (file.number() < 0) return system_error(path, "cannot be opened");
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) {
    return system_error(path, "cannot be examined");
  }
  if (!S_ISREG(status.st_mode)) return Error{path + ": not a regular file"};
  return static_cast<size_t>(status.st_size);
}

}  // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::open(
    const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  const Result<size_t> size = size_of(file, path);
  if (!size.ok()) return size.error();
  void* data = nullptr;
  if (*size > 0) {
    data = ::mmap(nullptr, *size, PROT_READ, MAP_SHARED, file.number(), 0);
    if (data == MAP_FAILED) return system_error(path, "cannot be mapped");
  }
  return std::shared_ptr<const MappedFile>(
      new MappedFile(static_cast<const char*>(data), *size));
}

Result<std::shared_ptr<const MappedFile>> MappedFile::open_resident(
    const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  const Result<size_t> size = size_of(file, path);
  if (!size.ok()) return size.error();
  if (*size == 0) {
    return std::shared_ptr<const MappedFile>(new MappedFile(nullptr, 0));
  }
  void* data = ::mmap(nullptr, *size, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (data == MAP_FAILED) return system_error(path, "finds no memory");
  const std::shared_ptr<const MappedFile> copy(
      new MappedFile(static_cast<const char*>(data), *size));
#ifdef MADV_HUGEPAGE
  ::madvise(data, *size, MADV_HUGEPAGE);  // without it all is well but slower
#endif
  for (size_t at = 0; at < *size;) {
    const ssize_t got =
        ::read(file.number(), static_cast<char*>(data) + at, *size - at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(path, "cannot be read");
    if (got == 0) return Error{path + ": became shorter while it was read"};
    at += static_cast<size_t>(got);
  }
  ::mprotect(data, *size, PROT_READ);
  return copy;
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
