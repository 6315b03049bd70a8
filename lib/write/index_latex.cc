// SPDX-License-Identifier: Apache-2.0
//
// An index as makeindex leaves it to LaTeX: a `theindex` environment, which
// \printindex of makeidx and imakeidx reads as it is. The order is ours:
// makeindex would sort by bytes, and takes no page such as 12r.

#include "write/index.h"
#include "write/index_pen.h"
#include "write/tags.h"

namespace khitai::write {
namespace {

class LatexPen : public IndexPen {
 public:
  std::string text(std::string_view text) const override {
    std::string out;
    for (const char c : text) append_char(c, &out);
    return out;
  }
  std::string name(std::string_view text,
                   std::string_view lang) const override {
    const std::string_view tag = first_tag(lang);
    return "\\indexlang{" + this->text(tag) + "}{" + this->text(text) + "}";
  }
  std::string document(std::string_view title) const override {
    return "\\indexdocument{" + text(title) + "}";
  }
  std::string_view firm_space() const override { return "~"; }
  // With the words of the document's own language.
  std::string see(std::string_view, bool also,
                  const std::string& where) const override {
    return (also ? "\\seealso{" : "\\see{") + where + "}{}";
  }

 private:
  static void append_char(char c, std::string* out) {
    switch (c) {
      case '\\':
        *out += "\\textbackslash{}";
        return;
      case '~':
        *out += "\\textasciitilde{}";
        return;
      case '^':
        *out += "\\textasciicircum{}";
        return;
      case '\n':
      case '\r':
      case '\t':
        *out += ' ';
        return;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
      case '{':
      case '}':
        *out += '\\';
        break;
      default:
        break;
    }
    *out += c;
  }
};

constexpr char kLatexHead[] =
    "%% Input it where the index belongs, or name it after an index of "
    "imakeidx\n"
    "%% (\\usepackage[noautomatic]{imakeidx} \\makeindex[name=names] ...\n"
    "%% \\printindex[names] reads names.ind). XeLaTeX or LuaLaTeX, with fonts\n"
    "%% for the scripts; redefine these for languages and titles:\n"
    "\\providecommand*\\indexlang[2]{#2}% language (BCP 47), name\n"
    "\\providecommand*\\indexdocument[1]{\\emph{#1}}\n"
    "\\providecommand*\\indexletter[1]{{\\bfseries #1}\\nopagebreak}\n"
    "\\providecommand*\\seename{see}\\providecommand*\\alsoname{see also}\n"
    "\\providecommand*\\see[2]{\\emph{\\seename} #1}\n"
    "\\providecommand*\\seealso[2]{\\emph{\\alsoname} #1}\n";

}  // namespace

void write_index_latex(const NameIndex& index, std::string* out) {
  const LatexPen pen;
  const IndexLines lines(index, pen);
  *out += kLatexHead;
  *out += "\\begin{theindex}\n";
  for (const std::string& document : lines.documents()) {
    *out += "  \\item " + document + "\n";
  }
  for (size_t i = 0; i < index.groups.size(); ++i) {
    const IndexGroup& group = index.groups[i];
    if (i > 0 || index.documents.size() > 1) *out += "\n  \\indexspace\n";
    *out += "\n  \\indexletter{" + pen.text(group.label) + "}\n";
    for (size_t j = group.begin; j < group.end; ++j) {
      const EntryLines entry = lines.of(index.entries[j]);
      *out += "  \\item " + entry.heading + entry.cited + "\n";
      for (const std::string& below : entry.below) {
        *out += "    \\subitem " + below + "\n";
      }
    }
  }
  *out += "\\end{theindex}\n";
}

}  // namespace khitai::write
