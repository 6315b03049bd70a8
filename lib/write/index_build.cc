// SPDX-License-Identifier: Apache-2.0
//
// From the names of all documents to entries in order, with what leads from
// one to another.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "text/casing.h"
#include "write/index.h"
#include "write/index_headings.h"
#include "write/index_links.h"
#include "write/index_tally.h"
#include "write/index_words.h"

namespace khitai::write {
namespace {

class IndexMaker {
 public:
  IndexMaker(const Lexicon& lexicon,
             const std::vector<GatheredNames>& documents,
             const IndexOrder& order, const IndexWish& wish)
      : lexicon_(lexicon),
        documents_(documents),
        order_(order),
        wish_(wish),
        words_(index_words(wish.lang)),
        groups_(order, wish.lang) {}

  NameIndex run() {
    index_.lang = wish_.lang;
    index_.collation = wish_.collation;
    index_.lexicon = lexicon_.hash();
    index_.documents = cited_documents(documents_, wish_.cite);
    for (const auto& [key, tally] : tally_names(documents_)) {
      add_entry(key, tally);
    }
    tell_homonyms_apart();
    add_references();
    sort_entries();
    drop_near_references();
    number_entries();
    add_ties();
    add_groups();
    return std::move(index_);
  }

 private:
  // An entry before it has its place.
  struct Draft {
    IndexEntry entry;
    IndexKey key;                   // of an entry that leads elsewhere: none
    std::vector<IndexKey> targets;  // what it leads to
    std::vector<IndexKey> homonyms;
    std::string sort_text, sort_key;
    std::string letters;  // the same without marks
    GroupOf group;
  };

  std::vector<Citation> cited(const PlacesByDocument& places) const;
  std::vector<IndexSpelling> spellings_of(const KeyTally& tally) const;
  void add_entry(const IndexKey& key, const KeyTally& tally);
  void set_key(Draft* draft) const;
  void tell_homonyms_apart();
  void add_references();
  void sort_entries();
  void drop_near_references();
  void number_entries();
  void add_ties();
  void add_ties_of(size_t number);
  void add_groups();
  std::vector<IndexLink> links_to(const std::vector<IndexKey>& keys,
                                  std::string_view why) const;

  const Lexicon& lexicon_;
  const std::vector<GatheredNames>& documents_;
  const IndexOrder& order_;
  const IndexWish& wish_;
  const IndexWords& words_;
  const IndexGroups groups_;
  std::vector<Draft> drafts_;
  std::map<IndexKey, size_t> numbers_;  // of entries
  NameIndex index_;
};

std::vector<Citation> IndexMaker::cited(const PlacesByDocument& places) const {
  std::vector<Citation> out;
  for (const auto& [document, all] : places) {
    out.push_back({document, place_words(all, words_.opening, words_.closing)});
  }
  return out;
}

std::vector<IndexSpelling> IndexMaker::spellings_of(
    const KeyTally& tally) const {
  std::vector<IndexSpelling> all;
  for (const auto& [small, one] : tally.spellings) {
    all.push_back({usual_text(one), one.lang, one.count, cited(one.places)});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const IndexSpelling& a, const IndexSpelling& b) {
                     return a.count > b.count;
                   });
  return all;
}

void IndexMaker::add_entry(const IndexKey& key, const KeyTally& tally) {
  Draft draft;
  draft.key = key;
  IndexEntry& entry = draft.entry;
  entry.spellings = spellings_of(tally);
  Heading heading = heading_of(lexicon_, key, wish_.lang, entry.spellings);
  entry.heading = std::move(heading.text);
  entry.lang = std::move(heading.lang);
  entry.type = key.own_type;
  if (key.entity != kNoRow) {
    const Entity entity = lexicon_.entity(key.entity);
    entry.id = entity.id;
    entry.type = entity.type;
  }
  entry.count = tally.count;
  entry.cited = cited(tally.places);
  set_key(&draft);
  drafts_.push_back(std::move(draft));
}

void IndexMaker::set_key(Draft* draft) const {
  draft->sort_text = sort_text(draft->entry.heading, wish_.lang);
  draft->sort_key = order_.key(draft->sort_text);
  draft->letters = order_.letters(draft->sort_text);
  draft->group = groups_.group_of(draft->sort_text);
}

void IndexMaker::tell_homonyms_apart() {
  std::map<std::string, std::vector<Draft*>> same;
  for (Draft& draft : drafts_) {
    same[text::lower(draft.entry.heading)].push_back(&draft);
  }
  for (auto& [heading, all] : same) {
    if (all.size() < 2) continue;
    std::map<std::string, size_t> times;
    for (Draft* draft : all) {
      draft->entry.qualifier = qualifier_of(lexicon_, draft->key);
      ++times[draft->entry.qualifier];
    }
    for (Draft* draft : all) {
      const bool apart = times[draft->entry.qualifier] == 1;
      if (!apart && !draft->entry.id.empty()) {
        draft->entry.qualifier = draft->entry.id;
      }
    }
  }
}

// From each spelling to the headings that have it. One that is a heading itself
// gets its way as "see also" there.
void IndexMaker::add_references() {
  std::map<std::string, std::vector<size_t>> headings;
  for (size_t i = 0; i < drafts_.size(); ++i) {
    headings[text::lower(drafts_[i].entry.heading)].push_back(i);
  }
  std::map<std::string, Draft> references;
  const size_t count = drafts_.size();
  for (size_t i = 0; i < count; ++i) {
    const std::string own = text::lower(drafts_[i].entry.heading);
    for (const IndexSpelling& spelling : drafts_[i].entry.spellings) {
      const std::string small = text::lower(spelling.text);
      if (small == own) continue;
      const auto heading = headings.find(small);
      if (heading != headings.end()) {
        for (const size_t other : heading->second) {
          drafts_[other].homonyms.push_back(drafts_[i].key);
        }
        continue;
      }
      Draft& reference = references[small];
      if (reference.targets.empty()) {
        reference.entry.heading = spelling.text;
        reference.entry.lang = spelling.lang;
      }
      reference.targets.push_back(drafts_[i].key);
    }
    IndexEntry& entry = drafts_[i].entry;
    if (entry.spellings.size() == 1 &&
        text::lower(entry.spellings.front().text) == own) {
      entry.spellings.clear();
    }
  }
  for (auto& [small, reference] : references) {
    set_key(&reference);
    drafts_.push_back(std::move(reference));
  }
}

void IndexMaker::sort_entries() {
  const auto by = [](const Draft& draft) {
    return std::tie(draft.sort_key, draft.sort_text, draft.entry.heading,
                    draft.entry.qualifier, draft.entry.id, draft.entry.type);
  };
  std::sort(drafts_.begin(), drafts_.end(),
            [&](const Draft& a, const Draft& b) { return by(a) < by(b); });
}

// What stands beside its heading in one group, or is parted from it only by its
// likes, leads nowhere.
void IndexMaker::drop_near_references() {
  std::vector<bool> drop(drafts_.size(), false);
  const auto is_near = [](const Draft& draft, const Draft& heading) {
    return draft.targets.size() == 1 && draft.targets.front() == heading.key &&
           draft.group.key == heading.group.key;
  };
  for (size_t i = 0; i < drafts_.size(); ++i) {
    if (!drafts_[i].targets.empty()) continue;
    const Draft& heading = drafts_[i];
    for (size_t j = i; j > 0 && is_near(drafts_[j - 1], heading); --j) {
      drop[j - 1] = true;
    }
    for (size_t j = i + 1; j < drafts_.size() && is_near(drafts_[j], heading);
         ++j) {
      drop[j] = true;
    }
  }
  // Spellings that differ in marks only lead there once.
  for (size_t i = 1; i < drafts_.size(); ++i) {
    const Draft& before = drafts_[i - 1];
    drop[i] = drop[i] || (!before.targets.empty() &&
                          before.targets == drafts_[i].targets &&
                          before.letters == drafts_[i].letters);
  }
  std::vector<Draft> kept;
  for (size_t i = 0; i < drafts_.size(); ++i) {
    if (!drop[i]) kept.push_back(std::move(drafts_[i]));
  }
  drafts_ = std::move(kept);
}

void IndexMaker::number_entries() {
  for (size_t i = 0; i < drafts_.size(); ++i) {
    if (drafts_[i].targets.empty()) numbers_.emplace(drafts_[i].key, i);
  }
}

// In the order of the index, each once.
std::vector<IndexLink> IndexMaker::links_to(const std::vector<IndexKey>& keys,
                                            std::string_view why) const {
  std::set<size_t> entries;
  for (const IndexKey& key : keys) {
    const auto number = numbers_.find(key);
    if (number != numbers_.end()) entries.insert(number->second);
  }
  std::vector<IndexLink> links;
  for (const size_t entry : entries) {
    links.push_back({entry, std::string(why)});
  }
  return links;
}

// Under which heading a tie stands; made if it is not there.
std::vector<IndexLink>* list_of(const EntityTie& tie, const IndexWords& words,
                                IndexEntry* entry) {
  if (tie.sub == nullptr) return &entry->also;
  const std::string_view heading = words.*tie.sub;
  for (IndexSub& sub : entry->subs) {
    if (sub.words == heading) return &sub.links;
  }
  entry->subs.push_back({std::string(heading), {}});
  return &entry->subs.back().links;
}

void sort_links(std::vector<IndexLink>* links) {
  std::sort(
      links->begin(), links->end(),
      [](const IndexLink& a, const IndexLink& b) { return a.entry < b.entry; });
}

void IndexMaker::add_ties_of(size_t number) {
  Draft& draft = drafts_[number];
  IndexEntry& entry = draft.entry;
  entry.see = links_to(draft.targets, "variant");
  std::set<size_t> there = {number};
  if (draft.key.entity != kNoRow) {
    for (const EntityTie& tie : ties_of(lexicon_, draft.key.entity)) {
      const auto to = numbers_.find(IndexKey{tie.to, "", ""});
      if (to == numbers_.end() || !there.insert(to->second).second) continue;
      list_of(tie, words_, &entry)
          ->push_back({to->second, std::string(tie.why)});
    }
  }
  for (IndexLink& link : links_to(draft.homonyms, "homonym")) {
    if (there.insert(link.entry).second) entry.also.push_back(std::move(link));
  }
  sort_links(&entry.also);
  for (IndexSub& sub : entry.subs) sort_links(&sub.links);
}

void IndexMaker::add_ties() {
  for (size_t i = 0; i < drafts_.size(); ++i) add_ties_of(i);
}

// Of letters that sort alike the first one names the group.
void IndexMaker::add_groups() {
  const std::string* key = nullptr;
  for (size_t i = 0; i < drafts_.size(); ++i) {
    const GroupOf& group = drafts_[i].group;
    if (key == nullptr || *key != group.key) {
      index_.groups.push_back({group.label, i, i});
    }
    key = &group.key;
    IndexGroup& last = index_.groups.back();
    last.end = i + 1;
    if (order_.key(group.label) < order_.key(last.label)) {
      last.label = group.label;
    }
  }
  for (Draft& draft : drafts_) index_.entries.push_back(std::move(draft.entry));
}

}  // namespace

NameIndex build_index(const Lexicon& lexicon,
                      const std::vector<GatheredNames>& documents,
                      const IndexOrder& order, const IndexWish& wish) {
  return IndexMaker(lexicon, documents, order, wish).run();
}

}  // namespace khitai::write
