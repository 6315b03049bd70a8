// SPDX-License-Identifier: Apache-2.0

#include "write/concordance.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "fold/fold.h"
#include "write/csv.h"
#include "write/json.h"
#include "write/script.h"
#include "write/tags.h"
#include "write/terminal.h"
#include "write/utf8.h"
#include "write/width.h"
#include "write/words.h"

namespace khitai::write {
namespace {

constexpr size_t kPlaceColumns = 9;      // "1234:5678"
constexpr size_t kMostNameColumns = 24;  // that room is kept for
constexpr size_t kLeastContext = 6;
constexpr char32_t kFirstEmbedding = 0x202A, kLastOverride = 0x202E,
                   kFirstIsolate = 0x2066, kLastIsolate = 0x2069;

// The units of a text as words with spaces between; the last one first if it
// is read backwards.
std::string folded_words(std::string_view text, bool backwards) {
  fold::Units units;
  fold::append_units(text, &units);
  std::string out;
  for (size_t i = 0; i < units.units.size(); ++i) {
    const size_t at = backwards ? units.units.size() - 1 - i : i;
    out += units.key_of(units.units[at]);
    out += ' ';
  }
  return out;
}

std::string sort_key(PassageOrder order, const Passage& one) {
  const bool before = order == PassageOrder::kBefore ||
                      (order == PassageOrder::kLeft && !one.right_to_left) ||
                      (order == PassageOrder::kRight && one.right_to_left);
  if (order == PassageOrder::kForm) {
    return fold::match_key(one.text) + '\n' + one.text;
  }
  return before ? folded_words(one.before, true)
                : folded_words(one.after, false);
}

bool has_right_to_left(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint next = code_point_at(text, at);
    if (script_of(next.code).right_to_left) return true;
    at += next.size;
  }
  return false;
}

// A cell of a row that runs so, apart from its neighbours.
std::string cell_text(std::string_view text, bool right_to_left) {
  std::string inside = without_bidi_controls(text);
  if (inside.empty()) return inside;
  if (right_to_left) return "\u2067" + inside + "\u2069";
  if (has_right_to_left(inside)) return "\u2066" + inside + "\u2069";
  return inside;
}

std::string place_words(const Passage& one, bool by_document) {
  std::string words =
      std::to_string(one.line) + ":" + std::to_string(one.column);
  if (!by_document) words.insert(0, isolated(clean(one.document)) + ":");
  if (one.decision != Decision::kMatch) words += "?";
  return words;
}

// The rows of a table with a name at the same column in each.
class PassageRows {
 public:
  PassageRows(const Lexicon& lexicon, std::span<const Passage> passages,
              const ConcordanceOptions& options, std::string* out)
      : lexicon_(lexicon),
        passages_(passages),
        options_(options),
        terminal_(unwrapped(options.write), out) {
    measure();
  }

  void write() {
    if (options_.by_document) write_heading();
    for (const Passage& one : passages_) write_row(one);
  }

 private:
  static WriteOptions unwrapped(WriteOptions options) {
    options.width = 0;
    return options;
  }

  void measure() {
    size_t name = 0;
    for (const Passage& one : passages_) {
      place_ = std::max(place_,
                        display_width(place_words(one, options_.by_document)));
      name = std::max(name, display_width(one.text));
    }
    name = std::min(name, kMostNameColumns);
    context_ = options_.context;
    if (options_.write.width == 0) return;
    const size_t taken = place_ + name + 4;  // two spaces, brackets
    const size_t free =
        options_.write.width > taken ? options_.write.width - taken : 0;
    context_ = std::min(context_, std::max(free / 2, kLeastContext));
  }

  void write_heading() {
    const Passage& first = passages_.front();
    std::string facts = language_words(first.lang);
    append_joined(", ", counted(passages_.size(), "passage", "passages"),
                  &facts);
    terminal_.begin_line(0, 0);
    terminal_.text(isolated(first.document), kBold);
    terminal_.text("  " + facts, kDim);
    terminal_.end_line();
  }

  void write_row(const Passage& one) {
    const std::string_view before = last_columns(one.before, context_);
    const std::string_view after = first_columns(one.after, context_);
    const std::string left =
        cell_text(one.right_to_left ? after : before, one.right_to_left);
    const std::string right =
        cell_text(one.right_to_left ? before : after, one.right_to_left);
    const std::string name = cell_text(one.text, one.right_to_left);
    const std::string place = place_words(one, options_.by_document);
    const size_t width = display_width(place);
    terminal_.begin_line(options_.by_document ? place_ - width : 0, 0);
    terminal_.text(place, kDim);
    terminal_.pad_to(place_ + 2 + context_ - display_width(left));
    terminal_.text(left);
    if (options_.write.color) {
      terminal_.text(" ");
      terminal_.text(name, style_of_type(lexicon_.entity_type(one.entity)));
      terminal_.text(" ");
    } else {
      terminal_.text("[" + name + "]");
    }
    terminal_.text(right);
    terminal_.end_line();
  }

  const Lexicon& lexicon_;
  std::span<const Passage> passages_;
  const ConcordanceOptions& options_;
  Terminal terminal_;
  size_t place_ = kPlaceColumns;
  size_t context_ = 0;
};

constexpr std::string_view kPassageColumns[] = {
    "document", "line", "column", "start",    "end",
    "before",   "text", "after",  "entity",   "type",
    "label",    "name", "form",   "decision", "probability"};

struct PassageFacts {
  Entity entity;
  std::string_view name, form;
};

PassageFacts facts_of(const Lexicon& lexicon, const Passage& one) {
  const Form form = lexicon.form(one.form);
  return {lexicon.entity(one.entity), lexicon.name(form.name).id, form.text};
}

}  // namespace

std::string without_bidi_controls(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint next = code_point_at(text, at);
    at += next.size;
    if (next.code >= kFirstEmbedding && next.code <= kLastOverride) continue;
    if (next.code >= kFirstIsolate && next.code <= kLastIsolate) continue;
    text::append(next.code, &out);
  }
  return out;
}

void sort_passages(PassageOrder order, std::vector<Passage>* passages) {
  if (order == PassageOrder::kPlace) return;
  std::vector<std::string> keys;
  keys.reserve(passages->size());
  for (const Passage& one : *passages) keys.push_back(sort_key(order, one));
  std::vector<size_t> places(passages->size());
  std::iota(places.begin(), places.end(), size_t{0});
  std::stable_sort(places.begin(), places.end(),
                   [&](size_t a, size_t b) { return keys[a] < keys[b]; });
  std::vector<Passage> sorted;
  sorted.reserve(places.size());
  for (size_t at : places) sorted.push_back(std::move((*passages)[at]));
  *passages = std::move(sorted);
}

void write_passages_text(const Lexicon& lexicon,
                         std::span<const Passage> passages,
                         const ConcordanceOptions& options, std::string* out) {
  if (passages.empty()) return;
  PassageRows(lexicon, passages, options, out).write();
}

void write_passages_csv_header(std::string* out) {
  bool first = true;
  for (std::string_view column : kPassageColumns) {
    if (!first) *out += ',';
    first = false;
    *out += column;
  }
  *out += "\r\n";
}

void write_passages_csv(const Lexicon& lexicon,
                        std::span<const Passage> passages, std::string* out) {
  for (const Passage& one : passages) {
    const PassageFacts facts = facts_of(lexicon, one);
    append_csv(one.document, out);
    for (size_t number : {one.line, one.column, one.start, one.end}) {
      *out += ',' + std::to_string(number);
    }
    for (std::string_view cell :
         {std::string_view(one.before), std::string_view(one.text),
          std::string_view(one.after), facts.entity.id, facts.entity.type,
          facts.entity.label, facts.name, facts.form,
          decision_word(one.decision)}) {
      *out += ',';
      append_csv(cell, out);
    }
    *out += ',' + probability_text(one.probability) + "\r\n";
  }
}

void write_passages_jsonl(const Lexicon& lexicon,
                          std::span<const Passage> passages, std::string* out) {
  for (const Passage& one : passages) {
    const PassageFacts facts = facts_of(lexicon, one);
    Json json(out);
    json.open_object();
    json.member("document", one.document);
    json.member("line", uint64_t{one.line});
    json.member("column", uint64_t{one.column});
    json.member("start", uint64_t{one.start});
    json.member("end", uint64_t{one.end});
    json.member("before", one.before);
    json.member("text", one.text);
    json.member("after", one.after);
    json.member("entity", facts.entity.id);
    json.member("type", facts.entity.type);
    json.member("label", facts.entity.label);
    json.member("name", facts.name);
    json.member("form", facts.form);
    json.member("decision", decision_word(one.decision));
    json.key("probability");
    json.probability(one.probability);
    json.close_object();
    json.end_line();
  }
}

}  // namespace khitai::write
