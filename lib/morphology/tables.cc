// SPDX-License-Identifier: Apache-2.0

#include "morphology/tables.h"

#include <algorithm>

#include "romanize/split.h"

namespace khitai::morphology {
namespace {

using romanize::split;

int number(std::string_view cell, int otherwise) {
  if (cell.size() != 1 || cell[0] < '0' || cell[0] > '9') return otherwise;
  return cell[0] - '0';
}

std::vector<std::string> words(std::string_view cell, char separator = ' ') {
  std::vector<std::string> out;
  for (std::string_view word : split(cell, separator)) out.emplace_back(word);
  return out;
}

// "_" is a space, "-" nothing.
std::string text_of(std::string_view cell) {
  if (cell == "-") return "";
  std::string text(cell);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

// The number of a slot, made when it is new; kMaxSlots when there are too many.
size_t slot_number(Language* lang, std::string_view id) {
  size_t at = 0;
  while (at < lang->slots.size() && lang->slots[at].id != id) ++at;
  if (at == lang->slots.size() && at < kMaxSlots) {
    lang->slots.push_back({std::string(id)});
  }
  return at;
}

}  // namespace

void Tables::add(Part part, Cells cells) {
  switch (part) {
    case Part::kClasses:
      if (cells.size() >= 2) classes_[std::string(cells[0])] = words(cells[1]);
      return;
    case Part::kLanguages:
      return add_language(cells);
    case Part::kSlots:
      return add_slot(cells);
    case Part::kAffixes:
      return add_affix(cells);
    case Part::kAlternations:
      return add_alternation(cells);
  }
}

bool Tables::is_vowel(std::string_view letter) const {
  const auto found = classes_.find("vowel");
  return found != classes_.end() &&
         std::find(found->second.begin(), found->second.end(), letter) !=
             found->second.end();
}

Language* Tables::language(std::string_view id) {
  for (Language& one : languages_) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

std::vector<std::string> Tables::expand(std::string_view cell) const {
  std::vector<std::string> out;
  for (std::string_view item : split(cell, ' ')) {
    const bool named = item.size() > 2 && item[0] == '<' && item.back() == '>';
    const auto found =
        named ? classes_.find(item.substr(1, item.size() - 2)) : classes_.end();
    if (found == classes_.end()) {
      out.push_back(text_of(item));
    } else {
      out.insert(out.end(), found->second.begin(), found->second.end());
    }
  }
  return out;
}

void Tables::add_language(Cells cells) {
  if (cells.size() < 5 || language(cells[0]) != nullptr) return;
  Language one;
  one.id = cells[0];
  one.tags = words(cells[1]);
  one.scripts = words(cells[2]);
  one.every = cells[3] == "every";
  one.least = static_cast<size_t>(std::max(2, number(cells[4], 3)));
  languages_.push_back(std::move(one));
}

void Tables::add_slot(Cells cells) {
  if (cells.size() < 5) return;
  for (std::string_view id : split(cells[0], ' ')) {
    Language* const lang = language(id);
    if (lang == nullptr) continue;
    const size_t number_of = slot_number(lang, cells[1]);
    uint32_t follows = 0;
    for (std::string_view before : split(cells[3], ' ')) {
      const size_t bit =
          before == "stem" ? kMaxSlots : slot_number(lang, before);
      if (before == "stem" || bit < kMaxSlots) follows |= 1u << bit;
    }
    if (number_of == kMaxSlots) continue;
    Slot& slot = lang->slots[number_of];
    slot.place = cells[2] == "prefix"   ? Place::kPrefix
                 : cells[2] == "inside" ? Place::kInside
                                        : Place::kSuffix;
    slot.follows = follows;
    slot.cost = number(cells[4], 1);
    slot.small = cells.size() > 5 && cells[5] == "small";
  }
}

void Tables::add_affix(Cells cells) {
  if (cells.size() < 7) return;
  Affix affix;
  affix.harmony = expand(cells[3]);
  const bool negated = cells[4].substr(0, 1) == "!";
  (negated ? affix.edge.none : affix.edge.any) =
      expand(negated ? cells[4].substr(1) : cells[4]);
  for (const std::string& one : words(cells[5], '|')) {
    affix.restore.push_back(text_of(one));
  }
  if (affix.restore.empty()) affix.restore.emplace_back();
  affix.rule = cells[6];
  for (std::string_view id : split(cells[0], ' ')) {
    Language* const lang = language(id);
    if (lang == nullptr) continue;
    size_t slot = 0;
    while (slot < lang->slots.size() && lang->slots[slot].id != cells[1]) {
      ++slot;
    }
    if (slot == lang->slots.size()) continue;
    affix.slot = static_cast<uint8_t>(slot);
    const bool suffix = lang->slots[slot].place == Place::kSuffix;
    for (std::string_view text : split(cells[2], ' ')) {
      affix.text = text_of(text);
      if (affix.text.empty()) continue;
      if (suffix) {
        lang->by_last[static_cast<uint8_t>(affix.text.back())].push_back(
            static_cast<uint32_t>(lang->suffixes.size()));
      }
      (suffix ? lang->suffixes : lang->prefixes).push_back(affix);
    }
  }
}

void Tables::add_alternation(Cells cells) {
  if (cells.size() < 6) return;
  Alternation one;
  using Where = Alternation::Where;
  one.where = cells[1] == "between"       ? Where::kBetween
              : cells[1] == "before-last" ? Where::kBeforeLast
                                          : Where::kEnd;
  one.written = text_of(cells[2]);
  for (const std::string& stem : words(cells[3], '|')) {
    one.stem.push_back(text_of(stem));
  }
  one.before = expand(cells[4]);
  one.cost = number(cells[5], 1);
  for (std::string_view id : split(cells[0], ' ')) {
    Language* const lang = language(id);
    if (lang != nullptr) lang->alternations.push_back(one);
  }
}

}  // namespace khitai::morphology
