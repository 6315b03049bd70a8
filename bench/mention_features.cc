// SPDX-License-Identifier: Apache-2.0
//
// What speaks for and against the candidates of the mentions of texts, for
// bench/fit_mentions.py:
//
//   mention_features LEXICON.klex TEXT...
//
// A line is a feature: doc, start, end (code points), entity, id, weight as it
// is now; tab-separated. A candidate without features has one line with "-".

#include <cstdio>
#include <string>

#include "base/input_file.h"
#include "khitai/annotate.h"
#include "write/offsets.h"

namespace khitai {
namespace {

void print(const Lexicon& lexicon, const Annotation& page) {
  write::OffsetCursor cursor(page.source, Offsets::kCodepoint);
  for (const Mention& mention : page.mentions) {
    const size_t begin = cursor.advance(mention.begin);
    const size_t end = write::OffsetCursor(cursor).advance(mention.end);
    for (const Candidate& one : mention.candidates) {
      const std::string entity(lexicon.entity(one.entity).id);
      for (const Feature& feature : one.features) {
        std::printf("%s\t%zu\t%zu\t%s\t%.*s\t%.4f\n", page.name.c_str(), begin,
                    end, entity.c_str(), static_cast<int>(feature.id.size()),
                    feature.id.data(), feature.weight);
      }
    }
  }
}

int run(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: mention_features LEXICON.klex TEXT...\n");
    return 2;
  }
  const auto lexicon = Lexicon::open(arguments[1]);
  if (!lexicon.ok()) {
    std::fprintf(stderr, "%s\n", lexicon.error().message.c_str());
    return 3;
  }
  for (int i = 2; i < count; ++i) {
    auto text = base::read_whole(arguments[i]);
    if (!text.ok()) {
      std::fprintf(stderr, "%s\n", text.error().message.c_str());
      return 3;
    }
    const auto page =
        annotate_document(**lexicon, arguments[i], std::move(text).value(), {});
    if (page.ok()) print(**lexicon, *page);
  }
  return 0;
}

}  // namespace
}  // namespace khitai

int main(int count, char** arguments) { return khitai::run(count, arguments); }
