// SPDX-License-Identifier: Apache-2.0

#include "romanize/costs.h"

#include <algorithm>
#include <charconv>

#include "khitai/keys.h"
#include "text/utf8.h"

namespace khitai::romanize {
namespace {

constexpr float kNoStep = -1;       // not in the table
constexpr size_t kMostToOfTwo = 2;  // letters that two may become
constexpr float kUnwrittenVowel = 0.15f;
constexpr float kDoubled = 0.2f;  // a letter written twice
constexpr float kSwap = 2;        // letters that the table does not pair
constexpr float kDrop = 1.3f;

double number_of(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool may_go_unwritten(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

uint64_t group_key(const char32_t* letters, size_t size) {
  uint64_t key = size;
  for (size_t i = 0; i < size; ++i) key = key << 21 | letters[i];
  return key;
}

uint32_t mixed(uint64_t key) {
  const auto half = static_cast<uint32_t>((key ^ key >> 29) * 2654435761u);
  return half ^ half >> 15;
}

// Cells write a space as "_".
Letters spelled(std::string_view cell) {
  Letters letters = letters_of(cell);
  std::replace(letters.begin(), letters.end(), U'_', U' ');
  return letters;
}

}  // namespace

Letters letters_of(std::string_view utf8) {
  Letters out;
  const char* const end = utf8.data() + utf8.size();
  for (const char* at = utf8.data(); at < end;) {
    const text::CodePoint point = text::decode(at, end);
    out += point.code;
    at += point.size;
  }
  return out;
}

uint16_t Model::Groups::number(const char32_t* letters, size_t size) const {
  if (size == 0) return 0;
  if (places_.empty()) return kUnknown;
  const uint64_t key = group_key(letters, size);
  const size_t mask = places_.size() - 1;
  for (size_t at = mixed(key) & mask; places_[at].key != 0;
       at = (at + 1) & mask) {
    if (places_[at].key == key) return places_[at].number;
  }
  return kUnknown;
}

// Where a key stands or would.
Model::Groups::Place* Model::Groups::place(uint64_t key) {
  const size_t mask = places_.size() - 1;
  size_t at = mixed(key) & mask;
  while (places_[at].key != 0 && places_[at].key != key) at = (at + 1) & mask;
  return &places_[at];
}

uint16_t Model::Groups::make(const Letters& letters) {
  if (letters.empty()) return 0;
  if (count_ * 2 > places_.size()) {
    std::vector<Place> old(std::max<size_t>(places_.size() * 2, 64));
    old.swap(places_);
    for (const Place& one : old) {
      if (one.key != 0) *place(one.key) = one;
    }
  }
  const uint64_t key = group_key(letters.data(), letters.size());
  Place* const found = place(key);
  if (found->key == 0) *found = {key, static_cast<uint16_t>(count_++)};
  return found->number;
}

void Model::add(const Letters& from, const Letters& to, double cost) {
  const bool full = from_.count() >= kUnknown || to_.count() >= kUnknown;
  if (full || from.size() > kMostFrom || to.size() > kMostTo) return;
  const uint32_t key = uint32_t{from_.make(from)} << 16 | to_.make(to);
  added_.push_back({key, static_cast<float>(cost)});
}

void Model::add_letter(char32_t letter, double cost) {
  letters_[letter] = static_cast<float>(cost);
}

void Model::finish() {
  size_t size = 16;
  while (size < added_.size() * 2) size *= 2;
  slots_.assign(size, Slot{});
  for (const Slot& one : added_) {
    size_t at = mixed(one.key) & (size - 1);
    while (slots_[at].key != UINT32_MAX && slots_[at].key != one.key) {
      at = (at + 1) & (size - 1);
    }
    slots_[at] = one;
    bounded_ = bounded_ && one.cost >= 0;
  }
  std::stable_sort(added_.begin(), added_.end(),
                   [](const Slot& a, const Slot& b) { return a.key < b.key; });
}

std::pair<const Model::Slot*, const Model::Slot*> Model::steps_of(
    uint16_t from) const {
  if (from == kUnknown) return {nullptr, nullptr};
  const auto [first, last] = std::equal_range(
      added_.begin(), added_.end(), Slot{uint32_t{from} << 16, 0},
      [](const Slot& a, const Slot& b) { return a.key >> 16 < b.key >> 16; });
  return {added_.data() + (first - added_.begin()),
          added_.data() + (last - added_.begin())};
}

float Model::alone(char32_t letter) const {
  const auto found = letters_.find(letter);
  return found == letters_.end() ? kUnseenLetter : found->second;
}

float Model::cost(uint16_t from, uint16_t to) const {
  if (from == kUnknown || to == kUnknown) return kNoStep;
  const uint32_t key = uint32_t{from} << 16 | to;
  const size_t mask = slots_.size() - 1;
  for (size_t at = mixed(key) & mask; slots_[at].key != UINT32_MAX;
       at = (at + 1) & mask) {
    if (slots_[at].key == key) return slots_[at].cost;
  }
  return kNoStep;
}

Letters Model::known(const Letters& letters, const Groups& groups) {
  Letters out;
  for (char32_t letter : letters) {
    if (groups.number(&letter, 1) != kUnknown) {
      out += letter;
      continue;
    }
    std::string utf8;
    text::append(letter, &utf8);
    out += letters_of(l1_key(utf8));
  }
  return out;
}

double Model::distance(const Letters& from, const Letters& to) const {
  const Letters a = known(from, from_);
  const Letters b = known(to, to_);
  if (slots_.empty()) return kFar;
  const size_t width = b.size() + 1;
  std::vector<uint16_t> groups(width * (kMostTo + 1), kUnknown);
  for (size_t j = 0; j < width; ++j) {
    for (size_t m = 0; m <= kMostTo && j + m <= b.size(); ++m) {
      groups[j * (kMostTo + 1) + m] = to_.number(b.data() + j, m);
    }
  }
  std::vector<float> best((a.size() + 1) * width, kFar);
  best[0] = 0;
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t n = 0; n <= kMostFrom && i + n <= a.size(); ++n) {
      const uint16_t group = from_.number(a.data() + i, n);
      if (n > 1 && group == kUnknown) continue;
      for (size_t j = 0; j < width; ++j) {
        const float here = best[i * width + j];
        if (here >= kFar) continue;
        const size_t least = n == 0 ? 1 : 0;
        const size_t most = n == 0 ? 1 : n == 1 ? kMostTo : kMostToOfTwo;
        for (size_t m = n > 1 ? 1 : least; m <= most && j + m <= b.size();
             ++m) {
          float step = cost(group, groups[j * (kMostTo + 1) + m]);
          if (step == kNoStep) {
            if (n > 1 || m > 1) continue;
            step = n == 1 && m == 1 && a[i] == b[j] ? kUnseenSame : kUnseen;
          }
          float& there = best[(i + n) * width + j + m];
          there = std::min(there, here + step);
        }
      }
    }
  }
  float alone = 0;
  for (char32_t letter : b) alone += this->alone(letter);
  return best.back() - kAlone * alone;
}

SoundCosts::SoundCosts() {
  for (auto& row : swap_) row.fill(kSwap);
  drop_.fill(kDrop);
}

void SoundCosts::add(std::string_view a, std::string_view b, double cost) {
  const auto index = [](char c) { return static_cast<uint8_t>(c) & 127; };
  if (a.size() != 1 || b.size() > 1) return;
  const auto value = static_cast<float>(cost);
  if (!(value > 0)) return;
  if (b.empty()) {
    drop_[index(a[0])] = value;
  } else {
    swap_[index(a[0])][index(b[0])] = value;
    swap_[index(b[0])][index(a[0])] = value;
  }
}

float SoundCosts::drop(std::string_view word, size_t at, bool free) const {
  if (free && may_go_unwritten(word[at])) return kUnwrittenVowel;
  if (at > 0 && word[at] == word[at - 1]) return kDoubled;
  return drop_[static_cast<uint8_t>(word[at]) & 127];
}

double SoundCosts::distance(std::string_view a, std::string_view b,
                            bool unwritten, double most) const {
  const auto index = [](char c) { return static_cast<uint8_t>(c) & 127; };
  // Names are short: a row of what b costs so far, and of its letters dropped.
  constexpr size_t kRoom = 96;
  std::array<float, 2 * kRoom> room;
  std::vector<float> more(b.size() < kRoom ? 0 : 2 * (b.size() + 1));
  float* const row = more.empty() ? room.data() : more.data();
  float* const dropped = row + b.size() + 1;
  row[0] = 0;
  for (size_t j = 1; j <= b.size(); ++j) {
    dropped[j - 1] = drop(b, j - 1, unwritten);
    row[j] = row[j - 1] + dropped[j - 1];
  }
  for (size_t i = 1; i <= a.size(); ++i) {
    const float left_out = drop(a, i - 1, false);
    const auto& swaps = swap_[index(a[i - 1])];
    float diagonal = row[0];
    float left = row[0] += left_out;
    float least = left;
    for (size_t j = 1; j <= b.size(); ++j) {
      const float above = row[j];
      const float swap = a[i - 1] == b[j - 1] ? 0 : swaps[index(b[j - 1])];
      // What does not hang on the cell before comes first.
      const float rest = std::min(above + left_out, diagonal + swap);
      left = std::min(left + dropped[j - 1], rest);
      row[j] = left;
      diagonal = above;
      least = std::min(least, left);
    }
    if (double{least} > most) return least;
  }
  return row[b.size()];
}

void Costs::add_step(std::string_view pair, std::string_view from,
                     std::string_view to, std::string_view cost) {
  Model& model = models_[std::string(pair)];
  const Letters letters = spelled(to);
  if (from == "*") {
    if (letters.size() == 1) model.add_letter(letters[0], number_of(cost));
    return;
  }
  if (from.empty() && to.empty()) return;
  model.add(spelled(from), letters, number_of(cost));
}

void Costs::add_sound(std::string_view a, std::string_view b,
                      std::string_view cost) {
  sounds_.add(a, b, number_of(cost));
}

void Costs::finish() {
  for (auto& [pair, model] : models_) model.finish();
}

const Model* Costs::model(std::string_view from_script,
                          std::string_view to_script) const {
  const auto found =
      models_.find(std::string(from_script) + "-" + std::string(to_script));
  return found == models_.end() ? nullptr : &found->second;
}

}  // namespace khitai::romanize
