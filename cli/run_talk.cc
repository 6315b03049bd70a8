// SPDX-License-Identifier: Apache-2.0

#include "cli/run_talk.h"

#include <algorithm>
#include <cstdio>

#include "cli/command.h"
#include "write/width.h"

namespace khitai::cli {
namespace {

constexpr double kBetweenLines = 0.2;  // seconds

double since(std::chrono::steady_clock::time_point begin) {
  const std::chrono::duration<double> passed =
      std::chrono::steady_clock::now() - begin;
  return passed.count();
}

}  // namespace

RunTalk::RunTalk(const Wish& wish)
    : wish_(wish),
      begin_(std::chrono::steady_clock::now()),
      entities_(wish.entities) {}

double RunTalk::seconds() const { return since(begin_); }

void RunTalk::clear() {
  if (shown_ == 0) return;
  std::fprintf(stderr, "\r%*s\r", static_cast<int>(shown_), "");
  shown_ = 0;
}

void RunTalk::annotated(const DocumentCounts& counts) {
  if (counts.is_end) ++counts_.documents;
  counts_.bytes += counts.bytes;
  counts_.mentions += counts.mentions;
  counts_.matched += counts.matched;
  counts_.ambiguous += counts.ambiguous;
  for (uint32_t entity : counts.entities) {
    if (entity >= entities_.size() || entities_[entity]) continue;
    entities_[entity] = true;
    ++counts_.entities;
  }
  show_progress();
}

void RunTalk::done_before(uint64_t bytes) {
  ++counts_.done_before;
  idle_ += bytes;
  show_progress();
}

int RunTalk::failed(const std::string& message) {
  ++counts_.errors;
  clear();
  return fail(kInputError, message);
}

void RunTalk::show_progress() {
  if (!wish_.progress) return;
  if (shown_ > 0 && since(shown_at_) < kBetweenLines) return;
  shown_at_ = std::chrono::steady_clock::now();
  const std::string line =
      progress_words(counts_.bytes + idle_, idle_, wish_.bytes, seconds());
  const size_t width = write::display_width(line);
  const size_t rest = shown_ - std::min(shown_, width);
  std::fprintf(stderr, "\r%s%*s", line.c_str(), static_cast<int>(rest), "");
  std::fflush(stderr);
  shown_ = width;
}

void RunTalk::end() {
  clear();
  if (!wish_.summary) return;
  std::fflush(stdout);
  std::fprintf(stderr, "%s\n", summary_words(counts_, seconds()).c_str());
}

}  // namespace khitai::cli
