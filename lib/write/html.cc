// SPDX-License-Identifier: Apache-2.0
//
// Annotated documents as one page that needs nothing else: no network, and no
// script to be read. Its looks and its behaviour are html/page.css and
// html/page.js, embedded when the library is built. Linear in the documents.

#include <span>

#include "base/checksum.h"
#include "khitai/version.h"
#include "khitai/write.h"
#include "write/escape.h"
#include "write/found.h"
#include "write/html_body.h"
#include "write/html_data.h"
#include "write/html_files.h"
#include "write/html_index.h"
#include "write/html_places.h"
#include "write/shown.h"
#include "write/tags.h"
#include "write/words.h"

namespace khitai {
namespace {

using namespace write;

// From here on browsers lay out only what is near the window.
constexpr size_t kBig = 1 << 20;
// Places of a spelling that the index leads to; on a big page the script must
// lead to the others, which are without links in the text, too.
constexpr size_t kPlaces = 40;
constexpr size_t kPlacesOfBig = 3;

class Page {
 public:
  Page(const Lexicon& lexicon, const std::vector<Annotation>& annotations,
       const WriteOptions& options, std::string* out)
      : lexicon_(lexicon),
        annotations_(annotations),
        options_(options),
        data_(lexicon, options),
        found_(found_entities(lexicon, annotations)),
        out_(out) {}

  void write();

 private:
  void raw(std::string_view html) { out_->append(html); }
  void text(std::string_view text) { append_html(text, out_); }
  void write_head();
  void write_bar();
  void write_contents();
  void write_entities();
  void write_documents();
  void write_type(std::span<const Found> all);
  void write_entity(const Found& found);
  void write_article(const Annotation& annotation, size_t number,
                     HtmlBody* body);
  void write_end();
  std::string title() const;
  bool is_big() const;

  const Lexicon& lexicon_;
  const std::vector<Annotation>& annotations_;
  const WriteOptions& options_;
  PageData data_;
  PagePlaces places_;
  std::vector<Found> found_;
  std::string* out_;
};

std::string Page::title() const {
  if (annotations_.size() == 1) return annotations_.front().name;
  return counted(annotations_.size(), "document", "documents");
}

void Page::write() {
  write_head();
  write_bar();
  raw("<div class=\"frame\">\n<nav class=\"side\" id=\"side\">\n");
  write_contents();
  write_entities();
  raw("</nav>\n<main id=\"text\">\n");
  write_documents();
  raw("</main>\n</div>\n");
  write_end();
}

bool Page::is_big() const {
  size_t bytes = 0;
  for (const Annotation& one : annotations_) bytes += one.source.size();
  return bytes > kBig;
}

// What the index leads to has an id in the text before it.
void Page::write_documents() {
  HtmlBody body(lexicon_, options_, !is_big(), &data_, &places_, out_);
  for (const Annotation& one : annotations_) body.find_places(one);
  std::string index;
  HtmlIndex(lexicon_, annotations_, options_, is_big() ? kPlacesOfBig : kPlaces,
            &data_, &places_, &index)
      .write(found_);
  size_t number = 0;
  for (const Annotation& annotation : annotations_) {
    write_article(annotation, ++number, &body);
  }
  raw(index);
}

void Page::write_head() {
  raw("<!DOCTYPE html>\n<html lang=\"en\"");
  if (is_big()) raw(" class=\"big\"");
  raw(">\n<head>\n"
      "<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\""
      "default-src 'none'; style-src 'unsafe-inline'; "
      "script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"generator\" content=\"khitai ");
  raw(kVersion);
  raw("\">\n<title>");
  text(title());
  raw(" \u2013 khitai</title>\n<style>\n");
  raw(page_css());
  raw("</style>\n</head>\n<body>\n");
}

void Page::write_bar() {
  raw("<a class=\"skip\" href=\"#text\">To the text</a>\n"
      "<header class=\"bar\">\n<button type=\"button\" id=\"open-side\" "
      "class=\"scripted\" aria-controls=\"side\" aria-expanded=\"false\">"
      "Names</button>\n<h1>");
  text(title());
  raw("</h1>\n<div class=\"tools scripted\">\n"
      "<button type=\"button\" id=\"review\" aria-pressed=\"false\" "
      "aria-keyshortcuts=\"r\" title=\"Accept or correct what was found (r)\">"
      "Review</button>\n"
      "<button type=\"button\" id=\"tags\" aria-pressed=\"false\" "
      "title=\"Write the type after each name\">Types</button>\n"
      "<button type=\"button\" id=\"theme\" aria-pressed=\"false\" "
      "title=\"Light or dark\">Dark</button>\n</div>\n</header>\n");
}

void Page::write_contents() {
  if (annotations_.size() < 2) return;
  raw("<section class=\"contents\">\n<h2>Documents</h2>\n<ol>\n");
  for (size_t i = 0; i < annotations_.size(); ++i) {
    raw("<li><a href=\"#d" + std::to_string(i + 1) + "\"><bdi>");
    text(annotations_[i].name);
    raw("</bdi> <span class=\"count\">" +
        std::to_string(annotations_[i].mentions.size()) + "</span></a></li>\n");
  }
  raw("</ol>\n</section>\n");
}

void Page::write_entities() {
  raw("<section class=\"entities\">\n<h2>Names");
  if (!found_.empty()) raw(" <a href=\"#index\">index</a>");
  raw("</h2>\n"
      "<input type=\"search\" id=\"find\" class=\"scripted\" "
      "placeholder=\"Find a name\" aria-label=\"Find a name in the list\">\n");
  const std::span<const Found> found(found_);
  for (size_t i = 0; i < found.size();) {
    const std::string_view type = found_entity(lexicon_, found[i]).type;
    size_t end = i + 1;
    while (end < found.size() &&
           found_entity(lexicon_, found[end]).type == type) {
      ++end;
    }
    write_type(found.subspan(i, end - i));
    i = end;
  }
  if (found_.empty()) raw("<p class=\"nothing\">No names were found.</p>\n");
  raw("</section>\n<section class=\"legend\" aria-label=\"Legend\">\n"
      "<p><mark>name</mark> decided</p>\n"
      "<p><mark class=\"unsure\">name</mark> ambiguous</p>\n"
      "<p><mark class=\"unlikely\">name</mark> unlikely</p>\n</section>\n");
}

void Page::write_type(std::span<const Found> all) {
  const std::string_view type = found_entity(lexicon_, all.front()).type;
  const std::string name = type_class(type);
  raw("<section class=\"type " + name +
      "\">\n<h3><label>"
      "<input type=\"checkbox\" class=\"show scripted\" value=\"" +
      name + "\" checked> <span class=\"swatch\"></span>");
  text(type_plural(type));
  raw("</label> <span class=\"count\">" + std::to_string(all.size()) +
      "</span></h3>\n<ul>\n");
  for (const Found& found : all) write_entity(found);
  raw("</ul>\n</section>\n");
}

void Page::write_entity(const Found& found) {
  const Entity entity = found_entity(lexicon_, found);
  const std::string number =
      std::to_string(data_.entity({found.entity, found.own}));
  raw("<li><a href=\"#e" + number + "\" data-e=\"" + number +
      "\"><bdi class=\"label\">");
  text(found_label(lexicon_, found, options_));
  raw("</bdi> <span class=\"dates\">");
  text(span_words(entity.from, entity.to));
  raw("</span> <span class=\"count\">");
  std::string counts;
  if (found.matched > 0) counts = std::to_string(found.matched);
  if (found.ambiguous > 0) {
    append_joined(" + ", std::to_string(found.ambiguous) + "?", &counts);
  }
  raw(counts);
  raw("</span></a></li>\n");
}

void Page::write_article(const Annotation& annotation, size_t number,
                         HtmlBody* body) {
  raw("<article id=\"d" + std::to_string(number) + "\" data-hash=\"" +
      base::hex64(base::checksum(annotation.source)) +
      "\">\n<header>\n<h2><bdi>");
  text(annotation.name);
  raw("</bdi></h2>\n<p class=\"facts\">");
  std::string facts = language_words(annotation.lang);
  append_joined(" \u00B7 ",
                counted(annotation.mentions.size(), "name", "names"), &facts);
  text(facts);
  raw("</p>\n</header>\n<div class=\"body\"");
  if (!annotation.lang.empty()) {
    raw(" lang=\"");
    text(first_tag(annotation.lang));
    raw("\"");
  }
  raw(">\n");
  body->write(annotation);
  raw("</div>\n</article>\n");
}

void Page::write_end() {
  raw("<footer class=\"end\">Names found by khitai ");
  raw(kVersion);
  raw(" with lexicon <code>");
  text(lexicon_.hash());
  raw("</code>.<span class=\"scripted\"> Hover over a name, tap it or go to "
      "it with the Tab key to see whom or what it means, and why; the "
      "keys n and p lead to the next and the previous mention of it.</span>"
      "</footer>\n"
      "<script type=\"application/json\" id=\"khitai-data\">");
  data_.write(out_);
  raw("</script>\n<script>\n");
  raw(page_js());
  raw("</script>\n</body>\n</html>\n");
}

}  // namespace

void write_html(const Lexicon& lexicon,
                const std::vector<Annotation>& annotations,
                const WriteOptions& options, std::string* out) {
  Page(lexicon, annotations, options, out).write();
}

}  // namespace khitai
