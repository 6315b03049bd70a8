// SPDX-License-Identifier: Apache-2.0
//
// The unknown names of one annotated document. It is read twice: once for how
// its words are written, once for the names. Not thread-safe; one for each
// document.

#ifndef KHITAI_ANNOTATE_SIGHTER_H_
#define KHITAI_ANNOTATE_SIGHTER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/near_words.h"
#include "annotate/seen_names.h"
#include "annotate/sight.h"
#include "document/document.h"
#include "fold/fold.h"
#include "khitai/annotate.h"
#include "lexicon/options.h"
#include "match/matcher.h"
#include "resolve/survey.h"

namespace khitai::annotate {

class Sighter {
 public:
  // All must outlive it.
  Sighter(const Lexicon& lexicon, const document::Document& document,
          const Annotation& annotation, std::string lang);

  void run(SeenNames* names);

 private:
  template <typename Take>
  void each_block(const Take& take);
  void read_block(const document::Part& part, size_t begin, size_t end);
  Scene scene_of(std::string_view lang);
  void find_headings();
  void count_words();
  void cover_blocks();
  void cover_mentions();
  bool is_mentioned(size_t begin, size_t end) const;
  bool has_company(size_t begin) const;
  std::string lang_at(uint32_t offset) const;
  void find(SeenNames* names);
  void note(const Scene& scene, const Sighted& one, SeenNames* names);
  void add_cues(const Scene& scene, const Sighted& one, SeenName* seen) const;
  std::string context_of(const Sighted& one) const;

  const Lexicon& lexicon_;
  const document::Document& document_;
  const Annotation& annotation_;
  const std::string lang_;  // given; empty: guessed
  const resolve::Reader& reader_;
  lexicon::Options options_;
  match::Scratch scratch_;
  std::vector<document::Span> mentions_;  // by begin; none overlap
  WordCounts words_;
  NearWords near_;
  // Of the block at hand:
  size_t begin_ = 0;    // bytes of the plain text
  uint32_t count_ = 0;  // units that names may begin at
  std::string_view block_;
  std::string block_lang_;
  fold::Units units_;
  std::vector<uint32_t> sentences_;
  std::vector<Shape> shapes_;
  std::vector<bool> titled_;
  std::vector<bool> covered_;
};

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_SIGHTER_H_
