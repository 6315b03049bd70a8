// SPDX-License-Identifier: Apache-2.0
//
// Mentions as brat's standoff annotations: offsets in code points, T lines
// for spans, N lines for what they name, an attribute for the decision and a
// note for probabilities. Linear.

#include "khitai/write.h"
#include "write/csv.h"
#include "write/iri.h"
#include "write/line_ends.h"
#include "write/offsets.h"
#include "write/shown.h"
#include "write/type_word.h"
#include "write/utf8.h"
#include "write/words.h"

namespace khitai {
namespace {

using namespace write;

// A mention as brat has it: no fragment holds a line break.
struct BratSpan {
  std::string offsets;  // "12 23" or "12 16;17 23"
  std::string text;     // of the fragments, a space between two
};

BratSpan brat_span(const Annotation& page, const Mention& mention,
                   OffsetCursor cursor) {
  BratSpan span;
  const std::string_view text = text_of(page, mention);
  for (size_t begin = 0; begin < text.size();) {
    const size_t size = line_end_size(text, begin);
    if (size > 0) {
      begin += size;
      continue;
    }
    size_t end = begin;
    while (end < text.size() && line_end_size(text, end) == 0) {
      end += code_point_at(text, end).size;
    }
    if (!span.text.empty()) {
      span.offsets += ';';
      span.text += ' ';
    }
    span.offsets += std::to_string(cursor.advance(mention.begin + begin)) + " ";
    span.offsets += std::to_string(cursor.advance(mention.begin + end));
    append_clean(text.substr(begin, end - begin), &span.text);
    begin = end;
  }
  return span;
}

// Lines of one document, numbered as brat wants them.
class BratLines {
 public:
  BratLines(const Lexicon& lexicon, const Annotation& annotation,
            const WriteOptions& options, std::string* out)
      : lexicon_(lexicon),
        annotation_(annotation),
        options_(options),
        out_(out) {}

  void add(const Mention& mention, const BratSpan& span) {
    const std::string id = "T" + std::to_string(++spans_);
    const Candidate& top = write::top(mention.candidates);
    const Entity best = entity_of(lexicon_, annotation_, top);
    *out_ += id + "\t" + capital_type(best.type) + " " + span.offsets + "\t" +
             span.text + "\n";
    *out_ += "A" + std::to_string(spans_) + "\tDecision " + id + " " +
             std::string(decision_word(mention.decision)) + "\n";
    WriteOptions told = options_;
    if (mention.decision == Decision::kMatch) told.limit = 1;
    for (const Candidate& one : shown(mention.candidates, told)) {
      if (mention.decision == Decision::kNone) break;
      const Entity entity = entity_of(lexicon_, annotation_, one);
      *out_ += "N" + std::to_string(++norms_) + "\tReference " + id + " " +
               prefixed_id(entity.id) + "\t" + in_one_line(entity.label) + "\n";
    }
    *out_ += "#" + std::to_string(spans_) + "\tAnnotatorNotes " + id + "\t" +
             candidates_cell(lexicon_, annotation_, mention, options_) + "\n";
  }

 private:
  const Lexicon& lexicon_;
  const Annotation& annotation_;
  const WriteOptions& options_;
  std::string* out_;
  size_t spans_ = 0;
  size_t norms_ = 0;
};

}  // namespace

void write_brat(const Lexicon& lexicon, const Annotation& annotation,
                const WriteOptions& options, std::string* out) {
  BratLines lines(lexicon, annotation, options, out);
  OffsetCursor cursor(annotation.source, Offsets::kCodepoint);
  for (const Mention& mention : annotation.mentions) {
    cursor.advance(std::min(mention.begin, annotation.source.size()));
    const BratSpan span = brat_span(annotation, mention, cursor);
    if (!span.text.empty()) lines.add(mention, span);
  }
}

void write_brat_text(const Annotation& annotation, std::string* out) {
  append_clean(annotation.source, out);
}

std::string brat_configuration() {
  std::string out = "[entities]\n";
  for (std::string_view type : all_types()) out += capital_type(type) + "\n";
  out += "\n[relations]\n\n[events]\n\n[attributes]\n";
  out += "Decision\tArg:<ENTITY>, Value:match|ambiguous|none\n";
  return out;
}

}  // namespace khitai
