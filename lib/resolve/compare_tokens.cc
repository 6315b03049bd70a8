// SPDX-License-Identifier: Apache-2.0

#include "resolve/compare_tokens.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "fold/fold.h"
#include "khitai/keys.h"
#include "romanize/split.h"
#include "text/casing.h"

namespace khitai::resolve {
namespace {

using romanize::NameWords;
using romanize::WordKind;

constexpr size_t kLongestName = 1000;  // bytes that are looked at
constexpr int kTens = 20;              // from which "twenty-two" is a sum

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// Of what is written, not of what it is read as: Hangul in blocks.
romanize::Letters letters_without_marks(std::string_view text) {
  romanize::Letters letters = romanize::letters_of(l1_key(text));
  std::erase_if(letters, [](char32_t c) { return c == '\'' || c == ' '; });
  return letters;
}

// Digits without leading zeros.
std::string plain_number(std::string_view digits) {
  const size_t first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? "0"
                                         : std::string(digits.substr(first));
}

std::optional<int> number_of(std::string_view digits) {
  int value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

// Of a Roman numeral up to 39; 0 for what is none.
int roman_value(std::string_view text) {
  constexpr std::string_view kUnits[] = {"",  "I",  "II",  "III",  "IV",
                                         "V", "VI", "VII", "VIII", "IX"};
  const size_t tens = std::min(text.find_first_not_of('X'), text.size());
  if (tens > 3) return 0;
  const auto units =
      std::find(std::begin(kUnits), std::end(kUnits), text.substr(tens));
  if (units == std::end(kUnits)) return 0;
  return static_cast<int>(10 * tens) +
         static_cast<int>(units - std::begin(kUnits));
}

class PartsReader {
 public:
  PartsReader(const romanize::Tables& tables, std::string_view name,
              std::string_view lang)
      : tables_(tables), words_(tables.name_words()), lang_(lang) {
    parts_.name = name.substr(0, kLongestName);
  }

  NameParts read() {
    cut();
    for (Token& token : parts_.tokens) spell(&token);
    join_phrases();
    for (size_t i = 0; i < parts_.tokens.size(); ++i) classify(i);
    titles_at_edges();
    last_numeral();
    add_up_numbers();
    for (size_t i = 1; i < parts_.tokens.size(); ++i) {
      const Token& before = parts_.tokens[i - 1];
      parts_.tokens[i].after_son =
          before.kind == TokenKind::kParticle &&
          (before.value == "son" || before.value == "daughter");
    }
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
        if (parts_.tokens.size() == kMostTokens) break;
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
        tokens[i].text =
            parts_.name.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
        tokens[i].spelling.l1 = phrase;
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                     tokens.begin() + static_cast<std::ptrdiff_t>(i + count));
        break;
      }
    }
  }

  bool hyphen_behind(const Token& token) const {
    return token.end < parts_.name.size() && parts_.name[token.end] == '-';
  }

  void set(TokenKind kind, const NameWords::Entry& entry, Token* token) {
    token->kind = kind;
    token->value = entry.value;
  }

  void classify(size_t i) {
    Token& token = parts_.tokens[i];
    const bool edge = i == 0 || i + 1 == parts_.tokens.size() ||
                      only_legal_from(i + 1);
    const bool one_letter = token.letters.size() <= 1;
    if (const std::string digits = number_in(token); !digits.empty()) {
      token.kind = TokenKind::kNumber;
      token.value = digits;
      return;
    }
    for (const NameWords::Entry& entry : words_.find(token.spelling.l1)) {
      switch (entry.kind) {
        case WordKind::kParticle:
          // A letter is an initial; the first word of a name is its own.
          if (one_letter && token.capital) break;
          if (i == 0 && entry.value == "son") break;
          set(TokenKind::kParticle, entry, &token);
          break;
        case WordKind::kArticle:
          if (hyphen_behind(token)) set(TokenKind::kParticle, entry, &token);
          break;
        case WordKind::kSonLetter:
          if (!token.capital) set(TokenKind::kParticle, entry, &token);
          break;
        case WordKind::kTitle:
          if (token.kind == TokenKind::kWord) {
            set(TokenKind::kTitle, entry, &token);
          }
          break;
        case WordKind::kLegal:
          if (edge) set(TokenKind::kLegal, entry, &token);
          break;
        case WordKind::kNumber:
          set(TokenKind::kNumber, entry, &token);
          break;
        case WordKind::kSame:
          token.same.push_back(entry.value);
          break;
        case WordKind::kShort:
          token.fuller.push_back(entry.value);
          break;
        case WordKind::kCommon:
          token.common = true;
          break;
        case WordKind::kOrdinal:
          break;
      }
    }
    if (token.kind == TokenKind::kWord && one_letter &&
        token.spelling.script != "Hani") {
      token.kind = TokenKind::kInitial;
    }
  }

  // A title between words is a name ("Mahmud Sultan Ghazi").
  void titles_at_edges() {
    std::vector<Token>& tokens = parts_.tokens;
    const auto is_word = [](const Token& token) {
      return token.kind == TokenKind::kWord ||
             token.kind == TokenKind::kInitial;
    };
    const auto first = std::find_if(tokens.begin(), tokens.end(), is_word);
    const auto last = std::find_if(tokens.rbegin(), tokens.rend(), is_word);
    if (first == tokens.end()) return;
    for (auto one = first; one != last.base(); ++one) {
      if (one->kind == TokenKind::kTitle) one->kind = TokenKind::kWord;
    }
  }

  // Whether all words from one on are legal forms.
  bool only_legal_from(size_t first) const {
    for (size_t i = first; i < parts_.tokens.size(); ++i) {
      if (words_.find(parts_.tokens[i].spelling.l1, WordKind::kLegal) ==
          nullptr) {
        return false;
      }
    }
    return true;
  }

  // "2nd", "II" and "44" as digits; empty for what is no number.
  std::string number_in(const Token& token) const {
    const std::string_view l1 = token.spelling.l1;
    if (all_digits(l1)) return plain_number(l1);
    const size_t size = l1.find_first_not_of("0123456789");
    if (size == 0 || size == std::string_view::npos) return "";
    const bool ordinal =
        words_.find(l1.substr(size), WordKind::kOrdinal) != nullptr;
    return ordinal ? plain_number(l1.substr(0, size)) : "";
  }

  // A last I, V, X, XIV is a number: "Mahmud I". The keys know those of
  // several letters up to IX wherever they stand.
  void last_numeral() {
    std::vector<Token>& tokens = parts_.tokens;
    size_t last = tokens.size();
    while (last > 0 && tokens[last - 1].kind == TokenKind::kLegal) --last;
    if (last < 2) return;
    Token& token = tokens[last - 1];
    const int value = roman_value(token.text);
    if (value == 0) return;
    token.kind = TokenKind::kNumber;
    token.value = std::to_string(value);
  }

  // "Forty-Four" is one number.
  void add_up_numbers() {
    std::vector<Token>& tokens = parts_.tokens;
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
      Token& one = tokens[i];
      const Token& next = tokens[i + 1];
      if (one.kind != TokenKind::kNumber || next.kind != TokenKind::kNumber) {
        continue;
      }
      const auto tens = number_of(one.value);
      const auto units = number_of(next.value);
      const bool in_words = !all_digits(one.spelling.l1);
      if (!tens || !units || !in_words || *tens < kTens || *tens % 10 != 0 ||
          *units == 0 || *units > 9) {
        continue;
      }
      one.value = std::to_string(*tens + *units);
      one.end = next.end;
      one.text = parts_.name.substr(one.begin, one.end - one.begin);
      tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
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
  const NameWords& words_;
  const std::string_view lang_;
  NameParts parts_;
};

}  // namespace

NameParts parts_of(const romanize::Tables& tables, std::string_view name,
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
