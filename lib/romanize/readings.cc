// SPDX-License-Identifier: Apache-2.0

#include "romanize/readings.h"

#include <utility>

#include "romanize/elsewhere.h"
#include "romanize/rules.h"
#include "text/utf8.h"

namespace khitai::romanize {
namespace {

// Runs of vowels, in any alphabet.
size_t vowel_groups(const Tables& tables, std::string_view l1) {
  size_t groups = 0;
  bool inside = false;
  for (size_t at = 0; at < l1.size();) {
    const size_t size =
        text::decode(l1.data() + at, l1.data() + l1.size()).size;
    const bool vowel = tables.is_vowel_letter(l1.substr(at, size));
    groups += vowel && !inside;
    inside = vowel;
    at += size;
  }
  return groups;
}

}  // namespace

std::vector<std::string> Readings::bodies_of(const Reader& reader,
                                             std::string_view l1) {
  const bool one_vowel = reader.has_one_vowel && has_one_vowel(l1);
  std::vector<std::string> texts = {
      reader.reading.empty() ? std::string(l1) : read(reader.reading, l1)};
  for (const Reader::Step& step : reader.steps) {
    if (!step.one_vowel || one_vowel) apply(*step.passes, &texts);
  }
  std::erase(texts, "");
  return texts;
}

void Readings::add_read_by(const std::vector<const Reader*>& readers,
                           std::string_view l1,
                           std::vector<std::string>* keys) {
  for (const Reader* reader : readers) {
    for (const std::string& body : bodies_of(*reader, l1)) {
      add_alternative(reader->family + ":" + body, keys);
    }
  }
}

bool Readings::has_one_vowel(std::string_view l1) {
  if (counted_ != l1) {
    counted_ = l1;
    groups_ = vowel_groups(tables_, l1);
  }
  return groups_ <= 1;
}

const std::string& Readings::read(const std::string& column,
                                  std::string_view l1) {
  for (const Read& one : read_) {
    if (one.column == column && one.characters == l1) return one.reading;
  }
  read_.push_back(
      {column, std::string(l1), read_elsewhere(tables_, column, l1)});
  return read_.back().reading;
}

void Readings::apply(const Passes& passes, std::vector<std::string>* texts) {
  for (const Done& done : done_) {
    if (done.passes != &passes || done.from != *texts) continue;
    *texts = done.to;
    return;
  }
  Done done = {&passes, *texts, {}};
  passes.apply(texts);
  done.to = *texts;
  done_.push_back(std::move(done));
}

}  // namespace khitai::romanize
