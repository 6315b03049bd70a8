// SPDX-License-Identifier: Apache-2.0

#include "cli/add_report.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "base/input_file.h"
#include "khitai/annotate.h"
#include "khitai/differences.h"
#include "khitai/resolve.h"

namespace khitai::cli {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostNear = 5;  // entities that the spelling came near to
constexpr size_t kMostPlacesShown = 12;  // spellings; places in a text
constexpr size_t kAround = 30;           // bytes of context on either side
constexpr std::string_view kSimplified = "simplified";  // a rule
constexpr double kLeastNear = 0.05;  // probability of what comes near

// The text around a mention, in one line.
std::string excerpt(const Annotation& text, const Mention& mention) {
  const auto is_inside = [&](size_t at) {
    return (static_cast<unsigned char>(text.source[at]) & 0xC0) == 0x80;
  };
  size_t from = mention.begin > kAround ? mention.begin - kAround : 0;
  while (from > 0 && is_inside(from)) --from;
  size_t to = std::min(mention.end + kAround, text.source.size());
  while (to < text.source.size() && is_inside(to)) ++to;
  std::string line =
      text.source.substr(from, mention.begin - from) + "[" +
      text.source.substr(mention.begin, mention.end - mention.begin) + "]" +
      text.source.substr(mention.end, to - mention.end);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

size_t line_of(const Annotation& text, size_t at) {
  return 1 + static_cast<size_t>(std::count(
                 text.source.begin(),
                 text.source.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

// Mentions of one text that were not there before.
size_t tell_text(const Text& text, const Lexicon& before, const Lexicon& after,
                 std::string* out) {
  const auto first = annotate_document(before, text.path, text.bytes, {});
  const auto second = annotate_document(after, text.path, text.bytes, {});
  if (!first.ok() || !second.ok()) return 0;  // not a document that can be read
  const Annotation& old = *first;
  const Annotation& now = *second;
  std::set<std::pair<size_t, size_t>> known;
  for (const Mention& mention : old.mentions) {
    known.emplace(mention.begin, mention.end);
  }
  size_t count = 0;
  for (const Mention& mention : now.mentions) {
    if (known.contains({mention.begin, mention.end})) continue;
    if (++count > kMostPlacesShown) continue;
    *out += "  " + text.path + ":" +
            std::to_string(line_of(now, mention.begin)) + ": " +
            excerpt(now, mention) + "\n";
  }
  return count;
}

}  // namespace

Result<std::vector<Text>> read_texts(const std::vector<std::string>& paths) {
  std::vector<Text> texts;
  for (const std::string& path : paths) {
    Result<std::string> bytes = base::read_whole(path);
    if (!bytes.ok()) return bytes.error();
    texts.push_back({path, std::move(bytes).value()});
  }
  return texts;
}

std::vector<std::string> corpora_beside(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  const fs::path corpora = fs::path(folder).parent_path() / "corpora";
  for (fs::directory_iterator it(corpora, error), end; !error && it != end;
       it.increment(error)) {
    if (it->path().extension() == ".txt") paths.push_back(it->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void tell_meanings(const Lexicon& before, const std::string& form,
                   const std::string& name, std::string* out) {
  Query query;
  query.name = form;
  const Resolution found = resolve_name(before, query);
  size_t told = 0;
  for (const Candidate& one : found.candidates) {
    if (told == kMostNear) break;
    const Entity entity = before.entity(one.entity);
    if (entity.id == name || one.probability < kLeastNear) continue;
    if (told++ == 0) *out += "Until now the spelling came near to:\n";
    char probability[16];
    std::snprintf(probability, sizeof(probability), "%.2f", one.probability);
    *out += "  " + std::string(probability) + "  " + std::string(entity.id) +
            "  " + std::string(before.form(one.form).text) + "\n";
  }
}

void tell_spellings(const Lexicon& before, const Lexicon& after,
                    std::string* out) {
  size_t found = 0;
  std::string lines;
  for (const Difference& one : differences(before, after)) {
    if (one.kind != Difference::Kind::kSpelling) continue;
    const bool lost = one.change == Difference::Change::kRemoved;
    if (!lost && ++found > kMostPlacesShown) continue;
    lines +=
        std::string(lost ? "  - " : "  + ") + one.what + "  " + one.id + "\n";
  }
  if (lines.empty()) {
    *out += "No spelling is found in texts that was not found before.\n";
    return;
  }
  *out += "Found in texts from now on (-: no longer):\n" + lines;
  if (found > kMostPlacesShown) {
    *out += "  and " + std::to_string(found - kMostPlacesShown) + " more\n";
  }
}

void tell_mentions(const Lexicon& before, const Lexicon& after,
                   const std::vector<Text>& texts, std::string* out) {
  if (texts.empty()) return;
  std::string lines;
  size_t count = 0;
  for (const Text& text : texts) {
    count += tell_text(text, before, after, &lines);
  }
  *out += "New mentions in " + std::to_string(texts.size()) +
          (texts.size() == 1 ? " text: " : " texts: ") + std::to_string(count) +
          "\n" + lines;
}

void tell_reading(const Lexicon& after, const std::string& form,
                  const std::string& name, std::string* out) {
  const auto number = after.find_name(name);
  if (!number) return;
  const std::vector<uint32_t> forms = after.forms_of_name(*number);
  const auto own = std::find_if(forms.begin(), forms.end(), [&](uint32_t one) {
    return !after.form(one).generated() && after.form(one).text == form;
  });
  if (own == forms.end() || !after.form(*own).reading.empty()) return;
  const std::string_view tag = after.form_lang(*own);
  const std::string_view lang = tag.substr(0, tag.find_first_of("- "));
  if (lang != "zh" && lang != "lzh" && lang != "ar" && lang != "fa") return;
  const bool romanized =
      std::any_of(forms.begin(), forms.end(), [&](uint32_t one) {
        const Form made = after.form(one);
        return made.base == *own && made.rule != kSimplified;
      });
  if (!romanized) {
    *out += "No romanization is made of it; --reading would let rules do so.\n";
  }
}

}  // namespace khitai::cli
