// SPDX-License-Identifier: Apache-2.0

#include "write/index_pen.h"

namespace khitai::write {
namespace {

// What stands before a number that was counted ("l. 12"): it is said once for
// several. Empty for all else.
std::string_view sign_of(std::string_view place) {
  const size_t digit = place.find_first_of("0123456789");
  if (digit == place.npos || digit == 0) return {};
  const std::string_view sign = place.substr(0, digit);
  const bool ends = sign.back() == ' ' || sign == "#" || sign == "\u00B6";
  return ends ? sign : std::string_view();
}

}  // namespace

std::string IndexLines::heading(const IndexEntry& entry) const {
  std::string out = pen_.name(entry.heading, entry.lang);
  if (!entry.qualifier.empty()) {
    out += " (" + pen_.text(entry.qualifier) + ")";
  }
  return out;
}

std::string IndexLines::links(const std::vector<IndexLink>& links) const {
  std::string out;
  for (const IndexLink& link : links) {
    if (!out.empty()) out += pen_.text(words_.semicolon);
    out += pen_.link(link.entry, heading(index_.entries[link.entry]));
  }
  return out;
}

std::string IndexLines::sign_words(std::string_view sign) const {
  if (!sign.ends_with(' ')) return pen_.text(sign);
  sign.remove_suffix(1);
  return pen_.text(sign) + std::string(pen_.firm_space());
}

std::string IndexLines::places(const std::vector<Citation>& cited) const {
  std::string out;
  for (const Citation& citation : cited) {
    if (!out.empty()) out += pen_.text(words_.semicolon);
    std::string pages;
    std::string_view before;
    for (const std::string& place : citation.places) {
      if (!pages.empty()) pages += pen_.text(words_.comma);
      const std::string_view sign = sign_of(place);
      if (sign != before) pages += sign_words(sign);
      pages += pen_.text(std::string_view(place).substr(sign.size()));
      before = sign;
    }
    if (index_.documents.size() > 1) {
      out += pen_.document(index_.documents[citation.document].cited_as);
      if (!pages.empty()) out += pen_.text(words_.colon);
    }
    out += pages;
  }
  return out;
}

// Chinese has no comma there.
std::string IndexLines::behind(const std::string& places) const {
  if (places.empty()) return "";
  const bool spaced = words_.comma.ends_with(' ');
  return (spaced ? pen_.text(words_.comma) : " ") + places;
}

EntryLines IndexLines::of(const IndexEntry& entry) const {
  EntryLines lines;
  lines.heading = heading(entry);
  if (!entry.see.empty()) {
    lines.cited = behind(pen_.see(words_.see, false, links(entry.see)));
    return lines;
  }
  lines.cited = behind(places(entry.cited));
  for (const IndexSpelling& one : entry.spellings) {
    lines.below.push_back(pen_.name(one.text, one.lang) +
                          behind(places(one.cited)));
  }
  for (const IndexSub& sub : entry.subs) {
    lines.below.push_back(pen_.text(sub.words) + pen_.text(words_.colon) +
                          links(sub.links));
  }
  if (!entry.also.empty()) {
    lines.below.push_back(pen_.see(words_.see_also, true, links(entry.also)));
  }
  return lines;
}

std::vector<std::string> IndexLines::documents() const {
  std::vector<std::string> lines;
  if (index_.documents.size() < 2) return lines;
  for (const IndexedDocument& one : index_.documents) {
    if (one.cited_as == one.doc) {
      lines.push_back(pen_.document(one.doc));
      continue;
    }
    lines.push_back(pen_.document(one.cited_as) + pen_.text(words_.colon) +
                    pen_.text(one.doc == "-" ? "standard input" : one.doc));
  }
  return lines;
}

}  // namespace khitai::write
