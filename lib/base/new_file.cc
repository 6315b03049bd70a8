// SPDX-License-Identifier: Apache-2.0

#include "base/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "base/system_error.h"

namespace khitai::base {
namespace {

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

bool write_all(int number, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(number, bytes.data(), bytes.size());
    if (put < 0 && errno != EINTR) return false;
    if (put > 0) bytes.remove_prefix(static_cast<size_t>(put));
  }
  return true;
}

Result<std::unique_ptr<NewFile>> NewFile::begin(const std::string& path) {
  std::unique_ptr<NewFile> file(new NewFile(path));
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) {
    file->number_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file->number_ < 0) return system_error(path, "cannot be written");
    return file;
  }
  if (!exists && ::lstat(path.c_str(), &status) == 0) {
    return Error{path + ": is a link to nothing, expected a file; remove it"};
  }
  constexpr mode_t kPermissions = 07777;
  if (exists) file->permissions_ = status.st_mode & kPermissions;
  file->target_ = target_of(path);
  std::string temporary;
  file->number_ = open_beside(file->target_, &temporary);
  if (file->number_ < 0) {
    return system_error(path, "cannot be written (no temporary file)");
  }
  file->temporary_ = std::move(temporary);
  return file;
}

NewFile::~NewFile() {
  if (number_ >= 0) ::close(number_);
  if (!temporary_.empty()) std::remove(temporary_.c_str());
}

Status NewFile::add(std::string_view bytes) {
  if (write_all(number_, bytes)) return Done{};
  return system_error(path_, "cannot be written");
}

Status NewFile::end() {
  if (temporary_.empty()) return Done{};
  if ((permissions_ && ::fchmod(number_, *permissions_) != 0) ||
      ::fsync(number_) != 0 ||
      std::rename(temporary_.c_str(), target_.c_str()) != 0) {
    return system_error(path_, "cannot be written");
  }
  temporary_.clear();
  return Done{};
}

}  // namespace khitai::base
