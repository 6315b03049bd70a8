// SPDX-License-Identifier: Apache-2.0

#include "compile/cells.h"

#include <algorithm>

namespace khitai::compile {
namespace {

bool is_below(std::string_view tag, std::string_view lang) {
  return tag.substr(0, lang.size()) == lang &&
         (tag.size() == lang.size() || tag[lang.size()] == '-');
}

}  // namespace

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin + 1;
    while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    out.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return out;
}

std::vector<std::string_view> words(std::string_view cell) {
  std::vector<std::string_view> out;
  while (!cell.empty()) {
    const size_t end = std::min(cell.find(' '), cell.size());
    if (end > 0) out.push_back(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return out;
}

bool has_word(std::string_view cell, std::string_view word) {
  while (!cell.empty()) {
    const size_t end = std::min(cell.find(' '), cell.size());
    if (end > 0 && cell.substr(0, end) == word) return true;
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return false;
}

std::string tags_below(std::string_view tags, std::string_view lang) {
  std::string out;
  for (std::string_view tag : words(tags)) {
    if (is_below(tag, lang)) out += (out.empty() ? "" : " ") + std::string(tag);
  }
  return out;
}

bool is_chinese(std::string_view tags) {
  return !tags_below(tags, "zh").empty() || !tags_below(tags, "lzh").empty();
}

std::vector<const Row*> sorted_rows(const Table& table) {
  std::vector<const Row*> rows;
  for (const Row& row : table.rows) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) {
    return comes_before(*a, *b);
  });
  return rows;
}

}  // namespace khitai::compile
