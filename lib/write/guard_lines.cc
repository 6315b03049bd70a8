// SPDX-License-Identifier: Apache-2.0
//
// Guards that words and lines tell: addresses, tags, citations in parentheses,
// block quotes, and the bibliography with its heading.

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "base/ascii.h"
#include "khitai/keys.h"
#include "write/guards.h"

namespace khitai::write {
namespace {

using base::is_digit;

constexpr size_t kLongestCitation = 300;
constexpr size_t kLongestTag = 2000;

// Headings of a list of works, as the L1 key of the line has them.
constexpr std::string_view kHeadings[] = {
    "bibliography",
    "references",
    "works cited",
    "literature",
    "bibliographie",
    "literatur",
    "literaturverzeichnis",
    "r\u00E9f\u00E9rences",
    "bibliografia",
    "bibliograf\u00EDa",
    "referencias",
    "kaynak\u00E7a",
    "kaynaklar",
    "bibliografya",
    "\u041B\u0438\u0442\u0435\u0440\u0430\u0442\u0443\u0440\u0430",
    "\u0411\u0438\u0431\u043B\u0438\u043E\u0433\u0440\u0430\u0444\u0438\u044F",
    "\u0421\u043F\u0438\u0441\u043E\u043A "
    "\u043B\u0438\u0442\u0435\u0440\u0430\u0442\u0443\u0440\u044B",
    "\u53C2\u8003\u6587\u732E",
    "\u53C3\u8003\u6587\u737B",
    "\u53C2\u8003\u66F8\u76EE",
    "\u53C3\u8003\u66F8\u76EE",
    "\u0645\u0646\u0627\u0628\u0639",
    "\u06A9\u062A\u0627\u0628\u0646\u0627"
    "\u0645\u0647",
    "\u0627\u0644\u0645\u0631\u0627\u062C\u0639",
    "\u0627\u0644\u0645\u0635\u0627\u062F\u0631"};

bool is_upper(char c) {
  return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
}
bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view trimmed(std::string_view text, std::string_view of) {
  const size_t begin = text.find_first_not_of(of);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(of) + 1 - begin);
}

bool is_heading(std::string_view line) {
  line = trimmed(line, " \t\r#*_=:.0123456789");
  if (line.empty() || line.size() > 80) return false;
  static const std::set<std::string> keys = [] {
    std::set<std::string> all;
    for (std::string_view heading : kHeadings) all.insert(l1_key(heading));
    return all;
  }();
  return keys.count(l1_key(line)) > 0;
}

// Offset of a year of print (1500-2099) that no word goes on from; npos.
size_t print_year(std::string_view text) {
  for (size_t at = 0; at + 4 <= text.size(); ++at) {
    const bool starts = at == 0 || !is_word(text[at - 1]);
    const bool century = (text[at] == '1' && text[at + 1] >= '5') ||
                         (text[at] == '2' && text[at + 1] == '0');
    if (!starts || !century || !is_digit(text[at + 1]) ||
        !is_digit(text[at + 2]) || !is_digit(text[at + 3])) {
      continue;
    }
    if (at + 4 == text.size() || !is_digit(text[at + 4])) return at;
  }
  return std::string_view::npos;
}

// "Biran, M. 2005. The Empire ... Cambridge University Press."
bool is_entry(std::string_view line) {
  line = trimmed(line, " \t\r-*+[]0123456789");
  const size_t comma = line.find(", ");
  if (comma == std::string_view::npos || comma > 40 || comma == 0) return false;
  if (!is_upper(line[0]) || comma + 2 >= line.size()) return false;
  const bool one_word = line.substr(0, comma).find(' ') == line.npos;
  if (!one_word || !is_upper(line[comma + 2])) return false;
  if (print_year(line) == std::string_view::npos) return false;
  constexpr std::string_view kSigns[] = {"pp.",   "vol.",    "ed.",  ": ",
                                         "Press", "Journal", "Vol.", " // "};
  return std::any_of(
      std::begin(kSigns), std::end(kSigns),
      [&](std::string_view sign) { return line.find(sign) != line.npos; });
}

// "(Biran 2005, 12)", "(see Bartold 1900: 3; Grousset 1939)".
bool is_citation(std::string_view inside) {
  const size_t year = print_year(inside);
  if (year == std::string_view::npos || year < 2) return false;
  std::string_view who = inside.substr(0, year);
  for (std::string_view lead : {"see also ", "see ", "cf. ", "e.g. ", "vgl. ",
                                "siehe ", "voir ", "after ", "nach "}) {
    if (who.substr(0, lead.size()) == lead) who.remove_prefix(lead.size());
  }
  if (who.empty() || !is_upper(who[0])) return false;
  return std::count(who.begin(), who.end(), ' ') <= 6 && who.find(". ") != 0 &&
         who.find(" in ") == who.npos;
}

bool is_address_end(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == '<' || c == '>' ||
         c == '"';
}

}  // namespace

namespace {

// The address that begins at `at`; `at` when none does.
size_t url_end(std::string_view source, size_t at) {
  const std::string_view rest = source.substr(at);
  for (std::string_view start :
       {"http://", "https://", "ftp://", "www.", "doi:", "urn:", "mailto:"}) {
    if (rest.substr(0, start.size()) != start) continue;
    size_t end = at + start.size();
    while (end < source.size() && !is_address_end(source[end])) ++end;
    return end;
  }
  return at;
}

bool starts_tag(std::string_view source, size_t at) {
  if (at + 1 >= source.size()) return false;
  const char c = source[at + 1];
  return c == '/' || c == '!' || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

bool is_mail(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         c == '.' || c == '-' || c == '_' || c == '+';
}

void add_mail(std::string_view source, size_t at, std::vector<Guarded>* out) {
  size_t begin = at;
  size_t end = at + 1;
  while (begin > 0 && is_mail(source[begin - 1])) --begin;
  while (end < source.size() && is_mail(source[end])) ++end;
  if (begin == at || end == at + 1) return;
  out->push_back({begin, end, Guard::kAddress});
}

}  // namespace

void add_addresses(std::string_view source, std::vector<Guarded>* out) {
  size_t mailed = 0;
  for (size_t at = 0; at < source.size(); ++at) {
    const char c = source[at];
    if (c == '@' && at >= mailed) {
      add_mail(source, at, out);
      mailed = out->empty() ? 0 : out->back().end;
    } else if (c == '<' && starts_tag(source, at)) {
      const size_t close = source.substr(at, kLongestTag).find('>');
      if (close == std::string_view::npos) continue;
      out->push_back({at, at + close + 1, Guard::kTag});
      at += close;
    } else if ((c == 'h' || c == 'f' || c == 'w' || c == 'd' || c == 'u' ||
                c == 'm') &&
               (at == 0 || !is_word(source[at - 1]))) {
      const size_t end = url_end(source, at);
      if (end == at) continue;
      out->push_back({at, end, Guard::kAddress});
      at = end - 1;
    }
  }
}

void add_citations(std::string_view source, std::vector<Guarded>* out) {
  for (size_t at = source.find('('); at != std::string_view::npos;
       at = source.find('(', at + 1)) {
    const std::string_view piece = source.substr(at + 1, kLongestCitation);
    const size_t close = piece.find_first_of("()");
    if (close == std::string_view::npos || piece[close] == '(') continue;
    if (!is_citation(piece.substr(0, close))) continue;
    out->push_back({at, at + close + 2, Guard::kBibliography});
  }
}

void add_lines(std::string_view source, bool markdown,
               std::vector<Guarded>* out) {
  bool list = false;  // below the heading of a bibliography
  for (size_t at = 0; at < source.size();) {
    const size_t end = std::min(source.find('\n', at), source.size());
    const std::string_view line = source.substr(at, end - at);
    if (is_heading(line)) {
      list = true;
    } else if (list && markdown && line.substr(0, 1) == "#") {
      list = false;
    } else if (list || is_entry(line)) {
      out->push_back({at, end, Guard::kBibliography});
    }
    const size_t first = line.find_first_not_of(" \t");
    if (markdown && first != line.npos && first < 4 && line[first] == '>') {
      out->push_back({at, end, Guard::kQuotation});
    }
    at = end + 1;
  }
}

}  // namespace khitai::write
