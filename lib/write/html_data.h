// SPDX-License-Identifier: Apache-2.0
//
// What a page knows besides its text, once for all mentions: entities with
// their names, forms, reasons, sources, and what mentions say. The page's
// script reads it as JSON. Mentions that say the same share a record, so the
// data grows with the variety of the answers, not with the text.

#ifndef KHITAI_WRITE_HTML_DATA_H_
#define KHITAI_WRITE_HTML_DATA_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "khitai/write.h"
#include "write/card.h"
#include "write/json.h"
#include "write/sources.h"

namespace khitai::write {

// Numbers things in the order in which they are first seen.
template <typename Key>
class Numbering {
 public:
  size_t number(const Key& key) {
    const auto [slot, fresh] = numbers_.emplace(key, order_.size());
    if (fresh) order_.push_back(key);
    return slot->second;
  }
  const std::vector<Key>& order() const { return order_; }

 private:
  std::map<Key, size_t> numbers_;
  std::vector<Key> order_;
};

class PageData {
 public:
  PageData(const Lexicon& lexicon, const WriteOptions& options)
      : lexicon_(lexicon), options_(options) {}

  // An entity of the lexicon, or what only a document lists.
  using Thing = std::pair<uint32_t, const Own*>;

  // The page's number of one, of what a mention says. The annotations must
  // outlive this.
  size_t entity(const Thing& thing) { return entities_.number(thing); }
  size_t entity(const Annotation& annotation, const Candidate& candidate);
  size_t record(const Annotation& annotation, const Mention& mention,
                bool rejected);

  void write(std::string* out);

 private:
  void write_candidate(const Annotation& annotation, const Candidate& candidate,
                       Json* json);
  void write_entity(const Thing& thing, Json* json) const;
  void write_names(uint32_t entity, Json* json) const;
  void write_group(const FormGroup& group, Json* json) const;
  // All that only rules write, in one entry.
  static void write_by_rule(size_t forms, Json* json);
  void write_form(uint32_t form, Json* json);
  std::vector<uint32_t> forms_of_entity(uint32_t entity) const;

  const Lexicon& lexicon_;
  const WriteOptions& options_;
  Numbering<Thing> entities_;
  Numbering<uint32_t> forms_;
  Numbering<std::string> words_;
  Numbering<std::string> records_;  // as JSON
  Bibliography sources_;
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_HTML_DATA_H_
