// SPDX-License-Identifier: Apache-2.0

#include "romanize/writers.h"

#include <algorithm>
#include <charconv>

#include "romanize/split.h"
#include "romanize/tables.h"

namespace khitai::romanize {
namespace {

constexpr std::string_view kSurname = "surname:";

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return small(x) == small(y); });
}

}  // namespace

bool Convention::is_called(std::string_view word) const {
  return same_word(word, id) || same_word(word, tag) ||
         std::any_of(
             aliases.begin(), aliases.end(),
             [&](std::string_view alias) { return same_word(word, alias); });
}

void Tables::add_convention(Cells cells) {
  if (cells.size() < 4) return;
  // A later table's row stands for an earlier one's.
  std::erase_if(conventions_,
                [&](const Convention& one) { return one.id == cells[0]; });
  conventions_.push_back({cells[0], cells[1], cells[3], split(cells[2], ',')});
}

void Tables::add_writer(Cells cells) {
  if (cells.size() < 11) return;
  Writer writer;
  writer.convention = cells[0];
  writer.lang = cells[1];
  writer.script = cells[2];
  writer.from = cells[3];
  writer.syllables = cells[4];
  writer.joiner = cells[5];
  writer.tones = cells[6];
  const auto add_sets = [&](std::string_view cell,
                            std::vector<const Passes*>* sets) {
    for (std::string_view id : split(cell, ' ')) {
      const bool surname = id.starts_with(kSurname);
      if (surname) id.remove_prefix(kSurname.size());
      const Passes* const passes = set(id);
      if (passes == nullptr) continue;
      (surname ? &writer.surnames : sets)->push_back(passes);
    }
  };
  add_sets(cells[7], &writer.steps);
  add_sets(cells[8], &writer.back);
  // What changes nothing is read as it is.
  writer.reads_back =
      !writer.back.empty() || !writer.syllables.empty() || writer.steps.empty();
  writer.dotted = cells[9] == "dotted";
  writer.small = cells[9] == "small";
  writer.capital = cells[9] == "capital";
  int prior = 0;
  std::from_chars(cells[10].data(), cells[10].data() + cells[10].size(), prior);
  writer.prior = std::max(prior, 0);
  std::erase_if(writers_, [&](const Writer& one) {
    return one.convention == writer.convention && one.lang == writer.lang &&
           one.from == writer.from;
  });
  writers_.push_back(std::move(writer));
}

void Tables::finish_writers() {
  for (Writer& writer : writers_) {
    if (writer.syllables.empty() || writer.back.empty()) continue;
    auto losing = std::make_shared<Inventory>();
    for (const auto& [pinyin, row] : syllables_.rows()) {
      for (std::string_view one : split(row.column(writer.syllables), ' ')) {
        std::vector<std::string> texts = {std::string(one)};
        for (const Passes* passes : writer.back) passes->apply(&texts);
        if (!texts.empty()) losing->add_variant(texts[0], pinyin);
      }
    }
    writer.losing = std::move(losing);
  }
}

}  // namespace khitai::romanize
