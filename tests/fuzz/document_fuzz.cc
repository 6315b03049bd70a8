// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a document of each kind that can hold any bytes: every mention
// lies in the source and in order, every writer copes, an index can be made.
// (readers_fuzz.cc has the others.)

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/write.h"
#include "support/small_lexicon.h"
#include "write/index.h"

namespace {

void write_index(const khitai::Lexicon& lexicon, const khitai::Annotation& page,
                 std::string* out) {
  using namespace khitai::write;  // NOLINT: a test program
  IndexWish wish;
  wish.marks = khitai::document::usual_locus_patterns();
  wish.list_ambiguous = true;
  IndexOrder order;
  order.key = [](std::string_view text) { return std::string(text); };
  order.letters = order.key;
  const std::vector<GatheredNames> names = {gather_names(lexicon, page, wish)};
  const NameIndex index = build_index(lexicon, names, order, wish);
  write_index_text(index, {}, out);
  write_index_html(index, out);
  write_index_json(index, out);
  write_ambiguous(lexicon, names.front(), wish, out);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace khitai;  // NOLINT: a test program
  const Lexicon& lexicon = tests::example_lexicon();
  const std::string source(reinterpret_cast<const char*>(data), size);
  for (const Input input : {Input::kText, Input::kMarkdown, Input::kHtml}) {
    AnnotateOptions options;
    options.input = input;
    const auto read = annotate_document(lexicon, "page", source, options);
    if (!read.ok()) continue;  // packed, or in another encoding, and broken
    const Annotation& page = *read;
    size_t last = 0;
    for (const Mention& mention : page.mentions) {
      if (mention.begin < last || mention.end <= mention.begin ||
          mention.end > page.source.size()) {
        std::abort();
      }
      last = mention.end;
    }
    std::string out;
    write_jsonl(lexicon, page, {}, &out);
    write_text(lexicon, page, {}, &out);
    write_html(lexicon, {page}, {}, &out);
    write_index(lexicon, page, &out);
  }
  return 0;
}
