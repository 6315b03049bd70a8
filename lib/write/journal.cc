// SPDX-License-Identifier: Apache-2.0

#include "write/journal.h"

#include <utility>

#include "base/checksum.h"
#include "write/escape.h"

namespace khitai::write {
namespace {

constexpr std::string_view kJournalHeader = "output\tsource\tidentity\tcheck\n";
constexpr std::string_view kNotDone = "-";

// Cuts the text up to the last tab off `*rest`, which becomes what is before.
std::string_view last_cell(std::string_view* rest) {
  const size_t tab = rest->rfind('\t');
  if (tab == rest->npos) return {};
  const std::string_view cell = rest->substr(tab + 1);
  *rest = rest->substr(0, tab);
  return cell;
}

// False: the line is not as it was written.
bool read_line(std::string_view line, std::string* output, JournalMark* mark) {
  std::string_view rest = line;
  const std::string_view check = last_cell(&rest);
  if (check.empty() || check != base::hex64(base::checksum(rest))) return false;
  mark->identity = last_cell(&rest);
  mark->source = last_cell(&rest);
  *output = unescaped(rest);
  return !mark->source.empty() && !output->empty();
}

}  // namespace

std::string_view journal_header() { return kJournalHeader; }

std::string journal_line(std::string_view output, const JournalMark* mark) {
  std::string line = escaped(output);
  line += '\t';
  line += mark == nullptr ? kNotDone : std::string_view(mark->source);
  line += '\t';
  line += mark == nullptr ? kNotDone : std::string_view(mark->identity);
  const std::string check = base::hex64(base::checksum(line));
  return line + '\t' + check + '\n';
}

Journal read_journal(std::string_view bytes) {
  Journal journal;
  for (size_t end = bytes.find('\n'); end != bytes.npos;
       end = bytes.find('\n', journal.end)) {
    const std::string_view line = bytes.substr(journal.end, end - journal.end);
    const bool header =
        journal.end == 0 && line == kJournalHeader.substr(0, line.size());
    journal.end = end + 1;
    if (header) continue;
    std::string output;
    JournalMark mark;
    if (!read_line(line, &output, &mark)) {
      ++journal.idle;
    } else if (mark.source == kNotDone) {
      journal.idle += 1 + journal.done.erase(output);
    } else if (!journal.done.insert_or_assign(output, std::move(mark)).second) {
      ++journal.idle;
    }
  }
  return journal;
}

}  // namespace khitai::write
