// SPDX-License-Identifier: Apache-2.0
//
// A document as HTML: its paragraphs, its names as <mark> elements that lead
// to the page's data. Linear in the document and its mentions.

#ifndef KHITAI_WRITE_HTML_BODY_H_
#define KHITAI_WRITE_HTML_BODY_H_

#include <string>
#include <string_view>
#include <vector>

#include "khitai/write.h"
#include "write/html_data.h"

namespace khitai::write {

class HtmlBody {
 public:
  HtmlBody(const Lexicon& lexicon, const WriteOptions& options, PageData* data,
           std::string* out)
      : lexicon_(lexicon), options_(options), data_(data), out_(out) {}

  // The paragraphs of one document. The first mention of an entity on the page
  // gets the id `e<number>`.
  void write(const Annotation& annotation);

 private:
  struct Paragraph {
    size_t begin;
    size_t end;
  };
  struct Shown {
    const Mention* mention;
    bool rejected;
  };
  struct Open {  // a mention whose end is not reached
    const Mention* mention;
    bool rejected;
    size_t record;
  };

  static std::vector<Paragraph> paragraphs_of(std::string_view source);
  void write_paragraph(const Paragraph& paragraph, bool first);
  void write_inline(const Paragraph& paragraph);
  size_t next_stop(size_t at, size_t end) const;
  void open_mentions(size_t at);
  void close_mentions(size_t at);
  void open_mark(const Open& open, bool again);
  void append_title(const Open& open);
  static std::vector<Shown> shown_of(const Annotation& annotation);

  const Lexicon& lexicon_;
  const WriteOptions& options_;
  PageData* data_;
  std::string* out_;
  const Annotation* annotation_ = nullptr;
  std::vector<Shown> shown_;  // mentions and rejected ones, by begin
  size_t next_ = 0;           // the next one to open
  std::vector<Open> open_;
  std::vector<bool> anchored_;  // by the page's number of an entity
};

// "t-polity": a class for a type, whatever the type is called.
std::string type_class(std::string_view type);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_HTML_BODY_H_
