// SPDX-License-Identifier: Apache-2.0
//
// An index for a terminal, and as Markdown.

#include "write/index.h"
#include "write/index_pen.h"
#include "write/script.h"
#include "write/terminal.h"

namespace khitai::write {
namespace {

class TextPen : public IndexPen {
 public:
  std::string text(std::string_view text) const override {
    return std::string(text);
  }
  std::string name(std::string_view text, std::string_view) const override {
    return isolated(text);
  }
  std::string document(std::string_view title) const override {
    return isolated(title);
  }
  std::string see(std::string_view word, bool,
                  const std::string& where) const override {
    return std::string(word) + " " + where;
  }
};

class MarkdownPen : public TextPen {
 public:
  std::string text(std::string_view text) const override {
    constexpr std::string_view kMarks = "\\`*_[]<>#|&~";
    std::string out;
    for (const char c : text) {
      if (kMarks.find(c) != kMarks.npos) out += '\\';
      out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out;
  }
  std::string name(std::string_view text, std::string_view) const override {
    return isolated(this->text(text));
  }
  std::string document(std::string_view title) const override {
    return "*" + isolated(text(title)) + "*";
  }
  std::string see(std::string_view word, bool,
                  const std::string& where) const override {
    return "*" + std::string(word) + "* " + where;
  }
};

}  // namespace

void write_index_text(const NameIndex& index, const WriteOptions& options,
                      std::string* out) {
  constexpr size_t kBelow = 4;
  const TextPen pen;
  const IndexLines lines(index, pen);
  Terminal terminal(options, out);
  const auto line = [&](const std::string& text, size_t indent) {
    terminal.begin_line(indent, indent + kBelow);
    terminal.text(text);
    terminal.end_line();
  };
  for (const std::string& document : lines.documents()) line(document, 0);
  for (size_t i = 0; i < index.groups.size(); ++i) {
    if (i > 0 || index.documents.size() > 1) line("", 0);
    terminal.begin_line(0, 0);
    terminal.text(index.groups[i].label, kBold);
    terminal.end_line();
    for (size_t j = index.groups[i].begin; j < index.groups[i].end; ++j) {
      const EntryLines entry = lines.of(index.entries[j]);
      terminal.begin_line(0, 2 * kBelow);
      terminal.text(entry.heading,
                    index.entries[j].see.empty() ? kBold : kPlain);
      terminal.text(entry.cited);
      terminal.end_line();
      for (const std::string& below : entry.below) line(below, kBelow);
    }
  }
}

void write_index_markdown(const NameIndex& index, std::string* out) {
  const MarkdownPen pen;
  const IndexLines lines(index, pen);
  *out += "# " + std::string(lines.words().title) + "\n";
  const std::vector<std::string> documents = lines.documents();
  if (!documents.empty()) *out += "\n";
  for (const std::string& document : documents) *out += "- " + document + "\n";
  for (const IndexGroup& group : index.groups) {
    *out += "\n## " + pen.text(group.label) + "\n\n";
    for (size_t i = group.begin; i < group.end; ++i) {
      const EntryLines entry = lines.of(index.entries[i]);
      const std::string_view strong = index.entries[i].see.empty() ? "**" : "";
      *out += "- ";
      *out += strong;
      *out += entry.heading;
      *out += strong;
      *out += entry.cited + "\n";
      for (const std::string& below : entry.below)
        *out += "  - " + below + "\n";
    }
  }
}

}  // namespace khitai::write
