// SPDX-License-Identifier: Apache-2.0
//
// A folder of tables for one test, gone when the test is over, and the marks
// that stand for tabs and ends of lines in tables of cases.

#ifndef KHITAI_TESTS_COMPILE_SCRATCH_FOLDER_H_
#define KHITAI_TESTS_COMPILE_SCRATCH_FOLDER_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace khitai::tests {

class ScratchFolder {
 public:
  ScratchFolder()
      : path_(testing::TempDir() + "khitai_tables_" +
              std::to_string(::getpid()) + "_" + std::to_string(next())) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~ScratchFolder() { std::filesystem::remove_all(path_); }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::string& path() const { return path_; }

  void write(const std::string& file, std::string_view bytes) const {
    const std::filesystem::path path = std::filesystem::path(path_) / file;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }

 private:
  static int next() {
    static std::atomic<int> made = 0;
    return made++;
  }
  std::string path_;
};

inline std::string replace_all(std::string text, std::string_view from,
                               std::string_view to) {
  for (size_t at = text.find(from); at != text.npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// The arrows of the case tables made into what they stand for.
inline std::string unmark(const std::string& text) {
  return replace_all(replace_all(text, "\u21E5", "\t"), "\u21B5", "\n");
}

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_COMPILE_SCRATCH_FOLDER_H_
