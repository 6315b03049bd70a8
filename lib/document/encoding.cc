// SPDX-License-Identifier: Apache-2.0
//
// What a source says of its own encoding: byte order marks, the XML
// declaration (and the zeros in it, in UTF-16 without a mark), <meta> in HTML.

#include <algorithm>

#include "base/ascii.h"
#include "document/decode.h"

namespace khitai::document {
namespace {

using namespace std::string_view_literals;

// How far an HTML page is searched for its <meta charset>: browsers look at
// 1024 bytes; old pages with long comments have it later.
constexpr size_t kMetaReach = 8192;

constexpr std::string_view kSpaces = " \t\r\n\f";

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (base::is_upper(c)) c = static_cast<char>(c + 32);
  }
  return out;
}

std::string_view encoding_of_mark(std::string_view source) {
  if (source.substr(0, 4) == "\xFF\xFE\0\0"sv) return "UTF-32LE";
  if (source.substr(0, 4) == "\0\0\xFE\xFF"sv) return "UTF-32BE";
  if (source.substr(0, 2) == "\xFF\xFE"sv) return "UTF-16LE";
  if (source.substr(0, 2) == "\xFE\xFF"sv) return "UTF-16BE";
  if (source.substr(0, 3) == "\xEF\xBB\xBF"sv) return "UTF-8";
  return "";
}

// The value behind `name=` in `text` (of lower-case names), quoted or not.
std::string_view value_of(std::string_view text, std::string_view name) {
  const std::string low = lowered(text);
  for (size_t at = low.find(name); at != low.npos; at = low.find(name, at)) {
    const size_t before = at;
    at += name.size();
    if (before > 0 && kSpaces.find(low[before - 1]) == kSpaces.npos &&
        low[before - 1] != ';' && low[before - 1] != '"' &&
        low[before - 1] != '\'') {
      continue;
    }
    at = std::min(low.find_first_not_of(kSpaces, at), low.size());
    if (at == low.size() || low[at] != '=') continue;
    at = low.find_first_not_of(kSpaces, at + 1);
    if (at == low.npos) return {};
    std::string_view rest = text.substr(at);
    if (rest[0] == '"' || rest[0] == '\'') {
      const size_t end = rest.find(rest[0], 1);
      return end == rest.npos ? ""sv : rest.substr(1, end - 1);
    }
    return rest.substr(0, rest.find_first_of(" \t\r\n\f;\"'/>"));
  }
  return {};
}

std::string_view encoding_of_xml(std::string_view source) {
  if (source.substr(0, 4) == "<\0?\0"sv) return "UTF-16LE";
  if (source.substr(0, 4) == "\0<\0?"sv) return "UTF-16BE";
  if (source.substr(0, 5) != "<?xml") return "";
  const std::string_view head = source.substr(0, source.find("?>"));
  return head.size() == source.size() ? ""sv : value_of(head, "encoding");
}

// The charset of the first <meta> that has one, outside of comments.
std::string_view encoding_of_html(std::string_view source) {
  const std::string low = lowered(source.substr(0, kMetaReach));
  for (size_t at = low.find('<'); at != low.npos; at = low.find('<', at)) {
    if (low.compare(at, 4, "<!--") == 0) {
      at = low.find("-->", at + 2);
      if (at == low.npos) return "";
      continue;
    }
    const size_t end = low.find('>', at);
    if (end == low.npos) return "";
    if (low.compare(at, 5, "<meta") == 0 && end > at + 5 &&
        (kSpaces.find(low[at + 5]) != kSpaces.npos || low[at + 5] == '/')) {
      const std::string_view tag = source.substr(at, end - at);
      const std::string_view charset = value_of(tag, "charset");
      if (!charset.empty()) return charset;
    }
    at = end;
  }
  return "";
}

// What pages that name an old encoding are really in, as browsers read them:
// its larger successor. A page that can say in ASCII that it is in UTF-16 is
// in UTF-8.
std::string successor_of(std::string_view name) {
  constexpr std::string_view kPairs[][2] = {{"iso-8859-1", "windows-1252"},
                                            {"latin1", "windows-1252"},
                                            {"us-ascii", "windows-1252"},
                                            {"ascii", "windows-1252"},
                                            {"iso-8859-9", "windows-1254"},
                                            {"tis-620", "windows-874"},
                                            {"gb2312", "GB18030"},
                                            {"gbk", "GB18030"},
                                            {"shift_jis", "windows-31j"},
                                            {"x-sjis", "windows-31j"},
                                            {"euc-kr", "windows-949"},
                                            {"ks_c_5601-1987", "windows-949"},
                                            {"big5", "Big5-HKSCS"},
                                            {"x-user-defined", "windows-1252"},
                                            {"utf-16", "UTF-8"},
                                            {"utf-16le", "UTF-8"},
                                            {"utf-16be", "UTF-8"},
                                            {"unicode", "UTF-8"},
                                            {"utf8", "UTF-8"}};
  const std::string low = lowered(name);
  for (const auto& pair : kPairs) {
    if (low == pair[0]) return std::string(pair[1]);
  }
  return std::string(name);
}

}  // namespace

std::string encoding_of(std::string_view source, Kind kind,
                        std::string_view wanted) {
  const std::string_view mark = encoding_of_mark(source);
  if (!mark.empty()) return std::string(mark);
  if (!wanted.empty()) return std::string(wanted);
  if (kind != Kind::kTei && kind != Kind::kHtml) return "";
  const std::string_view declared = encoding_of_xml(source);
  if (kind == Kind::kTei || !declared.empty()) return std::string(declared);
  return successor_of(encoding_of_html(source));
}

}  // namespace khitai::document
