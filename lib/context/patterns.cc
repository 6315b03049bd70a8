// SPDX-License-Identifier: Apache-2.0

#include "context/patterns.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

namespace khitai::context {

struct PatternSet::Pattern {
  std::string label;
  uint32_t entity = kNoRow;
  std::unique_ptr<const re2::RE2> expression;
  int group = 0;  // the one called `name`; 0: the whole match
};

namespace {

constexpr int64_t kMostMemory = int64_t{8} << 20;  // bytes of an expression
constexpr size_t kMostExpression = 4096;           // bytes as it is written
constexpr char kGroup[] = "name";

re2::RE2::Options expression_options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMostMemory);
  return options;
}

// Whether \C stands in it, which matches one byte of a character.
bool has_byte_class(std::string_view expression) {
  for (size_t i = 0; i + 1 < expression.size(); ++i) {
    if (expression[i] != '\\') continue;
    if (expression[++i] == 'C') return true;
  }
  return false;
}

// Where the paragraph that begins at `begin` ends: at a blank line, or where
// it is too long.
size_t piece_end(std::string_view text, size_t begin) {
  const std::string_view piece = text.substr(begin, kPieceSize);
  for (size_t at = piece.find('\n'); at != std::string_view::npos;
       at = piece.find('\n', at + 1)) {
    const size_t next = piece.find_first_not_of(" \t\r", at + 1);
    if (next != std::string_view::npos && piece[next] == '\n') {
      return begin + next + 1;
    }
  }
  if (begin + piece.size() == text.size()) return text.size();
  const size_t space = piece.find_last_of(" \n");
  if (space != std::string_view::npos && space > 0) return begin + space + 1;
  size_t end = begin + piece.size();
  while (end > begin + 1 && (text[end] & 0xC0) == 0x80) --end;
  return end;
}

}  // namespace

PatternSet::PatternSet() = default;
PatternSet::~PatternSet() = default;

Status PatternSet::add(std::string label, std::string_view expression,
                       uint32_t entity) {
  if (expression.size() > kMostExpression) {
    return Error{std::to_string(expression.size()) +
                 " bytes, expected at most " + std::to_string(kMostExpression)};
  }
  // Alone first, so that the error quotes what the user wrote.
  const re2::RE2 alone(re2::StringPiece(expression.data(), expression.size()),
                       expression_options());
  if (!alone.ok()) return Error{alone.error() + ", expected an RE2 expression"};
  if (has_byte_class(expression)) {
    return Error{"\\C, expected no bytes of characters"};
  }
  if (re2::RE2::PartialMatch("", alone)) {
    return Error{"matches an empty text, expected one that does not"};
  }
  auto lines = std::make_unique<re2::RE2>(
      "(?m:" + std::string(expression) + ")", expression_options());
  if (!lines->ok()) {
    return Error{lines->error() + ", expected an RE2 expression"};
  }
  Pattern pattern;
  pattern.label = std::move(label);
  pattern.entity = entity;
  const auto& groups = lines->NamedCapturingGroups();
  const auto group = groups.find(kGroup);
  if (group != groups.end()) pattern.group = group->second;
  pattern.expression = std::move(lines);
  patterns_.push_back(std::move(pattern));
  return Done{};
}

const std::string& PatternSet::label(uint32_t pattern) const {
  return patterns_[pattern].label;
}

uint32_t PatternSet::entity(uint32_t pattern) const {
  return patterns_[pattern].entity;
}

void PatternSet::find(std::string_view text,
                      std::vector<PatternHit>* hits) const {
  const auto first = static_cast<std::ptrdiff_t>(hits->size());
  std::vector<re2::StringPiece> groups;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = piece_end(text, begin);
    const re2::StringPiece piece(text.data() + begin, end - begin);
    for (uint32_t i = 0; i < patterns_.size(); ++i) {
      const Pattern& pattern = patterns_[i];
      groups.assign(static_cast<size_t>(pattern.group) + 1, {});
      for (size_t at = 0; pattern.expression->Match(
               piece, at, piece.size(), re2::RE2::UNANCHORED, groups.data(),
               pattern.group + 1);) {
        const re2::StringPiece& whole = groups.front();
        const re2::StringPiece& name = groups.back();
        const auto place = [&](const char* byte) {
          return static_cast<size_t>(byte - text.data());
        };
        if (!name.empty()) {
          hits->push_back(
              {place(name.data()), place(name.data() + name.size()), i});
        }
        at = place(whole.data() + whole.size()) - begin + whole.empty();
        if (at > piece.size()) break;
      }
    }
    begin = end;
  }
  std::stable_sort(hits->begin() + first, hits->end(),
                   [](const PatternHit& a, const PatternHit& b) {
                     return a.begin != b.begin ? a.begin < b.begin
                            : a.end != b.end   ? a.end > b.end
                                               : a.pattern < b.pattern;
                   });
}

}  // namespace khitai::context
