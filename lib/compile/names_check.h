// SPDX-License-Identifier: Apache-2.0
//
// The cells of a user's table of names, and what may be wrong with a row of it
// by itself.

#ifndef KHITAI_COMPILE_NAMES_CHECK_H_
#define KHITAI_COMPILE_NAMES_CHECK_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compile/tables.h"

namespace khitai::compile {

// The cells of a row.
namespace given {

enum : size_t {
  kId,
  kForm,
  kLang,
  kUse,
  kType,
  kFrom,
  kTo,
  kLabel,
  kAccept,  // these of tables of answers only (names_answers.h)
  kEntity,
  kDocument,
  kStart,
};
inline constexpr std::array<std::string_view, 12> kColumns = {
    "id", "form",  "lang",   "use",    "type",     "from",
    "to", "label", "accept", "entity", "document", "start"};
using Cells = std::array<std::string, kColumns.size()>;

}  // namespace given

// Thread-safe.
class NamesCheck {
 public:
  // `known_types`: others are problems. The tables must outlive it; only
  // their vocabulary is read.
  NamesCheck(std::string path, bool known_types, const Tables& tables)
      : path_(std::move(path)), known_types_(known_types), tables_(tables) {}

  void row(uint32_t line, const given::Cells& cells,
           std::vector<Problem>* problems) const;

 private:
  class Report;
  void check_dates(const given::Cells& cells, Report* report) const;
  void check_words(const given::Cells& cells, Report* report) const;
  void check_word(std::string_view list, size_t column, std::string_view word,
                  Report* report) const;

  std::string path_;
  bool known_types_;
  const Tables& tables_;
};

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_NAMES_CHECK_H_
