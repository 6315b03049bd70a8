// SPDX-License-Identifier: Apache-2.0
//
// Bytes that claim to be a compiled lexicon. To get past the checks of the
// header, the input is the list of changes made to a sound lexicon: groups of
// four bytes, three of place and one of value; the header's checksum is mended
// so that sections and their table are read. As it stands it is tried too.

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>

#include "base/bytes.h"
#include "base/checksum.h"
#include "khitai/annotate.h"
#include "khitai/write.h"
#include "lexicon/klex.h"
#include "support/small_lexicon.h"

namespace {

using namespace khitai;  // NOLINT: a test program

void visit(const Lexicon& lexicon) {
  std::string out;
  const uint32_t most = 50;
  for (uint32_t i = 0; i < std::min(lexicon.entity_count(), most); ++i) {
    write_card_text(lexicon, i, {}, &out);
  }
  const Annotation page =
      annotate_document(lexicon, "t", "In 1141 Sanjar and Mahmud fled.", {})
          .value();
  write_jsonl(lexicon, page, {}, &out);
  write_html(lexicon, {page}, {}, &out);
}

void mend(std::string* bytes) {
  const uint64_t count = base::load<uint32_t>(*bytes, lexicon::kAtSectionCount);
  const uint64_t size = count * lexicon::kSectionEntrySize;
  if (count > lexicon::kMaxSections ||
      bytes->size() < lexicon::kHeaderSize + size) {
    return;
  }
  const uint64_t hash = base::checksum(
      std::string_view(*bytes).substr(lexicon::kHeaderSize, size));
  std::memcpy(bytes->data() + lexicon::kAtHash, &hash, sizeof(hash));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string kSound = tests::example_bytes();
  const auto raw = Lexicon::from_bytes(
      std::string(reinterpret_cast<const char*>(data), size));
  if (raw.ok()) visit(**raw);
  std::string bytes = kSound;
  for (size_t i = 0; i + 4 <= size && i < 256; i += 4) {
    const size_t place =
        (size_t{data[i]} << 16 | size_t{data[i + 1]} << 8 | data[i + 2]) %
        bytes.size();
    bytes[place] = static_cast<char>(data[i + 3]);
  }
  mend(&bytes);
  const auto changed = Lexicon::from_bytes(bytes);
  if (changed.ok()) visit(**changed);
  return 0;
}
