// SPDX-License-Identifier: Apache-2.0

#include "write/read_parts.h"

#include <algorithm>
#include <charconv>

#include "write/line_ends.h"

namespace khitai::write {
namespace {

constexpr std::string_view kEndings[] = {
    ".jsonl", ".ndjson", ".json", ".jsonld", ".csv",
    ".ann",   ".iob2",   ".iob",  ".bio",    ".conll"};
constexpr size_t kMostShownBytes = 60;

void cut_ending(std::string_view ending, std::string_view* name) {
  if (name->size() > ending.size() &&
      name->substr(name->size() - ending.size()) == ending) {
    name->remove_suffix(ending.size());
  }
}

}  // namespace

Lines::Lines(const std::string& path, std::string_view bytes)
    : path_(path), rest_(bytes) {}

bool Lines::next(std::string_view* line) {
  if (rest_.empty()) return false;
  const size_t end = std::min(rest_.find('\n'), rest_.size());
  *line = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  if (!line->empty() && line->back() == '\r') line->remove_suffix(1);
  ++number_;
  return true;
}

std::string Lines::where() const {
  return path_ + ":" + std::to_string(number_);
}

std::string_view without_mark(std::string_view bytes) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (bytes.substr(0, kMark.size()) == kMark) bytes.remove_prefix(kMark.size());
  return bytes;
}

std::vector<std::string_view> split(std::string_view line, char by) {
  std::vector<std::string_view> cells;
  while (true) {
    const size_t end = line.find(by);
    cells.push_back(line.substr(0, end));
    if (end == line.npos) return cells;
    line.remove_prefix(end + 1);
  }
}

std::optional<size_t> whole_number(std::string_view text) {
  size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || rest != end) return std::nullopt;
  return number;
}

std::string quoted_short(std::string_view text) {
  std::string line = in_one_line(text.substr(0, 4 * kMostShownBytes));
  if (line.size() > kMostShownBytes) {
    size_t end = kMostShownBytes;
    while (end > 0 && (line[end] & 0xC0) == 0x80) --end;
    line.resize(end);
    line += "...";
  }
  return "'" + line + "'";
}

std::string doc_of_path(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  for (std::string_view ending : kEndings) {
    const size_t before = name.size();
    cut_ending(ending, &name);
    if (name.size() != before) break;
  }
  cut_ending(".gold", &name);
  return std::string(name);
}

std::optional<Decision> decision_of_word(std::string_view word) {
  for (Decision one :
       {Decision::kMatch, Decision::kAmbiguous, Decision::kNone}) {
    if (word == decision_word(one)) return one;
  }
  return std::nullopt;
}

Status read_span(std::string_view start, std::string_view end,
                 PlainMention* mention) {
  const auto first = whole_number(start);
  const auto last = whole_number(end);
  if (!first || !last) {
    return Error{quoted_short(first ? end : start) +
                 ", expected an offset in digits"};
  }
  if (*first >= *last) {
    return Error{"start " + std::to_string(*first) + " and end " +
                 std::to_string(*last) + ", expected start before end"};
  }
  mention->start = *first;
  mention->end = *last;
  return Done{};
}

void decide_by_count(PlainMention* mention) {
  mention->decision = mention->candidates.empty()       ? Decision::kNone
                      : mention->candidates.size() == 1 ? Decision::kMatch
                                                        : Decision::kAmbiguous;
}

}  // namespace khitai::write
