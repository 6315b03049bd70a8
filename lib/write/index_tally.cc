// SPDX-License-Identifier: Apache-2.0

#include "write/index_tally.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "text/casing.h"

namespace khitai::write {
namespace {

// "chapters/ch1.tei.xml.gz": "ch1".
std::string bare_name(std::string_view path) {
  if (path == "-") return "-";
  const size_t slash = path.rfind('/');
  std::string name(slash == path.npos ? path : path.substr(slash + 1));
  const size_t dot = name.find('.', 1);
  if (dot != std::string::npos) name.resize(dot);
  return name;
}

}  // namespace

KeyTallies tally_names(const std::vector<GatheredNames>& documents) {
  KeyTallies tallies;
  for (size_t i = 0; i < documents.size(); ++i) {
    for (const NameAt& name : documents[i].names) {
      KeyTally& key = tallies[name.key];
      SpellingTally& spelling = key.spellings[text::lower(name.spelling)];
      key.count += name.count;
      spelling.count += name.count;
      spelling.texts[name.spelling] += name.count;
      if (spelling.lang.empty()) spelling.lang = name.lang;
      for (PlacesByDocument* places : {&key.places, &spelling.places}) {
        std::vector<CitedPlace>& all = (*places)[i];
        all.insert(all.end(), name.places.begin(), name.places.end());
      }
    }
  }
  return tallies;
}

std::string usual_text(const SpellingTally& tally) {
  const auto rank = [](const std::string& text, size_t count) {
    const std::string small = text::lower(text);
    size_t capitals = text.size() == small.size() ? 0 : 1;
    for (size_t i = 0; i < std::min(text.size(), small.size()); ++i) {
      capitals += text[i] != small[i];
    }
    return std::tuple(count, capitals > 0, text.size() - capitals);
  };
  const std::string* best = nullptr;
  for (const auto& [text, count] : tally.texts) {
    if (best == nullptr ||
        rank(text, count) > rank(*best, tally.texts.at(*best))) {
      best = &text;
    }
  }
  return *best;
}

std::vector<IndexedDocument> cited_documents(
    const std::vector<GatheredNames>& documents, CiteBy cite) {
  std::vector<IndexedDocument> out;
  std::map<std::string, size_t> times;
  for (size_t i = 0; i < documents.size(); ++i) {
    const GatheredNames& one = documents[i];
    IndexedDocument document{one.doc, bare_name(one.doc), one.unit};
    if (cite == CiteBy::kTitle && !one.title.empty()) {
      document.cited_as = one.title;
    } else if (cite == CiteBy::kNumber) {
      document.cited_as = std::to_string(i + 1);
    }
    ++times[document.cited_as];
    out.push_back(std::move(document));
  }
  for (IndexedDocument& one : out) {
    if (times[one.cited_as] > 1) one.cited_as = one.doc;
  }
  return out;
}

}  // namespace khitai::write
