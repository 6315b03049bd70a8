// SPDX-License-Identifier: Apache-2.0

#include "context/life_dates.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "context/date_tokens.h"
#include "context/hijri.h"
#include "fold/fold.h"

namespace khitai::context {
namespace {

using Kind = DateToken::Kind;

constexpr int32_t kFirstYear = 100;

// One end of the dates: its numbers, and what the words say of it.
struct Side {
  std::vector<DateToken> numbers;
  unsigned roles = 0;
};

// 1143-50, 1086/87: the second number lacks what the first one has.
int32_t completed(const DateToken& number, int32_t before) {
  if (number.digits > 2 || before < kFirstYear) return number.value;
  const int32_t unit = number.digits == 1 ? 10 : 100;
  return before / unit * unit + number.value;
}

// The years of a side; none where its numbers make no sense. Open without a
// number.
std::optional<Years> years_of(const Side& side, bool hijri, bool century,
                              int32_t before) {
  if (side.numbers.empty()) return Years();
  if (side.numbers.size() > 2) return std::nullopt;
  if (century) {
    constexpr int32_t kCentury = 100;
    const int32_t first = side.numbers.front().value;
    const int32_t last = side.numbers.back().value;
    if (first < 1 || last < first || last > 21) return std::nullopt;
    return Years{(first - 1) * kCentury + 1, last * kCentury};
  }
  const int32_t first = completed(side.numbers.front(), before);
  const int32_t last = completed(side.numbers.back(), first);
  if (first < kFirstYear) return std::nullopt;
  if (side.numbers.size() == 2 && is_year_of_both(first, last)) {
    return Years{last, last};
  }
  if (last < first) return std::nullopt;
  if (!hijri) return Years{first, last};
  return Years{from_hijri(first), from_hijri(last)};
}

class Reading {
 public:
  explicit Reading(DateTokens tokens) : in_(std::move(tokens)) {}

  std::optional<LifeDates> run() {
    if (twice()) keep_second();
    if (!split()) return std::nullopt;
    const bool numbers =
        std::any_of(sides_.begin(), sides_.end(),
                    [](const Side& side) { return !side.numbers.empty(); });
    if (!numbers || sides_.size() > 2) return std::nullopt;
    return dates_of();
  }

 private:
  // Whether it is a range in two eras: 623-681/1226-1283.
  bool twice() const {
    constexpr Kind kShape[] = {Kind::kNumber, Kind::kDash,   Kind::kNumber,
                               Kind::kSlash,  Kind::kNumber, Kind::kDash,
                               Kind::kNumber};
    std::vector<DateToken> bare;
    for (const DateToken& token : in_.tokens) {
      if (token.kind != Kind::kWord) bare.push_back(token);
    }
    return std::equal(bare.begin(), bare.end(), std::begin(kShape),
                      std::end(kShape),
                      [](const DateToken& token, Kind kind) {
                        return token.kind == kind;
                      }) &&
           is_year_of_both(bare[0].value, bare[4].value) &&
           is_year_of_both(bare[2].value, bare[6].value);
  }

  void keep_second() {
    const auto slash = std::find_if(
        in_.tokens.begin(), in_.tokens.end(),
        [](const DateToken& token) { return token.kind == Kind::kSlash; });
    in_.tokens.erase(in_.tokens.begin(), slash + 1);
    std::erase_if(in_.tokens, [](const DateToken& token) {
      return (token.roles & DateWords::kHijri) != 0;
    });
    in_.arabic = false;
  }

  bool split() {
    sides_.emplace_back();
    bool joined = true;  // a number may follow the last one
    for (size_t i = 0; i < in_.tokens.size(); ++i) {
      const DateToken& token = in_.tokens[i];
      if (token.kind == Kind::kDash) {
        ranged_ = true;
        joined = true;
        sides_.emplace_back();
      } else if (token.kind == Kind::kSlash) {
        if (sides_.back().numbers.empty()) return false;
        joined = true;
      } else if (token.kind == Kind::kWord) {
        all_ |= token.roles;
        if ((token.roles & DateWords::kJoins) != 0) joined = true;
        if (opens_side(i)) sides_.emplace_back();
        sides_.back().roles |= token.roles;
      } else {
        if (!joined && !sides_.back().numbers.empty()) sides_.emplace_back();
        sides_.back().numbers.push_back(token);
        joined = false;
      }
    }
    return true;
  }

  // Whether a word for birth or death begins a second statement: "b. 1087 d.
  // 1143".
  bool opens_side(size_t i) const {
    constexpr unsigned kEnds = DateWords::kBorn | DateWords::kDied;
    if ((in_.tokens[i].roles & kEnds) == 0) return false;
    if (sides_.back().numbers.empty()) return false;
    for (size_t next = i + 1; next < in_.tokens.size(); ++next) {
      if (in_.tokens[next].kind == Kind::kNumber) return true;
      if (in_.tokens[next].kind != Kind::kWord) return false;
    }
    return false;
  }

  // A letter may stand for an era and for something else; the era is meant
  // where the numbers need it.
  bool hijri() const {
    if ((all_ & DateWords::kHijri) != 0) return true;
    return in_.arabic && std::all_of(in_.tokens.begin(), in_.tokens.end(),
                                     [](const DateToken& token) {
                                       return token.kind != Kind::kNumber ||
                                              token.digits < 4;
                                     });
  }

  std::optional<LifeDates> dates_of() const {
    const bool century = is_century();
    LifeDates dates;
    const auto first = years_of(sides_.front(), hijri(), century, 0);
    if (!first) return std::nullopt;
    dates.about = in_.about || century || (all_ & DateWords::kAbout) != 0;
    dates.within = century || (all_ & DateWords::kActive) != 0;
    if (sides_.size() == 1) return alone(*first, dates);
    const int32_t before = first->open() ? 0 : first->from;
    const auto last = years_of(sides_.back(), hijri(), century, before);
    if (!last) return std::nullopt;
    dates.begin = *first;
    dates.end = *last;
    // Two years side by side without a word or a dash are none of a life.
    if (!ranged_ && (all_ & (DateWords::kBorn | DateWords::kDied)) == 0) {
      return std::nullopt;
    }
    if (!first->open() && !last->open() && first->from > last->to) {
      return std::nullopt;
    }
    return dates;
  }

  std::optional<LifeDates> alone(const Years& years, LifeDates dates) const {
    const unsigned roles = sides_.front().roles;
    if ((roles & DateWords::kDied) != 0) {
      dates.end = years;
    } else if ((roles & DateWords::kBorn) != 0) {
      dates.begin = years;
    } else {
      dates.begin = dates.end = years;
      dates.within = true;
    }
    return dates;
  }

  // A word for centuries makes them of small numbers only.
  bool is_century() const {
    return (all_ & DateWords::kCentury) != 0 &&
           std::all_of(in_.tokens.begin(), in_.tokens.end(),
                       [](const DateToken& token) {
                         return token.kind != Kind::kNumber || token.digits < 3;
                       });
  }

  DateTokens in_;
  std::vector<Side> sides_;
  unsigned all_ = 0;     // roles of all words
  bool ranged_ = false;  // a dash stands in it
};

bool meet(const Years& a, const Years& b) {
  return a.from <= b.to && b.from <= a.to;
}

Years common(const Years& a, const Years& b) {
  return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

}  // namespace

DateWords::DateWords(const Lexicon& lexicon) {
  constexpr std::pair<std::string_view, Role> kPositions[] = {
      {"about", kAbout},     {"born", kBorn},       {"died", kDied},
      {"active", kActive},   {"century", kCentury}, {"hijri", kHijri},
      {"year", kYear},       {"ordinal", kOrdinal}, {"joins", kJoins},
      {"relator", kRelator},
  };
  for (uint32_t i = 0; i < lexicon.cue_count(); ++i) {
    const Lexicon::Cue cue = lexicon.cue(i);
    for (const auto& [position, role] : kPositions) {
      if (cue.position == position) roles_[fold::match_key(cue.cue)] |= role;
    }
  }
}

unsigned DateWords::roles_of(const std::string& key) const {
  const auto place = roles_.find(key);
  return place == roles_.end() ? 0 : place->second;
}

std::string words_of(const LifeDates& dates) {
  std::string words =
      dates.begin.open() ? "?" : std::to_string(dates.begin.from);
  if (dates.begin.from == dates.end.to) return words;
  words += '-';
  words += dates.end.open() ? "?" : std::to_string(dates.end.to);
  return words;
}

std::optional<LifeDates> both_dates(const LifeDates& a, const LifeDates& b) {
  if (a.within != b.within) return a.within ? b : a;
  if (!meet(a.begin, b.begin) || !meet(a.end, b.end)) return std::nullopt;
  return LifeDates{common(a.begin, b.begin), common(a.end, b.end),
                   a.about || b.about, a.within};
}

std::optional<LifeDates> read_life_dates(std::string_view text,
                                         const DateWords& words) {
  std::optional<DateTokens> tokens = date_tokens(text, words);
  if (!tokens) return std::nullopt;
  return Reading(std::move(*tokens)).run();
}

}  // namespace khitai::context
