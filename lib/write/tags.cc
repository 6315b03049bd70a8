// SPDX-License-Identifier: Apache-2.0

#include "write/tags.h"

#include <algorithm>
#include <cstddef>

namespace khitai::write {
namespace {

struct Entry {
  std::string_view subtag;
  std::string_view words;
};

constexpr Entry kLanguages[] = {
    {"akk", "Akkadian"},
    {"ar", "Arabic"},
    {"az", "Azerbaijani"},
    {"ba", "Bashkir"},
    {"be", "Belarusian"},
    {"bg", "Bulgarian"},
    {"bo", "Tibetan"},
    {"bua", "Buryat"},
    {"chg", "Chagatai"},
    {"cs", "Czech"},
    {"cu", "Church Slavonic"},
    {"de", "German"},
    {"dng", "Dungan"},
    {"el", "Greek"},
    {"en", "English"},
    {"es", "Spanish"},
    {"fa", "Persian"},
    {"fi", "Finnish"},
    {"fr", "French"},
    {"grc", "Ancient Greek"},
    {"he", "Hebrew"},
    {"hi", "Hindi"},
    {"hr", "Croatian"},
    {"hu", "Hungarian"},
    {"hy", "Armenian"},
    {"it", "Italian"},
    {"ja", "Japanese"},
    {"juc", "Jurchen"},
    {"ka", "Georgian"},
    {"kk", "Kazakh"},
    {"ko", "Korean"},
    {"ky", "Kyrgyz"},
    {"la", "Latin"},
    {"ltc", "Middle Chinese"},
    {"lzh", "Literary Chinese"},
    {"mn", "Mongolian"},
    {"mnc", "Manchu"},
    {"nl", "Dutch"},
    {"ota", "Ottoman Turkish"},
    {"otk", "Old Turkic"},
    {"oui", "Old Uyghur"},
    {"pal", "Middle Persian"},
    {"pl", "Polish"},
    {"ps", "Pashto"},
    {"pt", "Portuguese"},
    {"ru", "Russian"},
    {"sa", "Sanskrit"},
    {"sl", "Slovene"},
    {"sog", "Sogdian"},
    {"sv", "Swedish"},
    {"syc", "Syriac"},
    {"syr", "Syriac"},
    {"tg", "Tajik"},
    {"tk", "Turkmen"},
    {"tr", "Turkish"},
    {"tt", "Tatar"},
    {"txg", "Tangut"},
    {"ug", "Uyghur"},
    {"uk", "Ukrainian"},
    {"und", "undetermined language"},
    {"ur", "Urdu"},
    {"uz", "Uzbek"},
    {"vi", "Vietnamese"},
    {"xal", "Kalmyk"},
    {"xct", "Classical Tibetan"},
    {"xng", "Middle Mongol"},
    {"xqa", "Karakhanid"},
    {"zh", "Chinese"},
    {"zkt", "Khitan"},
};

// `own`: languages that are written so as a rule, where it goes unsaid.
struct ScriptEntry {
  std::string_view subtag;
  std::string_view words;
  std::string_view own;
};
constexpr ScriptEntry kScripts[] = {
    {"Arab", "in Arabic letters", " ar fa ur ps ug ota chg "},
    {"Armn", "in Armenian letters", " hy "},
    {"Cyrl", "in Cyrillic letters",
     " ru uk be bg cu ba bua dng kk ky mn tg tt xal "},
    {"Deva", "in Devanagari", " hi sa "},
    {"Geor", "in Georgian letters", " ka "},
    {"Grek", "in Greek letters", " el grc "},
    {"Hang", "in Hangul", " ko "},
    {"Hani", "in Chinese characters", " lzh zh "},
    {"Hans", "(simplified)", ""},
    {"Hant", "(traditional)", " lzh "},
    {"Hebr", "in Hebrew letters", " he "},
    {"Jpan", "", " ja "},
    {"Kana", "in katakana", ""},
    {"Kits", "in Khitan small script", ""},
    {"Kitl", "in Khitan large script", ""},
    {"Latn", "in Latin letters",
     " en de fr it es pt la cs pl nl sv fi hu hr sl tr az tk vi uz "},
    {"Mong", "in Mongolian letters", " mnc xng "},
    {"Orkh", "in runic letters", ""},
    {"Ougr", "in Uyghur letters", " oui "},
    {"Phag", "in Phags-pa letters", ""},
    {"Sogd", "in Sogdian letters", " sog "},
    {"Syrc", "in Syriac letters", " syr syc "},
    {"Tang", "in Tangut characters", " txg "},
    {"Tibt", "in Tibetan letters", " bo xct "},
};

constexpr Entry kConventions[] = {
    {"pinyin", "pinyin"},
    {"wadegile", "Wade-Giles"},
    {"alalc97", "ALA-LC"},
    {"alalc", "ALA-LC"},
    {"bgn", "BGN/PCGN"},
    {"bgnpcgn", "BGN/PCGN"},
    {"dmg", "DMG"},
    {"efeo", "EFEO"},
    {"ei2", "EI2"},
    {"ei3", "EI3"},
    {"eir", "Iranica"},
    {"gost", "GOST"},
    {"hepburn", "Hepburn"},
    {"ijmes", "IJMES"},
    {"iranica", "Iranica"},
    {"lessing", "Lessing"},
    {"notone", "without tones"},
    {"pallad", "Palladius"},
    {"palladius", "Palladius"},
    {"polyton", "polytonic"},
    {"postal", "postal spelling"},
    {"qianlong", "Qianlong respelling"},
    {"tongyong", "Tongyong pinyin"},
    {"wylie", "Wylie"},
    {"yale", "Yale"},
};

template <typename Table>
const typename std::remove_extent<Table>::type* find(const Table& table,
                                                     std::string_view subtag) {
  for (const auto& entry : table) {
    if (entry.subtag == subtag) return &entry;
  }
  return nullptr;
}

std::string_view take_until(char separator, std::string_view* rest) {
  const size_t end = std::min(rest->find(separator), rest->size());
  const std::string_view taken = rest->substr(0, end);
  rest->remove_prefix(std::min(end + 1, rest->size()));
  return taken;
}

bool is_script(std::string_view subtag) {
  return subtag.size() == 4 && subtag[0] >= 'A' && subtag[0] <= 'Z';
}

void append_word(std::string_view word, std::string* words) {
  if (word.empty()) return;
  if (!words->empty()) words->push_back(' ');
  words->append(word);
}

std::string script_words(std::string_view language, std::string_view subtag) {
  const ScriptEntry* script = find(kScripts, subtag);
  if (script == nullptr) return std::string(subtag);
  const std::string own = " " + std::string(language) + " ";
  const bool unsaid = script->own.find(own) != std::string_view::npos;
  return unsaid ? std::string() : std::string(script->words);
}

// A convention says the script with it.
std::string one_tag(std::string_view tag) {
  const std::string_view language = take_until('-', &tag);
  const Entry* known = find(kLanguages, language);
  std::string words(known == nullptr ? language : known->words);
  std::string script;
  std::string conventions;
  while (!tag.empty()) {
    const std::string_view subtag = take_until('-', &tag);
    if (is_script(subtag)) {
      script = script_words(language, subtag);
    } else if (subtag.size() > 1) {
      const Entry* convention = find(kConventions, subtag);
      if (!conventions.empty()) conventions += ", ";
      conventions += convention == nullptr ? subtag : convention->words;
    }
  }
  if (!conventions.empty()) script = "(" + conventions + ")";
  append_word(script, &words);
  return words;
}

}  // namespace

std::string language_words(std::string_view tags) {
  std::string words;
  while (!tags.empty()) {
    const std::string_view tag = take_until(' ', &tags);
    if (tag.empty()) continue;
    if (!words.empty()) words += ", ";
    words += one_tag(tag);
  }
  return words;
}

std::string_view first_tag(std::string_view tags) {
  return take_until(' ', &tags);
}

}  // namespace khitai::write
