// SPDX-License-Identifier: Apache-2.0
//
// The lines of an entry, in the marks of a format: what is common to the
// formats that people read. A pen knows how its format writes a name, a word
// in italics, a way to another entry; it has no state.

#ifndef KHITAI_WRITE_INDEX_PEN_H_
#define KHITAI_WRITE_INDEX_PEN_H_

#include <string>
#include <string_view>
#include <vector>

#include "write/index.h"
#include "write/index_words.h"

namespace khitai::write {

class IndexPen {
 public:
  virtual ~IndexPen() = default;
  virtual std::string text(std::string_view text) const = 0;  // escaped
  virtual std::string name(std::string_view text,
                           std::string_view lang) const = 0;
  virtual std::string document(std::string_view title) const = 0;
  // A space that no line ends at.
  virtual std::string_view firm_space() const { return " "; }
  // The word, then what it leads to.
  virtual std::string see(std::string_view word, bool also,
                          const std::string& where) const = 0;
  // To entry `number`; `shown` is its heading, finished.
  virtual std::string link(size_t, const std::string& shown) const {
    return shown;
  }
};

struct EntryLines {
  std::string heading;  // with what tells it apart
  std::string cited;    // its places, or "see ..."; with what parts them
  std::vector<std::string> below;
};

class IndexLines {
 public:
  IndexLines(const NameIndex& index, const IndexPen& pen)
      : index_(index), pen_(pen), words_(index_words(index.lang)) {}

  EntryLines of(const IndexEntry& entry) const;
  // "I: chapter-1.txt", where there are several documents.
  std::vector<std::string> documents() const;
  const IndexWords& words() const { return words_; }

 private:
  std::string heading(const IndexEntry& entry) const;
  std::string links(const std::vector<IndexLink>& links) const;
  std::string places(const std::vector<Citation>& cited) const;
  std::string sign_words(std::string_view sign) const;
  std::string behind(const std::string& places) const;

  const NameIndex& index_;
  const IndexPen& pen_;
  const IndexWords& words_;
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_INDEX_PEN_H_
