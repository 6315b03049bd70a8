// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a name: read by the conventions, filed, taken apart by the
// morphology, written in conventions, guessed, resolved. Each line is a name,
// and the whole is one.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/conventions.h"
#include "khitai/resolve.h"
#include "lexicon/spellings.h"
#include "morphology/analyze.h"
#include "romanize/keys.h"
#include "romanize/terms.h"
#include "support/small_lexicon.h"

namespace {

using namespace khitai;  // NOLINT: a test program

constexpr size_t kMostLines = 3;
constexpr size_t kLongestLine = 100;  // of longer ones so much is written

void require(bool holds) {
  if (!holds) std::abort();
}

void read(const Lexicon& lexicon, std::string_view form) {
  const romanize::Tables& tables = lexicon.conventions();
  for (const char* lang : {"", "zh", "fa"}) {
    const romanize::Spelling spelling = romanize::spell(tables, form, lang);
    for (const std::string& reading : spelling.readings) {
      require(reading.size() >= 2 && reading[1] == ':');
    }
    romanize::skeleton_terms(tables, spelling);
    romanize::distant_terms(spelling);
    for (const auto& one : lexicon.spellings().near(spelling.l1, 2, 10)) {
      require(one.edits <= match::kMostEdits &&
              one.number < lexicon.form_count());
    }
    const auto& morphology = lexicon.morphology();
    for (const morphology::Analysis& one :
         morphology::analyze(morphology, spelling.l1, lang)) {
      require(one.begin <= one.end && one.end <= spelling.l1.size());
    }
    require(morphology::analyze_name(morphology, spelling.l1, lang).size() <=
            morphology::kMaxAnalyses);
  }
}

void write(const Lexicon& lexicon, const std::string& form) {
  // Into one convention, which one is by the name's size.
  const std::vector<Convention> all = conventions(lexicon);
  const std::string to(all[form.size() % all.size()].id);
  const auto made = transcribe(lexicon, {form, to, "", ""});
  require(made.ok() ? !made->forms.empty() : !made.error().message.empty());
  double sum = 0;
  for (const Detected& one : detect_conventions(lexicon, form, "")) {
    require(one.probability >= 0);
    sum += one.probability;
  }
  require(sum < 1.001);
  Query query;
  query.name = form;
  for (const Candidate& one : resolve_name(lexicon, query).candidates) {
    require(one.entity < lexicon.entity_count());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  // In a buffer of exactly its size.
  const std::unique_ptr<char[]> exact(new char[size]);
  std::string_view(reinterpret_cast<const char*>(data), size)
      .copy(exact.get(), size);
  std::string_view rest(exact.get(), size);
  read(lexicon, rest);
  for (size_t line = 0; line < kMostLines && !rest.empty(); ++line) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    read(lexicon, rest.substr(0, end));
    write(lexicon, std::string(rest.substr(0, std::min(end, kLongestLine))));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return 0;
}
