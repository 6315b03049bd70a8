// SPDX-License-Identifier: Apache-2.0

#include "resolve/heading.h"

#include <algorithm>
#include <utility>

#include "fold/fold.h"
#include "resolve/heading_parts.h"
#include "resolve/subfields.h"
#include "text/casing.h"

namespace khitai::resolve {
namespace {

constexpr size_t kMostBytes = 400;  // longer texts are no headings
constexpr size_t kMostParts = 8;

bool is_one_of(char byte, std::string_view bytes) {
  return bytes.find(byte) != std::string_view::npos;
}

// Whether every word is one letter: "V. V.", "D.C.".
bool is_initials(std::string_view text) {
  const fold::Units units = units_of(text);
  return !units.units.empty() &&
         std::all_of(units.units.begin(), units.units.end(),
                     [&](const fold::Unit& unit) {
                       const std::string_view key = units.key_of(unit);
                       return unit.kind == fold::UnitKind::kWord &&
                              std::count_if(key.begin(), key.end(), [](char c) {
                                return (c & 0xC0) != 0x80;
                              }) == 1;
                     });
}

// Whether a text has letters with case, and no word of it a capital.
bool is_small(std::string_view text) {
  const fold::Units units = units_of(text);
  bool small = false;
  for (const fold::Unit& unit : units.units) {
    const text::Casing casing = text::casing_of(written(text, unit));
    if (casing == text::Casing::kCapital) return false;
    small = small || casing == text::Casing::kLower;
  }
  return small;
}

bool has_number(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

// The last word of a name when it is a number of rulers: "Mahmud II". Where
// it begins, else npos. The fold makes such words digits.
size_t numeral_begin(std::string_view name) {
  const fold::Units units = units_of(name);
  if (units.units.size() < 2) return std::string_view::npos;
  const fold::Unit& last = units.units.back();
  const std::string_view key = units.key_of(last);
  const bool number = key.size() <= 2 &&
                      std::all_of(key.begin(), key.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  return number && !has_number(written(name, last)) ? last.begin
                                                    : std::string_view::npos;
}

}  // namespace

bool may_be_heading(std::string_view text) {
  if (text.size() > kMostBytes) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (is_one_of(text[i], ",([$|\x1F")) return true;
    for (std::string_view mark :
         {"\xD8\x8C", "\xEF\xBC\x8C", "\xEF\xBC\x88", "\xE2\x80\xA1",
          "\xC7\x82", "\xEF\xBC\xBB", "\xE3\x80\x94", "\xE3\x80\x90"}) {
      if (text.substr(i, mark.size()) == mark) return true;
    }
  }
  return false;
}

// Takes one heading apart.
class HeadingParser {
 public:
  HeadingParser(const HeadingReader& reader, std::string_view text)
      : reader_(reader), text_(text) {}

  Heading run() {
    heading_.names.emplace_back(text_);
    Heading plain = heading_;
    const std::vector<Subfield> subfields = subfields_of(text_);
    const bool read =
        subfields.empty() ? read_text(text_) : read_subfields(subfields);
    if (!read || name_.empty()) return plain;
    if (!set_names()) return plain;
    return std::move(heading_);
  }

 private:
  bool read_text(std::string_view text) {
    const HeadingParts parts = parts_of(text);
    if (parts.parts.empty() || parts.parts.size() > kMostParts) return false;
    name_ = parts.parts.front();
    for (size_t i = 1; i < parts.parts.size(); ++i) {
      if (!add_known(parts.parts[i])) rest_.push_back(parts.parts[i]);
    }
    for (const std::string& inside : parts.brackets) add_bracket(inside);
    return true;
  }

  bool read_subfields(const std::vector<Subfield>& subfields) {
    marked_ = true;
    for (const Subfield& subfield : subfields) {
      const std::string text(trimmed_heading(subfield.text));
      if (text.empty()) continue;
      if (subfield.code == 'a') {
        if (!name_.empty() || !read_text(text)) return false;
      } else if (subfield.code == 'b') {
        name_ += ' ' + text;
      } else if (subfield.code == 'c') {
        for (const std::string& part : parts_of(text).parts) add_rank(part);
        for (const std::string& part : parts_of(text).brackets) add_rank(part);
      } else if (subfield.code != 'd' || !add_dates(text)) {
        if (subfield.code == 't') return false;  // of a work of his
        heading_.left_out.push_back(text);
      }
    }
    return true;
  }

  // Dates, a relator or a rank: what is not of the name.
  bool add_known(const std::string& part) {
    if (add_dates(part)) return true;
    if ((reader_.words_.roles_of(fold::match_key(part)) &
         context::DateWords::kRelator) != 0) {
      heading_.left_out.push_back(part);
      return true;
    }
    if (!reader_.is_rank(part)) return false;
    add_rank(part);
    return true;
  }

  bool add_dates(std::string_view part) {
    const auto dates = context::read_life_dates(part, reader_.words_);
    if (!dates) return false;
    if (!heading_.dates) {
      heading_.dates = dates;
    } else if (const auto both = context::both_dates(*heading_.dates, *dates)) {
      heading_.dates = both;
    } else {
      heading_.left_out.emplace_back(part);
    }
    return true;
  }

  void add_rank(const std::string& part) {
    heading_.qualifiers.push_back(part);
    ranks_.push_back(part);
  }

  void add_bracket(const std::string& inside) {
    if (add_dates(inside)) return;
    for (const std::string& part : parts_of(inside).parts) {
      if (!add_dates(part)) heading_.qualifiers.push_back(part);
    }
  }

  // The spellings of the name. False where the parts make no heading.
  bool set_names() {
    if (!rest_.empty() && is_list(rest_.front())) return false;
    if (!rest_.empty() && ends_with_of(rest_.front())) {  // "Qatwan, Battle of"
      add_name(rest_.front() + ' ' + name_);
      for (size_t i = 1; i < rest_.size(); ++i) {
        heading_.qualifiers.push_back(rest_[i]);
      }
    } else if (rest_.size() > 1) {
      return false;
    } else if (rest_.empty()) {
      add_plain();
    } else if (is_small(rest_.front())) {  // "Sanjar, musician"
      heading_.qualifiers.push_back(rest_.front());
      add_plain();
    } else {
      if (!marked_ && !heading_.dates && is_initials(rest_.front())) {
        return false;
      }
      add_name(name_ + ' ' + rest_.front());
      add_name(rest_.front() + ' ' + name_);
      heading_.shorter.push_back(name_);
    }
    return heading_.found();
  }

  // A name of one part: with a rank of one word, alone, without its number.
  void add_plain() {
    add_name(name_);
    for (const std::string& rank : ranks_) {
      const std::string key = fold::match_key(rank);
      if (reader_.before_.contains(key)) add_name(rank + ' ' + name_);
      if (reader_.after_.contains(key)) add_name(name_ + ' ' + rank);
    }
    const size_t numeral = numeral_begin(name_);
    if (numeral != std::string::npos) {
      heading_.shorter.emplace_back(
          trimmed_heading(std::string_view(name_).substr(0, numeral)));
    }
  }

  void add_name(std::string name) {
    if (fold::match_key(name).empty()) return;
    if (std::find(heading_.names.begin(), heading_.names.end(), name) ==
        heading_.names.end()) {
      heading_.names.push_back(std::move(name));
    }
  }

  // Whether two names are joined: "Jurchen and Tangut" is no given name.
  bool is_list(std::string_view part) const {
    const fold::Units units = units_of(part);
    return std::any_of(
        units.units.begin(), units.units.end(), [&](const fold::Unit& unit) {
          return unit.kind == fold::UnitKind::kWord &&
                 text::casing_of(written(part, unit)) !=
                     text::Casing::kCapital &&
                 (reader_.words_.roles_of(std::string(units.key_of(unit))) &
                  context::DateWords::kJoins) != 0;
        });
  }

  bool ends_with_of(std::string_view part) const {
    const fold::Units units = units_of(part);
    return units.units.size() > 1 &&
           reader_.of_.contains(std::string(units.key_of(units.units.back())));
  }

  const HeadingReader& reader_;
  std::string_view text_;
  Heading heading_;
  std::string name_;
  std::vector<std::string> rest_;   // parts that may be of the name
  std::vector<std::string> ranks_;  // "Sultan", "Khan"
  bool marked_ = false;             // by subfields
};

Heading HeadingReader::read(std::string_view text) const {
  if (!may_be_heading(text)) return {{std::string(text)}, {}, {}, {}, {}};
  return HeadingParser(*this, text).run();
}

}  // namespace khitai::resolve
