// SPDX-License-Identifier: Apache-2.0
//
// A page with a picture: the same facts three times, for the eye, to be read,
// and as tables. Numbers lead from the picture to the notes and back.

#include "khitai/version.h"
#include "write/escape.h"
#include "write/graph_notes.h"
#include "write/html_files.h"
#include "write/pictures/graph_svg.h"
#include "write/sources.h"
#include "write/svg.h"

namespace khitai::write {
namespace {

class PicturePage {
 public:
  PicturePage(const Graph& graph, const PictureOptions& options,
              std::string_view picture, std::string* out)
      : graph_(graph),
        options_(options),
        picture_(picture),
        notes_(notes_of(graph)),
        languages_(languages_of(graph)),
        out_(out) {}

  void write() {
    write_head();
    raw("<figure class=\"picture\">\n");
    raw(picture_);
    raw("</figure>\n<div class=\"text\" id=\"notes\">\n");
    if (options_.notes) {
      write_notes();
      write_works();
    }
    write_tables();
    raw("</div>\n</main>\n<footer>Drawn by khitai ");
    raw(kVersion);
    raw(".</footer>\n</body>\n</html>\n");
  }

 private:
  void raw(std::string_view html) { out_->append(html); }
  void text(std::string_view words) { append_line_text(words, out_); }
  void write_head();
  void write_notes();
  void write_works();
  void write_tables();
  void write_names();
  void write_links();
  void cell(std::string_view words) {
    raw("<td>");
    text(words);
    raw("</td>");
  }
  void name(size_t node, std::string_view element);

  const Graph& graph_;
  const PictureOptions& options_;
  std::string_view picture_;
  const GraphNotes notes_;
  const GraphLanguages languages_;
  std::string* out_;
};

void PicturePage::write_head() {
  std::string title = picture_line(graph_.title);
  if (title.empty()) title = "Names";
  raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\""
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
      "form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"generator\" content=\"khitai ");
  raw(kVersion);
  raw("\">\n<title>");
  text(title);
  raw(" \u2013 khitai</title>\n<style>\n");
  raw(picture_css());
  raw("</style>\n</head>\n<body>\n"
      "<a class=\"skip\" href=\"#notes\">To the notes</a>\n<main>\n<h1>");
  text(title);
  raw("</h1>\n");
}

void PicturePage::write_notes() {
  if (notes_.notes.empty()) return;
  raw("<section>\n<h2>Notes</h2>\n<ol class=\"notes\">\n");
  for (const GraphNote& note : notes_.notes) {
    const std::string number = std::to_string(note.number);
    raw("<li id=\"note-" + number + "\"><a class=\"sign\" href=\"#tie-" +
        number + "\" title=\"To the line in the picture\">");
    text(note_sign(note));
    raw("</a><div>\n<p class=\"heading\">");
    text(note.heading);
    raw("</p>\n");
    if (!note.claim.empty()) {
      raw("<p>");
      text(note.claim);
      raw("</p>\n");
    }
    raw("<p class=\"standing\">");
    text(note.standing);
    raw("</p>\n</div></li>\n");
  }
  raw("</ol>\n");
  for (const RivalAccount& rival : notes_.rivals) {
    raw("<p class=\"aside\"><b>");
    text(rival.mark);
    raw("</b>: account <bdi>");
    text(rival.account);
    raw("</bdi></p>\n");
  }
  raw("</section>\n");
}

void PicturePage::write_works() {
  if (graph_.works.empty()) return;
  raw("<section>\n<h2>Sources</h2>\n<dl class=\"works\">\n");
  for (const Graph::Work& work : graph_.works) {
    raw("<dt><bdi>");
    text(work.id);
    raw("</bdi></dt>\n<dd>");
    text(work.citation);
    raw("</dd>\n");
  }
  raw("</dl>\n</section>\n");
}

void PicturePage::name(size_t node, std::string_view element) {
  raw("<");
  raw(element);
  if (element == "th") raw(" scope=\"row\"");
  raw("><bdi");
  const std::string_view lang = picture_tag(graph_.nodes[node].lang);
  if (!lang.empty()) {
    raw(" lang=\"");
    text(lang);
    raw("\"");
  }
  raw(">");
  text(node_label(graph_, node));
  raw("</bdi></");
  raw(element);
  raw(">");
}

void PicturePage::write_names() {
  raw("<table>\n<caption>Names</caption>\n<thead><tr><th>Name</th>"
      "<th>Language</th><th>Meaning</th><th>When</th><th>Remarks</th></tr>"
      "</thead>\n<tbody>\n");
  for (size_t i = 0; i < graph_.nodes.size(); ++i) {
    const GraphNode& node = graph_.nodes[i];
    raw("<tr>");
    name(i, "th");
    cell(languages_.words[languages_.of_node[i]]);
    cell(node.gloss);
    cell(node.when);
    cell(node.marks);
    raw("</tr>\n");
  }
  raw("</tbody>\n</table>\n");
}

void PicturePage::write_links() {
  raw("<table>\n<caption>Links</caption>\n<thead><tr><th>Note</th>"
      "<th>From</th><th>To</th><th>How</th><th>Certainty</th>"
      "<th>Source</th></tr></thead>\n<tbody>\n");
  for (const GraphNote& note : notes_.notes) {
    const GraphEdge& edge = graph_.edges[note.edge];
    raw("<tr>");
    cell(note_sign(note));
    name(edge.from, "td");
    name(edge.to, "td");
    std::string how = edge.words.empty() ? note.short_type : edge.words;
    if (!edge.directed) how += " (side by side)";
    cell(how);
    std::string certainty = edge.certainty;
    if (!edge.stance.empty()) certainty += ", " + edge.stance;
    cell(certainty);
    cell(cited_words(edge.source));
    raw("</tr>\n");
  }
  raw("</tbody>\n</table>\n");
}

void PicturePage::write_tables() {
  if (graph_.nodes.empty()) return;
  raw("<section>\n<h2>As tables</h2>\n<div class=\"tables\">\n");
  write_names();
  if (!notes_.notes.empty()) write_links();
  raw("</div>\n</section>\n");
}

}  // namespace

Status write_graph_html(const Graph& graph, const PictureOptions& options,
                        std::string* out) {
  std::string picture;
  const Status drawn = draw_graph(
      graph, options, {true, " role=\"graphics-document\""}, &picture);
  if (!drawn.ok()) return drawn.error();
  PicturePage(graph, options, picture, out).write();
  return Done{};
}

}  // namespace khitai::write
