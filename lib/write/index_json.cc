// SPDX-License-Identifier: Apache-2.0
//
// An index as JSON (docs/format.md), and the table of what is not in it.

#include "write/escape.h"
#include "write/found.h"
#include "write/index.h"
#include "write/index_words.h"
#include "write/json.h"
#include "write/shown.h"
#include "write/tags.h"

namespace khitai::write {
namespace {

class IndexJson {
 public:
  IndexJson(const NameIndex& index, std::string* out)
      : index_(index), json_(out) {}

  void write() {
    json_.open_object();
    json_.member("lang", index_.lang);
    json_.member("collation", index_.collation);
    json_.member("lexicon", index_.lexicon);
    write_documents();
    json_.key("groups");
    json_.open_array();
    for (const IndexGroup& group : index_.groups) write_group(group);
    json_.close_array();
    json_.close_object();
    json_.end_line();
  }

 private:
  void write_documents() {
    json_.key("documents");
    json_.open_array();
    for (const IndexedDocument& one : index_.documents) {
      json_.open_object();
      json_.member("doc", one.doc);
      json_.member("cited_as", one.cited_as);
      json_.member("unit", one.unit);
      json_.close_object();
    }
    json_.close_array();
  }

  void write_group(const IndexGroup& group) {
    json_.open_object();
    json_.member("label", group.label);
    json_.key("entries");
    json_.open_array();
    for (size_t i = group.begin; i < group.end; ++i) {
      write_entry(index_.entries[i]);
    }
    json_.close_array();
    json_.close_object();
  }

  void write_entry(const IndexEntry& entry) {
    json_.open_object();
    json_.member("heading", entry.heading);
    if (!entry.qualifier.empty()) json_.member("qualifier", entry.qualifier);
    json_.member("lang", first_tag(entry.lang));
    if (!entry.see.empty()) {
      write_links("see", entry.see);
      json_.close_object();
      return;
    }
    if (!entry.id.empty()) json_.member("entity", entry.id);
    json_.member("type", entry.type);
    json_.member("mentions", entry.count);
    write_places(entry.cited);
    json_.key("spellings");
    json_.open_array();
    for (const IndexSpelling& one : entry.spellings) {
      json_.open_object();
      json_.member("text", one.text);
      json_.member("lang", first_tag(one.lang));
      json_.member("mentions", one.count);
      write_places(one.cited);
      json_.close_object();
    }
    json_.close_array();
    json_.key("sub");
    json_.open_array();
    for (const IndexSub& sub : entry.subs) {
      json_.open_object();
      json_.member("words", sub.words);
      write_links("entries", sub.links);
      json_.close_object();
    }
    json_.close_array();
    write_links("see_also", entry.also);
    json_.close_object();
  }

  void write_places(const std::vector<Citation>& cited) {
    json_.key("places");
    json_.open_array();
    for (const Citation& citation : cited) {
      json_.open_object();
      json_.member("document", citation.document);
      json_.key("at");
      json_.open_array();
      for (const std::string& place : citation.places) json_.text(place);
      json_.close_array();
      json_.close_object();
    }
    json_.close_array();
  }

  void write_links(std::string_view key, const std::vector<IndexLink>& links) {
    json_.key(key);
    json_.open_array();
    for (const IndexLink& link : links) {
      const IndexEntry& to = index_.entries[link.entry];
      json_.open_object();
      json_.member("heading", to.heading);
      if (!to.qualifier.empty()) json_.member("qualifier", to.qualifier);
      if (!to.id.empty()) json_.member("entity", to.id);
      json_.member("why", link.why);
      json_.close_object();
    }
    json_.close_array();
  }

  const NameIndex& index_;
  Json json_;
};

}  // namespace

void write_index_json(const NameIndex& index, std::string* out) {
  IndexJson(index, out).write();
}

void write_ambiguous_header(std::string* out) {
  *out += "document\tplace\ttext\tcandidates\n";
}

void write_ambiguous(const Lexicon& lexicon, const GatheredNames& document,
                     const IndexWish& wish, std::string* out) {
  const IndexWords& words = index_words(wish.lang);
  for (const AmbiguousAt& one : document.list) {
    append_cell(document.doc, out);
    *out += '\t';
    for (const std::string& place :
         place_words({one.place}, words.opening, words.closing)) {
      append_cell(place, out);
    }
    *out += '\t';
    append_cell(one.text, out);
    *out += '\t';
    std::string candidates;
    for (const Candidate& candidate : one.candidates) {
      if (candidate.entity == kNoRow) continue;
      if (!candidates.empty()) candidates += "; ";
      candidates += lexicon.entity(candidate.entity).id;
      candidates += " " + probability_text(candidate.probability);
    }
    append_cell(candidates, out);
    *out += '\n';
  }
}

}  // namespace khitai::write
