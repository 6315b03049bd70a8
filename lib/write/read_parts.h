// SPDX-License-Identifier: Apache-2.0
//
// What the readers of annotations share: lines, offsets, what is said of a
// mistake. One reader for each format; all append to a list of mentions and
// return the first error, "path:line: what, expected what". Linear.

#ifndef KHITAI_WRITE_READ_PARTS_H_
#define KHITAI_WRITE_READ_PARTS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/write.h"

namespace khitai::write {

// A file of lines, each without its line feed and carriage return.
class Lines {
 public:
  Lines(const std::string& path, std::string_view bytes);
  bool next(std::string_view* line);
  std::string where() const;  // "path:line" of the last one

 private:
  const std::string& path_;
  std::string_view rest_;
  size_t number_ = 0;
};

// The bytes without a byte order mark.
std::string_view without_mark(std::string_view bytes);

std::vector<std::string_view> split(std::string_view line, char by);

// Decimal digits, all of the text.
std::optional<size_t> whole_number(std::string_view text);
// 'text', in one line and not too long, for messages.
std::string quoted_short(std::string_view text);

// The name of a document by that of a file of its annotations: "x" of
// "folder/x.gold.jsonl".
std::string doc_of_path(std::string_view path);

std::optional<Decision> decision_of_word(std::string_view word);

// Start, end, as words; Error without the place.
Status read_span(std::string_view start, std::string_view end,
                 PlainMention* mention);

// Where nothing else is said: one candidate is the entity, several are
// ambiguous.
void decide_by_count(PlainMention* mention);

Status read_json_lines(const std::string& path, std::string_view bytes,
                       PlainMentions* all);
Status read_w3c(const std::string& path, std::string_view bytes,
                PlainMentions* all);
Status read_brat(const std::string& path, std::string_view bytes,
                 PlainMentions* all);
Status read_iob2(const std::string& path, std::string_view bytes,
                 PlainMentions* all);
Status read_csv(const std::string& path, std::string_view bytes,
                PlainMentions* all);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_READ_PARTS_H_
