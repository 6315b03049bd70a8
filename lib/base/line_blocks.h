// SPDX-License-Identifier: Apache-2.0
//
// A file read in blocks of whole lines, for input of any size: what is held is
// one block. Not shared between threads.

#ifndef KHITAI_BASE_LINE_BLOCKS_H_
#define KHITAI_BASE_LINE_BLOCKS_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "khitai/result.h"

namespace khitai::base {

struct LineBlock {
  std::string text;       // whole lines; the last of the file may lack its LF
  size_t first_line = 1;  // counted from 1
};

class LineBlocks {
 public:
  // A file, a pipe, or standard input ("-"). Blocks have at least `size` bytes,
  // but for the last one. A byte order mark at the start is left out.
  static Result<std::unique_ptr<LineBlocks>> open(const std::string& path,
                                                  size_t size);
  ~LineBlocks();
  LineBlocks(const LineBlocks&) = delete;
  LineBlocks& operator=(const LineBlocks&) = delete;

  // Nothing at the end, or when reading failed: see error().
  std::optional<LineBlock> next();
  // "path: cannot be read: ..."; empty when all went well.
  const std::string& error() const { return error_; }

 private:
  LineBlocks(std::string path, int number, size_t size);
  bool read_more();

  std::string path_;
  int number_;  // of the open file
  size_t size_;
  std::string rest_;  // read, not handed out yet
  std::string error_;
  size_t line_ = 1;
  bool ended_ = false;
};

}  // namespace khitai::base

#endif  // KHITAI_BASE_LINE_BLOCKS_H_
