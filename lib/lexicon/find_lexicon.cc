// SPDX-License-Identifier: Apache-2.0
//
// Lexica that lie side by side.

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/ascii.h"
#include "khitai/lexicon.h"

namespace khitai {
namespace {

namespace fs = std::filesystem;

constexpr size_t kHashDigits = 16;
constexpr std::string_view kDefaultFile = "khitai.klex";

std::vector<std::string> lexica_in(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) return paths;
  for (const fs::directory_entry& entry : entries) {
    if (entry.path().extension() == ".klex") {
      paths.push_back(entry.path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string listed(const std::vector<std::string>& folders) {
  std::string all;
  for (const std::string& folder : folders) {
    all += (all.empty() ? "" : ", ") + folder;
  }
  return all.empty() ? "no folder" : all;
}

}  // namespace

bool is_lexicon_hash(std::string_view text) {
  return text.size() == kHashDigits &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return base::is_digit(c) || (c >= 'a' && c <= 'f');
         });
}

Result<std::shared_ptr<const Lexicon>> find_lexicon(
    const std::vector<std::string>& folders, std::string_view hash) {
  if (hash.empty()) {
    for (const std::string& folder : folders) {
      const std::string path = (fs::path(folder) / kDefaultFile).string();
      std::error_code error;
      if (fs::exists(path, error)) return Lexicon::open(path);
    }
    return Error{"no lexicon " + std::string(kDefaultFile) + " in " +
                 listed(folders)};
  }
  if (!is_lexicon_hash(hash)) {
    return Error{"'" + std::string(hash) +
                 "' is no lexicon's hash, expected 16 hex digits"};
  }
  for (const std::string& folder : folders) {
    for (const std::string& path : lexica_in(folder)) {
      auto opened = Lexicon::open(path);
      if (opened.ok() && (*opened)->hash() == hash) return opened;
    }
  }
  return Error{"no lexicon " + std::string(hash) + " among the *.klex of " +
               listed(folders) + "; put its file there"};
}

}  // namespace khitai
