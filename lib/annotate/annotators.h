// SPDX-License-Identifier: Apache-2.0
//
// Annotators for several threads. What one has learnt of words serves the next
// block that it is lent for, so there are as many as threads at work at once.

#ifndef KHITAI_ANNOTATE_ANNOTATORS_H_
#define KHITAI_ANNOTATE_ANNOTATORS_H_

#include <memory>
#include <mutex>
#include <vector>

#include "annotate/annotator.h"

namespace khitai::annotate {

class Annotators {
 public:
  // Both must outlive it.
  Annotators(const Lexicon& lexicon, const AnnotateOptions& options)
      : lexicon_(lexicon), options_(options) {}

  // As Annotator does. Thread-safe.
  BlockMentions run_block(const document::Document& document,
                          const Block& block);

 private:
  std::unique_ptr<Annotator> take();
  void give_back(std::unique_ptr<Annotator> one);

  const Lexicon& lexicon_;
  const AnnotateOptions& options_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Annotator>> idle_;
};

// Fills in language and mentions, on as many threads; the same for any number
// of them. Each block is begun as if no name reached into it; the few where one
// does are done again.
void annotate_blocks(const Lexicon& lexicon, const document::Document& document,
                     const AnnotateOptions& options, unsigned jobs,
                     Annotation* annotation);

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_ANNOTATORS_H_
