// SPDX-License-Identifier: Apache-2.0
//
// The lists of persons, places and organizations that a TEI document brings
// along, as a lexicon of its own laid over the other one: their names are found
// in the text, and what an entry and an entity have in common becomes one.
// Linear in the text; a resolution for each name of a list. Not thread-safe.

#ifndef KHITAI_ANNOTATE_OWN_LISTS_H_
#define KHITAI_ANNOTATE_OWN_LISTS_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/structure.h"
#include "khitai/annotate.h"
#include "match/matcher.h"

namespace khitai::annotate {

class OwnLists {
 public:
  // Entries without an id or without a name say nothing. All must outlive it.
  OwnLists(const Lexicon& lexicon, const AnnotateOptions& options,
           const document::Structure& structure);

  // Adds what the lists name and the lexicon does not, and lets what they list
  // weigh where it is one of several candidates. A name of theirs gives way to
  // a longer mention, and takes the place of shorter ones.
  void apply(const document::Document& document, Annotation* annotation) const;

 private:
  struct Found {  // bytes of source
    size_t begin;
    size_t end;
    uint32_t pattern;
  };
  void add_entry(const document::ListedEntity& listed);
  void build();
  std::vector<Found> find(const document::Document& document) const;
  void find_in(const document::Document& document, document::Part block,
               size_t ahead, match::Scratch* scratch,
               std::vector<Found>* all) const;
  void merge(std::vector<Found> found, Annotation* annotation) const;
  Mention mention_of(const Found& found) const;
  void name_entries(const std::vector<uint32_t>& entries,
                    Mention* mention) const;
  void weigh(Mention* mention) const;

  const Lexicon& lexicon_;
  const AnnotateOptions& options_;
  std::vector<Own> own_;
  std::map<uint32_t, uint32_t> by_entity_;  // the first entry for it
  // By match key: the entries it names, and the spellings it came from.
  struct Pattern {
    std::vector<uint32_t> entries;
    std::vector<std::string> spellings;
  };
  std::map<std::string, uint32_t> keys_;
  std::vector<Pattern> patterns_;
  std::string section_;
};

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_OWN_LISTS_H_
