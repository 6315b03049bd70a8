// SPDX-License-Identifier: Apache-2.0

#include "document/tei_elements.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "document/document.h"

namespace khitai::document {
namespace {

struct RoleOfTags {
  TeiRole role;
  std::string_view tags;  // between spaces
};
constexpr RoleOfTags kRoles[] = {
    {TeiRole::kBlock,
     "p ab head div div0 div1 div2 div3 div4 div5 div6 div7 l lg item list "
     "label cell row table figure figDesc sp speaker stage castList castItem "
     "castGroup text body front back group floatingText titlePage docTitle "
     "titlePart docAuthor docDate docImprint docEdition imprimatur byline "
     "dateline opener closer salute signed postscript argument epigraph "
     "trailer performance prologue epilogue set view TEI TEI.2 teiCorpus "
     "teiCorpus.2 listPerson listPlace listOrg listEvent listNym listObject "
     "listBibl listRelation person personGrp place org event nym object "
     "relation entry entryFree superEntry sense form etym def hom re "
     "dictScrap u desc sourceDoc surface surfaceGrp zone "
     "eTree tree graph formula formeWork listApp listWit witness egXML eg "
     "exemplum remarks address monogr analytic biblStruct msDesc "
     // XHTML and other vocabularies
     "h1 h2 h3 h4 h5 h6 ul ol li dl dt dd tr td th thead tbody tfoot caption "
     "blockquote pre section article para chapter sect1 sect2 sect3 "
     "figcaption html"},
    {TeiRole::kLine, "lb pb cb gb br"},
    {TeiRole::kVerse, "line addrLine"},
    {TeiRole::kGap, "gap space"},
    {TeiRole::kAside,
     "note noteGrp del surplus witDetail wit footnote annotation"},
    {TeiRole::kSecond, "reg corr expan"},
    {TeiRole::kChoice, "choice app rdgGrp"},
    {TeiRole::kSkip,
     "teiHeader fw facsimile standOff interp interpGrp span spanGrp "
     "listAnnotation certainty precision respons graphic media binaryObject "
     "xenoData script style fs fLib fvLib f link linkGrp join joinGrp alt "
     "altGrp listChange"},
    {TeiRole::kInline,
     "hi emph foreign distinct mentioned soCalled gloss term title persName "
     "placeName orgName geogName geogFeat objectName eventName name rs "
     "forename surname addName genName nameLink roleName country region "
     "settlement district bloc location date time num measure seg s w pc c "
     "cl phr m orig sic abbr lem rdg add subst supplied unclear damage "
     "restore handShift ex am g ref ptr anchor milestone q quote said cit "
     "bibl author editor publisher pubPlace biblScope i b em strong "
     "sup sub small a cite code idno"}};

using TagRoles = std::unordered_map<std::string_view, TeiRole>;

TagRoles all_tag_roles() {
  TagRoles roles;
  for (const RoleOfTags& one : kRoles) {
    std::string_view rest = one.tags;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find(' '), rest.size());
      roles.emplace(rest.substr(0, end), one.role);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return roles;
}

template <size_t kSize>
bool is_among(std::string_view tag, const std::string_view (&tags)[kSize]) {
  return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

}  // namespace

TeiRole tei_role(std::string_view tag) {
  static const TagRoles kAll = all_tag_roles();
  const auto found = kAll.find(tag);
  return found == kAll.end() ? TeiRole::kOther : found->second;
}

bool is_name_tag(std::string_view tag) {
  static constexpr std::string_view kTags[] = {
      "persName",  "placeName",  "orgName",  "geogName", "objectName",
      "eventName", "name",       "rs",       "title",    "country",
      "region",    "settlement", "district", "bloc"};
  return is_among(tag, kTags);
}

bool is_entry_tag(std::string_view tag) {
  static constexpr std::string_view kTags[] = {
      "person", "personGrp", "place", "org", "nym", "object", "event"};
  return is_among(tag, kTags);
}

bool is_opaque_tag(std::string_view tag) {
  static constexpr std::string_view kTags[] = {
      "w",     "c",     "pc",   "m",  "g",   "am",  "ex",  "idno",
      "email", "ident", "code", "gi", "att", "tag", "val", "formula"};
  return is_among(tag, kTags);
}

int kept_by_tag(std::string_view tag) {
  static constexpr std::string_view kQuotes[] = {"quote", "q", "said", "cit",
                                                 "blockquote"};
  static constexpr std::string_view kWorks[] = {
      "bibl", "biblStruct", "biblFull", "listBibl", "msDesc"};
  if (is_among(tag, kQuotes)) return static_cast<int>(Keep::kQuotation);
  if (tag == "title") return static_cast<int>(Keep::kTitle);
  return is_among(tag, kWorks) ? static_cast<int>(Keep::kBibliography) : -1;
}

}  // namespace khitai::document
