// SPDX-License-Identifier: Apache-2.0

#include "write/tei_existing.h"

#include <algorithm>
#include <map>
#include <utility>

#include "write/iri.h"
#include "write/shown.h"
#include "write/tei_attributes.h"
#include "write/tei_places.h"
#include "write/tei_tags.h"

namespace khitai::write {
namespace {

using document::ExistingName;
using document::Span;
using document::Structure;

Span content_of(const Structure& structure, const ExistingName& name) {
  const document::Element& element = structure.elements[name.element];
  return {element.start_tag.end,
          std::max(element.start_tag.end, element.end_tag.begin)};
}

// Pointers between spaces.
std::vector<std::string> pointers_of(std::string_view ref) {
  std::vector<std::string> all;
  while (!ref.empty()) {
    const size_t end = std::min(ref.find(' '), ref.size());
    if (end > 0) all.emplace_back(ref.substr(0, end));
    ref.remove_prefix(std::min(end + 1, ref.size()));
  }
  return all;
}

// Mentions by the existing name they stand in; of each the longest.
std::map<size_t, const Mention*> by_name(const TeiPlaces& places,
                                         const Annotation& annotation,
                                         std::vector<const Mention*>* others) {
  std::map<size_t, const Mention*> all;
  for (const Mention& mention : annotation.mentions) {
    if (!is_tei_name(mention)) continue;
    const size_t name = places.existing_at(mention);
    if (name == document::kNoElement) {
      others->push_back(&mention);
      continue;
    }
    const Mention*& best = all[name];
    const auto size = [](const Mention& it) { return it.end - it.begin; };
    if (best == nullptr || size(mention) > size(*best)) best = &mention;
  }
  return all;
}

class Pairer {
 public:
  Pairer(const Lexicon& lexicon, const Annotation& annotation,
         const Structure& structure)
      : lexicon_(lexicon), annotation_(annotation), structure_(structure) {
    for (const document::ListedEntity& one : structure.listed) {
      if (one.id.empty() || one.names.empty()) continue;
      labels_.emplace("#" + one.id, one.names.front());
      entries_.emplace(one.element, "#" + one.id);
    }
  }

  // The entry of a list that the name is in; "": none.
  std::string entry_of(const ExistingName& name) const {
    for (uint32_t at = name.element; at != document::kNoElement;
         at = structure_.elements[at].parent) {
      const auto entry = entries_.find(at);
      if (entry != entries_.end()) return entry->second;
    }
    return "";
  }

  Pairing pair(const ExistingName& name, const Mention* mention) const {
    Pairing pairing;
    pairing.name = &name;
    pairing.mention = mention;
    pairing.span = content_of(structure_, name);
    pairing.own = name.ref.empty() ? name.key : name.ref;
    if (pairing.own.empty()) pairing.own = entry_of(name);
    const auto label = labels_.find(pairing.own);
    if (label != labels_.end()) pairing.own_label = label->second;
    pairing.agreement = agreement_of(pairing);
    return pairing;
  }

 private:
  Agreement agreement_of(const Pairing& pairing) const {
    if (pairing.mention == nullptr) return Agreement::kNotFound;
    if (pairing.own.empty()) return Agreement::kNoRef;
    const std::vector<Candidate>& all = pairing.mention->candidates;
    const bool match = pairing.mention->decision == Decision::kMatch;
    bool known = false;
    for (const std::string& pointer : pointers_of(pairing.own)) {
      for (const Candidate& one : all) {
        if (!is_pointer_to(pointer, one)) continue;
        if (match && &one == &all.front()) return Agreement::kSame;
        if (!match) return Agreement::kAmbiguous;
      }
      known = known || is_known(pointer);
    }
    return known ? Agreement::kDiffers : Agreement::kUnlinked;
  }

  bool is_pointer_to(const std::string& pointer,
                     const Candidate& candidate) const {
    const Own* const own = own_of(annotation_, candidate);
    if (own != nullptr && own->ref == pointer) return true;
    const std::string_view id = lexicon_.entity(candidate.entity).id;
    return !id.empty() && (pointer == id || entity_of_iri(pointer) == id);
  }

  // Whether it is known what of the lexicon the pointer means.
  bool is_known(const std::string& pointer) const {
    for (const Own& own : annotation_.own) {
      if (own.ref == pointer) return true;
    }
    return lexicon_.find_entity(entity_of_iri(pointer)).has_value();
  }

  const Lexicon& lexicon_;
  const Annotation& annotation_;
  const Structure& structure_;
  std::map<std::string, std::string, std::less<>> labels_;
  std::map<uint32_t, std::string> entries_;
};

bool may_fill(const TeiTag& tag, const ExistingName& name) {
  return name.tag == tag.name || name.tag == "name" || name.tag == "rs" ||
         (name.tag == "geogName" && tag.name == "placeName");
}

// Whether the text is all of the name, but for spaces around it.
bool is_whole(const document::Document& document, const ExistingName& name,
              document::Part text) {
  if (text.begin < name.text.begin || text.end > name.text.end) return false;
  const std::string_view plain = document.plain();
  const auto is_blank = [&](size_t begin, size_t end) {
    return plain.substr(begin, end - begin).find_first_not_of(" \n") ==
           plain.npos;
  };
  return is_blank(name.text.begin, text.begin) &&
         is_blank(text.end, name.text.end);
}

}  // namespace

std::string_view agreement_word(Agreement agreement) {
  switch (agreement) {
    case Agreement::kSame:
      return "same";
    case Agreement::kDiffers:
      return "differs";
    case Agreement::kAmbiguous:
      return "ambiguous";
    case Agreement::kUnlinked:
      return "unlinked";
    case Agreement::kNoRef:
      return "no-ref";
    case Agreement::kNotFound:
      return "not-found";
    case Agreement::kNotTagged:
      break;
  }
  return "not-tagged";
}

std::vector<Pairing> pair_existing(const Lexicon& lexicon,
                                   const Annotation& annotation,
                                   const document::Document& document) {
  const Structure& structure = *document.structure();
  const TeiPlaces places(document, annotation);
  std::vector<const Mention*> others;
  const auto found = by_name(places, annotation, &others);
  const Pairer pairer(lexicon, annotation, structure);
  std::vector<Pairing> all;
  for (size_t i = 0; i < structure.existing.size(); ++i) {
    const auto mention = found.find(i);
    all.push_back(pairer.pair(structure.existing[i], mention == found.end()
                                                         ? nullptr
                                                         : mention->second));
  }
  for (const Mention* mention : others) {
    Pairing alone;
    alone.mention = mention;
    alone.span = {mention->begin, mention->end};
    alone.agreement = Agreement::kNotTagged;
    all.push_back(std::move(alone));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Pairing& a, const Pairing& b) {
                     return a.span.begin < b.span.begin;
                   });
  return all;
}

void fill_references(const Lexicon& lexicon, const Annotation& annotation,
                     const WriteOptions& options,
                     const document::Document& document, TeiMarkup* markup) {
  const Structure& structure = *document.structure();
  const TeiPlaces places(document, annotation);
  std::vector<const Mention*> others;
  const Pairer pairer(lexicon, annotation, structure);
  for (const auto& [index, mention] : by_name(places, annotation, &others)) {
    const ExistingName& name = structure.existing[index];
    const Pairing pairing = pairer.pair(name, mention);
    if (pairing.agreement != Agreement::kNoRef) continue;
    if (!is_whole(document, name, places.text_of(*mention))) continue;
    if (!may_fill(tei_tag(lexicon, annotation, *mention, options), name)) {
      continue;
    }
    const Span tag = structure.elements[name.element].start_tag;
    const std::string_view source = annotation.source;
    const size_t end = source[tag.end - 2] == '/' ? tag.end - 2 : tag.end - 1;
    std::string attributes =
        tei_reference(lexicon, annotation, *mention, options);
    // What the tag says of nymRef or cert stays.
    const std::string_view start = source.substr(tag.begin, end - tag.begin);
    for (std::string_view one : {"nymRef", "cert"}) {
      const size_t at = attributes.find(" " + std::string(one) + "=");
      if (at == attributes.npos || !attribute_of(start, one)) continue;
      const size_t quote = attributes.find('"', at);
      attributes.erase(at, attributes.find('"', quote + 1) + 1 - at);
    }
    markup->insert(end, attributes);
  }
}

}  // namespace khitai::write
