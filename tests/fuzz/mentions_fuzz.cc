// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a file of annotations in each format, by itself and behind a
// good beginning: what is read lies in order, what is wrong is told in a line;
// then held against the bytes as a text.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "khitai/write.h"

namespace {

using namespace khitai;  // NOLINT: a test program

void require(bool holds) {
  if (!holds) std::abort();
}

void read_as(MentionFormat format, const std::string& bytes) {
  auto read = read_mentions("fuzz.x", bytes, format);
  if (!read.ok()) {
    const std::string& message = read.error().message;
    require(message.rfind("fuzz.x:", 0) == 0);
    require(message.find('\n') == message.npos && message.size() < 1000);
    return;
  }
  require(read->format != MentionFormat::kAuto && !read->docs.empty());
  for (const PlainMention& mention : read->mentions) {
    require(mention.start < mention.end && !mention.where.empty());
    require((mention.decision == Decision::kMatch) >= !mention.entity.empty());
  }
  const Offsets unit = read->offsets.value_or(Offsets::kByte);
  unit_of(bytes, read->mentions);
  const Status settled =
      settle_mentions(bytes, unit, read->format, &read->mentions);
  require(settled.ok() || !settled.error().message.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const MentionFormat format :
       {MentionFormat::kAuto, MentionFormat::kJsonl, MentionFormat::kCsv,
        MentionFormat::kBrat, MentionFormat::kIob2, MentionFormat::kW3c}) {
    read_as(format, bytes);
  }
  const std::string row =
      "{\"doc\":\"a\",\"start\":0,\"end\":1,\"text\":\"x\",\"entity\":null";
  read_as(MentionFormat::kJsonl, row + "}\n" + bytes);
  read_as(MentionFormat::kJsonl, row + ",\"candidates\":" + bytes + "}");
  read_as(MentionFormat::kCsv, "doc,start,end,text,candidates\n" + bytes);
  read_as(MentionFormat::kCsv, "doc,start,end,text\na,0,1,\"" + bytes + "\"");
  read_as(MentionFormat::kBrat, "T1\tPlace 0 1\tx\nN1\tReference T1 " + bytes);
  read_as(MentionFormat::kIob2, "x\t0\t1\tB-X\t" + bytes);
  read_as(MentionFormat::kW3c, "{\"items\":[" + bytes + "]}");
  return 0;
}
