// SPDX-License-Identifier: Apache-2.0
//
// Mentions as comma-separated values. Linear.

#include "write/csv.h"

#include <charconv>

#include "write/iri.h"
#include "write/json.h"
#include "write/offsets.h"
#include "write/shown.h"
#include "write/utf8.h"

namespace khitai {
namespace write {
namespace {

constexpr std::string_view kCsvColumns[] = {
    "doc",      "start",       "end",        "text",     "core_start",
    "core_end", "entity",      "type",       "name",     "form",
    "decision", "probability", "candidates", "reviewed", "lexicon"};

// One row; cells in the order of the columns.
class CsvRow {
 public:
  explicit CsvRow(std::string* out) : out_(out) {}
  void text(std::string_view cell) {
    if (!first_) *out_ += ',';
    first_ = false;
    append_csv(cell, out_);
  }
  void number(size_t value) { text(std::to_string(value)); }
  void end() { *out_ += "\r\n"; }

 private:
  std::string* out_;
  bool first_ = true;
};

}  // namespace

std::vector<std::string_view> csv_columns() {
  return {std::begin(kCsvColumns), std::end(kCsvColumns)};
}

void append_csv(std::string_view text, std::string* out) {
  if (text.find_first_of(",\"\r\n") == text.npos) {
    append_clean(text, out);
    return;
  }
  *out += '"';
  for (char c : clean(text)) {
    if (c == '"') *out += '"';
    *out += c;
  }
  *out += '"';
}

std::string candidates_cell(const Lexicon& lexicon,
                            const Annotation& annotation,
                            const Mention& mention,
                            const WriteOptions& options) {
  std::string cell;
  for (const Candidate& one : shown(mention.candidates, options)) {
    if (!cell.empty()) cell += "; ";
    cell += encoded_id(entity_of(lexicon, annotation, one).id) + " " +
            probability_text(one.probability);
  }
  return cell;
}

std::optional<double> probability_of(std::string_view text) {
  double value = -1;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || rest != end || !(value >= 0 && value <= 1)) {
    return std::nullopt;
  }
  return value;
}

std::optional<std::vector<PlainCandidate>> candidates_of_cell(
    std::string_view cell) {
  std::vector<PlainCandidate> all;
  while (!cell.empty()) {
    const size_t end = std::min(cell.find("; "), cell.size());
    const std::string_view one = cell.substr(0, end);
    cell.remove_prefix(std::min(end + 2, cell.size()));
    const size_t space = one.find(' ');
    if (space == one.npos || space == 0) return std::nullopt;
    const auto probability = probability_of(one.substr(space + 1));
    if (!probability) return std::nullopt;
    all.push_back({decoded(one.substr(0, space)), *probability});
  }
  return all;
}

}  // namespace write

using namespace write;

void write_csv_header(const WriteOptions& /*options*/, std::string* out) {
  CsvRow row(out);
  for (std::string_view column : csv_columns()) row.text(column);
  row.end();
}

void write_csv(const Lexicon& lexicon, const Annotation& annotation,
               const WriteOptions& options, std::string* out) {
  OffsetCursor cursor(annotation, options.offsets);
  for (const Mention& mention : annotation.mentions) {
    const Candidate& top = write::top(mention.candidates);
    const Entity entity = entity_of(lexicon, annotation, top);
    const Form form = lexicon.form(top.form);
    CsvRow row(out);
    row.text(annotation.name);
    row.number(cursor.advance(mention.begin));
    row.number(OffsetCursor(cursor).advance(mention.end));
    row.text(text_of(annotation, mention));
    row.number(OffsetCursor(cursor).advance(mention.core_begin));
    row.number(OffsetCursor(cursor).advance(mention.core_end));
    row.text(mention.decision == Decision::kMatch ? entity.id
                                                  : std::string_view());
    row.text(entity.type);
    row.text(lexicon.name(form.name).id);
    row.text(form.text);
    row.text(decision_word(mention.decision));
    row.text(probability_text(top.probability));
    row.text(candidates_cell(lexicon, annotation, mention, options));
    row.text(mention.reviewed ? "true" : "");
    row.text(lexicon.hash());
    row.end();
  }
}

}  // namespace khitai
