// SPDX-License-Identifier: Apache-2.0
//
// The list of changes of `normalize`: written, and read again to undo them. A
// document without changes has one row too, so that a list names all of its
// documents.

#include <array>
#include <charconv>
#include <optional>

#include "khitai/write.h"
#include "write/escape.h"

namespace khitai {
namespace {

using write::escaped;
using write::unescaped;

enum Column {
  kDoc,
  kStart,
  kEnd,
  kOutStart,
  kOutEnd,
  kOld,
  kNew,
  kName,
  kEntity,
  kLevel,
  kDecision,
  kReason,
  kColumns
};
constexpr std::string_view kHeader =
    "doc\tstart\tend\tout_start\tout_end\told\tnew\tname\tentity\tlevel\t"
    "decision\treason";

using Cells = std::array<std::string_view, kColumns>;

std::string_view level_word(Level level) {
  return level == Level::kForm   ? "form"
         : level == Level::kName ? "name"
                                 : "entity";
}

std::string_view base_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::string_view next_line(std::string_view* rest) {
  const size_t end = std::min(rest->find('\n'), rest->size());
  std::string_view line = rest->substr(0, end);
  rest->remove_prefix(std::min(end + 1, rest->size()));
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::optional<size_t> offset_of(std::string_view cell) {
  size_t number = 0;
  const char* end = cell.data() + cell.size();
  const auto [rest, error] = std::from_chars(cell.data(), end, number);
  if (error != std::errc() || rest != end) return std::nullopt;
  return number;
}

bool read_cells(std::string_view line, Cells* cells) {
  for (size_t i = 0; i < kColumns; ++i) {
    const size_t end = line.find('\t');
    if ((end == line.npos) != (i + 1 == kColumns)) return false;
    (*cells)[i] = line.substr(0, end);
    if (end != line.npos) line.remove_prefix(end + 1);
  }
  return true;
}

// One row of the list at a time, over the changed text.
class Undoing {
 public:
  Undoing(std::string_view doc, std::string_view text, bool any)
      : doc_(base_name(doc)), name_(doc), text_(text), any_(any) {}

  // An error without the place of the row.
  Status take(const Cells& cells) {
    if (!any_ && base_name(unescaped(cells[kDoc])) != doc_) return Done{};
    met_ = true;
    const auto begin = offset_of(cells[kOutStart]);
    const auto end = offset_of(cells[kOutEnd]);
    const auto source = offset_of(cells[kStart]);
    if (!begin || !end || !source || *begin > *end) {
      return Error{"offsets expected in start, out_start and out_end"};
    }
    if (cells[kReason] == "unchanged") {
      if (*end == text_.size()) return Done{};
      return Error{std::string(name_) + " has " + std::to_string(text_.size()) +
                   " bytes, expected " + std::to_string(*end)};
    }
    if (*begin < done_) return Error{"rows of a document must be in order"};
    const std::string expected = unescaped(cells[kNew]);
    const std::string_view found = *end <= text_.size()
                                       ? text_.substr(*begin, *end - *begin)
                                       : std::string_view();
    if (found != expected || *end > text_.size()) {
      return Error{std::string(name_) + " has '" + escaped(found) +
                   "' at byte " + std::to_string(*begin) + ", expected '" +
                   escaped(expected) + "'"};
    }
    out_.append(text_, done_, *begin - done_);
    if (out_.size() != *source) {
      return Error{"start is " + std::to_string(*source) + ", expected " +
                   std::to_string(out_.size())};
    }
    out_ += unescaped(cells[kOld]);
    done_ = *end;
    return Done{};
  }

  bool met() const { return met_; }
  std::string finish() {
    out_.append(text_, done_);
    return std::move(out_);
  }

 private:
  const std::string_view doc_, name_, text_;
  const bool any_;
  std::string out_;
  size_t done_ = 0;
  bool met_ = false;
};

// Whether all rows of the list are of one document.
bool of_one_document(std::string_view changes) {
  next_line(&changes);
  std::optional<std::string_view> only;
  while (!changes.empty()) {
    const std::string_view line = next_line(&changes);
    if (line.empty()) continue;
    const std::string_view doc = line.substr(0, line.find('\t'));
    if (only && *only != doc) return false;
    only = doc;
  }
  return true;
}

}  // namespace

void write_changes_header(std::string* out) {
  *out += kHeader;
  *out += '\n';
}

void write_changes(const Lexicon& lexicon, std::string_view doc, Level level,
                   const Normalized& normalized, std::string* out) {
  const auto numbers = [&](size_t a, size_t b, size_t c, size_t d) {
    *out += escaped(doc);
    for (size_t number : {a, b, c, d}) *out += "\t" + std::to_string(number);
  };
  if (normalized.changes.empty()) {
    const size_t size = normalized.text.size();
    numbers(0, size, 0, size);
    *out += "\t\t\t\t\t" + std::string(level_word(level)) + "\t\tunchanged\n";
  }
  for (const Change& change : normalized.changes) {
    numbers(change.begin, change.end, change.out_begin, change.out_end);
    const std::string reason = change.left ? "left: " : "";
    for (std::string_view cell :
         {std::string_view(change.old_text), std::string_view(change.new_text),
          lexicon.name(change.name).id, lexicon.entity(change.entity).id,
          level_word(level), decision_word(change.decision)}) {
      *out += "\t" + escaped(cell);
    }
    *out += "\t" + reason + change.reason + "\n";
  }
}

Result<std::string> undo_changes(std::string_view doc, std::string_view text,
                                 const std::string& path,
                                 std::string_view changes) {
  Undoing undoing(doc, text, of_one_document(changes));
  std::string_view rest = changes;
  if (next_line(&rest) != kHeader) {
    return Error{path + ":1: not a list of changes, expected the header of " +
                 "`khitai normalize --changes`"};
  }
  for (size_t line = 2; !rest.empty(); ++line) {
    const std::string place = path + ":" + std::to_string(line) + ": ";
    const std::string_view row = next_line(&rest);
    if (row.empty()) continue;
    Cells cells;
    if (!read_cells(row, &cells)) {
      return Error{place + "expected " + std::to_string(int{kColumns}) +
                   " columns"};
    }
    const Status taken = undoing.take(cells);
    if (!taken.ok()) return Error{place + taken.error().message};
  }
  if (!undoing.met()) {
    return Error{path + ": no rows for " + std::string(doc)};
  }
  return undoing.finish();
}

}  // namespace khitai
