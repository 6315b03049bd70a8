// SPDX-License-Identifier: Apache-2.0

#include "speed/measure.h"

#include <malloc.h>

#include <algorithm>
#include <limits>

namespace khitai::bench {
namespace {

std::string_view part_for(const Engine& engine, std::string_view text) {
  const size_t most = engine.facts().most_bytes;
  return text.size() <= most ? text : beginning(text, most, true);
}

std::string in_one_line(std::string text) {
  for (char& byte : text) {
    if (byte == '\t' || byte == '\n' || byte == '\r') byte = ' ';
  }
  return text;
}

}  // namespace

size_t heap_bytes() {
  const auto info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

Result<Built> build_measured(std::unique_ptr<Engine> engine,
                             const Names& names) {
  Built built;
  const size_t heap = heap_bytes();
  const double begin = thread_seconds();
  const Status status = engine->build(names);
  built.seconds = thread_seconds() - begin;
  if (!status) return status.error();
  built.heap = heap_bytes() - std::min(heap, heap_bytes());
  built.engine = std::move(engine);
  return built;
}

std::string_view beginning(std::string_view text, size_t bytes, bool within) {
  if (text.size() <= bytes) return text;
  if (!within) return text.substr(0, text.find('\n', bytes));
  const size_t end = text.rfind('\n', bytes);
  return text.substr(0, end == std::string_view::npos ? 0 : end);
}

std::vector<Row> measure(const LabelledText& text, const HowToMeasure& how,
                         const ExactOracle& exact, const FoldedOracle& folded,
                         const std::vector<Built>& engines) {
  const std::string_view head = beginning(text.bytes, how.checked, false);
  const Expected expected = {exact.all(head), folded.all(head)};
  std::vector<Row> rows;
  for (const Built& built : engines) {
    Row row;
    row.facts = built.engine->facts();
    row.names = how.names;
    row.text = text.label;
    row.bytes = part_for(*built.engine, text.bytes).size();
    row.seconds = std::numeric_limits<double>::infinity();
    row.build_seconds = built.seconds;
    row.heap = built.heap;
    row.wrong = built.engine->wrong(head, expected);
    rows.push_back(std::move(row));
  }
  for (int run = 0; run < how.runs; ++run) {
    for (size_t i = 0; i < engines.size(); ++i) {
      if (!rows[i].wrong.empty()) continue;
      const std::string_view part = part_for(*engines[i].engine, text.bytes);
      const double begin = thread_seconds();
      rows[i].hits = engines[i].engine->scan(part);
      rows[i].seconds = std::min(rows[i].seconds, thread_seconds() - begin);
    }
  }
  return rows;
}

void write_head(std::FILE* out) {
  std::fputs(
      "engine\tversion\tdoes\tnames\ttext\tbytes\tseconds\tmb_per_s\thits\t"
      "hits_per_kb\tbuild_s\tmemory_mb\tnote\n",
      out);
}

void write_row(const Row& row, std::FILE* out) {
  std::fprintf(out, "%s\t%s\t%s\t%s\t%s\t%zu\t", row.facts.name.c_str(),
               row.facts.version.c_str(), row.facts.does.c_str(),
               row.names.c_str(), row.text.c_str(), row.bytes);
  if (row.wrong.empty()) {
    const auto bytes = static_cast<double>(row.bytes);
    std::fprintf(out, "%.6f\t%.1f\t%zu\t%.2f\t", row.seconds,
                 bytes / 1e6 / row.seconds, row.hits,
                 static_cast<double>(row.hits) * 1024 / bytes);
  } else {
    std::fputs("\t\t\t\t", out);
  }
  std::fprintf(
      out, "%.3f\t%.1f\t%s\n", row.build_seconds,
      static_cast<double>(row.heap) / 1e6,
      row.wrong.empty() ? "" : ("WRONG: " + in_one_line(row.wrong)).c_str());
  std::fflush(out);
}

}  // namespace khitai::bench
