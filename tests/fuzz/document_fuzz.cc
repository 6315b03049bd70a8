// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a text and as Markdown: every mention lies in the source and
// in order, every writer copes.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "khitai/annotate.h"
#include "khitai/write.h"
#include "support/small_lexicon.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace khitai;  // NOLINT: a test program
  const Lexicon& lexicon = tests::example_lexicon();
  const std::string source(reinterpret_cast<const char*>(data), size);
  for (const Input input : {Input::kText, Input::kMarkdown}) {
    AnnotateOptions options;
    options.input = input;
    const Annotation page =
        annotate_document(lexicon, "page", source, options).value();
    size_t last = 0;
    for (const Mention& mention : page.mentions) {
      if (mention.begin < last || mention.end <= mention.begin ||
          mention.end > source.size()) {
        std::abort();
      }
      last = mention.end;
    }
    std::string out;
    write_jsonl(lexicon, page, {}, &out);
    write_text(lexicon, page, {}, &out);
    write_html(lexicon, {page}, {}, &out);
  }
  return 0;
}
