// SPDX-License-Identifier: Apache-2.0
//
// An index as one page that needs nothing else: columns where there is room,
// every name in its language and isolated from what runs the other way, links
// between the entries.

#include "khitai/version.h"
#include "write/escape.h"
#include "write/index.h"
#include "write/index_pen.h"
#include "write/script.h"
#include "write/tags.h"

namespace khitai::write {
namespace {

std::string html_of(std::string_view text) {
  std::string out;
  append_html(text, &out);
  return out;
}

class HtmlPen : public IndexPen {
 public:
  std::string text(std::string_view text) const override {
    return html_of(text);
  }
  std::string name(std::string_view text,
                   std::string_view lang) const override {
    std::string out = "<bdi";
    const std::string_view tag = first_tag(lang);
    if (!tag.empty()) out += " lang=\"" + html_of(tag) + "\"";
    return out + ">" + html_of(text) + "</bdi>";
  }
  std::string document(std::string_view title) const override {
    return "<cite><bdi>" + html_of(title) + "</bdi></cite>";
  }
  std::string_view firm_space() const override { return "&nbsp;"; }
  std::string see(std::string_view word, bool,
                  const std::string& where) const override {
    return "<i>" + html_of(word) + "</i> " + where;
  }
  std::string link(size_t number, const std::string& shown) const override {
    return "<a href=\"#n" + std::to_string(number + 1) + "\">" + shown + "</a>";
  }
};

constexpr char kIndexLooks[] =
    ":root{color-scheme:light dark}\n"
    "body{margin:2rem auto;padding:0 1.5rem;max-width:72rem;line-height:1.45;"
    "font-family:Georgia,'Noto Serif','Noto Serif CJK SC','Noto Naskh Arabic',"
    "serif}\n"
    "h1{font-size:1.5rem;margin:0 0 .3rem}\n"
    "h2{font-size:1.05rem;margin:0 0 .2rem;break-after:avoid}\n"
    "nav{margin:.8rem 0 1.4rem}\n"
    "nav a{display:inline-block;min-width:1.2em;padding:.1em .3em;"
    "text-align:center}\n"
    ".index{columns:22rem;column-gap:2.5rem}\n"
    ".index>section{margin-bottom:1.1rem}\n"
    "ul{list-style:none;margin:0;padding:0}\n"
    ".index li{padding-inline-start:1.6em;text-indent:-1.6em;"
    "overflow-wrap:anywhere}\n"
    ".index li ul{margin-inline-start:1em}\n"
    ".index li li{font-size:.93em}\n"
    ".index>section>ul>li{break-inside:avoid-column}\n"
    ".documents{font-size:.93em;columns:18rem}\n"
    "html:is(:lang(zh),:lang(fa),:lang(ar)) i{font-style:normal;"
    "opacity:.75}\n"
    "li:target>.h{background:Mark;color:MarkText}\n"
    ".h{font-weight:600}\n"
    "a{color:LinkText;text-decoration:none}\n"
    "a:hover,a:focus{text-decoration:underline}\n"
    "footer{margin-top:2rem;font-size:.8rem;opacity:.75}\n"
    "@media print{nav,footer{display:none}a{color:inherit}}\n";

class IndexPage {
 public:
  IndexPage(const NameIndex& index, std::string* out)
      : index_(index), lines_(index, pen_), out_(out) {}

  void write() {
    write_head();
    write_documents();
    write_letters();
    raw("<main class=\"index\">\n");
    for (size_t i = 0; i < index_.groups.size(); ++i) write_group(i);
    if (index_.groups.empty()) raw("<p>No names were found.</p>\n");
    raw("</main>\n<footer lang=\"en\" dir=\"ltr\">Made by khitai ");
    raw(kVersion);
    raw(" with lexicon <code>" + html_of(index_.lexicon) +
        "</code>.</footer>\n</body>\n</html>\n");
  }

 private:
  void raw(std::string_view html) { out_->append(html); }

  void write_head() {
    const std::string title = html_of(lines_.words().title);
    raw("<!DOCTYPE html>\n<html lang=\"" + html_of(index_.lang) + "\"");
    // By the words of the index, which are in its language or in English.
    if (script_of(lines_.words().title).right_to_left) raw(" dir=\"rtl\"");
    raw(">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\""
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
        "form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n<meta name=\"generator\" content=\"khitai ");
    raw(kVersion);
    raw("\">\n<title>" + title + "</title>\n<style>\n");
    raw(kIndexLooks);
    raw("</style>\n</head>\n<body>\n<h1>" + title + "</h1>\n");
  }

  void write_documents() {
    const std::vector<std::string> documents = lines_.documents();
    if (documents.empty()) return;
    raw("<ul class=\"documents\">\n");
    for (const std::string& one : documents) raw("<li>" + one + "</li>\n");
    raw("</ul>\n");
  }

  void write_letters() {
    if (index_.groups.size() < 2) return;
    raw("<nav>");
    for (size_t i = 0; i < index_.groups.size(); ++i) {
      raw("<a href=\"#g" + std::to_string(i + 1) + "\"><bdi>" +
          html_of(index_.groups[i].label) + "</bdi></a> ");
    }
    raw("</nav>\n");
  }

  void write_group(size_t number) {
    const IndexGroup& group = index_.groups[number];
    raw("<section>\n<h2 id=\"g" + std::to_string(number + 1) + "\"><bdi>" +
        html_of(group.label) + "</bdi></h2>\n<ul>\n");
    for (size_t i = group.begin; i < group.end; ++i) write_entry(i);
    raw("</ul>\n</section>\n");
  }

  void write_entry(size_t number) {
    const IndexEntry& entry = index_.entries[number];
    const EntryLines lines = lines_.of(entry);
    raw("<li id=\"n" + std::to_string(number + 1) + "\">");
    raw(entry.see.empty() ? "<span class=\"h\">" : "<span>");
    raw(lines.heading + "</span>" + lines.cited);
    if (!lines.below.empty()) {
      raw("<ul>\n");
      for (const std::string& one : lines.below) raw("<li>" + one + "</li>\n");
      raw("</ul>");
    }
    raw("</li>\n");
  }

  const NameIndex& index_;
  const HtmlPen pen_;
  const IndexLines lines_;
  std::string* out_;
};

}  // namespace

void write_index_html(const NameIndex& index, std::string* out) {
  IndexPage(index, out).write();
}

}  // namespace khitai::write
