// SPDX-License-Identifier: Apache-2.0

#include "base/line_blocks.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/system_error.h"

namespace khitai::base {
namespace {

constexpr size_t kRead = size_t{1} << 16;

}  // namespace

Result<std::unique_ptr<LineBlocks>> LineBlocks::open(const std::string& path,
                                                     size_t size) {
  if (path == "-") {
    return std::unique_ptr<LineBlocks>(
        new LineBlocks("standard input", STDIN_FILENO, size));
  }
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) return system_error(path, "cannot be opened");
  std::unique_ptr<LineBlocks> blocks(new LineBlocks(path, number, size));
  struct stat status {};
  if (::fstat(number, &status) == 0 && S_ISDIR(status.st_mode)) {
    return Error{path + ": is a folder, expected a file"};
  }
  return blocks;
}

LineBlocks::LineBlocks(std::string path, int number, size_t size)
    : path_(std::move(path)),
      number_(number),
      size_(std::max<size_t>(size, 1)) {}

LineBlocks::~LineBlocks() {
  if (number_ != STDIN_FILENO) ::close(number_);
}

bool LineBlocks::read_more() {
  const size_t before = rest_.size();
  rest_.resize(before + kRead);
  ssize_t got = -1;
  do {
    got = ::read(number_, rest_.data() + before, kRead);
  } while (got < 0 && errno == EINTR);
  if (got < 0) error_ = system_error(path_, "cannot be read").message;
  rest_.resize(before + static_cast<size_t>(std::max<ssize_t>(got, 0)));
  ended_ = got <= 0;
  return !ended_;
}

std::optional<LineBlock> LineBlocks::next() {
  const bool start = line_ == 1;
  size_t end = std::string::npos;  // behind the block's last newline
  for (size_t from = size_ - 1; end == std::string::npos;) {
    const size_t newline = rest_.find('\n', from);
    if (newline != std::string::npos) {
      end = newline + 1;
    } else {
      from = std::max(from, rest_.size());
      if (ended_ || !read_more()) end = rest_.size();
    }
  }
  if (!error_.empty() || end == 0) return std::nullopt;
  LineBlock block{rest_.substr(0, end), line_};
  rest_.erase(0, end);
  line_ += static_cast<size_t>(
      std::count(block.text.begin(), block.text.end(), '\n'));
  if (start && block.text.starts_with("\xEF\xBB\xBF")) block.text.erase(0, 3);
  return block;
}

}  // namespace khitai::base
