// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "annotate/annotator.h"
#include "annotate/blocks.h"
#include "annotate/reading.h"
#include "document/document.h"
#include "fold/fold.h"
#include "khitai/search.h"
#include "search/meant.h"
#include "search/place_writer.h"
#include "search/token_names.h"

namespace khitai {
namespace {

using search::PlaceWriter;
using search::TokenName;

constexpr std::string_view kDirect = "@=#!";  // signs of tokens
constexpr char kWordsSign = '~';

// After so many bytes of texts what was learnt of their words is let go of.
constexpr size_t kLearnt = size_t{1} << 26;

}  // namespace

class Tokenizer::Impl {
 public:
  Impl(const Lexicon& lexicon, const Options& options)
      : lexicon_(lexicon), options_(options) {
    renew();
  }

  const Tokens& index(std::string_view text) {
    begin(text);
    if (options_.decided) decide(text);
    const auto document = document::Document::of_text(text);
    uint32_t covered = 0;  // bytes of the text
    for (size_t from = 0; from < text.size();) {
      const size_t to = annotate::block_end(text, from);
      reading_->read(document, from, to, text.size(), false);
      const uint32_t offset = static_cast<uint32_t>(from);
      const uint32_t within = covered > offset ? covered - offset : 0;
      const auto names = search::names_to_index(reading_.get(), within);
      write_block(offset, static_cast<uint32_t>(to - from), within, names);
      if (!names.empty()) {
        covered = std::max(covered, offset + names.back().end);
      }
      from = to;
    }
    return tokens_;
  }

  const Tokens& query(std::string_view text) {
    begin(text);
    if (text.size() > 1 && kDirect.find(text[0]) != kDirect.npos) {
      PlaceWriter writer(&tokens_);
      writer.begin(TokenPlace::Kind::kName, 0,
                   static_cast<uint32_t>(text.size()));
      writer.add(text.substr(0, 1), text.substr(1));
      writer.end();
      return tokens_;
    }
    if (text.size() > 1 && text[0] == kWordsSign) return words(text);
    const auto document = document::Document::of_text(text);
    for (size_t from = 0; from < text.size();) {
      const size_t to = annotate::block_end(text, from);
      reading_->read(document, from, to, text.size(), false);
      ask_block(static_cast<uint32_t>(from), static_cast<uint32_t>(to - from),
                search::names_to_ask(reading_.get()));
      from = to;
    }
    return tokens_;
  }

  const Tokens& words(std::string_view text) {
    begin(text);
    fold::Units units;
    fold::append_units(text, &units);
    PlaceWriter writer(&tokens_);
    search::ask_units(units, 0, static_cast<uint32_t>(units.units.size()), 0,
                      &writer);
    return tokens_;
  }

 private:
  // What was learnt counts for nothing but speed.
  void renew() {
    reading_ = std::make_unique<annotate::Reading>(lexicon_, std::string());
    learnt_ = 0;
  }

  void begin(std::string_view text) {
    tokens_.clear();
    decided_.clear();
    if (learnt_ > kLearnt) renew();
    learnt_ += text.size();
  }

  void decide(std::string_view text) {
    AnnotateOptions wanted;
    wanted.explain = false;
    Annotation annotation;
    annotate::Annotator(lexicon_, wanted)
        .run(document::Document::of_text(text), &annotation);
    for (const Mention& mention : annotation.mentions) {
      if (mention.decision != Decision::kMatch) continue;
      decided_.emplace(static_cast<uint32_t>(mention.begin),
                       mention.candidates.front().entity);
    }
  }

  // The units of a block that `within` bytes of a name before it do not cover.
  void write_block(uint32_t offset, uint32_t size, uint32_t within,
                   const std::vector<TokenName>& names) {
    const fold::Units& units = reading_->units();
    const uint32_t count = static_cast<uint32_t>(units.units.size());
    PlaceWriter writer(&tokens_);
    auto name = names.begin();
    for (uint32_t i = 0; i < count && units.units[i].begin < size;) {
      const fold::Unit& unit = units.units[i];
      while (name != names.end() && name->end <= unit.begin) ++name;
      if (unit.end <= within) {
        ++i;
      } else if (name == names.end() || name->begin >= unit.end) {
        writer.begin(TokenPlace::Kind::kWord, offset + unit.begin,
                     offset + unit.end);
        search::add_unit(units, i, &writer);
        writer.end();
        ++i;
      } else {
        i = write_name(offset, *name++, i, &writer);
      }
    }
  }

  // Returns the first unit behind the name.
  uint32_t write_name(uint32_t offset, const TokenName& name, uint32_t first,
                      PlaceWriter* writer) {
    const fold::Units& units = reading_->units();
    writer->begin(
        name.meant ? TokenPlace::Kind::kName : TokenPlace::Kind::kSpelled,
        offset + name.begin, offset + name.end);
    uint32_t i = first;
    while (i < units.units.size() && units.units[i].begin < name.end) {
      search::add_unit(units, i++, writer);
    }
    add_meanings(name, true, writer);
    add_decision(offset + name.begin, name, writer);
    writer->end();
    return i;
  }

  void add_meanings(const TokenName& name, bool names, PlaceWriter* writer) {
    for (const lexicon::Option& option : name.options) {
      writer->add("@", lexicon_.entity(option.entity).id);
    }
    if (names) {
      for (const lexicon::Option& option : name.options) {
        writer->add("#", lexicon_.name(lexicon_.form(option.form).name).id);
      }
    }
    for (const uint32_t pattern : name.patterns) {
      writer->add("!", key_of(pattern));
    }
  }

  void add_decision(uint32_t begin, const TokenName& name,
                    PlaceWriter* writer) const {
    const auto decided = decided_.find(begin);
    if (decided == decided_.end()) return;
    const auto same = [&](const lexicon::Option& option) {
      return option.entity == decided->second;
    };
    if (std::any_of(name.options.begin(), name.options.end(), same)) {
      writer->add("=", lexicon_.entity(decided->second).id);
    }
  }

  void ask_block(uint32_t offset, uint32_t size,
                 const std::vector<TokenName>& names) {
    const fold::Units& units = reading_->units();
    const uint32_t count = static_cast<uint32_t>(units.units.size());
    PlaceWriter writer(&tokens_);
    auto name = names.begin();
    for (uint32_t i = 0; i < count && units.units[i].begin < size;) {
      while (name != names.end() && name->end <= units.units[i].begin) ++name;
      const bool named =
          name != names.end() && name->begin < units.units[i].end;
      if (named) {
        i = ask_name(offset, *name++, i, &writer);
        continue;
      }
      // Words go on up to the next name.
      uint32_t last = i + 1;
      while (last < count && units.units[last].begin < size &&
             (name == names.end() || units.units[last].end <= name->begin)) {
        ++last;
      }
      search::ask_units(units, i, last, offset, &writer);
      i = last;
    }
  }

  uint32_t ask_name(uint32_t offset, const TokenName& name, uint32_t first,
                    PlaceWriter* writer) {
    const fold::Units& units = reading_->units();
    uint32_t last = first;
    while (last < units.units.size() && units.units[last].begin < name.end) {
      ++last;
    }
    writer->begin(TokenPlace::Kind::kName, offset + name.begin,
                  offset + name.end);
    add_meanings(name, false, writer);
    // What is expected within longer names is asked for as a word, too; and
    // what is inflected may be another word.
    const bool part = name.inflected || is_within_names(name);
    const bool one_word =
        last == first + 1 && units.units[first].kind == fold::UnitKind::kWord;
    if (part && one_word) {
      writer->add("", units.key_of(units.units[first]));
    }
    writer->end();
    return last;
  }

  // As engine_tokens.cc has it.
  bool is_within_names(const TokenName& name) const {
    return std::any_of(
        name.options.begin(), name.options.end(),
        [&](const lexicon::Option& option) {
          return option.entity != name.options.front().entity ||
                 (option.use & kUsePart) != 0 ||
                 search::is_of_names(lexicon_.entity_type(option.entity));
        });
  }

  const std::string& key_of(uint32_t pattern) {
    std::string& key = keys_[pattern];
    if (key.empty()) {
      const std::vector<uint32_t> forms = lexicon_.forms_of_pattern(pattern);
      if (!forms.empty()) {
        key = fold::match_key(lexicon_.form(forms.front()).text);
      }
    }
    return key;
  }

  const Lexicon& lexicon_;
  const Options options_;
  std::unique_ptr<annotate::Reading> reading_;
  size_t learnt_ = 0;
  std::unordered_map<uint32_t, std::string> keys_;  // of patterns
  std::unordered_map<uint32_t, uint32_t> decided_;  // entities, by begin
  Tokens tokens_;
};

void Tokens::clear() {
  bytes.clear();
  ends.clear();
  places.clear();
}

Tokenizer::Tokenizer(const Lexicon& lexicon, const Options& options)
    : impl_(std::make_unique<Impl>(lexicon, options)) {}
Tokenizer::~Tokenizer() = default;

const Tokens& Tokenizer::index(std::string_view text) {
  return impl_->index(text);
}
const Tokens& Tokenizer::query(std::string_view text) {
  return impl_->query(text);
}
const Tokens& Tokenizer::words(std::string_view text) {
  return impl_->words(text);
}

}  // namespace khitai
