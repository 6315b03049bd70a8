// SPDX-License-Identifier: Apache-2.0

#include "search/place_writer.h"

#include <algorithm>
#include <string>

namespace khitai::search {
namespace {

bool is_character(const fold::Unit& unit) {
  return unit.kind != fold::UnitKind::kWord;
}

// Whether the unit and the one behind it are characters of one row.
bool has_pair(const fold::Units& units, uint32_t number) {
  return number + 1 < units.units.size() && is_character(units.units[number]) &&
         is_character(units.units[number + 1]) &&
         units.units[number + 1].gap == fold::Gap::kNone;
}

// The bytes of two units of one row.
std::string_view pair_at(const fold::Units& units, uint32_t number) {
  const fold::Unit& unit = units.units[number];
  return units.all_keys().substr(
      unit.key_begin, units.units[number + 1].key_end - unit.key_begin);
}

std::string without_apostrophes(std::string_view key) {
  std::string out;
  for (const char byte : key) {
    if (byte != '\'') out += byte;
  }
  return out;
}

// Of a word between apostrophes; what has more is no word.
constexpr size_t kMostParts = 8;

bool is_inside(char byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

void PlaceWriter::begin(TokenPlace::Kind kind, uint32_t from, uint32_t to) {
  place_.kind = kind;
  place_.begin = from;
  place_.end = to;
  place_.first = place_.last = static_cast<uint32_t>(tokens_.ends.size());
}

void PlaceWriter::add(std::string_view sign, std::string_view text) {
  if (text.empty()) return;
  if (sign.size() + text.size() > kMostTokenBytes) {
    size_t size = kMostTokenBytes - sign.size();
    while (size > 0 && is_inside(text[size])) --size;
    text = text.substr(0, size);
  }
  const size_t begin = tokens_.bytes.size();
  tokens_.bytes.append(sign);
  tokens_.bytes.append(text);
  const std::string_view added = std::string_view(tokens_.bytes).substr(begin);
  for (uint32_t i = place_.first; i < tokens_.ends.size(); ++i) {
    if (tokens_.token(i) != added) continue;
    tokens_.bytes.resize(begin);
    return;
  }
  tokens_.ends.push_back(static_cast<uint32_t>(tokens_.bytes.size()));
}

void PlaceWriter::end() {
  place_.last = static_cast<uint32_t>(tokens_.ends.size());
  if (place_.last > place_.first) tokens_.places.push_back(place_);
}

void add_unit(const fold::Units& units, uint32_t number, PlaceWriter* writer) {
  const fold::Unit& unit = units.units[number];
  const std::string_view key = units.key_of(unit);
  writer->add("", key);
  if (has_pair(units, number)) writer->add("", pair_at(units, number));
  if (!unit.apostrophe) return;
  writer->add("", without_apostrophes(key));
  size_t parts = 0;
  for (size_t begin = 0; begin < key.size() && parts < kMostParts; ++parts) {
    const size_t end = std::min(key.find('\'', begin), key.size());
    writer->add("", key.substr(0, end));
    writer->add("", key.substr(begin, end - begin));
    begin = end + 1;
  }
}

void ask_units(const fold::Units& units, uint32_t first, uint32_t last,
               uint32_t offset, PlaceWriter* writer) {
  for (uint32_t i = first; i < last; ++i) {
    const fold::Unit& unit = units.units[i];
    const bool pair = i + 1 < last && has_pair(units, i);
    const bool in_pair = i > first && has_pair(units, i - 1);
    const bool at_end = i + 1 == units.units.size();
    if (!pair && in_pair && at_end) continue;
    writer->begin(TokenPlace::Kind::kWord, offset + unit.begin,
                  offset + unit.end);
    const std::string_view key = units.key_of(unit);
    writer->add("", pair ? pair_at(units, i) : key);
    if (unit.apostrophe) writer->add("", without_apostrophes(key));
    writer->end();
  }
}

}  // namespace khitai::search
