// SPDX-License-Identifier: Apache-2.0

#include "compile/spellings.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "match/hash_index.h"
#include "romanize/terms.h"

namespace khitai::compile {
namespace {

std::string joined(const std::vector<std::string>& keys) {
  std::string out;
  for (const std::string& key : keys) {
    if (!out.empty()) out += '\n';
    out += key;
  }
  return out;
}

class Filer {
 public:
  Filer(const romanize::Tables& conventions, int fuzzy)
      : conventions_(conventions), fuzzy_(fuzzy) {}

  void file(const romanize::Spelling& spelling, uint32_t number,
            Strings* strings, CellTable* table) {
    const romanize::Marks marks = romanize::marks_of(spelling);
    for (const std::string& reading : spelling.readings) {
      add(reading, number, marks, &readings_);
    }
    table->add({strings->number(spelling.l0), strings->number(spelling.l1),
                strings->number(joined(spelling.readings)),
                strings->number(joined(spelling.wider))});
    if (fuzzy_ == 0) return;
    for (const auto& term : romanize::skeleton_terms(conventions_, spelling)) {
      add(term, number, marks, &skeletons_);
    }
    const auto edits = static_cast<size_t>(fuzzy_);
    for (const auto& term : romanize::near_terms(spelling.l1, edits)) {
      add(term, number, marks, &near_);
    }
  }

  SpellingSections finish(CellTable table) {
    SpellingSections out;
    out.spellings = std::move(table);
    out.readings = match::build_hash_index(std::move(readings_));
    out.skeletons = match::build_hash_index(std::move(skeletons_));
    out.near = match::build_hash_index(std::move(near_));
    return out;
  }

 private:
  static void add(const std::string& term, uint32_t number,
                  const romanize::Marks& marks,
                  std::vector<match::HashEntry>* entries) {
    entries->push_back({match::term_hash(term), number, marks.of(term)});
  }

  const romanize::Tables& conventions_;
  int fuzzy_;
  std::vector<match::HashEntry> readings_, skeletons_, near_;
};

constexpr size_t kChunk = 1 << 16;  // forms read at a time

// The spellings of forms begin..end, by all processors.
std::vector<romanize::Spelling> spell_all(
    const romanize::Tables& conventions,
    const std::vector<const DraftForm*>& forms, size_t begin, size_t end) {
  std::vector<romanize::Spelling> all(end - begin);
  std::atomic<size_t> next = begin;
  const auto work = [&] {
    for (size_t i = next++; i < end; i = next++) {
      const DraftForm& form = *forms[i];
      const std::string_view tag =
          std::string_view(form.lang).substr(0, form.lang.find(' '));
      all[i - begin] = romanize::spell(conventions, form.text, tag);
    }
  };
  std::vector<std::thread> others(
      std::max(1u, std::thread::hardware_concurrency()) - 1);
  for (std::thread& other : others) other = std::thread(work);
  work();
  for (std::thread& other : others) other.join();
  return all;
}

}  // namespace

SpellingSections file_spellings(const romanize::Tables& conventions,
                                const std::vector<const DraftForm*>& forms,
                                int fuzzy, Strings* strings) {
  Filer filer(conventions, fuzzy);
  CellTable table(lexicon::SpellingColumn::kCount);
  for (size_t begin = 0; begin < forms.size(); begin += kChunk) {
    const size_t end = std::min(begin + kChunk, forms.size());
    const auto spellings = spell_all(conventions, forms, begin, end);
    for (size_t i = begin; i < end; ++i) {
      filer.file(spellings[i - begin], static_cast<uint32_t>(i), strings,
                 &table);
    }
  }
  return filer.finish(std::move(table));
}

}  // namespace khitai::compile
