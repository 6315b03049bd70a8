// SPDX-License-Identifier: Apache-2.0

#include "compile/spellings.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

#include "base/ordered_pool.h"
#include "khitai/keys.h"
#include "match/hash_index.h"
#include "match/near_builder.h"
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

// What a form is filed under, made on any thread.
struct Filed {
  std::string l0, l1, readings, wider;
};
struct Batch {
  std::vector<Filed> forms;
  std::vector<match::HashEntry> readings, skeletons;
  std::vector<match::NearFiled> near;
};

void add(const std::string& term, uint32_t number, const romanize::Marks& marks,
         std::vector<match::HashEntry>* entries) {
  entries->push_back({match::term_hash(term), number, marks.of(term)});
}

void file(const romanize::Tables& conventions, int fuzzy, uint32_t number,
          romanize::Spelling spelling, Batch* batch) {
  const romanize::Marks marks = romanize::marks_of(spelling);
  for (const std::string& reading : spelling.readings) {
    add(reading, number, marks, &batch->readings);
  }
  for (const auto& term : romanize::skeleton_terms(conventions, spelling)) {
    add(term, number, marks, &batch->skeletons);
  }
  batch->near.push_back(
      match::near_filed(spelling.l1, static_cast<size_t>(fuzzy), marks.sounds));
  batch->forms.push_back({std::move(spelling.l0), std::move(spelling.l1),
                          joined(spelling.readings), joined(spelling.wider)});
}

constexpr size_t kBatch = 1024;  // forms

using Build = std::function<std::string()>;

// Each on its own thread, the largest first.
void build_indexes(
    unsigned jobs,
    const std::array<std::pair<Build, std::string*>, 3>& indexes) {
  base::run_numbers(
      jobs, indexes.size(),
      [&](size_t i) {
        *indexes[i].second = indexes[i].first();
        return true;
      },
      [](bool) { return true; });
}

}  // namespace

SpellingSections file_spellings(const romanize::Tables& conventions,
                                const SpelledForms& forms,
                                const Indexing& indexing, Phases* phases,
                                Strings* strings) {
  SpellingSections out;
  match::HashIndexBuilder readings, skeletons;
  match::NearIndexBuilder near(static_cast<size_t>(indexing.fuzzy));
  size_t next = 0;
  const auto produce = [&]() -> std::optional<size_t> {
    if (next >= forms.size()) return std::nullopt;
    return std::exchange(next, next + kBatch);
  };
  const auto work = [&](size_t begin) {
    Batch batch;
    const size_t end = std::min(begin + kBatch, forms.size());
    for (size_t i = begin; i < end; ++i) {
      if (indexing.fuzzy == 0) {
        batch.forms.push_back({"", l1_key(forms.text(i)), "", ""});
        continue;
      }
      const std::string_view lang = forms.lang(i);
      file(conventions, indexing.fuzzy, static_cast<uint32_t>(i),
           romanize::spell(conventions, forms.text(i),
                           lang.substr(0, lang.find(' '))),
           &batch);
    }
    return batch;
  };
  const auto take = [&](const Batch& batch) {
    for (const Filed& form : batch.forms) {
      out.spellings.add({strings->number(form.l0), strings->number(form.l1),
                         strings->number(form.readings),
                         strings->number(form.wider)});
    }
    for (const auto& entry : batch.readings) readings.add(entry);
    for (const auto& entry : batch.skeletons) skeletons.add(entry);
    for (const auto& key : batch.near) near.add(key);
    phases->tell(out.spellings.rows(), forms.size());
    return true;
  };
  base::run_in_order(base::job_count(indexing.jobs), produce, work, take);
  phases->end();
  const auto l1_of = [&](uint32_t form) {
    return strings->text(
        out.spellings.cell(form, lexicon::SpellingColumn::kL1));
  };
  build_indexes(indexing.jobs,
                {{{[&] { return near.build(l1_of); }, &out.near},
                  {[&] { return skeletons.build(); }, &out.skeletons},
                  {[&] { return readings.build(); }, &out.readings}}});
  phases->end();
  return out;
}

}  // namespace khitai::compile
