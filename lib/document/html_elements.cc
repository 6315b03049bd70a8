// SPDX-License-Identifier: Apache-2.0

#include "document/html_elements.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace khitai::document {
namespace {

struct TraitsOfTags {
  unsigned traits;
  std::string_view tags;  // between spaces
};
constexpr TraitsOfTags kHtmlTraits[] = {
    {kHtmlBlock | kHtmlClosesP,
     "p address article aside center details dialog dir div dl dd dt fieldset "
     "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup li listing "
     "main menu nav ol search section summary table ul xmp plaintext"},
    {kHtmlBlock,
     "html head body title caption tbody td tfoot th thead tr legend optgroup "
     "option select button textarea frameset noscript desc text "
     "foreignobject"},
    {kHtmlBlock | kHtmlClosesP | kHtmlPre, "pre"},
    {kHtmlBlock | kHtmlClosesP | kHtmlQuote, "blockquote"},
    {kHtmlBlock | kHtmlClosesP | kHtmlVoid, "hr"},
    {kHtmlQuote, "q"},
    {kHtmlWork, "cite"},
    {kHtmlCode | kHtmlHidden, "code"},
    {kHtmlHidden,
     "script style template iframe noembed noframes datalist metadata rp"},
    {kHtmlAside, "rt rtc"},
    {kHtmlForeign, "svg math"},
    {kHtmlVoid,
     "area base basefont bgsound br col embed frame img input link meta param "
     "source track wbr keygen"}};

constexpr ImpliedEnd kImpliedEnds[] = {
    {"li", " li ", " ul ol menu dir "},
    {"dt", " dt dd ", " dl "},
    {"dd", " dt dd ", " dl "},
    {"td", " td th ", " tr table "},
    {"th", " td th ", " tr table "},
    {"tr", " tr ", " table "},
    {"tbody", " tbody thead tfoot ", " table "},
    {"rt", " rt rp rb ", " ruby "},
    {"rp", " rt rp rb ", " ruby "},
    {"rb", " rt rp rb rtc ", " ruby "},
    {"option", " option ", " select "}};

}  // namespace

unsigned html_traits(std::string_view tag) {
  static const auto kAll = [] {
    std::unordered_map<std::string_view, unsigned> all;
    for (const TraitsOfTags& one : kHtmlTraits) {
      std::string_view rest = one.tags;
      while (!rest.empty()) {
        const size_t end = std::min(rest.find(' '), rest.size());
        all.emplace(rest.substr(0, end), one.traits);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return all;
  }();
  const auto found = kAll.find(tag);
  return found == kAll.end() ? 0 : found->second;
}

const ImpliedEnd* implied_end(std::string_view start) {
  const auto found =
      std::find_if(std::begin(kImpliedEnds), std::end(kImpliedEnds),
                   [&](const ImpliedEnd& one) { return one.start == start; });
  return found == std::end(kImpliedEnds) ? nullptr : found;
}

bool is_word_of(std::string_view tag, std::string_view words) {
  const size_t at = words.find(tag);
  return at != words.npos && !tag.empty() && words[at - 1] == ' ' &&
         words[at + tag.size()] == ' ';
}

}  // namespace khitai::document
