// SPDX-License-Identifier: Apache-2.0
//
// Document -> plain text -> matches -> candidates -> decisions. Each block of
// text is read twice: once for the names that need no context, which are the
// context, and once for all.

#include "khitai/annotate.h"

#include <algorithm>
#include <utility>

#include "annotate/blocks.h"
#include "document/document.h"
#include "resolve/support.h"
#include "resolve/surroundings.h"
#include "resolve/survey.h"
#include "text/tag.h"

namespace khitai {
namespace {

using document::Document;

// Years this near to a mention speak for or against a candidate, in bytes.
constexpr uint32_t kYearReach = 400;

bool ends_with_any(std::string_view name,
                   std::initializer_list<std::string_view> endings) {
  return std::any_of(
      endings.begin(), endings.end(), [&](std::string_view ending) {
        return name.size() >= ending.size() &&
               std::equal(ending.rbegin(), ending.rend(), name.rbegin(),
                          [](char a, char b) {
                            return a == (b >= 'A' && b <= 'Z' ? b + 32 : b);
                          });
      });
}

Document read_document(std::string_view name, std::string_view source,
                       Input input) {
  const bool markdown =
      input == Input::kMarkdown ||
      (input == Input::kAuto && ends_with_any(name, {".md", ".markdown"}));
  return markdown ? Document::of_markdown(source) : Document::of_text(source);
}

// A mention in the making: a match with what it may mean here.
struct Found {
  match::Match match;
  std::vector<lexicon::Option> options;
  resolve::Evidence evidence;
};

class Annotator {
 public:
  Annotator(const Lexicon& lexicon, const AnnotateOptions& options)
      : lexicon_(lexicon),
        wanted_(options),
        lang_(text::usual_tag(options.lang)),
        reader_(lexicon),
        options_(lexicon) {}

  void run(const Document& document, Annotation* annotation) {
    const std::string_view text = document.plain();
    size_t resume = 0;  // mentions begin here or later
    annotation->lang = lang_;
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = annotate::block_end(text, begin);
      read_block(text, begin, end);
      if (annotation->lang.empty()) annotation->lang = survey_.lang;
      resume = add_mentions(document, begin, end, resume, annotation);
      begin = end;
    }
  }

 private:
  void read_block(std::string_view text, size_t begin, size_t end) {
    const size_t ahead = std::min(text.size(), end + annotate::kLookahead);
    block_ = text.substr(begin, ahead - begin);
    // The matcher keeps the units of the piece it read last only.
    units_.clear();
    fold::append_units(block_, &units_);
    matches_.clear();
    lexicon_.matcher().scan(block_, &scratch_, &matches_);
    const uint32_t size = static_cast<uint32_t>(end - begin);
    std::erase_if(matches_, [&](const match::Match& match) {
      return match.begin >= size;
    });
    survey_ =
        resolve::survey(reader_, block_, units_, matches_, lang_, &options_);
  }

  // What a match may mean here. A spelling that is a mention for one of its
  // options is so for all that may stand.
  Found look_at(const match::Match& match) {
    Found found;
    found.match = match;
    const std::string_view written =
        block_.substr(match.begin, match.end - match.begin);
    found.options = resolve::admitted(lexicon_, options_.of(match.pattern),
                                      written, survey_.lang);
    if (found.options.empty()) return found;
    found.evidence.explain = wanted_.explain;
    const resolve::Page page = {reader_, block_, units_, matches_, survey_};
    resolve::look_around(page, match, kYearReach, &options_, &found.evidence);
    const resolve::Place place = {
        match.begin, match.pattern, written, &found.evidence.cues,
        resolve::has_strange_neighbour(page, match, &options_)};
    const bool stands =
        std::any_of(found.options.begin(), found.options.end(),
                    [&](const lexicon::Option& option) {
                      return resolve::is_supported(lexicon_, option,
                                                   survey_.present, place);
                    });
    if (!stands) found.options.clear();
    return found;
  }

  std::vector<Candidate> candidates_of(Found* found) const {
    resolve::Evidence& evidence = found->evidence;
    evidence.year = wanted_.year;
    evidence.written = wanted_.written;
    evidence.type = wanted_.type;
    if (wanted_.year) evidence.near_year = wanted_.year;
    return resolve::score(lexicon_, found->options, evidence);
  }

  // Returns where the next block's mentions may begin. With overlaps it is
  // kept apart what the longest alone would be: a block hides nothing when it
  // begins within a mention.
  size_t add_mentions(const Document& document, size_t begin, size_t end,
                      size_t resume, Annotation* annotation) {
    size_t covered = resume;  // end of the last of the longest
    size_t blocked = 0;       // end of the last block pattern
    for (const match::Match& match : matches_) {
      const size_t from = begin + match.begin;
      const size_t to = begin + match.end;
      const bool nested = from < covered;
      if (from < blocked || (nested && !wanted_.overlaps)) continue;
      if (resolve::is_word(lexicon_, match.pattern, &options_)) {
        if (!nested) blocked = covered = to;
        continue;
      }
      Found found = look_at(match);
      if (found.options.empty()) {
        // A block that is a name in other company blocks here.
        if (!nested && lexicon_.is_block(match.pattern)) blocked = covered = to;
        continue;
      }
      std::vector<Candidate> candidates = candidates_of(&found);
      // What is refused by year or type is named here all the same.
      if (!nested) covered = to;
      if (candidates.empty()) continue;
      annotation->mentions.push_back(
          mention_at(document, from, to, std::move(candidates)));
    }
    return std::max(covered, end);
  }

  Mention mention_at(const Document& document, size_t from, size_t to,
                     std::vector<Candidate> candidates) const {
    Mention mention;
    mention.begin = document.source_begin(from);
    mention.end = document.source_end(to);
    mention.core_begin = mention.begin;
    mention.core_end = mention.end;
    mention.decision = resolve::decide(candidates, wanted_.decide);
    mention.candidates = std::move(candidates);
    return mention;
  }

  const Lexicon& lexicon_;
  const AnnotateOptions& wanted_;
  const std::string lang_;  // given; empty: to be guessed
  resolve::Reader reader_;
  lexicon::Options options_;
  match::Scratch scratch_;
  // Of the block at hand:
  std::string_view block_;
  fold::Units units_;
  std::vector<match::Match> matches_;
  resolve::Survey survey_;
};

}  // namespace

Annotation annotate_document(const Lexicon& lexicon, std::string name,
                             std::string source,
                             const AnnotateOptions& options) {
  Annotation annotation;
  annotation.name = std::move(name);
  annotation.source = std::move(source);
  const Document document =
      read_document(annotation.name, annotation.source, options.input);
  Annotator(lexicon, options).run(document, &annotation);
  return annotation;
}

}  // namespace khitai
