// SPDX-License-Identifier: Apache-2.0

#include "compile/tables_text.h"

#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cassert>
#include <cstdio>

namespace khitai::compile {
namespace {

constexpr size_t kMaxLine = 65535;
constexpr std::string_view kFix = " (khitai check --fix repairs it)";

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  assert(U_SUCCESS(status));
  return *instance;
}

icu::StringPiece piece(std::string_view text) {
  return icu::StringPiece(text.data(), static_cast<int32_t>(text.size()));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro

// The code point at `*at`, which moves past it; negative when ill-formed.
UChar32 next_code(std::string_view text, int32_t* at) {
  UChar32 code = 0;
  U8_NEXT(text.data(), *at, static_cast<int32_t>(text.size()), code);
  return code;
}

#pragma GCC diagnostic pop

// The offset of the first byte that is not UTF-8; text.size() when all is.
size_t first_bad_byte(std::string_view text) {
  int32_t at = 0;
  const int32_t size = static_cast<int32_t>(text.size());
  while (at < size) {
    const int32_t begin = at;
    if (next_code(text, &at) < 0) return static_cast<size_t>(begin);
  }
  return text.size();
}

std::string code_name(UChar32 code) {
  char name[16];
  std::snprintf(name, sizeof(name), "U+%04X", static_cast<unsigned>(code));
  return name;
}

bool in_script(UChar32 code, UScriptCode script) {
  return code >= 0 && uscript_hasScript(code, script);
}

// Whether a character that cannot be seen belongs to the spelling here.
bool spelled_with(UChar32 before, UChar32 code, UChar32 after) {
  constexpr UChar32 kZwnj = 0x200C;
  constexpr UChar32 kNarrowSpace = 0x202F;
  constexpr UChar32 kMongolianVowelSeparator = 0x180E;
  if (code == kZwnj) {
    return in_script(before, USCRIPT_ARABIC) && u_isalpha(before) &&
           in_script(after, USCRIPT_ARABIC) && u_isalpha(after);
  }
  if (code == kNarrowSpace || code == kMongolianVowelSeparator) {
    return in_script(before, USCRIPT_MONGOLIAN);
  }
  return false;
}

std::string character_problem(UChar32 before, UChar32 code, UChar32 after) {
  if (code == ' ') {
    return before == ' ' ? "two spaces in a row, expected one" : "";
  }
  if (spelled_with(before, code, after)) return "";
  switch (u_charType(code)) {
    case U_SPACE_SEPARATOR:
      return "the space " + code_name(code) + ", expected U+0020";
    case U_CONTROL_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return "the control character " + code_name(code) + ", expected text";
    case U_FORMAT_CHAR:
      return "the invisible character " + code_name(code) +
             ", expected none (only ZWNJ between Arabic letters may stand)";
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR:
      return "the character " + code_name(code) +
             " has no meaning in Unicode, expected one that has";
    default:
      return code == 0xFFFD ? "U+FFFD, the mark of a failed conversion, "
                              "expected the character it stands for"
                            : "";
  }
}

// Lines that share a fault with an earlier one, told in one problem.
struct Tally {
  uint32_t first = 0;
  uint32_t count = 0;
  void add(uint32_t line) {
    if (count++ == 0) first = line;
  }
};

void report(const std::string& path, uint32_t line, std::string message,
            std::vector<Problem>* problems) {
  problems->push_back(Problem{path, line, std::move(message), false});
}

void report_tally(const std::string& path, const Tally& tally,
                  const std::string& message, std::vector<Problem>* problems) {
  if (tally.count == 0) return;
  std::string more;
  if (tally.count > 1) {
    more = "; " + std::to_string(tally.count - 1) + " more lines likewise";
  }
  report(path, tally.first, message + std::string(kFix) + more, problems);
}

// Strips a byte order mark. False: the file is UTF-16 and nothing can be read.
bool take_mark(const std::string& path, TextRules rules,
               std::string_view* bytes, std::vector<Problem>* problems) {
  const std::string_view start = bytes->substr(0, 2);
  if (start == "\xFF\xFE" || start == "\xFE\xFF") {
    report(path, 1, "the file is in UTF-16, expected UTF-8", problems);
    return false;
  }
  if (bytes->substr(0, 3) != kByteOrderMark) return true;
  bytes->remove_prefix(kByteOrderMark.size());
  if (rules == TextRules::kLexicon) {
    report(path, 1, "a byte order mark, expected none" + std::string(kFix),
           problems);
  }
  return true;
}

// Why a line cannot be read, or nothing.
std::string line_problem(std::string_view text) {
  if (text.size() > kMaxLine) {
    return "a line of " + std::to_string(text.size()) +
           " bytes, expected at most " + std::to_string(kMaxLine);
  }
  const size_t at = first_bad_byte(text);
  if (at == text.size()) return "";
  char message[96];
  std::snprintf(message, sizeof(message),
                "byte %zu of the line (0x%02X) is not UTF-8, expected UTF-8",
                at + 1,
                static_cast<unsigned>(static_cast<unsigned char>(text[at])));
  return message;
}

// What a spreadsheet or an editor left at the ends of lines.
struct EndsOfLines {
  Tally carriage_return;
  Tally empty;
  Tally unfinished;
};

void report_ends(const std::string& path, const EndsOfLines& ends,
                 std::vector<Problem>* problems) {
  report_tally(path, ends.carriage_return,
               "the line ends in CR LF, expected LF", problems);
  report_tally(path, ends.empty, "an empty line, expected a row", problems);
  report_tally(path, ends.unfinished,
               "no newline at the end of the file, expected one", problems);
}

}  // namespace

std::vector<Line> split_lines(const std::string& path, std::string_view bytes,
                              TextRules rules, std::vector<Problem>* problems) {
  std::vector<Line> lines;
  if (!take_mark(path, rules, &bytes, problems)) return lines;
  EndsOfLines ends;
  uint32_t number = 0;
  while (!bytes.empty()) {
    ++number;
    const size_t end = bytes.find('\n');
    std::string_view text = bytes.substr(0, end);
    bytes.remove_prefix(end == bytes.npos ? bytes.size() : end + 1);
    if (end == bytes.npos) ends.unfinished.add(number);
    if (!text.empty() && text.back() == '\r') {
      text.remove_suffix(1);
      ends.carriage_return.add(number);
    }
    if (text.find_first_not_of('\t') == text.npos) {
      ends.empty.add(number);
      continue;
    }
    std::string problem = line_problem(text);
    if (problem.empty()) {
      lines.push_back(Line{number, text});
    } else {
      report(path, number, std::move(problem), problems);
    }
  }
  if (rules == TextRules::kLexicon) report_ends(path, ends, problems);
  return lines;
}

std::vector<std::string_view> split_cells(std::string_view line) {
  std::vector<std::string_view> cells;
  for (size_t tab = line.find('\t'); tab != line.npos; tab = line.find('\t')) {
    cells.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  cells.push_back(line);
  return cells;
}

bool is_utf8(std::string_view text) {
  return first_bad_byte(text) == text.size();
}

bool is_nfc(std::string_view text) {
  if (is_ascii(text)) return true;
  UErrorCode status = U_ZERO_ERROR;
  return nfc().isNormalizedUTF8(piece(text), status) && U_SUCCESS(status);
}

std::string to_nfc(std::string_view text) {
  if (is_nfc(text)) return std::string(text);
  std::string normalized;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&normalized);
  nfc().normalizeUTF8(0, piece(text), sink, nullptr, status);
  return U_SUCCESS(status) ? normalized : std::string(text);
}

std::string cell_text_problem(std::string_view cell) {
  if (cell.empty()) return "";
  if (cell.front() == ' ') return "a space at the beginning, expected none";
  if (cell.back() == ' ') return "a space at the end, expected none";
  UChar32 before = -1;
  int32_t at = 0;
  const int32_t size = static_cast<int32_t>(cell.size());
  while (at < size) {
    const UChar32 code = next_code(cell, &at);
    int32_t next = at;
    const UChar32 after = at < size ? next_code(cell, &next) : -1;
    std::string problem = character_problem(before, code, after);
    if (!problem.empty()) return problem;
    before = code;
  }
  if (!is_nfc(cell)) {
    return "not in NFC, expected '" + to_nfc(cell) + "'" + std::string(kFix);
  }
  return "";
}

}  // namespace khitai::compile
