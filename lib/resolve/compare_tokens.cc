// SPDX-License-Identifier: Apache-2.0

#include "resolve/compare_tokens.h"

#include <algorithm>

#include "fold/fold.h"
#include "khitai/keys.h"
#include "resolve/compare_kinds.h"
#include "text/casing.h"

namespace khitai::resolve {
namespace {

constexpr size_t kLongestName = 1000;  // bytes that are looked at

// Of what is written, not of what it is read as: Hangul in blocks.
romanize::Letters letters_without_marks(std::string_view text) {
  romanize::Letters letters = romanize::letters_of(l1_key(text));
  std::erase_if(letters, [](char32_t c) { return c == '\'' || c == ' '; });
  return letters;
}

class PartsReader {
 public:
  PartsReader(const romanize::Tables& tables, std::string_view name,
              std::string_view lang)
      : tables_(tables), words_(tables.name_words()), lang_(lang) {
    parts_.name = name.substr(0, kLongestName);
    parts_.cut = parts_.name.size() < name.size();
  }

  NameParts read() {
    cut();
    for (Token& token : parts_.tokens) spell(&token);
    join_phrases();
    set_kinds(tables_, &parts_);
    keep_a_word();
    return std::move(parts_);
  }

 private:
  // Words by the scanner's units. Han characters without anything between are
  // one word, and letters with full stops ("L.L.C.").
  void cut() {
    fold::Units units;
    fold::append_units(parts_.name, &units);
    const fold::Unit* last = nullptr;
    for (const fold::Unit& unit : units.units) {
      if (last != nullptr && goes_on(*last, unit)) {
        parts_.tokens.back().end = unit.end;
      } else {
        if (parts_.tokens.size() == kMostTokens) {
          parts_.cut = true;
          break;
        }
        Token token;
        token.begin = unit.begin;
        token.end = unit.end;
        parts_.tokens.push_back(std::move(token));
      }
      last = &unit;
    }
  }

  bool goes_on(const fold::Unit& last, const fold::Unit& unit) const {
    if (unit.kind == fold::UnitKind::kHan && last.kind == unit.kind) {
      return unit.begin == last.end;
    }
    const auto single = [&](const fold::Unit& one) {
      return romanize::letters_of(
                 parts_.name.substr(one.begin, one.end - one.begin))
                 .size() == 1;
    };
    return unit.begin == last.end + 1 && parts_.name[last.end] == '.' &&
           single(last) && single(unit);
  }

  void spell(Token* token) {
    token->text = parts_.name.substr(token->begin, token->end - token->begin);
    std::string plain = token->text;
    std::erase(plain, '.');
    token->spelling = romanize::spell(tables_, plain, lang_);
    token->letters = letters_without_marks(plain);
    token->capital = text::casing_of(token->text) != text::Casing::kLower;
  }

  // Legal forms and titles of several words become one token.
  void join_phrases() {
    std::vector<Token>& tokens = parts_.tokens;
    for (size_t i = 0; i < tokens.size(); ++i) {
      const size_t most = std::min(words_.longest(), tokens.size() - i);
      for (size_t count = most; count > 1; --count) {
        std::string phrase = tokens[i].spelling.l1;
        for (size_t j = 1; j < count; ++j) {
          phrase += " " + tokens[i + j].spelling.l1;
        }
        if (words_.find(phrase).empty()) continue;
        tokens[i].end = tokens[i + count - 1].end;
        tokens[i].text = parts_.name.substr(tokens[i].begin,
                                            tokens[i].end - tokens[i].begin);
        tokens[i].spelling.l1 = phrase;
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                     tokens.begin() + static_cast<std::ptrdiff_t>(i + count));
        break;
      }
    }
  }

  // Something must be compared: titles, else all else that is left.
  void keep_a_word() {
    std::vector<Token>& tokens = parts_.tokens;
    const auto has = [&](TokenKind kind) {
      return std::any_of(tokens.begin(), tokens.end(),
                         [&](const Token& one) { return one.kind == kind; });
    };
    for (const TokenKind kind : {TokenKind::kTitle, TokenKind::kLegal,
                                 TokenKind::kParticle, TokenKind::kNumber}) {
      if (has(TokenKind::kWord) || has(TokenKind::kInitial)) break;
      for (Token& token : tokens) {
        if (token.kind != kind) continue;
        token.kind = TokenKind::kWord;
        spell(&token);
      }
    }
    parts_.organization = has(TokenKind::kLegal);
  }

  const romanize::Tables& tables_;
  const romanize::NameWords& words_;
  const std::string_view lang_;
  NameParts parts_;
};

}  // namespace

NameParts name_parts(const romanize::Tables& tables, std::string_view name,
                     std::string_view lang) {
  return PartsReader(tables, name, lang).read();
}

Token joined(const romanize::Tables& tables, const NameParts& parts,
             size_t first, size_t last, std::string_view lang) {
  Token token;
  std::string text;
  token.begin = parts.tokens[first].begin;
  token.end = parts.tokens[last].end;
  for (size_t i = first; i <= last; ++i) {
    // Spaces keep syllables apart, and are in no reading.
    if (i > first) text += ' ';
    text += parts.tokens[i].text;
  }
  std::erase(text, '.');
  token.text = parts.name.substr(token.begin, token.end - token.begin);
  token.spelling = romanize::spell(tables, text, lang);
  token.letters = letters_without_marks(text);
  return token;
}

}  // namespace khitai::resolve
