// SPDX-License-Identifier: Apache-2.0
//
// Mentions as IOB2: token, offsets in code points, tag, entity. Linear.

#include <algorithm>

#include "khitai/write.h"
#include "write/iri.h"
#include "write/offsets.h"
#include "write/shown.h"
#include "write/tokens.h"
#include "write/type_word.h"
#include "write/utf8.h"

namespace khitai {
namespace {

using namespace write;

// Those that there is room for: none overlaps one before it.
std::vector<const Mention*> apart(const Annotation& page) {
  std::vector<const Mention*> kept;
  size_t end = 0;
  for (const Mention& mention : page.mentions) {
    if (mention.begin < end || mention.end <= mention.begin ||
        mention.end > page.source.size()) {
      continue;
    }
    kept.push_back(&mention);
    end = mention.end;
  }
  return kept;
}

// The last column: the entity; behind a question mark what else it may be.
std::string entity_column(const Lexicon& lexicon, const Annotation& page,
                          const Mention& mention, const WriteOptions& options) {
  if (mention.decision == Decision::kMatch) {
    return encoded_id(
        entity_of(lexicon, page, write::top(mention.candidates)).id);
  }
  std::string column = "?";
  if (mention.decision == Decision::kNone) return column;
  for (const Candidate& one : shown(mention.candidates, options)) {
    if (column.size() > 1) column += '|';
    column += encoded_id(entity_of(lexicon, page, one).id);
  }
  return column;
}

// The tokens of one document, from the first to the last.
class Iob2Lines {
 public:
  Iob2Lines(const Lexicon& lexicon, const Annotation& page,
            const WriteOptions& options, std::string* out)
      : lexicon_(lexicon),
        page_(page),
        options_(options),
        cursor_(page.source, Offsets::kCodepoint),
        mentions_(apart(page)),
        out_(out) {}

  void write() {
    std::vector<size_t> cuts;
    for (const Mention* mention : mentions_) {
      cuts.push_back(mention->begin);
      cuts.push_back(mention->end);
    }
    *out_ += "-DOCSTART-\t0\t0\tO\t" + encoded_path(page_.name) + "\n\n";
    bool first = true;
    for (const Token& token : tokens_of(page_.source, cuts)) {
      find_mention(token.begin);
      if (token.opens && !first && !inside_) *out_ += '\n';
      add(token);
      first = false;
    }
    if (!first) *out_ += '\n';
  }

 private:
  // The mention that a token at `at` belongs to. `inside_`: it goes on there.
  void find_mention(size_t at) {
    while (next_ < mentions_.size() && mentions_[next_]->end <= at) ++next_;
    const bool any = next_ < mentions_.size() && mentions_[next_]->begin <= at;
    const Mention* const mention = any ? mentions_[next_] : nullptr;
    inside_ = mention != nullptr && mention == mention_;
    mention_ = mention;
  }

  void add(const Token& token) {
    append_clean(std::string_view(page_.source)
                     .substr(token.begin, token.end - token.begin),
                 out_);
    *out_ += '\t' + std::to_string(cursor_.advance(token.begin));
    *out_ += '\t' + std::to_string(cursor_.advance(token.end));
    if (mention_ == nullptr) {
      *out_ += "\tO\t_\n";
      return;
    }
    const Candidate& top = write::top(mention_->candidates);
    *out_ += inside_ ? "\tI-" : "\tB-";
    *out_ += upper_type(entity_of(lexicon_, page_, top).type) + "\t";
    *out_ += entity_column(lexicon_, page_, *mention_, options_) + "\n";
  }

  const Lexicon& lexicon_;
  const Annotation& page_;
  const WriteOptions& options_;
  OffsetCursor cursor_;
  std::vector<const Mention*> mentions_;
  std::string* out_;
  size_t next_ = 0;
  const Mention* mention_ = nullptr;
  bool inside_ = false;
};

}  // namespace

void write_iob2(const Lexicon& lexicon, const Annotation& annotation,
                const WriteOptions& options, std::string* out) {
  Iob2Lines(lexicon, annotation, options, out).write();
}

}  // namespace khitai
