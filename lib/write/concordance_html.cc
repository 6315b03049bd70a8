// SPDX-License-Identifier: Apache-2.0
//
// A concordance as a page of HTML: a table that needs no script and no network.
// Its columns stay where they are; the text of each cell runs its own way.

#include "write/concordance.h"
#include "write/escape.h"
#include "write/tags.h"

namespace khitai::write {
namespace {

constexpr std::string_view kConcordanceCss =
    "body{font:16px/1.5 'Noto Serif',Georgia,'Times New Roman',serif;"
    "margin:2em auto;max-width:78em;padding:0 1em;color:#1a1a1a;"
    "background:#fff}"
    "h1{font-size:1.3em}"
    "table{border-collapse:collapse;width:100%}"
    "td,th{padding:.15em .3em;vertical-align:baseline}"
    "tr:nth-child(even){background:#f6f6f4}"
    "td.p{font:13px/1.5 'Noto Sans',sans-serif;color:#666;"
    "white-space:nowrap}"
    "td.l{text-align:right;width:44%}td.r{text-align:left;width:44%}"
    "th{color:#0b4f8a;text-align:center;white-space:nowrap}"
    "th.q::after{content:'?';color:#b3261e}"
    "@media(prefers-color-scheme:dark){body{color:#ddd;background:#161616}"
    "tr:nth-child(even){background:#202020}td.p{color:#999}th{color:#8ab8e6}}"
    "@media print{body{font-size:10pt;max-width:none}}";

void append_cell_html(std::string_view tag, std::string_view name,
                      std::string_view text, bool right_to_left,
                      std::string_view lang, std::string_view title,
                      std::string* out) {
  out->append("<").append(tag).append(" class=\"").append(name);
  out->append("\" dir=\"").append(right_to_left ? "rtl" : "ltr").append("\"");
  if (!lang.empty()) {
    out->append(" lang=\"");
    append_html(lang, out);
    out->append("\"");
  }
  if (!title.empty()) {
    out->append(" title=\"");
    append_html(title, out);
    out->append("\"");
  }
  out->append(">");
  append_html(without_bidi_controls(text), out);
  out->append("</").append(tag).append(">");
}

}  // namespace

void begin_passages_html(std::string_view title, std::string* out) {
  out->append(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
      "<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
  append_html(title, out);
  out->append("</title>\n<style>")
      .append(kConcordanceCss)
      .append("</style>\n</head>\n<body>\n<h1>");
  append_html(title, out);
  out->append("</h1>\n<table>\n");
}

void write_passages_html(const Lexicon& lexicon,
                         std::span<const Passage> passages, std::string* out) {
  for (const Passage& one : passages) {
    const bool rtl = one.right_to_left;
    const std::string_view lang = first_tag(one.lang);
    out->append("<tr><td class=\"p\"><bdi>");
    append_html(one.document, out);
    out->append("</bdi>:" + std::to_string(one.line) + ":" +
                std::to_string(one.column) + "</td>");
    append_cell_html("td", "l", rtl ? one.after : one.before, rtl, lang, "",
                     out);
    append_cell_html("th", one.decision == Decision::kMatch ? "k" : "k q",
                     one.text, rtl, lang, lexicon.entity(one.entity).label,
                     out);
    append_cell_html("td", "r", rtl ? one.before : one.after, rtl, lang, "",
                     out);
    out->append("</tr>\n");
  }
}

void end_passages_html(std::string* out) {
  out->append("</table>\n</body>\n</html>\n");
}

}  // namespace khitai::write
