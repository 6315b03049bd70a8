// SPDX-License-Identifier: Apache-2.0

#include "romanize/syllables.h"

#include <algorithm>
#include <cstdint>

#include "khitai/keys.h"
#include "romanize/split.h"

namespace khitai::romanize {
namespace {

constexpr std::string_view kUmlautU = "\xC3\xBC";
constexpr std::string_view kUmlautO = "\xC3\xB6";

std::string replaced(std::string_view text, std::string_view from,
                     std::string_view to) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const bool here = text.substr(at).starts_with(from);
    out += here ? to : text.substr(at, 1);
    at += here ? from.size() : 1;
  }
  return out;
}

// As L1 leaves it; o with dots is a misprint of Wade-Giles for o.
std::string inventory_key(std::string_view spelling) {
  return replaced(l1_key(spelling), kUmlautO, "o");
}

std::string without_aspirates(std::string_view wade_giles) {
  const std::string text = replaced(inventory_key(wade_giles), "'", "");
  return replaced(text, kUmlautU, "u");
}

}  // namespace

Inventory::Entry& Inventory::make(std::string_view spelling) {
  std::string key = inventory_key(spelling);
  if (!key.empty()) {
    auto& sizes = sizes_[static_cast<uint8_t>(key[0])];
    sizes = static_cast<uint16_t>(sizes | size_bit(key.size()));
  }
  return entries_[std::move(key)];
}

void Inventory::add_usual(std::string_view spelling, std::string_view pinyin) {
  Entry& entry = make(spelling);
  entry.usual = true;
  entry.pinyin.emplace_back(pinyin);
  longest_ = std::max(longest_, spelling.size());
}

void Inventory::add_variant(std::string_view spelling,
                            std::string_view pinyin) {
  Entry& entry = make(spelling);
  longest_ = std::max(longest_, spelling.size());
  if (entry.usual) return;
  if (std::find(entry.pinyin.begin(), entry.pinyin.end(), pinyin) ==
      entry.pinyin.end()) {
    entry.pinyin.emplace_back(pinyin);
  }
}

const std::vector<std::string>* Inventory::find(
    std::string_view spelling) const {
  const auto found = entries_.find(spelling);
  return found == entries_.end() ? nullptr : &found->second.pinyin;
}

std::optional<std::vector<std::string_view>> Inventory::segment(
    std::string_view word, MayBreak may_break) const {
  constexpr uint32_t kNoWay = UINT32_MAX;
  constexpr uint32_t kPiece = 256;  // a piece counts more than any vowels
  // From the back: what the rest costs from each place on, and its first piece.
  std::vector<uint32_t> pieces(word.size() + 1, kNoWay);
  std::vector<size_t> length(word.size() + 1, 0);
  pieces[word.size()] = 0;
  for (size_t at = word.size(); at-- > 0;) {
    if (may_break != nullptr && at > 0 && !may_break(word, at)) continue;
    const uint32_t here = kPiece + (at > 0 && !breaks_pinyin(word, at) ? 1 : 0);
    const uint16_t sizes = sizes_[static_cast<uint8_t>(word[at])];
    if (sizes == 0) continue;
    for (size_t size = std::min(longest_, word.size() - at); size > 0; --size) {
      const uint32_t rest = pieces[at + size];
      if (rest == kNoWay || rest + here >= pieces[at]) continue;
      if ((sizes & size_bit(size)) == 0) continue;
      if (find(word.substr(at, size)) == nullptr) continue;
      pieces[at] = rest + here;
      length[at] = size;
    }
  }
  if (word.empty() || pieces[0] == kNoWay) return std::nullopt;
  std::vector<std::string_view> out;
  for (size_t at = 0; at < word.size(); at += length[at]) {
    out.push_back(word.substr(at, length[at]));
  }
  return out;
}

void Syllables::add(const SyllableRow& row) {
  rows_[std::string(row.pinyin)] = row;
}

void Syllables::add_column(std::string_view SyllableRow::*column,
                           Inventory* inventory) {
  for (const bool usual : {true, false}) {
    for (const auto& [pinyin, row] : rows_) {
      const std::vector<std::string_view> spellings = split(row.*column, ' ');
      for (size_t i = 0; i < spellings.size(); ++i) {
        if (usual && i == 0) inventory->add_usual(spellings[i], pinyin);
        if (!usual && i > 0) inventory->add_variant(spellings[i], pinyin);
      }
    }
  }
}

void Syllables::finish() {
  add_column(&SyllableRow::pinyin, &pinyin_);
  add_column(&SyllableRow::wade_giles, &wade_giles_);
  add_column(&SyllableRow::palladius, &palladius_);
  add_column(&SyllableRow::efeo, &efeo_);
  add_column(&SyllableRow::yale, &yale_);
  for (const auto& [pinyin, row] : rows_) {
    const std::vector<std::string_view> usual = split(row.wade_giles, ' ');
    if (!usual.empty()) bares_[pinyin] = without_aspirates(usual[0]);
  }
  finish_codes();
  for (const auto& [pinyin, row] : rows_) {
    const std::string_view usual = bare_of(pinyin);
    bare_.add_usual(usual, usual);
  }
  for (const auto& [pinyin, row] : rows_) {
    for (std::string_view spelling : split(row.wade_giles, ' ')) {
      bare_.add_variant(without_aspirates(spelling), bare_of(pinyin));
    }
  }
}

void Syllables::finish_codes() {
  std::map<std::string_view, uint16_t> numbers;
  const auto number = [&](std::string_view text) {
    return numbers.try_emplace(text, static_cast<uint16_t>(numbers.size()))
        .first->second;
  };
  if (rows_.size() > UINT16_MAX / 4) return;  // no table of syllables
  for (const auto& [pinyin, row] : rows_) {
    codes_[pinyin] = {number(pinyin), number(bare_of(pinyin)),
                      number(row.initial), number(row.final)};
  }
}

const Syllables::Code* Syllables::code_of(std::string_view pinyin) const {
  const auto found = codes_.find(pinyin);
  return found == codes_.end() ? nullptr : &found->second;
}

const SyllableRow* Syllables::find(std::string_view pinyin) const {
  const auto found = rows_.find(pinyin);
  return found == rows_.end() ? nullptr : &found->second;
}

std::string_view Syllables::bare_of(std::string_view pinyin) const {
  const auto found = bares_.find(pinyin);
  return found == bares_.end() ? pinyin : found->second;
}

namespace {

constexpr double kAlike = 0.5;  // syllables, in units of sounds
constexpr double kShareFinal = 1;
constexpr double kShareInitial = 1.4;
constexpr double kOther = 2.5;
constexpr double kLeftOut = 1.5;

// A syllable of a reading.
struct Piece {
  std::string_view text;
  const Syllables::Code* code = nullptr;
};

std::vector<Piece> pieces_of(const Syllables& syllables,
                             std::string_view reading) {
  std::vector<Piece> pieces;
  pieces.reserve(8);
  for (size_t begin = 0; begin < reading.size();) {
    const size_t end = std::min(reading.find('.', begin), reading.size());
    const std::string_view text = reading.substr(begin, end - begin);
    if (!text.empty()) pieces.push_back({text, syllables.code_of(text)});
    begin = end + 1;
  }
  return pieces;
}

double swap_cost(const Syllables& syllables, const Piece& a, const Piece& b) {
  if (a.code == nullptr || b.code == nullptr) {
    if (a.text == b.text) return 0;
    const bool alike = syllables.bare_of(a.text) == syllables.bare_of(b.text);
    return alike ? kAlike : kOther;
  }
  if (a.code->pinyin == b.code->pinyin) return 0;
  if (a.code->bare == b.code->bare) return kAlike;
  if (a.code->final == b.code->final) return kShareFinal;
  return a.code->initial == b.code->initial ? kShareInitial : kOther;
}

}  // namespace

double syllable_distance(const Syllables& syllables, std::string_view a,
                         std::string_view b, double most) {
  const std::vector<Piece> from = pieces_of(syllables, a);
  const std::vector<Piece> to = pieces_of(syllables, b);
  const auto difference = static_cast<double>(std::max(from.size(), to.size()) -
                                              std::min(from.size(), to.size()));
  if (kLeftOut * difference > most) return kLeftOut * difference;
  std::vector<double> row(to.size() + 1);
  for (size_t j = 0; j <= to.size(); ++j)
    row[j] = kLeftOut * static_cast<double>(j);
  for (size_t i = 1; i <= from.size(); ++i) {
    double diagonal = row[0];
    row[0] += kLeftOut;
    double least = row[0];
    for (size_t j = 1; j <= to.size(); ++j) {
      const double above = row[j];
      row[j] =
          std::min({above + kLeftOut, row[j - 1] + kLeftOut,
                    diagonal + swap_cost(syllables, from[i - 1], to[j - 1])});
      diagonal = above;
      least = std::min(least, row[j]);
    }
    if (least > most) return least;
  }
  return row.back();
}

bool breaks_pinyin(std::string_view word, size_t at) {
  return word[at] != 'a' && word[at] != 'e' && word[at] != 'o';
}

bool breaks_palladius(std::string_view word, size_t at) {
  constexpr std::string_view kEn = "\xD0\xBD";
  constexpr std::string_view kVowels[] = {"\xD0\xB0", "\xD0\xB5", "\xD0\xB8",
                                          "\xD0\xBE", "\xD1\x83", "\xD1\x8D",
                                          "\xD1\x8E", "\xD1\x8F", "\xD0\xB9"};
  if (!word.substr(0, at).ends_with(kEn)) return true;
  return std::none_of(std::begin(kVowels), std::end(kVowels),
                      [&](std::string_view vowel) {
                        return word.substr(at).starts_with(vowel);
                      });
}

std::string without_tones(std::string_view pinyin) {
  std::string plain = l1_key(pinyin);
  if (plain.find(kUmlautU) == std::string::npos) return plain;
  for (const char* initial : {"j", "q", "x", "y"}) {
    const std::string with_dots = std::string(initial) + std::string(kUmlautU);
    plain = replaced(plain, with_dots, std::string(initial) + "u");
  }
  return plain;
}

}  // namespace khitai::romanize
