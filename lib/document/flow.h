// SPDX-License-Identifier: Apache-2.0
//
// Running text as a reader of markup meets it. White space of the source is
// one space however long it is, breaks become blank lines, words parted at the
// end of a line are joined. What stands beside the text (an aside) is gathered
// apart and follows behind it, so that it does not cut a name it stands in.
//
// A flow of several asides is a stack: the innermost open one takes the text.
// Linear in the source. Not thread-safe.

#ifndef KHITAI_DOCUMENT_FLOW_H_
#define KHITAI_DOCUMENT_FLOW_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace khitai::document {

class Flow {
 public:
  explicit Flow(bool joins_at_hyphens) : joins_at_hyphens_(joins_at_hyphens) {
    open_.push_back(Stream{});
  }

  // Text as it stands in the source at `from`.
  void text(std::string_view text, size_t from);
  // The same, with its white space kept: verse and tables set by hand.
  void kept_text(std::string_view text, size_t from);
  // Text that stands for other bytes of the source.
  void text_for(std::string_view text, Span source);

  void block();  // no name reaches across
  void line();   // a line ends; a word does too, unless it is parted there
  void join();   // a line ends within a word
  void gap();    // something that is no text parts two words

  void begin_lang(std::string_view tag);
  void keep(const Kept& kept) { top().document.keep(kept); }

  void open_aside();
  void close_aside();  // does nothing when none is open
  // The number of the stream that takes text now; 0 is the running text.
  size_t stream() const { return open_.back().number; }

  // All of it, asides last, each behind a blank line; where each stream went.
  // The flow is empty then.
  Document finish(std::vector<Part>* streams);

 private:
  struct Stream {
    size_t number = 0;
    Document document;
    std::string lang;
    // The word at the end goes on where text goes on. A hyphen that may be its
    // own begins at `hyphen`.
    bool joining = false;
    size_t hyphen = std::string_view::npos;
  };
  Stream& top() { return open_.back(); }
  bool at_space() const;
  void end_spaces();
  void space(std::string_view text, Span source);
  void word(std::string_view text, size_t from);
  void resume(std::string_view text);
  bool begin_joining(bool hyphens);

  const bool joins_at_hyphens_;
  std::vector<Stream> open_;
  std::vector<Document> asides_;  // by number - 1
};

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_FLOW_H_
