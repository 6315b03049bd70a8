// SPDX-License-Identifier: Apache-2.0

#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

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

Result<std::string> read_descriptor(int number, const std::string& path,
                                    size_t most) {
  std::string bytes;
  char buffer[1 << 16];
  for (;;) {
    const ssize_t got = ::read(number, buffer, sizeof(buffer));
    if (got == 0) return bytes;
    if (got > 0) {
      if (static_cast<size_t>(got) > most - bytes.size()) {
        return Error{path + ": more than " + std::to_string(most) +
                     " bytes, expected at most that; split the file"};
      }
      bytes.append(buffer, static_cast<size_t>(got));
    } else if (errno != EINTR) {
      return system_error(path, "cannot be read");
    }
  }
}

bool write_all(int number, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(number, bytes.data(), bytes.size());
    if (put < 0 && errno != EINTR) return false;
    if (put > 0) bytes.remove_prefix(static_cast<size_t>(put));
  }
  return true;
}

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

Result<std::string> read_whole(const std::string& path, size_t most) {
  if (path == "-") {
    return read_descriptor(STDIN_FILENO, "standard input", most);
  }
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return system_error(path, "cannot be opened");
  struct stat status {};
  if (::fstat(file.number(), &status) == 0 && S_ISDIR(status.st_mode)) {
    return Error{path + ": is a folder, expected a file"};
  }
  return read_descriptor(file.number(), path, most);
}

namespace {

// Writes into what is no regular file: a device or a pipe.
Status write_into(const std::string& path, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.number() >= 0 && write_all(file.number(), bytes)) return Done{};
  return system_error(path, "cannot be written");
}

// What a path leads to behind its links.
std::string target_of(const std::string& path) {
  char* resolved = ::realpath(path.c_str(), nullptr);
  if (resolved == nullptr) return path;
  std::string target = resolved;
  std::free(resolved);
  return target;
}

// A new file beside `target`, as the umask allows; -1 when there can be none.
int open_beside(const std::string& target, std::string* name) {
  constexpr int kTries = 100;
  for (int i = 0; i < kTries; ++i) {
    *name = target + "." + std::to_string(::getpid()) + "-" +
            std::to_string(i) + ".tmp";
    const int number =
        ::open(name->c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (number >= 0 || errno != EEXIST) return number;
  }
  return -1;
}

}  // namespace

Status write_whole(const std::string& path, std::string_view bytes) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) return write_into(path, bytes);
  if (!exists && ::lstat(path.c_str(), &status) == 0) {
    return Error{path + ": is a link to nothing, expected a file; remove it"};
  }
  const std::string target = target_of(path);
  std::string temporary;
  const Descriptor file(open_beside(target, &temporary));
  if (file.number() < 0) {
    return system_error(path, "cannot be written (no temporary file)");
  }
  constexpr mode_t kPermissions = 07777;
  const bool written =
      write_all(file.number(), bytes) &&
      (!exists ||
       ::fchmod(file.number(), status.st_mode & kPermissions) == 0) &&
      ::fsync(file.number()) == 0;
  if (!written || std::rename(temporary.c_str(), target.c_str()) != 0) {
    const Error error = system_error(path, "cannot be written");
    std::remove(temporary.c_str());
    return error;
  }
  return Done{};
}

}  // namespace khitai::base
