// SPDX-License-Identifier: Apache-2.0
//
// Which of the names seen are worth a reader's time, in which order, and why.
// Inflected spellings of one name are joined first. Points were set by hand on
// corpora/ (docs/accuracy.md, Suggesting).

#ifndef KHITAI_ANNOTATE_RANK_NAMES_H_
#define KHITAI_ANNOTATE_RANK_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

#include "annotate/seen_names.h"
#include "khitai/lexicon.h"
#include "khitai/suggest.h"

namespace khitai::annotate {

class NameRanker {
 public:
  // Both must outlive it.
  NameRanker(const Lexicon& lexicon, const SuggestOptions& options)
      : lexicon_(lexicon), options_(options) {}

  std::vector<Suggestion> run(SeenNames names) const;

 private:
  struct Judged {
    std::string key;
    const SeenName* seen = nullptr;
    double points = 0;      // without the lexicon
    bool doubtful = false;  // only a known name that is near speaks for it
    std::vector<Candidate> nearest;
    double nearness = 0;  // probability of the first
  };
  bool judge(const SeenNames& names, Judged* one) const;
  double points_of_capitals(const SeenName& seen) const;
  double points_of_words(const SeenName& seen) const;
  std::vector<Judged> judged(const SeenNames& names) const;
  void look_up(Judged* one) const;
  void look_up_all(std::vector<Judged>* all) const;
  void give_ids(std::vector<Suggestion>* all) const;
  Suggestion suggestion_of(const Judged& one) const;
  std::vector<std::string> why(const Judged& one) const;

  const Lexicon& lexicon_;
  const SuggestOptions& options_;
};

// Joins inflected spellings to the name they are of, by the morphology of their
// language: to the dictionary form, where it was seen, else to each other.
void join_inflected(const Lexicon& lexicon, SeenNames* names);

// An id for an entity of that name: small Latin letters, digits and hyphens;
// "name" where nothing of it can be written so.
std::string ascii_id(const Lexicon& lexicon, std::string_view text,
                     std::string_view lang);

// What was seen most often; empty: nothing.
std::string most_frequent(const std::map<std::string, size_t>& counts);

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_RANK_NAMES_H_
