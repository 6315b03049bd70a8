// SPDX-License-Identifier: Apache-2.0
//
// Names that the lexicon does not have: as a table to be answered, as JSON
// Lines, for a terminal.

#include <cstdio>

#include "khitai/write.h"
#include "write/escape.h"
#include "write/json.h"
#include "write/terminal.h"
#include "write/utf8.h"
#include "write/words.h"

namespace khitai {
namespace {

using write::counted;

constexpr std::string_view kSuggestionColumns =
    "accept\tform\tlang\tentity\ttype\tcount\twhy\tnearest\tdocument\tstart\t"
    "end\tcontext\n";

void append_suggestion_cell(std::string_view text, std::string* out) {
  *out += '\t';
  write::append_cell(write::clean(text), out);
}

std::string all_in_one(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& one : all) write::append_joined("; ", one, &out);
  return out;
}

std::string nearest_cell(const Lexicon& lexicon, const Suggestion& one) {
  std::string out;
  for (const Candidate& candidate : one.nearest) {
    char number[16];
    std::snprintf(number, sizeof number, " %.2f", candidate.probability);
    write::append_joined(
        "; ", std::string(lexicon.entity(candidate.entity).id) + number, &out);
  }
  return out;
}

std::string where(const Suggestion& one) {
  std::string out = counted(one.count, "place", "places");
  if (one.documents > 1) {
    out += " in " + counted(one.documents, "document", "documents");
  }
  return out;
}

void append_entry(const Lexicon& lexicon, const Suggestion& one,
                  const WriteOptions& options, std::string* out) {
  constexpr size_t kIndent = 4;
  write::Terminal terminal(options, out);
  terminal.begin_line(0, kIndent);
  terminal.text(one.text, {write::style_of_type(one.type).color, true});
  terminal.text("  ");
  if (!one.type.empty()) terminal.text(one.type + ", ");
  terminal.text(where(one));
  terminal.end_line();
  const auto line = [&](const std::string& text, const write::Style& style) {
    if (text.empty()) return;
    terminal.begin_line(kIndent, kIndent);
    terminal.text(text, style);
    terminal.end_line();
  };
  line(all_in_one(one.why), write::kPlain);
  const std::string nearest = nearest_cell(lexicon, one);
  if (!nearest.empty()) line("nearest: " + nearest, write::kPlain);
  const SuggestedPlace& place = one.places[0];
  line(place.document + ":" + std::to_string(place.begin) + "  " + one.context,
       write::kDim);
}

}  // namespace

void write_suggestions_tsv(const Lexicon& lexicon,
                           const std::vector<Suggestion>& suggestions,
                           std::string* out) {
  *out += kSuggestionColumns;
  for (const Suggestion& one : suggestions) {
    const SuggestedPlace& place = one.places[0];
    for (const std::string& cell :
         {one.text, one.lang, one.id, one.type, std::to_string(one.count),
          all_in_one(one.why), nearest_cell(lexicon, one), place.document,
          std::to_string(place.begin), std::to_string(place.end),
          one.context}) {
      append_suggestion_cell(cell, out);
    }
    *out += '\n';
  }
}

void write_suggestions_jsonl(const Lexicon& lexicon,
                             const std::vector<Suggestion>& suggestions,
                             std::string* out) {
  write::Json json(out);
  for (const Suggestion& one : suggestions) {
    json.open_object();
    json.member("form", one.text);
    json.member("lang", one.lang);
    json.member("entity", one.id);
    json.member("type", one.type);
    json.member("count", uint64_t{one.count});
    json.member("documents", uint64_t{one.documents});
    json.key("why");
    json.open_array();
    for (const std::string& why : one.why) json.text(why);
    json.close_array();
    json.key("nearest");
    json.open_array();
    for (const Candidate& candidate : one.nearest) {
      json.open_object();
      json.member("entity", lexicon.entity(candidate.entity).id);
      json.key("probability");
      json.probability(candidate.probability);
      json.close_object();
    }
    json.close_array();
    json.key("places");
    json.open_array();
    for (const SuggestedPlace& place : one.places) {
      json.open_object();
      json.member("doc", place.document);
      json.member("start", uint64_t{place.begin});
      json.member("end", uint64_t{place.end});
      json.close_object();
    }
    json.close_array();
    json.member("context", one.context);
    json.key("score");
    json.probability(one.score);
    json.member("lexicon", lexicon.hash());
    json.close_object();
    json.end_line();
  }
}

void write_suggestions_text(const Lexicon& lexicon,
                            const std::vector<Suggestion>& suggestions,
                            const WriteOptions& options, std::string* out) {
  *out += counted(suggestions.size(), "name", "names");
  *out += " that the lexicon does not have\n";
  for (const Suggestion& one : suggestions) {
    *out += '\n';
    append_entry(lexicon, one, options, out);
  }
}

}  // namespace khitai
