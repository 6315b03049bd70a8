// SPDX-License-Identifier: Apache-2.0

#include "fold/samples.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <random>

#include "support/cases.h"
#include "text/utf8.h"

namespace khitai::tests {
namespace {

struct Range {
  uint32_t first;
  uint32_t last;
};
using Ranges = std::vector<Range>;

// What may stand between and inside words of any script.
const Ranges kCommon = {
    {0x20, 0x20},     {0x20, 0x20},     {0x0A, 0x0A},     {0x0D, 0x0D},
    {0x27, 0x27},     {0x2D, 0x2F},     {0x30, 0x3A},     {0x2B9, 0x2BF},
    {0x2018, 0x2019}, {0x00AD, 0x00AD}, {0x200B, 0x200F}, {0x300, 0x308},
    {0x2010, 0x2015}, {0x00B7, 0x00B7}, {0xFE00, 0xFE0F}, {0x2C, 0x2C},
    {0x09, 0x09},     {0xFEFF, 0xFEFF}, {0x01, 0x01}};

const std::map<std::string, Ranges>& tables() {
  static const std::map<std::string, Ranges> rows = {
      {"ascii", {{0x41, 0x5A}, {0x61, 0x7A}, {0x61, 0x7A}, {0x20, 0x7F}}},
      {"latin",
       {{0x61, 0x7A},
        {0x41, 0x5A},
        {0xC0, 0x24F},
        {0x1E00, 0x1EFF},
        {0x300, 0x36F},
        {0x250, 0x2FF},
        {0x2C60, 0x2C7F},
        {0xFB00, 0xFB06},
        {0x2160, 0x217F},
        {0xFF21, 0xFF5A}}},
      {"pinyin",
       {{0x61, 0x65},
        {0x67, 0x6A},
        {0x6C, 0x71},
        {0x75, 0x7A},
        {0x69, 0x69},
        {0x6E, 0x6E},
        {0x75, 0x75},
        {0x31, 0x36},
        {0x3A, 0x3A},
        {0xFC, 0xFC},
        {0x6C, 0x6C},
        {0x27, 0x27},
        {0x1D6, 0x1DC}}},
      {"roman",
       {{0x69, 0x69},
        {0x76, 0x76},
        {0x78, 0x78},
        {0x49, 0x49},
        {0x56, 0x56},
        {0x58, 0x58},
        {0x20, 0x20},
        {0x2E, 0x2E},
        {0x61, 0x61}}},
      {"cyrillic",
       {{0x400, 0x52F},
        {0x430, 0x44F},
        {0x410, 0x42F},
        {0x61, 0x7A},
        {0x300, 0x308},
        {0x1C80, 0x1C88}}},
      {"arabic",
       {{0x621, 0x64A},
        {0x621, 0x64A},
        {0x64B, 0x65F},
        {0x670, 0x6D5},
        {0x660, 0x669},
        {0x6F0, 0x6F9},
        {0x750, 0x77F},
        {0x8A0, 0x8FF},
        {0x649, 0x64A},
        {0x654, 0x654},
        {0x6D5, 0x6D5},
        {0x600, 0x61F}}},
      {"forms",
       {{0xFB50, 0xFDFF}, {0xFE70, 0xFEFC}, {0x621, 0x64A}, {0x6C6, 0x6D5}}},
      {"han",
       {{0x4E00, 0x9FFF},
        {0x4E00, 0x9FFF},
        {0x3400, 0x4DBF},
        {0x20000, 0x2FA1F},
        {0xF900, 0xFAFF},
        {0x2E80, 0x2FDF},
        {0x3000, 0x303F},
        {0x31C0, 0x31E3},
        {0xE0100, 0xE01EF},
        {0x61, 0x7A}}},
      {"kana",
       {{0x3041, 0x309F},
        {0x30A0, 0x30FF},
        {0xFF61, 0xFF9F},
        {0x31F0, 0x31FF},
        {0x3099, 0x309A},
        {0x30FC, 0x30FC}}},
      {"hangul",
       {{0xAC00, 0xD7A3},
        {0x1100, 0x11FF},
        {0x3131, 0x318E},
        {0xA960, 0xA97C},
        {0xD7B0, 0xD7FB},
        {0xFFA0, 0xFFDC}}},
      {"greek", {{0x370, 0x3FF}, {0x1F00, 0x1FFF}, {0x342, 0x345}}},
      {"hebrew", {{0x591, 0x5F4}, {0xFB1D, 0xFB4F}}},
      {"syriac", {{0x700, 0x74F}, {0x860, 0x86A}}},
      {"mongolian", {{0x1800, 0x18AA}, {0x1820, 0x1842}, {0x202F, 0x202F}}},
      {"turkic", {{0x10C00, 0x10C48}, {0x10F00, 0x10FCB}, {0x205A, 0x205A}}},
      {"opaque",
       {{0x17000, 0x187F7},
        {0x18B00, 0x18CD5},
        {0x16FE0, 0x16FF1},
        {0xE000, 0xF8FF},
        {0x1B170, 0x1B2FB}}},
      {"armenian", {{0x531, 0x58F}, {0xFB13, 0xFB17}}},
      {"georgian", {{0x10A0, 0x10FF}, {0x1C90, 0x1CBF}, {0x2D00, 0x2D2D}}},
      {"indic", {{0x900, 0xD7F}, {0xF00, 0xFDA}, {0x1780, 0x17FF}}},
      {"planes", {{0x20, 0xD7FF}, {0xE000, 0xFFFF}, {0x10000, 0x10FFFF}}},
      {"basic", {{0x20, 0x2FFF}}},
      {"astral", {{0x10000, 0x1FFFF}, {0xE0000, 0xE01FF}}},
      {"bytes", {{0, 0xFF}}},
  };
  return rows;
}

}  // namespace

std::vector<std::string> alphabets() {
  std::vector<std::string> names;
  for (const auto& [name, ranges] : tables()) names.push_back(name);
  return names;
}

std::vector<std::string> random_strings(const std::string& alphabet, int count,
                                        int length, uint32_t seed) {
  const Ranges& own = tables().at(alphabet);
  std::mt19937 random(seed);
  const auto below = [&random](size_t n) {
    return static_cast<uint32_t>(random() % n);
  };
  std::vector<std::string> out;
  for (int i = 0; i < count; ++i) {
    std::string text;
    const uint32_t size = below(static_cast<size_t>(length)) + 1;
    for (uint32_t j = 0; j < size; ++j) {
      const Ranges& ranges =
          alphabet != "bytes" && below(4) == 0 ? kCommon : own;
      const Range range = ranges[below(ranges.size())];
      const uint32_t code = range.first + below(range.last - range.first + 1);
      if (alphabet == "bytes") {
        text.push_back(static_cast<char>(code));
      } else {
        text::append(code, &text);
      }
    }
    out.push_back(text);
  }
  return out;
}

std::vector<std::string> beginnings(const std::string& folder, size_t bytes) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end;
       !error && at != end; at.increment(error)) {
    if (at->is_regular_file()) paths.push_back(at->path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::string text = read_file(path).substr(0, bytes);
    const size_t newline = text.rfind('\n');
    if (newline != std::string::npos) text.resize(newline + 1);
    out.push_back(text);
  }
  return out;
}

std::string spell(const std::string& text) {
  std::string out;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    const text::CodePoint point = text::decode(at, end);
    char hex[16];
    if (point.valid) {
      std::snprintf(hex, sizeof hex, "%04X ",
                    static_cast<unsigned>(point.code));
    } else {
      std::snprintf(hex, sizeof hex, "x%02X ", static_cast<uint8_t>(*at));
    }
    out += hex;
    at += point.valid ? point.size : 1;
  }
  return out;
}

}  // namespace khitai::tests
