// SPDX-License-Identifier: Apache-2.0

#include "search/engine_tokens.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fold/fold.h"
#include "match/matcher.h"
#include "search/meant.h"
#include "search/text.h"

namespace khitai::search {
namespace {

// Of a script that writes words apart: what is a part of others is none.
bool is_one_word(std::string_view key) {
  fold::Units units;
  fold::append_units(key, &units);
  return units.units.size() == 1 &&
         units.units[0].kind == fold::UnitKind::kWord;
}

// FTS5: a string in quotes goes through the tokenizer, which takes what begins
// with a sign for a token (Tokenizer::query).
class Fts5Tokens {
 public:
  explicit Fts5Tokens(const Lexicon& lexicon) : tokenizer_(lexicon, {}) {}
  static constexpr std::string_view kAnd = " AND ";
  static constexpr std::string_view kOr = " OR ";

  std::string token(const std::string& token) const { return quoted(token); }
  // Each of its places, wherever: within a longer name they are one place.
  std::string words(std::string_view text) {
    const Tokens& tokens = tokenizer_.words(text);
    std::string out = quoted("~" + std::string(text));
    if (tokens.places.size() < 2) return out;
    out = "(" + out + " OR (";
    for (size_t i = 0; i < tokens.places.size(); ++i) {
      if (i > 0) out += " AND ";
      out += quoted("~" + std::string(tokens.token(tokens.places[i].first)));
    }
    return out + "))";
  }
  // A space before it, so that its first character is no sign.
  std::string phrase(std::string_view text) const {
    return quoted(" " + std::string(text));
  }

 private:
  static std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char byte : text) {
      if (byte == '"') out += byte;
      out += byte;
    }
    return out + "\"";
  }

  Tokenizer tokenizer_;
};

// PostgreSQL: lexemes, with places that follow each other joined.
class PostgresTokens {
 public:
  explicit PostgresTokens(const Lexicon& lexicon) : tokenizer_(lexicon, {}) {}
  static constexpr std::string_view kAnd = " & ";
  static constexpr std::string_view kOr = " | ";

  std::string token(const std::string& token) const {
    std::string out = "'";
    for (const char byte : token) {
      if (byte == '\'' || byte == '\\') out += byte;
      out += byte;
    }
    return out + "'";
  }
  std::string words(std::string_view text) {
    return joined(tokenizer_.words(text), kAnd);
  }
  std::string phrase(std::string_view text) {
    return joined(tokenizer_.query(" " + std::string(text)), " <-> ");
  }

 private:
  std::string joined(const Tokens& tokens, std::string_view between) const {
    std::string out;
    for (const TokenPlace& place : tokens.places) {
      if (!out.empty()) out += between;
      out += "(";
      for (uint32_t i = place.first; i < place.last; ++i) {
        if (i > place.first) out += kOr;
        out += token(std::string(tokens.token(i)));
      }
      out += ")";
    }
    return "(" + out + ")";
  }

  Tokenizer tokenizer_;
};

template <typename Syntax>
class TokenQuery {
 public:
  TokenQuery(const Lexicon& lexicon, const Search& search,
             const EngineOptions& options)
      : lexicon_(lexicon),
        search_(search),
        options_(options),
        plain_(plain_query(search.text)),
        syntax_(lexicon) {}

  std::string write() {
    for (const Stretch& stretch : stretches_of(plain_)) {
      if (options_.as_words) {
        add_words(stretch);
      } else {
        add_stretch(stretch);
      }
    }
    // As one, so that a column's name may stand before it.
    return required_ > 1 ? "(" + out_ + ")" : std::move(out_);
  }

 private:
  void add_words(const Stretch& stretch) {
    for (const Word& word : words_of(plain_, stretch.begin, stretch.end)) {
      require(syntax_.words(
          std::string_view(plain_).substr(word.begin, word.end - word.begin)));
    }
  }

  // What stands in quotation marks is one phrase, unless it is one name.
  void add_stretch(const Stretch& stretch) {
    std::vector<const SearchPart*> parts;
    for (const SearchPart& part : search_.parts) {
      if (part.begin >= stretch.begin && part.end <= stretch.end) {
        parts.push_back(&part);
      }
    }
    const bool named = parts.size() == 1 && parts[0]->is_name();
    if (stretch.quoted && !parts.empty() && !named) {
      require(syntax_.phrase(std::string_view(plain_).substr(
          stretch.begin, stretch.end - stretch.begin)));
      return;
    }
    for (const SearchPart* part : parts) {
      require(part->is_name() ? name(*part) : syntax_.words(part->text));
    }
  }

  std::string name(const SearchPart& part) {
    std::vector<std::string> any;
    if (search_.expand != Expand::kName) {
      for (const uint32_t entity : part.entities) {
        any.push_back(
            syntax_.token("@" + std::string(lexicon_.entity(entity).id)));
      }
    }
    for (const uint32_t one : part.names) {
      any.push_back(syntax_.token("#" + std::string(lexicon_.name(one).id)));
    }
    if (options_.typed) add_typed(part, &any);
    std::string out;
    for (const std::string& one : any) {
      out += (out.empty() ? "" : std::string(Syntax::kOr)) + one;
    }
    return any.size() == 1 ? out : "(" + out + ")";
  }

  // What was typed as the lexicon spells it is asked for as that; as words what
  // is spelled otherwise, and what is expected within longer names.
  void add_typed(const SearchPart& part, std::vector<std::string>* any) {
    const std::string key = fold::match_key(part.text);
    const bool spelled = lexicon_.matcher().find(key).has_value();
    if (spelled) any->push_back(syntax_.token("!" + key));
    if (!spelled || (is_one_word(key) && is_within_names(part))) {
      any->push_back(syntax_.words(part.text));
    }
  }

  // A part of names, a name of several, a person's, a title.
  bool is_within_names(const SearchPart& part) const {
    if (part.entities.size() > 1) return true;
    return std::any_of(part.candidates.begin(), part.candidates.end(),
                       [&](const Candidate& one) {
                         return is_of_names(lexicon_.entity_type(one.entity)) ||
                                (lexicon_.form_use(one.form) & kUsePart) != 0;
                       });
  }

  void require(const std::string& part) {
    if (!out_.empty()) out_ += Syntax::kAnd;
    out_ += part;
    ++required_;
  }

  const Lexicon& lexicon_;
  const Search& search_;
  const EngineOptions& options_;
  const std::string plain_;
  Syntax syntax_;
  std::string out_;
  size_t required_ = 0;
};

}  // namespace

void write_token_query(const Lexicon& lexicon, const Search& search,
                       const EngineOptions& options, std::string* out) {
  *out += options.engine == Engine::kPostgres
              ? TokenQuery<PostgresTokens>(lexicon, search, options).write()
              : TokenQuery<Fts5Tokens>(lexicon, search, options).write();
}

}  // namespace khitai::search
