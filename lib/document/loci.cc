// SPDX-License-Identifier: Apache-2.0

#include "document/loci.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"

namespace khitai::document {
namespace {

// A number as pages and leaves have it: 12, 12r, 12v, 12a, xii, also in
// Arabic-Indic and Persian digits; Russian leaves have a back (U+043E U+0431).
constexpr char kNumber[] =
    "(?P<name>[0-9]+(?:[rvab]|\\s?\\x{43E}\\x{431}\\.?)?|[ivxlcdm]+|"
    "[\\x{660}-\\x{669}]+|[\\x{6F0}-\\x{6F9}]+)";

// p. pp. page S. f. ff. fol., Russian s. str. l., Arabic sad, Chinese ye.
constexpr char kPageWord[] =
    "(?:pp?|pages?|s|ff?|fols?|\\x{441}|\\x{441}\\x{442}\\x{440}|\\x{43B}|"
    "\\x{635}|\\x{9801}|\\x{9875})";

struct UsualMark {
  const char* unit;
  std::string expression;
};
std::vector<UsualMark> usual_marks() {
  const std::string number = kNumber;
  return {{"page", "(?i)[\\[{]\\s?" + std::string(kPageWord) + "\\.?\\s?" +
                       number + "\\s?[\\]}]"},
          {"page", "\\{" + number + "\\}"},
          {"page", "\\|(?P<name>[0-9]+[rvab])\\|"},
          // A line such as "juan 30", perhaps behind the title of the work.
          {"juan",
           "^[\\s\\x{3000}]*\\p{Han}{0,8}\\x{5377}\\x{7B2C}?(?P<name>["
           "\\x{4E00}\\x{4E8C}\\x{4E09}\\x{56DB}\\x{4E94}\\x{516D}\\x{4E03}"
           "\\x{516B}\\x{4E5D}\\x{5341}\\x{767E}\\x{5343}\\x{3007}\\x{96F6}]+)"
           "(?:[\\s\\x{3000}]|$)"}};
}

void add_pattern_marks(std::string_view source, const LocusPatterns& patterns,
                       Loci* loci) {
  std::vector<context::PatternHit> hits;
  patterns->find(source, &hits);
  for (const context::PatternHit& hit : hits) {
    LocusLevel* level = loci->add(patterns->label(hit.pattern));
    if (!level->marks.empty() && level->marks.back().at == hit.begin) continue;
    level->marks.push_back({hit.begin, std::string(source.substr(
                                           hit.begin, hit.end - hit.begin))});
  }
}

// Form feeds end pages: the first one is 1.
void add_form_feeds(std::string_view source, Loci* loci) {
  if (loci->level("page") != nullptr || source.find('\f') == source.npos) {
    return;
  }
  LocusLevel* level = loci->add("page");
  size_t page = 1;
  level->marks.push_back({0, "1"});
  for (size_t at = source.find('\f'); at != source.npos;
       at = source.find('\f', at + 1)) {
    level->marks.push_back({at + 1, std::to_string(++page)});
  }
}

bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t\r\f\v") == line.npos;
}

// "3", "3.2", "IV." at the begin, with what a space, a stop or the end follows.
size_t heading_number(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && (base::is_digit(text[at]) || text[at] == '.')) {
    ++at;
  }
  if (at == 0 || text[0] == '.') return 0;
  const size_t end = text[at - 1] == '.' ? at - 1 : at;
  constexpr size_t kYear = 4;
  if (end >= kYear && text.substr(0, end).find('.') == text.npos) return 0;
  const bool ends = at == text.size() || text[at] == ' ' || text[at] == ':' ||
                    text[at] == ')';
  return ends && text.substr(0, end).find("..") == text.npos ? end : 0;
}

}  // namespace

const LocusMark* LocusLevel::find(size_t at) const {
  const auto after = std::upper_bound(
      marks.begin(), marks.end(), at,
      [](size_t value, const LocusMark& mark) { return value < mark.at; });
  return after == marks.begin() ? nullptr : &*(after - 1);
}

const LocusLevel* Loci::level(std::string_view unit) const {
  const LocusLevel* of_edition = nullptr;
  for (const LocusLevel& one : levels) {
    if (one.unit == unit) return &one;
    const bool starts = one.unit.size() > unit.size() &&
                        one.unit.compare(0, unit.size(), unit) == 0 &&
                        one.unit[unit.size()] == '@';
    if (starts && of_edition == nullptr) of_edition = &one;
  }
  return of_edition;
}

LocusLevel* Loci::add(std::string_view unit) {
  for (LocusLevel& one : levels) {
    if (one.unit == unit) return &one;
  }
  levels.emplace_back();
  levels.back().unit = unit;
  return &levels.back();
}

LocusPatterns usual_locus_patterns() {
  static const LocusPatterns kUsual = [] {
    auto set = std::make_shared<context::PatternSet>();
    for (const UsualMark& mark : usual_marks()) {
      // They are ours: a test reads each of them.
      (void)set->add(mark.unit, mark.expression, kNoRow);
    }
    return set;
  }();
  return kUsual;
}

Result<LocusPatterns> locus_patterns(std::string_view expression) {
  auto set = std::make_shared<context::PatternSet>();
  const Status added = set->add("page", expression, kNoRow);
  if (!added.ok()) return added.error();
  return LocusPatterns(std::move(set));
}

Result<Loci> read_loci(std::string_view name, std::string_view source,
                       Kind kind, const LocusPatterns& patterns) {
  Loci loci;
  switch (kind) {
    case Kind::kTei:
      return read_tei_loci(name == "-" ? "standard input" : std::string(name),
                           source);
    case Kind::kHtml:
      loci = read_html_loci(source);
      break;
    case Kind::kMarkdown:
      loci = read_markdown_loci(source);
      break;
    case Kind::kText:
      break;
    default:
      return loci;
  }
  if (loci.level("page") == nullptr) add_pattern_marks(source, patterns, &loci);
  if (kind == Kind::kText) add_form_feeds(source, &loci);
  return loci;
}

LocusLevel count_paragraphs(const Document& document) {
  LocusLevel level;
  level.unit = "paragraph";
  const std::string_view plain = document.plain();
  const std::vector<Part> parts = document.forward_parts();
  const size_t end = parts.empty() ? plain.size() : parts.front().end;
  bool inside = false;
  for (size_t at = 0; at < end;) {
    const size_t stop = std::min(plain.find('\n', at), end);
    const bool blank = is_blank_line(plain.substr(at, stop - at));
    if (!blank && !inside) {
      level.marks.push_back(
          {document.source_begin(at), std::to_string(level.marks.size() + 1)});
    }
    inside = !blank;
    at = stop + 1;
  }
  return level;
}

LocusLevel count_lines(std::string_view source) {
  LocusLevel level;
  level.unit = "line";
  for (size_t at = 0; at <= source.size();) {
    level.marks.push_back({at, std::to_string(level.marks.size() + 1)});
    const size_t end = source.find('\n', at);
    if (end == source.npos) break;
    at = end + 1;
  }
  return level;
}

LocusLevel count_records(const Document& document) {
  LocusLevel level;
  level.unit = "record";
  for (const Part& part : document.parts()) {
    level.marks.push_back({document.source_begin(part.begin),
                           std::to_string(level.marks.size() + 1)});
  }
  return level;
}

std::string label_text(std::string_view text) {
  std::string clean;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (space && (clean.empty() || clean.back() == ' ')) continue;
    clean += space ? ' ' : c;
  }
  if (!clean.empty() && clean.back() == ' ') clean.pop_back();
  return clean;
}

std::string heading_label(std::string_view heading) {
  std::string clean = label_text(heading);
  const size_t number = heading_number(clean);
  if (number > 0) clean.resize(number);
  return clean;
}

}  // namespace khitai::document
