// SPDX-License-Identifier: Apache-2.0

#include "search/text.h"

#include "fold/fold.h"
#include "write/utf8.h"

namespace khitai::search {
namespace {

struct QuotationMarks {
  std::string_view open;
  std::string_view close;
};
constexpr QuotationMarks kQuotationMarks[] = {
    {"\"", "\""},
    {"\xE2\x80\x9C", "\xE2\x80\x9D"},  // U+201C U+201D
    {"\xE2\x80\x9E", "\xE2\x80\x9C"},  // U+201E U+201C
    {"\xE2\x80\x9E", "\xE2\x80\x9D"},  // U+201E U+201D
    {"\xC2\xAB", "\xC2\xBB"},          // U+00AB U+00BB
    {"\xC2\xBB", "\xC2\xAB"},          // U+00BB U+00AB
    {"\xE3\x80\x8C", "\xE3\x80\x8D"},  // U+300C U+300D
    {"\xE3\x80\x8E", "\xE3\x80\x8F"},  // U+300E U+300F
    {"\xEF\xBC\x82", "\xEF\xBC\x82"},  // U+FF02
};

constexpr char32_t kMarkOfOrder = 0xFEFF;

bool is_query_space(char32_t code) {
  return code == ' ' || code == 0xA0 || code == 0x3000 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029;
}

bool has_space(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint next = write::code_point_at(text, at);
    if (is_query_space(next.code)) return true;
    at += next.size;
  }
  return false;
}

// The quotation that begins at `at`; its end is 0 when none does.
Stretch quotation_at(std::string_view plain, size_t at, size_t* next) {
  for (const QuotationMarks& marks : kQuotationMarks) {
    if (!plain.substr(at).starts_with(marks.open)) continue;
    const size_t begin = at + marks.open.size();
    const size_t end = plain.find(marks.close, begin);
    if (end == plain.npos) continue;
    *next = end + marks.close.size();
    return {begin, end, true};
  }
  return {};
}

}  // namespace

std::string plain_query(std::string_view typed) {
  std::string plain(typed);
  for (size_t at = 0; at < typed.size();) {
    const text::CodePoint next = write::code_point_at(typed, at);
    if (!next.valid || write::is_control(next.code) ||
        next.code == kMarkOfOrder) {
      plain.replace(at, next.size, next.size, ' ');
    }
    at += next.size;
  }
  return plain;
}

std::vector<Stretch> stretches_of(std::string_view plain) {
  std::vector<Stretch> all;
  size_t done = 0;
  const auto add_before = [&](size_t end) {
    if (end > done) all.push_back({done, end, false});
  };
  for (size_t at = 0; at < plain.size();) {
    size_t next = 0;
    const Stretch quotation = quotation_at(plain, at, &next);
    if (!quotation.quoted) {
      at += write::code_point_at(plain, at).size;
      continue;
    }
    add_before(at);
    all.push_back(quotation);
    done = at = next;
  }
  add_before(plain.size());
  return all;
}

std::vector<Word> words_of(std::string_view plain, size_t begin, size_t end) {
  const std::string_view stretch = plain.substr(begin, end - begin);
  fold::Units units;
  fold::append_units(stretch, &units);
  std::vector<Word> words;
  size_t last = 0;
  for (const fold::Unit& unit : units.units) {
    const bool parted =
        words.empty() || has_space(stretch.substr(last, unit.begin - last));
    if (parted) words.push_back({begin + unit.begin, 0});
    last = unit.end;
    words.back().end = begin + unit.end;
  }
  return words;
}

}  // namespace khitai::search
