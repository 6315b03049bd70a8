// SPDX-License-Identifier: Apache-2.0
//
// The text of the journal of a folder of outputs: which were written, from
// which source, with what. Lines are added at its end, so a run that is killed
// leaves one that can be used: each line carries its own checksum, and one that
// was torn or damaged is as if it were not there. Functions of their arguments,
// linear; thread-safe.
//
//   output <tab> source <tab> identity <tab> check
//   songs/one.txt.jsonl <tab> 8c1f... <tab> 03ab... <tab> 77e0...
//
// Of several lines of an output the last counts.

#ifndef KHITAI_WRITE_JOURNAL_H_
#define KHITAI_WRITE_JOURNAL_H_

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace khitai::write {

// What an output was made of; both are words without white space.
struct JournalMark {
  std::string source;    // checksum of the document's bytes
  std::string identity;  // of all else that it depends on
};
inline bool operator==(const JournalMark& a, const JournalMark& b) {
  return a.source == b.source && a.identity == b.identity;
}

struct Journal {
  std::map<std::string, JournalMark> done;  // by output
  size_t end = 0;   // bytes up to the end of the last whole line
  size_t idle = 0;  // lines that say nothing (any more)
};

std::string_view journal_header();
// A line with its end. `mark` null: the output is not to be relied on.
std::string journal_line(std::string_view output, const JournalMark* mark);
// Any bytes can be read. A last line without its end is not counted at all.
Journal read_journal(std::string_view bytes);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_JOURNAL_H_
