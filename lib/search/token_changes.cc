// SPDX-License-Identifier: Apache-2.0
//
// What two lexica say of a spelling is compared as hashes of the rows that
// have it. A text whose tokens differ has one of the spellings for which these
// are not the same, exact or inflected; either way a word of it holds what the
// spelling's first word begins with (Beginnings).

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/checksum.h"
#include "fold/fold.h"
#include "khitai/search.h"
#include "match/hash.h"
#include "match/matcher.h"
#include "morphology/tables.h"

namespace khitai {
namespace {

uint64_t hash_of_row(std::initializer_list<std::string_view> cells) {
  uint64_t hash = 0;
  for (const std::string_view cell : cells) {
    hash = base::checksum(cell, hash + 1);
  }
  return hash;
}

// Of each spelling, by its key, what the lexicon says; the order of rows is
// nothing.
using Said = std::unordered_map<std::string, uint64_t>;

class SpellingReader {
 public:
  explicit SpellingReader(const Lexicon& lexicon) : lexicon_(lexicon) {
    read_relations();
  }

  Said read() {
    for (uint32_t form = 0; form < lexicon_.form_count(); ++form) add(form);
    lexicon_.matcher().each([&](std::string_view key, uint32_t pattern) {
      if (lexicon_.is_block(pattern)) {
        said_[std::string(key)] += hash_of_row({"block"});
      }
    });
    return std::move(said_);
  }

 private:
  // Both ends have a relation; what it is counts for nothing in an index.
  void read_relations() {
    related_.resize(lexicon_.entity_count());
    for (uint32_t one = 0; one < related_.size(); ++one) {
      for (const uint32_t row : lexicon_.relations_of_entity(one)) {
        const RelationEnds ends = lexicon_.relation_ends(row);
        const uint32_t other = ends.subject == one ? ends.object : ends.subject;
        if (other >= related_.size()) continue;
        related_[one] += hash_of_row({lexicon_.entity(other).id});
      }
    }
  }

  void add(uint32_t number) {
    const Form form = lexicon_.form(number);
    const std::string use = std::to_string(form.use);
    const std::string_view name = lexicon_.name(form.name).id;
    uint64_t sum = hash_of_row({name, form.text, form.lang, use});
    for (const uint32_t row : lexicon_.senses_of_form(number)) {
      const uint32_t entity = lexicon_.sense(row).entity;
      if (entity >= related_.size()) continue;
      sum += hash_of_row({lexicon_.entity(entity).id,
                          lexicon_.entity_type(entity), name, form.text,
                          form.lang, use, std::to_string(related_[entity])});
    }
    said_[fold::match_key(form.text)] += sum;
  }

  const Lexicon& lexicon_;
  std::vector<uint64_t> related_;
  Said said_;
};

std::string cues_of(const Lexicon& lexicon) {
  std::string all;
  for (uint32_t i = 0; i < lexicon.cue_count(); ++i) {
    const Lexicon::Cue cue = lexicon.cue(i);
    for (const std::string_view cell :
         {cue.lang, cue.type, cue.cue, cue.position}) {
      all.append(cell);
      all += '\t';
    }
  }
  return all;
}

size_t letters_of(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(),
                    [](char byte) { return (byte & 0xC0) != 0x80; }));
}

// What a text that has the spelling, exact or inflected, holds in its folded
// bytes. Taking endings off (morphology/peel.h) may alter the last letters of
// a stem and put back what the ending took: so many letters need not stand in
// the text. A prefix may have swallowed the article, or what else it puts back.
class Beginnings {
 public:
  explicit Beginnings(const morphology::Tables& tables) {
    for (const morphology::Language& one : tables.languages()) {
      for (const morphology::Affix& affix : one.suffixes) {
        endings_.insert(affix.restore.begin(), affix.restore.end());
      }
      for (const morphology::Affix& affix : one.prefixes) {
        articles_.insert(affix.restore.begin(), affix.restore.end());
      }
    }
    endings_.erase("");
    articles_.erase("");
  }

  std::vector<std::string_view> of(std::string_view key) const {
    std::vector<std::string_view> all = {beginning(key)};
    for (const std::string& article : articles_) {
      if (key.size() > article.size() && key.starts_with(article)) {
        all.push_back(beginning(key.substr(article.size())));
      }
    }
    return all;
  }

 private:
  std::string_view beginning(std::string_view key) const {
    constexpr size_t kAltered = 3;  // last letters of a stem
    const std::string_view word = key.substr(0, key.find_first_of(" ,"));
    const size_t letters = letters_of(word);
    size_t lost = kAltered;
    for (const std::string& ending : endings_) {
      if (word.ends_with(ending)) {
        lost = std::max(lost, kAltered + letters_of(ending));
      }
    }
    const size_t kept = letters > lost ? letters - lost : 1;
    return word.substr(
        0,
        match::start_size(word, std::min(kept, match::start_letters(letters))));
  }

  std::set<std::string> endings_, articles_;
};

}  // namespace

class TokenChanges::Impl {
 public:
  Impl(const Lexicon& before, const Lexicon& after)
      : general_(cues_of(before) != cues_of(after) ||
                 before.endings_hash() != after.endings_hash()) {
    const Beginnings beginnings(before.morphology());
    const Said old = SpellingReader(before).read();
    Said fresh = SpellingReader(after).read();
    for (const auto& [key, said] : old) {
      const auto same = fresh.find(key);
      if (same == fresh.end() || same->second != said) {
        add(beginnings, key);
      }
      if (same != fresh.end()) fresh.erase(same);
    }
    for (const auto& [key, said] : fresh) add(beginnings, key);
  }

  bool is_general() const { return general_; }
  size_t spellings() const { return spellings_; }

  bool may_affect(std::string_view text) const {
    if (general_) return true;
    if (beginnings_.empty()) return false;
    fold::Units units;
    fold::append_units(text, &units);
    const std::string_view all = units.all_keys();
    for (size_t at = 0; at < all.size(); ++at) {
      if (first_[static_cast<unsigned char>(all[at])] &&
          is_at(all.substr(at))) {
        return true;
      }
    }
    return false;
  }

 private:
  void add(const Beginnings& beginnings, const std::string& key) {
    if (key.empty()) return;
    ++spellings_;
    for (const std::string_view start : beginnings.of(key)) {
      if (start.empty()) continue;
      beginnings_.emplace(start);
      first_[static_cast<unsigned char>(start[0])] = true;
      if (std::find(sizes_.begin(), sizes_.end(), start.size()) ==
          sizes_.end()) {
        sizes_.push_back(start.size());
      }
    }
  }

  bool is_at(std::string_view rest) const {
    return std::any_of(sizes_.begin(), sizes_.end(), [&](size_t size) {
      return size <= rest.size() &&
             beginnings_.count(std::string(rest.substr(0, size))) > 0;
    });
  }

  const bool general_;
  size_t spellings_ = 0;
  std::unordered_set<std::string> beginnings_;
  std::vector<size_t> sizes_;
  bool first_[256] = {};  // bytes that one begins with
};

TokenChanges::TokenChanges(const Lexicon& before, const Lexicon& after)
    : impl_(std::make_unique<const Impl>(before, after)) {}
TokenChanges::~TokenChanges() = default;
bool TokenChanges::is_general() const { return impl_->is_general(); }
size_t TokenChanges::spellings() const { return impl_->spellings(); }
bool TokenChanges::may_affect(std::string_view text) const {
  return impl_->may_affect(text);
}

bool tokens_differ(Tokenizer* before, Tokenizer* after, std::string_view text) {
  const Tokens& a = before->index(text);
  const Tokens& b = after->index(text);
  return a.bytes != b.bytes || a.ends != b.ends ||
         !std::equal(a.places.begin(), a.places.end(), b.places.begin(),
                     b.places.end(),
                     [](const TokenPlace& x, const TokenPlace& y) {
                       return x.begin == y.begin && x.end == y.end &&
                              x.first == y.first && x.last == y.last;
                     });
}

}  // namespace khitai
