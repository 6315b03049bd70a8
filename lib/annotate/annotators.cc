// SPDX-License-Identifier: Apache-2.0

#include "annotate/annotators.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/ordered_pool.h"
#include "text/tag.h"

namespace khitai::annotate {
namespace {

// Blocks that go to a thread together: short ones (records) are many.
using Batch = std::vector<Block>;

std::optional<Batch> next_batch(Blocks* blocks) {
  Batch batch;
  size_t bytes = 0;
  while (bytes < kBlockSize / 2) {
    const std::optional<Block> block = blocks->next();
    if (!block) break;
    batch.push_back(*block);
    bytes += block->end - block->begin;
  }
  if (batch.empty()) return std::nullopt;
  return batch;
}

}  // namespace

std::unique_ptr<Annotator> Annotators::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Annotator> one = std::move(idle_.back());
      idle_.pop_back();
      return one;
    }
  }
  return std::make_unique<Annotator>(lexicon_, options_);
}

void Annotators::give_back(std::unique_ptr<Annotator> one) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(one));
}

BlockMentions Annotators::run_block(const document::Document& document,
                                    const Block& block) {
  std::unique_ptr<Annotator> one = take();
  BlockMentions found = one->run_block(document, block);
  give_back(std::move(one));
  return found;
}

void annotate_blocks(const Lexicon& lexicon, const document::Document& document,
                     const AnnotateOptions& options, unsigned jobs,
                     Annotation* annotation) {
  struct Worked {
    Block block;
    BlockMentions found;
  };
  Annotators annotators(lexicon, options);
  Blocks blocks(document);
  annotation->lang = text::usual_tag(options.lang);
  size_t resume = 0;
  base::run_in_order(
      jobs, [&] { return next_batch(&blocks); },
      [&](Batch batch) {
        std::vector<Worked> all;
        for (const Block& block : batch) {
          all.push_back({block, annotators.run_block(document, block)});
        }
        return all;
      },
      [&](std::vector<Worked> all) {
        for (Worked& one : all) {
          if (resume > one.block.begin) {
            one.block.resume = resume;
            one.found = annotators.run_block(document, one.block);
          }
          resume = one.found.resume;
          append_block(std::move(one.found), annotation);
        }
        return true;
      });
  sort_mentions_of(annotation);
}

}  // namespace khitai::annotate
