// SPDX-License-Identifier: Apache-2.0
//
// Letters and languages: a form is written in the script of its tag. Finds
// tags in the wrong row and the Cyrillic a in a Latin name that no eye sees.
//
// The script is the one the tag names (Hant and Hans are Han, Jpan and Kore
// several); a tag without one means the script its language is mostly written
// in, and where that is not known, any that vocabulary/languages.tsv has. Cues
// hold in every script of their language.

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdio>
#include <map>

#include "compile/check_index.h"

namespace khitai::compile {
namespace {

using Scripts = std::vector<UScriptCode>;

// Greek letters that transliterations of Iranian and Turkic borrow.
bool is_borrowed(UChar32 code) {
  constexpr std::u16string_view kBorrowed =
      u"\u03B1\u03B2\u03B3\u03B4\u03B8\u03C7\u03D1";
  return code < 0x10000 && kBorrowed.find(static_cast<char16_t>(code)) !=
                               std::u16string_view::npos;
}

// "II", "XIV": every script counts its rulers with them.
bool is_roman_numeral(std::string_view word) {
  return !word.empty() && word.find_first_not_of("IVXLCDM") == word.npos;
}

void add_script(std::string_view name, Scripts* scripts) {
  if (name == "Hant" || name == "Hans" || name == "Hani") {
    scripts->push_back(USCRIPT_HAN);
  } else if (name == "Jpan") {
    scripts->insert(scripts->end(),
                    {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA});
  } else if (name == "Kore") {
    scripts->insert(scripts->end(), {USCRIPT_HANGUL, USCRIPT_HAN});
  } else {
    const int32_t code =
        u_getPropertyValueEnum(UCHAR_SCRIPT, std::string(name).c_str());
    if (code != UCHAR_INVALID_CODE) {
      scripts->push_back(static_cast<UScriptCode>(code));
    }
  }
}

// "Arab" for "ar"; empty when ICU has no opinion.
std::string likely_script(std::string_view language) {
  icu::Locale locale(std::string(language).c_str());
  UErrorCode status = U_ZERO_ERROR;
  locale.addLikelySubtags(status);
  return U_SUCCESS(status) ? locale.getScript() : "";
}

std::string script_name(UChar32 code) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getName(uscript_getScript(code, &status));
}

// The first letter of none of the scripts; negative when there is none.
UChar32 foreign_letter(std::string_view word, const Scripts& allowed) {
  const icu::UnicodeString letters = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  for (int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 code = letters.char32At(i);
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(code, &status);
    if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
    const auto fits = [code](UScriptCode one) {
      return uscript_hasScript(code, one) ||
             (one == USCRIPT_LATIN && is_borrowed(code));
    };
    if (std::none_of(allowed.begin(), allowed.end(), fits)) return code;
  }
  return -1;
}

class ScriptChecker {
 public:
  ScriptChecker(const Index& index, Findings* findings)
      : index_(index), findings_(*findings) {}

  void check_table(TableKind kind, size_t text, size_t lang);
  void let_any_script() { any_script_ = true; }

 private:
  const Scripts& scripts_of(std::string_view tag);
  Scripts read_scripts(std::string_view tag) const;
  void check(const Row& row, const std::string& text, std::string_view langs);

  const Index& index_;
  Findings& findings_;
  bool any_script_ = false;
  std::map<std::string_view, Scripts> scripts_;  // by tag
};

void ScriptChecker::check_table(TableKind kind, size_t text, size_t lang) {
  for (const Row& row : index_.rows(kind)) {
    if (!index_.judged(row) || row[lang].empty()) continue;
    check(row, row[text], row[lang]);
  }
}

const Scripts& ScriptChecker::scripts_of(std::string_view tag) {
  const auto [found, is_new] = scripts_.try_emplace(tag);
  if (is_new) found->second = read_scripts(tag);
  return found->second;
}

Scripts ScriptChecker::read_scripts(std::string_view tag) const {
  Scripts scripts;
  const std::vector<std::string_view> subtags = split(tag, '-');
  if (subtags.size() > 1 && subtags[1].size() == 4) {
    add_script(subtags[1], &scripts);
    return scripts;
  }
  const Row* language = index_.vocabulary_row("languages", subtags[0]);
  if (language == nullptr) return scripts;
  const std::vector<std::string_view> known =
      split((*language)[vocabulary_languages::kScripts], ' ');
  const std::string likely = likely_script(subtags[0]);
  if (!any_script_ &&
      std::find(known.begin(), known.end(), likely) != known.end()) {
    add_script(likely, &scripts);
    return scripts;
  }
  for (std::string_view name : known) add_script(name, &scripts);
  return scripts;
}

void ScriptChecker::check(const Row& row, const std::string& text,
                          std::string_view langs) {
  Scripts allowed;
  for (std::string_view tag : split(langs, ' ')) {
    const Scripts& scripts = scripts_of(tag);
    if (scripts.empty()) return;  // not known, or none in particular
    allowed.insert(allowed.end(), scripts.begin(), scripts.end());
  }
  for (std::string_view word : split(text, ' ')) {
    if (is_roman_numeral(word)) continue;
    const UChar32 code = foreign_letter(word, allowed);
    if (code < 0) continue;
    char name[16];
    std::snprintf(name, sizeof(name), "U+%04X", static_cast<unsigned>(code));
    findings_.error(row, "'" + text + "': the letter " + name + " is " +
                             script_name(code) + ", expected the script of '" +
                             std::string(langs) + "'");
    return;
  }
}

}  // namespace

void check_scripts(const Index& index, Findings* findings) {
  ScriptChecker checker(index, findings);
  checker.check_table(TableKind::kForms, forms::kForm, forms::kLang);
  checker.check_table(TableKind::kParts, parts::kText, parts::kLang);
  checker.check_table(TableKind::kImports, imports::kForm, imports::kLang);
  checker.check_table(TableKind::kBlocks, blocks::kForm, blocks::kLang);
  ScriptChecker cue_checker(index, findings);
  cue_checker.let_any_script();
  cue_checker.check_table(TableKind::kCues, cues::kCue, cues::kLang);
}

}  // namespace khitai::compile
