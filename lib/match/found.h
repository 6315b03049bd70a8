// SPDX-License-Identifier: Apache-2.0
//
// Matches of one piece of a text, by the unit they begin at. They are found
// level by level, and wanted in the order of the text: a bit for each unit at
// which some begin gives that order for less than a sort.

#ifndef KHITAI_MATCH_FOUND_H_
#define KHITAI_MATCH_FOUND_H_

#include <cstdint>
#include <vector>

namespace khitai::match {

struct Match;

class Found {
 public:
  // Forgets all; units are numbered below `units`.
  void clear(uint32_t units);
  void add(uint32_t unit, const Match& match);
  // Appends all to `matches`: by begin, longer before shorter, each once.
  void append_to(std::vector<Match>* matches) const;

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  std::vector<Match> found_;
  std::vector<uint32_t> before_;  // the last one found of the same unit
  std::vector<uint64_t> marks_;   // a bit for each unit
  std::vector<uint32_t> last_;    // of units with their bit set
};

}  // namespace khitai::match

#endif  // KHITAI_MATCH_FOUND_H_
