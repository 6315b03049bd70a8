// SPDX-License-Identifier: Apache-2.0
//
// Any bytes normalized can be undone; any bytes as a list of changes are
// undone or refused with a reason. For that the input is a text, an empty
// line, and the list.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "khitai/annotate.h"
#include "khitai/write.h"
#include "support/small_lexicon.h"

namespace {

using namespace khitai;  // NOLINT: a test program

void require(bool holds) {
  if (!holds) std::abort();
}

void there_and_back(const Lexicon& lexicon, const std::string& source) {
  for (const Level level : {Level::kForm, Level::kName, Level::kEntity}) {
    NormalizeOptions options;
    options.level = level;
    options.quotes = options.titles = options.bibliography =
        level != Level::kForm;
    const auto page = annotate_document(lexicon, "page", source, {});
    // What is packed or in another encoding does not come out as it was.
    if (!page.ok() || page->source != source) return;
    const auto made = normalize(lexicon, {*page}, options);
    require(made.size() == 1);
    std::string changes;
    write_changes_header(&changes);
    write_changes(lexicon, "page", level, made[0], &changes);
    const auto undone = undo_changes("page", made[0].text, "list", changes);
    require(undone.ok() && *undone == source);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string source(reinterpret_cast<const char*>(data), size);
  there_and_back(tests::example_lexicon(), source);
  const size_t end = std::min(source.find("\n\n"), size);
  const std::string text = source.substr(0, end);
  std::string changes = source.substr(std::min(end + 2, size));
  for (const bool with_header : {false, true}) {
    if (with_header) {
      std::string header;
      write_changes_header(&header);
      changes.insert(0, header);
    }
    const auto undone = undo_changes("page", text, "list", changes);
    require(undone.ok() || !undone.error().message.empty());
  }
  return 0;
}
