// SPDX-License-Identifier: Apache-2.0

#include "write/script.h"

#include <algorithm>
#include <iterator>

#include "write/utf8.h"

namespace khitai::write {
namespace {

constexpr Script kLatin{"Latn", "Latin"};
constexpr Script kGreek{"Grek", "Greek"};
constexpr Script kCyrillic{"Cyrl", "Cyrillic"};
constexpr Script kArmenian{"Armn", "Armenian"};
constexpr Script kHebrew{"Hebr", "Hebrew", true};
constexpr Script kArabic{"Arab", "Arabic", true};
constexpr Script kSyriac{"Syrc", "Syriac", true};
constexpr Script kDevanagari{"Deva", "Devanagari"};
constexpr Script kBengali{"Beng", "Bengali"};
constexpr Script kGurmukhi{"Guru", "Gurmukhi"};
constexpr Script kGujarati{"Gujr", "Gujarati"};
constexpr Script kOriya{"Orya", "Oriya"};
constexpr Script kTamil{"Taml", "Tamil"};
constexpr Script kTelugu{"Telu", "Telugu"};
constexpr Script kKannada{"Knda", "Kannada"};
constexpr Script kMalayalam{"Mlym", "Malayalam"};
constexpr Script kSinhala{"Sinh", "Sinhala"};
constexpr Script kThai{"Thai", "Thai"};
constexpr Script kLao{"Laoo", "Lao"};
constexpr Script kBurmese{"Mymr", "Burmese"};
constexpr Script kEthiopic{"Ethi", "Ethiopic"};
constexpr Script kKhmer{"Khmr", "Khmer"};
constexpr Script kThaana{"Thaa", "Thaana", true};
constexpr Script kGothic{"Goth", "Gothic"};
constexpr Script kOldPersian{"Xpeo", "Old Persian"};
constexpr Script kAvestan{"Avst", "Avestan", true};
constexpr Script kParthian{"Prti", "Inscriptional Parthian", true};
constexpr Script kPahlavi{"Phli", "Inscriptional Pahlavi", true};
constexpr Script kKharoshthi{"Khar", "Kharoshthi", true};
constexpr Script kBrahmi{"Brah", "Brahmi"};
constexpr Script kTibetan{"Tibt", "Tibetan"};
constexpr Script kGeorgian{"Geor", "Georgian"};
constexpr Script kHangul{"Hang", "Hangul"};
constexpr Script kMongolian{"Mong", "Mongolian"};
constexpr Script kPhagsPa{"Phag", "Phags-pa"};
constexpr Script kHan{"Hani", "Han"};
constexpr Script kKana{"Kana", "Kana"};
constexpr Script kManichaean{"Mani", "Manichaean", true};
constexpr Script kOldTurkic{"Orkh", "Old Turkic", true};
constexpr Script kSogdian{"Sogd", "Sogdian", true};
constexpr Script kOldUyghur{"Ougr", "Old Uyghur", true};
constexpr Script kTangut{"Tang", "Tangut"};
constexpr Script kKhitan{"Kits", "Khitan small script"};

// Blocks of letters, in order. Coarse: marks and digits inside count as well.
struct Block {
  char32_t first;
  char32_t last;
  const Script* script;
};
constexpr Block kBlocks[] = {
    {0x41, 0x5A, &kLatin},
    {0x61, 0x7A, &kLatin},
    {0xC0, 0xD6, &kLatin},
    {0xD8, 0xF6, &kLatin},
    {0xF8, 0x2AF, &kLatin},
    {0x370, 0x3FF, &kGreek},
    {0x400, 0x52F, &kCyrillic},
    {0x531, 0x58F, &kArmenian},
    {0x591, 0x5F4, &kHebrew},
    {0x608, 0x6FF, &kArabic},
    {0x700, 0x74F, &kSyriac},
    {0x750, 0x77F, &kArabic},
    {0x780, 0x7B1, &kThaana},
    {0x860, 0x86F, &kSyriac},
    {0x870, 0x8FF, &kArabic},
    {0x900, 0x97F, &kDevanagari},
    {0x980, 0x9FF, &kBengali},
    {0xA01, 0xA7F, &kGurmukhi},
    {0xA81, 0xAFF, &kGujarati},
    {0xB01, 0xB7F, &kOriya},
    {0xB82, 0xBFF, &kTamil},
    {0xC00, 0xC7F, &kTelugu},
    {0xC80, 0xCFF, &kKannada},
    {0xD00, 0xD7F, &kMalayalam},
    {0xD81, 0xDFF, &kSinhala},
    {0xE01, 0xE3A, &kThai},
    {0xE40, 0xE5B, &kThai},
    {0xE81, 0xEDF, &kLao},
    {0xF00, 0xFFF, &kTibetan},
    {0x1000, 0x109F, &kBurmese},
    {0x10A0, 0x10FF, &kGeorgian},
    {0x1100, 0x11FF, &kHangul},
    {0x1200, 0x139F, &kEthiopic},
    {0x1780, 0x17DA, &kKhmer},
    {0x1820, 0x18AA, &kMongolian},
    {0x1C80, 0x1C8F, &kCyrillic},
    {0x1C90, 0x1CBF, &kGeorgian},
    {0x1E00, 0x1EFF, &kLatin},
    {0x1F00, 0x1FFF, &kGreek},
    {0x2C60, 0x2C7F, &kLatin},
    {0x2D00, 0x2D2F, &kGeorgian},
    {0x2DE0, 0x2DFF, &kCyrillic},
    {0x2E80, 0x2FDF, &kHan},
    {0x3005, 0x3007, &kHan},
    {0x3021, 0x3029, &kHan},
    {0x3041, 0x309F, &kKana},
    {0x30A1, 0x30FF, &kKana},
    {0x3131, 0x318E, &kHangul},
    {0x31F0, 0x31FF, &kKana},
    {0x3400, 0x4DBF, &kHan},
    {0x4E00, 0x9FFF, &kHan},
    {0xA640, 0xA69F, &kCyrillic},
    {0xA722, 0xA7FF, &kLatin},
    {0xA840, 0xA877, &kPhagsPa},
    {0xA960, 0xA97C, &kHangul},
    {0xAB30, 0xAB6F, &kLatin},
    {0xAC00, 0xD7FB, &kHangul},
    {0xF900, 0xFAFF, &kHan},
    {0xFB00, 0xFB06, &kLatin},
    {0xFB13, 0xFB17, &kArmenian},
    {0xFB1D, 0xFB4F, &kHebrew},
    {0xFB50, 0xFDFF, &kArabic},
    {0xFE70, 0xFEFC, &kArabic},
    {0xFF21, 0xFF3A, &kLatin},
    {0xFF41, 0xFF5A, &kLatin},
    {0xFF66, 0xFF9F, &kKana},
    {0x10330, 0x1034A, &kGothic},
    {0x103A0, 0x103D5, &kOldPersian},
    {0x10A00, 0x10A58, &kKharoshthi},
    {0x10AC0, 0x10AFF, &kManichaean},
    {0x10B00, 0x10B3F, &kAvestan},
    {0x10B40, 0x10B5F, &kParthian},
    {0x10B60, 0x10B7F, &kPahlavi},
    {0x10C00, 0x10C4F, &kOldTurkic},
    {0x10F30, 0x10F6F, &kSogdian},
    {0x10F70, 0x10FAF, &kOldUyghur},
    {0x11000, 0x1107F, &kBrahmi},
    {0x17000, 0x18AFF, &kTangut},
    {0x18B00, 0x18CFF, &kKhitan},
    {0x18D00, 0x18D7F, &kTangut},
    {0x20000, 0x323AF, &kHan},
};

}  // namespace

Script script_of(char32_t value) {
  const Block* block = std::upper_bound(
      std::begin(kBlocks), std::end(kBlocks), value,
      [](char32_t one, const Block& other) { return one < other.first; });
  if (block == std::begin(kBlocks) || value > (--block)->last) return {};
  return *block->script;
}

Script script_of(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint next = code_point_at(text, at);
    const Script script = script_of(next.code);
    if (!script.code.empty()) return script;
    at += next.size;
  }
  return {};
}

std::string isolated(std::string_view text) {
  if (!script_of(text).right_to_left) return std::string(text);
  return "\u2068" + std::string(text) + "\u2069";
}

}  // namespace khitai::write
