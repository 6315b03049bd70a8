// SPDX-License-Identifier: Apache-2.0

#include "romanize/detect.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "khitai/keys.h"
#include "romanize/elsewhere.h"
#include "romanize/split.h"
#include "text/casing.h"
#include "text/script.h"
#include "text/utf8.h"

namespace khitai::romanize {
namespace {

constexpr uint64_t kEdge = 1;       // before and after the text
constexpr double kRarely = 0.25;    // what a letter never learnt counts for
constexpr double kTrust = 2;        // unigrams weigh as so many pairs
constexpr double kOtherSign = 0.2;  // an apostrophe in another shape
// Letters by chance: one of so many, the marked ones rarer; as often as a rare
// convention.
constexpr double kLetters = 40;
constexpr double kMarkedLetters = 400;
constexpr double kChancePrior = 2;
constexpr double kNever = -std::numeric_limits<double>::infinity();

// Signs that stand for one another: ' ` and their relatives.
constexpr char32_t kApostrophes[] = {'\'',   0x2BF,  0x2BE,  0x2BB, 0x2BC,
                                     0x2018, 0x2019, 0x201D, 0x2B9};

bool is_apostrophe(uint64_t code) {
  return std::find(std::begin(kApostrophes), std::end(kApostrophes), code) !=
         std::end(kApostrophes);
}

uint64_t pair_of(uint64_t before, uint64_t letter) {
  return before << 32 | letter;
}

template <typename Visit>
void each_letter(std::string_view text, Visit visit) {
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint point =
        text::decode(text.data() + at, text.data() + text.size());
    visit(static_cast<uint64_t>(point.code));
    at += point.size;
  }
  visit(kEdge);
}

double by_chance(std::string_view text) {
  double sum = std::log(kChancePrior);
  each_letter(text, [&](uint64_t letter) {
    const bool cyrillic = letter >= 0x430 && letter <= 0x44F;
    sum -= std::log(letter < 0x80 || cyrillic ? kLetters : kMarkedLetters);
  });
  return sum;
}

// What stays of a form when joining, case and tones are taken from it.
std::string bare_form(std::string_view form) {
  std::string out;
  for (char c : l0_key(form)) {
    if (c != ' ' && (c < '0' || c > '9')) out += c;
  }
  return out;
}

std::string without_breaks(std::string text) {
  std::erase(text, '\'');
  return text;
}

bool has_tones(const Tables& tables, const Writer& writer,
               std::string_view form) {
  const std::string l0 = l0_key(form);
  if (writer.tones == "digits") {
    return l0.find_first_of("1234") != std::string::npos;
  }
  const auto& toned = tables.members("toned-letter");
  return std::any_of(toned.begin(), toned.end(), [&](const std::string& one) {
    return l0.find(one) != std::string::npos;
  });
}

// Syllables of characters read elsewhere are held against no inventory: only
// where the language is told.
bool takes_lang(const Writer& writer, std::string_view lang) {
  return (lang.empty() && !is_read_elsewhere(writer.from)) ||
         lang == writer.lang ||
         (lang.starts_with(writer.lang) && lang[writer.lang.size()] == '-');
}

}  // namespace

std::string_view convention_called(const Tables& tables,
                                   std::string_view word) {
  for (const Convention& one : tables.conventions()) {
    if (one.is_called(word)) return one.id;
  }
  return "";
}

void LetterModel::learn(std::string_view text) {
  uint64_t before = kEdge;
  each_letter(text, [&](uint64_t letter) {
    alone_[letter] += 1;
    pairs_[pair_of(before, letter)] += 1;
    total_ += 1;
    before = letter;
  });
}

void LetterModel::allow(std::string_view letters) {
  each_letter(letters, [&](uint64_t letter) {
    if (alone_.emplace(letter, kRarely).second) total_ += kRarely;
  });
}

double LetterModel::chance(uint64_t before, uint64_t letter) const {
  const double alone = alone_.at(letter) / total_;
  const auto pair = pairs_.find(pair_of(before, letter));
  const auto start = alone_.find(before);
  const double met = pair == pairs_.end() ? 0 : pair->second;
  const double all = start == alone_.end() ? 0 : start->second;
  return (met + kTrust * alone) / (all + kTrust);
}

// An apostrophe the convention writes in another shape counts as that one.
uint64_t LetterModel::usual(uint64_t letter, double* likelihood) const {
  if (known(letter) || !is_apostrophe(letter)) return letter;
  for (char32_t sign : kApostrophes) {
    if (!known(sign)) continue;
    *likelihood += std::log(kOtherSign);
    return sign;
  }
  return letter;
}

double LetterModel::likelihood(std::string_view text) const {
  double sum = total_ > 0 ? 0 : kNever;
  uint64_t before = kEdge;
  each_letter(text, [&](uint64_t letter) {
    if (sum == kNever) return;
    letter = usual(letter, &sum);
    sum = known(letter) ? sum + std::log(chance(before, letter)) : kNever;
    before = letter;
  });
  return sum;
}

bool is_written_so(const Tables& tables, const Writer& writer,
                   std::string_view form) {
  if (!writer.tones.empty() && !has_tones(tables, writer, form)) return false;
  if (writer.tones.empty() && writer.syllables == "pinyin") {
    Writer toned = writer;
    if (has_tones(tables, toned, form)) return false;
  }
  const bool breaks = writer.joiner == "'";
  const std::string bare = bare_form(form);
  for (const Words& words : read_words(tables, writer, form)) {
    const auto written = write_words(tables, writer, words);
    if (!written) continue;
    const std::string again = bare_form(*written);
    if (again == bare) return true;
    if (breaks && without_breaks(again) == without_breaks(bare)) return true;
  }
  return false;
}

Detector::Detector(const Tables& tables)
    : tables_(tables), models_(tables.writers().size()) {
  for (size_t i = 0; i < models_.size(); ++i) {
    const Writer& writer = tables.writers()[i];
    models_[i].allow(" -");
    if (writer.from != "ijmes") continue;
    for (const char* letters : {"ijmes-consonant", "ijmes-vowel"}) {
      for (const std::string& one : tables.members(letters)) {
        models_[i].allow(text::lower(write_letters(writer, one)));
      }
    }
  }
}

void Detector::learn(std::string_view lang, const Words& reading) {
  for (size_t i = 0; i < models_.size(); ++i) {
    const Writer& writer = tables_.writers()[i];
    if (writer.lang != lang || writer.prior == 0) continue;
    std::string read;
    std::optional<std::string> form;
    if (!writer.syllables.empty()) form = write_words(tables_, writer, reading);
    if (is_read_elsewhere(writer.from)) {
      form = write_characters(tables_, writer,
                              with_surname_apart(tables_, reading), &read);
    }
    if (form) models_[i].learn(text::lower(*form));
  }
}

void Detector::learn(std::string_view lang, std::string_view from,
                     std::string_view reading) {
  for (size_t i = 0; i < models_.size(); ++i) {
    const Writer& writer = tables_.writers()[i];
    if (writer.lang != lang || writer.from != from || writer.prior == 0) {
      continue;
    }
    models_[i].learn(text::lower(write_letters(writer, reading)));
  }
}

double Detector::likelihood(size_t number, const std::string& form,
                            std::string_view script) const {
  const Writer& writer = tables_.writers()[number];
  if (writer.script != script || writer.prior == 0) return kNever;
  const double sum = models_[number].likelihood(text::lower(form));
  if (sum == kNever) return kNever;
  if (!writer.syllables.empty() && !is_written_so(tables_, writer, form)) {
    return kNever;
  }
  return sum + std::log(writer.prior);
}

std::vector<Detector::Guess> Detector::detect(std::string_view form,
                                              std::string_view lang) const {
  std::vector<Guess> out;
  const std::string text(form.substr(0, kLongestText));
  const std::string_view script = text::script_of(text);
  double best = kNever;
  for (size_t i = 0; i < models_.size(); ++i) {
    if (!takes_lang(tables_.writers()[i], lang)) continue;
    const double sum = likelihood(i, text, script);
    if (sum == kNever) continue;
    best = std::max(best, sum);
    out.push_back({&tables_.writers()[i], sum});
  }
  if (out.empty()) return out;
  const double chance = by_chance(text::lower(text));
  out.push_back({nullptr, chance});
  best = std::max(best, chance);
  double total = 0;
  for (Guess& one : out) {
    one.probability = std::exp(one.probability - best);
    total += one.probability;
  }
  for (Guess& one : out) one.probability /= total;
  std::stable_sort(out.begin(), out.end(), [](const Guess& a, const Guess& b) {
    return a.probability > b.probability;
  });
  return out;
}

}  // namespace khitai::romanize
