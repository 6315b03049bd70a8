// SPDX-License-Identifier: Apache-2.0
//
// Resolved names as TSV and as JSON Lines. The columns of the TSV are a
// contract (docs/format.md); it has no quoting, so a tab or newline inside a
// field becomes a space.

#include <algorithm>

#include "khitai/write.h"
#include "write/escape.h"
#include "write/json.h"
#include "write/shown.h"

namespace khitai {
namespace {

using namespace write;

void append_next(std::string_view cell, std::string* out) {
  out->push_back('\t');
  append_cell(cell, out);
}

void begin_row(const ResolvedQuery& query, size_t rank, std::string* out) {
  out->append(std::to_string(query.number));
  append_next(query.query.name, out);
  append_next(std::to_string(rank), out);
}

void end_row(const ResolvedQuery& query, std::string* out) {
  for (const std::string& cell : query.extra) append_next(cell, out);
  out->push_back('\n');
}

void write_answer_row(const Lexicon& lexicon, const ResolvedQuery& query,
                      size_t rank, const Candidate& candidate,
                      const WriteOptions& options, std::string* out) {
  const Entity entity = lexicon.entity(candidate.entity);
  begin_row(query, rank, out);
  append_next(entity.id, out);
  append_next(entity.type, out);
  append_next(label_of(lexicon, candidate.entity, options), out);
  append_next(lexicon.form(candidate.form).text, out);
  append_next(probability_text(candidate.probability), out);
  append_next(decision_word(query.resolution.decision), out);
  append_next(why_words(told_reasons(lexicon, query.query, candidate)), out);
  end_row(query, out);
}

void write_features(const std::vector<Feature>& features, Json* json) {
  json->key("why");
  json->open_array();
  for (const Feature& feature : features) json->text(feature.words);
  json->close_array();
}

void write_answer(const Lexicon& lexicon, const Query& query, size_t rank,
                  const Candidate& candidate, const WriteOptions& options,
                  Json* json) {
  const Entity entity = lexicon.entity(candidate.entity);
  const Form form = lexicon.form(candidate.form);
  json->open_object();
  json->member("rank", rank);
  json->member("entity", entity.id);
  json->member("type", entity.type);
  json->member("label", label_of(lexicon, candidate.entity, options));
  json->member("from", entity.from);
  json->member("to", entity.to);
  json->member("name", lexicon.name(form.name).id);
  json->member("form", form.text);
  json->member("lang", form.lang);
  json->key("probability");
  json->probability(candidate.probability);
  write_features(told_reasons(lexicon, query, candidate), json);
  json->close_object();
}

}  // namespace

void write_resolve_header(const std::vector<std::string>& extra,
                          std::string* out) {
  out->append(
      "query_no\tquery\trank\tentity\ttype\tlabel\tform\tprobability\t"
      "decision\twhy");
  for (const std::string& column : extra) append_next(column, out);
  out->push_back('\n');
}

void write_resolve_tsv(const Lexicon& lexicon, const ResolvedQuery& query,
                       const WriteOptions& options, std::string* out) {
  size_t rank = 0;
  for (const Candidate& one : shown(query.resolution.candidates, options)) {
    write_answer_row(lexicon, query, ++rank, one, options, out);
  }
  if (rank > 0) return;
  begin_row(query, 0, out);
  out->append("\t\t\t\t\t");
  append_next("none", out);
  append_next("", out);
  end_row(query, out);
}

void write_resolve_json(const Lexicon& lexicon, const ResolvedQuery& query,
                        const WriteOptions& options, std::string* out) {
  Json json(out);
  json.open_object();
  json.member("query_no", query.number);
  json.member("query", query.query.name);
  json.member("decision", decision_word(query.resolution.decision));
  json.key("candidates");
  json.open_array();
  size_t rank = 0;
  for (const Candidate& one : shown(query.resolution.candidates, options)) {
    write_answer(lexicon, query.query, ++rank, one, options, &json);
  }
  json.close_array();
  if (!query.extra.empty()) {
    json.key("extra");
    json.open_array();
    for (const std::string& cell : query.extra) json.text(cell);
    json.close_array();
  }
  json.member("lexicon", lexicon.hash());
  json.close_object();
  json.end_line();
}

}  // namespace khitai
