// SPDX-License-Identifier: Apache-2.0
//
// The works that cards rest on, and the lexicon, as BibTeX. The tables have a
// work as one citation, not in fields; it stays in one piece, as the `title`,
// which every style prints and every program that reads BibTeX shows. `key` is
// what a work without an author is sorted by. Only what has a column of its own
// becomes a field.

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "khitai/write.h"
#include "write/card.h"
#include "write/shown.h"
#include "write/tags.h"
#include "write/utf8.h"
#include "write/words.h"

namespace khitai {
namespace {

using namespace write;

// What TeX reads as a command. Braces are named, for BibTeX counts the others.
std::string_view tex_command(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '<':
      return "\\textless{}";
    case '>':
      return "\\textgreater{}";
    case '|':
      return "\\textbar{}";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '#':
      return "\\#";
    case '%':
      return "\\%";
    case '_':
      return "\\_";
    default:
      return {};
  }
}

std::string tex_text(std::string_view text) {
  std::string out;
  for (char c : clean(text)) {
    const std::string_view command = tex_command(c);
    if (!command.empty()) {
      out += command;
    } else {
      out.push_back(c >= 0 && c < ' ' ? ' ' : c);
    }
  }
  return out;
}

// An id as a key that no reader of BibTeX takes apart.
std::string tex_key(std::string_view id) {
  std::string key;
  for (char c : id) {
    const char low = base::is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    const bool plain = base::is_lower(low) || base::is_digit(low) ||
                       low == '-' || low == '.' || low == ':';
    key.push_back(plain ? low : '-');
  }
  return key.empty() ? "work" : key;
}

// Gives each key once.
class TexKeys {
 public:
  std::string key(std::string_view id) {
    const std::string wanted = tex_key(id);
    std::string key = wanted;
    for (size_t i = 2; !taken_.insert(key).second; ++i) {
      key = wanted + "-" + std::to_string(i);
    }
    return key;
  }

 private:
  std::set<std::string> taken_;
};

void write_tex_field(std::string_view name, std::string_view text,
                     std::string* out) {
  if (text.empty()) return;
  *out += "  " + std::string(name) + " = {" + tex_text(text) + "},\n";
}

// Styles make small letters of the capitals of a title that is not in braces.
void write_tex_title(std::string_view text, std::string* out) {
  *out += "  title = {{" + tex_text(text) + "}},\n";
}

bool is_plain_year(std::string_view date) {
  return date.size() == 4 &&
         std::all_of(date.begin(), date.end(), base::is_digit);
}

// A work that was printed is a book, unless its kind says otherwise; what is
// older, and cited without an edition, is neither.
std::string_view tex_type(const Source& source) {
  if (source.kind == "article") return "article";
  constexpr std::string_view kElse[] = {"web", "letter", "inscription"};
  const bool book = is_plain_year(source.published) &&
                    std::find(std::begin(kElse), std::end(kElse),
                              source.kind) == std::end(kElse);
  return book ? "book" : "misc";
}

// "composed c. 1260; published c. 2020"
std::string told_dates(const Source& source) {
  std::string words;
  if (!source.composed.empty()) {
    words = "composed " + date_words(source.composed);
  }
  if (!source.published.empty() && !is_plain_year(source.published)) {
    append_joined("; ", "published " + date_words(source.published), &words);
  }
  return words;
}

void write_tex_work(const Lexicon& lexicon, std::string_view id, TexKeys* keys,
                    std::string* out) {
  const auto number = lexicon.find_source(id);
  const Source source = number ? lexicon.source(*number) : Source{};
  const std::string citation = citation_of(lexicon, id);
  const std::string key = keys->key(id);
  *out += "@" + std::string(tex_type(source)) + "{" + key + ",\n";
  write_tex_field("key", key, out);
  write_tex_title(citation, out);
  if (is_plain_year(source.published))
    write_tex_field("year", source.published, out);
  write_tex_field("note", told_dates(source), out);
  write_tex_field("annote", source.note, out);
  write_tex_field("language", language_words(source.lang), out);
  *out += "}\n\n";
}

void write_tex_lexicon(const Lexicon& lexicon,
                       const std::vector<uint32_t>& entities, TexKeys* keys,
                       std::string* out) {
  std::string all;
  for (uint32_t number : entities) {
    const Entity entity = lexicon.entity(number);
    append_joined(
        ", ", std::string(entity.label) + " (" + std::string(entity.id) + ")",
        &all);
  }
  const std::string key = keys->key("khitai-lexicon");
  *out += "@misc{" + key + ",\n";
  write_tex_field("key", key, out);
  write_tex_title("khitai lexicon", out);
  write_tex_field("howpublished", "version " + lexicon.hash(), out);
  write_tex_field("note", (entities.size() == 1 ? "entry " : "entries ") + all,
                  out);
  *out += "}\n";
}

}  // namespace

void write_bibtex(const Lexicon& lexicon, const std::vector<uint32_t>& entities,
                  std::string* out) {
  Bibliography all;
  std::vector<uint32_t> once;
  for (uint32_t entity : entities) {
    if (std::find(once.begin(), once.end(), entity) != once.end()) continue;
    once.push_back(entity);
    all.add(sources_of(lexicon, gather_card(lexicon, entity)));
  }
  TexKeys keys;
  std::string works;
  for (std::string_view id : all.ids()) {
    if (is_editorial(lexicon, id)) {
      *out += "% The source '" + tex_key(id) +
              "' is no work: the editors of the lexicon vouch for it.\n\n";
    } else {
      write_tex_work(lexicon, id, &keys, &works);
    }
  }
  *out += works;
  write_tex_lexicon(lexicon, once, &keys, out);
}

}  // namespace khitai
