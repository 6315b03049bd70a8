// SPDX-License-Identifier: Apache-2.0

#include "resolve/compare_kinds.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/ascii.h"

namespace khitai::resolve {
namespace {

using base::is_digit;
using romanize::NameWords;
using romanize::WordKind;

constexpr int kLastInner = 9;
constexpr int kTens = 20;  // from which "twenty-two" is a sum

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
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

void set(TokenKind kind, const NameWords::Entry& entry, Token* token) {
  token->kind = kind;
  token->value = entry.value;
}

class KindReader {
 public:
  KindReader(const romanize::Tables& tables, NameParts* parts)
      : words_(tables.name_words()),
        name_(parts->name),
        tokens_(parts->tokens) {}

  void run() {
    for (size_t i = 0; i < tokens_.size(); ++i) classify(i);
    titles_at_edges();
    inner_numerals();
    last_numeral();
    add_up_numbers();
    for (size_t i = 1; i < tokens_.size(); ++i) {
      const Token& before = tokens_[i - 1];
      tokens_[i].after_son =
          before.kind == TokenKind::kParticle &&
          (before.value == "son" || before.value == "daughter");
    }
  }

 private:
  bool hyphen_behind(const Token& token) const {
    return token.end < name_.size() && name_[token.end] == '-';
  }

  void classify(size_t i) {
    Token& token = tokens_[i];
    const std::string digits = number_in(token);
    if (!digits.empty()) {
      token.kind = TokenKind::kNumber;
      token.value = digits;
      return;
    }
    for (const NameWords::Entry& entry : words_.find(token.spelling.l1)) {
      use(entry, i);
    }
    if (token.kind == TokenKind::kWord && token.letters.size() <= 1 &&
        token.spelling.script != "Hani") {
      token.kind = TokenKind::kInitial;
    }
  }

  // One of the services that the table knows of the word.
  void use(const NameWords::Entry& entry, size_t i) {
    Token& token = tokens_[i];
    switch (entry.kind) {
      case WordKind::kParticle:
        // A letter is an initial; the first word of a name is its own.
        if (token.letters.size() <= 1 && token.capital) return;
        if (i == 0 && entry.value == "son") return;
        return set(TokenKind::kParticle, entry, &token);
      case WordKind::kArticle:
        if (hyphen_behind(token)) set(TokenKind::kParticle, entry, &token);
        return;
      case WordKind::kSonLetter:
        if (!token.capital) set(TokenKind::kParticle, entry, &token);
        return;
      case WordKind::kTitle:
        if (token.kind == TokenKind::kWord) {
          set(TokenKind::kTitle, entry, &token);
        }
        return;
      case WordKind::kLegal:
        if (is_edge(i)) set(TokenKind::kLegal, entry, &token);
        return;
      case WordKind::kNumber:
        return set(TokenKind::kNumber, entry, &token);
      case WordKind::kSame:
        return token.same.push_back(entry.value);
      case WordKind::kShort:
        return token.fuller.push_back(entry.value);
      case WordKind::kCommon:
        token.common = true;
        return;
      case WordKind::kOrdinal:
        return;
    }
  }

  // Whether a word stands first, last, or before legal forms only.
  bool is_edge(size_t i) const {
    if (i == 0) return true;
    for (size_t j = i + 1; j < tokens_.size(); ++j) {
      const std::string& key = tokens_[j].spelling.l1;
      if (words_.find(key, WordKind::kLegal) == nullptr) return false;
    }
    return true;
  }

  // A title between words is a name ("Mahmud Sultan Ghazi").
  void titles_at_edges() {
    const auto is_word = [](const Token& token) {
      return token.kind == TokenKind::kWord ||
             token.kind == TokenKind::kInitial;
    };
    const auto first = std::find_if(tokens_.begin(), tokens_.end(), is_word);
    const auto last = std::find_if(tokens_.rbegin(), tokens_.rend(), is_word);
    if (first == tokens_.end()) return;
    for (auto one = first; one != last.base(); ++one) {
      if (one->kind == TokenKind::kTitle) one->kind = TokenKind::kWord;
    }
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

  // "Barthold, V.": one letter behind a comma. "Heinrich V." is a number.
  bool is_initial(size_t i) const {
    const Token& token = tokens_[i];
    if (token.letters.size() > 1) return false;
    const size_t before = tokens_[i - 1].end;
    const std::string_view between = name_.substr(before, token.begin - before);
    return between.find(',') != std::string_view::npos;
  }

  // II to IX, in capitals, behind another word: "Henry VIII of England". XI is
  // a surname, too.
  void inner_numerals() {
    for (size_t i = 1; i < tokens_.size(); ++i) {
      Token& token = tokens_[i];
      const int value = roman_value(token.text);
      if (token.text.size() < 2 || value == 0 || value > kLastInner) continue;
      token.kind = TokenKind::kNumber;
      token.value = std::to_string(value);
    }
  }

  // A last I, V, X, XIV is a number: "Mahmud I".
  void last_numeral() {
    size_t last = tokens_.size();
    while (last > 0 && tokens_[last - 1].kind == TokenKind::kLegal) --last;
    if (last < 2) return;
    Token& token = tokens_[last - 1];
    const int value = roman_value(token.text);
    if (value == 0 || is_initial(last - 1)) return;
    token.kind = TokenKind::kNumber;
    token.value = std::to_string(value);
  }

  // "Forty-Four" is one number.
  void add_up_numbers() {
    for (size_t i = 0; i + 1 < tokens_.size(); ++i) {
      Token& one = tokens_[i];
      const Token& next = tokens_[i + 1];
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
      one.text = name_.substr(one.begin, one.end - one.begin);
      tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  const NameWords& words_;
  const std::string_view name_;
  std::vector<Token>& tokens_;
};

}  // namespace

void set_kinds(const romanize::Tables& tables, NameParts* parts) {
  KindReader(tables, parts).run();
}

}  // namespace khitai::resolve
