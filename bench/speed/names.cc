// SPDX-License-Identifier: Apache-2.0

#include "speed/names.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <unordered_set>
#include <utility>

#include "text/utf8.h"

namespace khitai::bench {
namespace {

constexpr char kZwnj[] = "\xE2\x80\x8C";
constexpr char kFatha[] = "\xD9\x8E";
constexpr char32_t kYeh = 0x064A, kFarsiYeh = 0x06CC;
constexpr char32_t kKaf = 0x0643, kKeheh = 0x06A9;

Script script_by_chance(Chance* chance) {
  const double at = chance->part();
  if (at < 0.45) return Script::kLatin;
  if (at < 0.70) return Script::kHan;
  return at < 0.85 ? Script::kArabic : Script::kCyrillic;
}

std::string han_name(const Pieces& pieces, Chance* chance) {
  const double at = chance->part();
  const size_t count = at < 0.15 ? 2 : at < 0.60 ? 3 : chance->between(4, 6);
  return made_word(pieces, Script::kHan, count, chance);
}

std::string word_of_name(const Pieces& pieces, Script script, size_t count,
                         Chance* chance) {
  std::string word;
  for (size_t i = 0; i < count; ++i) {
    const bool marked = script == Script::kLatin && chance->happens(0.25);
    word += marked ? chance->pick(pieces.marked)
                   : made_word(pieces, script, 1, chance);
  }
  return with_capital(word);
}

std::string name_by_chance(const Pieces& pieces, Script script,
                           Chance* chance) {
  if (script == Script::kHan) return han_name(pieces, chance);
  const size_t words = chance->happens(0.5) ? 1 : chance->happens(0.8) ? 2 : 3;
  std::string name;
  for (size_t i = 0; i < words; ++i) {
    if (i != 0) {
      const bool close = chance->happens(0.1);
      name += !close ? " " : script == Script::kArabic ? kZwnj : "-";
    }
    const size_t count =
        words == 1 ? chance->between(2, 4) : chance->between(1, 2);
    name += word_of_name(pieces, script, count, chance);
  }
  return name;
}

std::string decomposed(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(error);
  std::string out;
  nfd->normalize(icu::UnicodeString::fromUTF8(text), error).toUTF8String(out);
  return out;
}

std::string without_marks(const std::string& text) {
  std::string out;
  const std::string all = decomposed(text);
  for (const std::string_view letter : text::code_points_of(all)) {
    const char32_t code =
        text::decode(letter.data(), letter.data() + letter.size()).code;
    const auto type = u_charType(static_cast<UChar32>(code));
    if (type != U_NON_SPACING_MARK) out += letter;
  }
  return out;
}

std::string arabic_variant(const std::string& text, Chance* chance) {
  const bool vowels = chance->happens(0.5);
  std::string out;
  for (const std::string_view letter : text::code_points_of(text)) {
    const char32_t code =
        text::decode(letter.data(), letter.data() + letter.size()).code;
    switch (code) {
      case kYeh:
        text::append(kFarsiYeh, &out);
        break;
      case kFarsiYeh:
        text::append(kYeh, &out);
        break;
      case kKaf:
        text::append(kKeheh, &out);
        break;
      case kKeheh:
        text::append(kKaf, &out);
        break;
      default:
        out += letter;
    }
    if (vowels && script_of(code) && chance->happens(0.3)) out += kFatha;
  }
  return out;
}

}  // namespace

std::vector<Name> make_names(const Pieces& pieces, size_t count) {
  Chance chance(1124);
  std::unordered_set<std::string> seen;
  std::vector<Name> names;
  names.reserve(count);
  while (names.size() < count) {
    const Script script = script_by_chance(&chance);
    std::string name = name_by_chance(pieces, script, &chance);
    if (name.size() < 5 || name.size() > 40) continue;
    if (seen.insert(name).second) names.push_back({std::move(name), script});
  }
  return names;
}

Result<Variants> Variants::make(const Pieces& pieces) {
  Variants variants;
  for (const char* const rules : {"Hant-Hans", "Hans-Hant"}) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> other(
        icu::Transliterator::createInstance(rules, UTRANS_FORWARD, error));
    if (U_FAILURE(error)) {
      return Error{std::string("ICU has no rules ") + rules};
    }
    const std::string* last = nullptr;
    for (const std::string& letter :
         pieces.all[static_cast<size_t>(Script::kHan)]) {
      if (last != nullptr && *last == letter) continue;
      last = &letter;
      icu::UnicodeString text = icu::UnicodeString::fromUTF8(letter);
      other->transliterate(text);
      std::string written;
      text.toUTF8String(written);
      if (written != letter) variants.han_.emplace(letter, written);
    }
  }
  return variants;
}

std::string Variants::of(const Name& name, Chance* chance) const {
  if (name.script == Script::kArabic) {
    return arabic_variant(name.text, chance);
  }
  if (name.script == Script::kHan) {
    std::string out;
    for (const std::string_view letter : text::code_points_of(name.text)) {
      const auto found = han_.find(std::string(letter));
      out += found == han_.end() ? letter : std::string_view(found->second);
    }
    return out;
  }
  switch (chance->below(4)) {
    case 0:
      return raised(name.text);
    case 1:
      return lowered(name.text);
    case 2:
      return decomposed(name.text);
    default:
      return without_marks(name.text);
  }
}

}  // namespace khitai::bench
