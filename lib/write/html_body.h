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
#include "write/html_places.h"

namespace khitai::write {

class HtmlBody {
 public:
  // `hops`: with links to the places before and after, and to the index.
  HtmlBody(const Lexicon& lexicon, const WriteOptions& options, bool hops,
           PageData* data, PagePlaces* places, std::string* out)
      : lexicon_(lexicon),
        options_(options),
        hops_(hops),
        data_(data),
        places_(places),
        out_(out) {}

  // Finds the places of one document; writes nothing. REQUIRES: called for
  // every document, in their order, before the first is written.
  void find_places(const Annotation& annotation);
  // The paragraphs of one document. What is linked to has an id. REQUIRES:
  // likewise in their order.
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
    size_t place;
  };

  static std::vector<Paragraph> paragraphs_of(std::string_view source);
  void begin(const Annotation& annotation);
  size_t add_place(const Mention& mention, bool rejected);
  void append(std::string_view html) {
    if (!finding_) out_->append(html);
  }
  void write_paragraph(const Paragraph& paragraph, bool first);
  void write_inline(const Paragraph& paragraph);
  size_t next_stop(size_t at, size_t end) const;
  void open_mentions(size_t at);
  void close_mentions(size_t at);
  void open_mark(const Open& open, bool again);
  void append_place(const Open& open);
  void append_hops(size_t place);
  void append_title(const Open& open);
  static std::vector<Shown> shown_of(const Annotation& annotation);

  const Lexicon& lexicon_;
  const WriteOptions& options_;
  const bool hops_;
  PageData* data_;
  PagePlaces* places_;
  std::string* out_;
  bool finding_ = false;
  size_t document_ = 0;
  size_t paragraph_ = 0;
  size_t next_place_ = 0;
  const Annotation* annotation_ = nullptr;
  std::vector<Shown> shown_;  // mentions and rejected ones, by begin
  size_t next_ = 0;           // the next one to open
  std::vector<Open> open_;
};

// "t-polity": a class for a type, whatever the type is called.
std::string type_class(std::string_view type);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_HTML_BODY_H_
