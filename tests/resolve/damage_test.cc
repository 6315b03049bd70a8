// SPDX-License-Identifier: Apache-2.0
//
// Names asked of a lexicon whose conventions, morphology and indexes are
// damaged: wrong answers at worst.

#include <gtest/gtest.h>

#include <cstring>
#include <random>

#include "base/bytes.h"
#include "khitai/keys.h"
#include "khitai/lexicon.h"
#include "khitai/resolve.h"
#include "lexicon/klex.h"
#include "support/small_lexicon.h"

namespace khitai::tests {
namespace {

constexpr uint32_t kFirstSection =
    static_cast<uint32_t>(lexicon::Section::kClasses);

// Changes bytes of a section that resolving reads; also of the texts.
void damage(std::string* bytes, std::mt19937* random) {
  const uint64_t count = base::load<uint32_t>(*bytes, lexicon::kAtSectionCount);
  std::vector<std::pair<uint64_t, uint64_t>> parts;
  for (uint64_t i = 0; i < count; ++i) {
    const uint64_t entry =
        lexicon::kHeaderSize + i * lexicon::kSectionEntrySize;
    const auto id = base::load<uint32_t>(*bytes, entry + lexicon::kAtId);
    const auto at = base::load<uint64_t>(*bytes, entry + lexicon::kAtOffset);
    const auto size = base::load<uint64_t>(*bytes, entry + lexicon::kAtSize);
    const bool texts =
        id == static_cast<uint32_t>(lexicon::Section::kStringOffsets);
    if ((id >= kFirstSection || texts) && size > 0)
      parts.emplace_back(at, size);
  }
  for (int change = 0; change < 200; ++change) {
    const auto& [at, size] = parts[(*random)() % parts.size()];
    const uint64_t place = at + (*random)() % std::min<uint64_t>(size, 20000);
    (*bytes)[place] = static_cast<char>((*random)());
  }
}

TEST(ResolveDamageTest, GivesWrongAnswersAtWorst) {
  std::mt19937 random(1211);
  for (int round = 0; round < 12; ++round) {
    std::string bytes = shipped_bytes();
    damage(&bytes, &random);
    const auto lexicon = Lexicon::from_bytes(std::move(bytes));
    if (!lexicon.ok()) continue;
    for (const char* name :
         {"Kara Chitaj", "Yeh-lu Ta-shih",
          "\u043A\u0430\u0440\u0430\u043A\u0438\u0442\u0430\u0435\u0432",
          "\u0648\u0627\u0644\u0642\u0631\u0627\u062E\u0637\u0627\u06CC",
          "\u5C48\u51FA\u5F8B", "Balasagunda"}) {
      Query query;
      query.name = name;
      const Resolution found = resolve_name(**lexicon, query);
      EXPECT_LE(found.candidates.size(), (*lexicon)->entity_count());
      l3_keys(**lexicon, name, "");
    }
  }
}

}  // namespace
}  // namespace khitai::tests
