// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a file of annotations in each format, by itself and behind a
// good beginning: what is read lies in order, what is wrong is told in a line;
// then held against the bytes as a text, and scored. Likewise a table of traps.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/write.h"
#include "write/evaluate.h"

namespace {

using namespace khitai;  // NOLINT: a test program

void require(bool holds) {
  if (!holds) std::abort();
}

// Every second mention as gold for the others.
void score(const std::vector<PlainMention>& mentions) {
  write::EvalDocument document;
  for (size_t i = 0; i < mentions.size(); ++i) {
    (i % 2 == 0 ? document.gold : document.found).push_back(mentions[i]);
    if (i % 5 == 0) document.traps.push_back({mentions[i], "why"});
  }
  write::Evaluation evaluation;
  evaluation.add(document);
  const write::Score& all = evaluation.all;
  require(all.right <= all.found && all.found <= all.gold);
  require(all.named <= all.touched && all.touched <= all.gold);
  require(all.naming <= all.touching && all.touching <= all.counted);
  std::string out;
  write::write_eval_text(evaluation, {true, true, 0}, &out);
  write::write_eval_tsv(evaluation, {true, true, 0}, &out);
  write::write_eval_json(evaluation, {true, true, 0}, &out);
}

void read_table_of_traps(const std::string& bytes) {
  const auto traps = write::read_traps("fuzz.x", bytes);
  if (traps.ok()) return;
  require(traps.error().message.rfind("fuzz.x:", 0) == 0);
  require(traps.error().message.find('\n') == std::string::npos);
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
  score(read->mentions);
  const Offsets unit = read->offsets.value_or(Offsets::kByte);
  Annotation text;
  text.source = bytes;
  unit_of(text, read->mentions);
  const Status settled =
      settle_mentions(text, unit, read->format, &read->mentions);
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
  read_table_of_traps(bytes);
  read_table_of_traps("doc\tstart\tend\ttext\twhy\n" + bytes);
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
