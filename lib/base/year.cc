// SPDX-License-Identifier: Apache-2.0

#include "base/year.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"

namespace khitai::base {
namespace {

constexpr std::string_view kExpected =
    "1124, 1141-09-09, 1174~, [1124,1125], ..1218, 1130.., 1130/1218 or -0320";

Error bad_date(std::string_view date, std::string_view what) {
  return Error{"date '" + std::string(date) + "': " + std::string(what) +
               ", expected a date like " + std::string(kExpected)};
}

// Takes exactly `count` digits off the front of *text.
bool take_number(size_t count, std::string_view* text, int32_t* number) {
  if (text->size() < count) return false;
  *number = 0;
  for (size_t i = 0; i < count; ++i) {
    if (!is_digit((*text)[i])) return false;
    *number = *number * 10 + ((*text)[i] - '0');
  }
  text->remove_prefix(count);
  return true;
}

bool take(char c, std::string_view* text) {
  if (text->empty() || text->front() != c) return false;
  text->remove_prefix(1);
  return true;
}

bool is_leap(Year year) {
  return year % 4 == 0;  // Julian, as the sources count; Gregorian is stricter
}

int32_t days_in(Year year, int32_t month) {
  constexpr int32_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

// Takes a year, month or day, and its ~ or ?, off the front of *text. Returns
// what is wrong, or nothing.
std::string_view take_date(std::string_view* text, YearRange* range) {
  const bool negative = take('-', text);
  int32_t year = 0;
  int32_t month = 0;
  int32_t day = 0;
  if (!take_number(4, text, &year)) return "a year has four digits";
  if (negative && year == 0) return "there is no year -0000";
  if (negative) year = -year;
  if (!text->empty() && is_digit(text->front())) {
    return "a year has four digits";
  }
  if (take('-', text)) {
    if (!take_number(2, text, &month) || month < 1 || month > 12) {
      return "a month is 01 to 12";
    }
    if (take('-', text) && (!take_number(2, text, &day) || day < 1 ||
                            day > days_in(year, month))) {
      return "the month has no such day";
    }
  }
  range->first = range->last = year;
  range->approximate = take('~', text) || take('?', text);
  return {};
}

// The rest of a list, after its bracket: one of several dates, in order.
std::string_view take_list(std::string_view* text, YearRange* range) {
  YearRange next;
  int count = 0;
  do {
    if (const auto wrong = take_date(text, &next); !wrong.empty()) return wrong;
    if (count++ == 0) {
      *range = next;
      continue;
    }
    if (next.first < range->last) return "the years of a list go upwards";
    range->last = next.last;
    range->approximate |= next.approximate;
  } while (take(',', text));
  if (!take(']', text)) return "a list ends with ]";
  return count < 2 ? "a list has two dates or more" : std::string_view();
}

// A date that may go on to `..` or to `/` and a second one.
std::string_view take_range(std::string_view* text, YearRange* range) {
  if (const auto wrong = take_date(text, range); !wrong.empty()) return wrong;
  if (*text == "..") {
    text->remove_prefix(2);
    range->last = kNoYearAfter;
  } else if (take('/', text)) {
    YearRange end;
    if (const auto wrong = take_date(text, &end); !wrong.empty()) return wrong;
    if (end.last < range->first) return "it ends before it begins";
    *range = span_of(*range, end);
  }
  return {};
}

}  // namespace

Result<YearRange> parse_year_range(std::string_view date) {
  std::string_view text = date;
  YearRange range;
  std::string_view wrong;
  if (text.substr(0, 2) == "..") {
    text.remove_prefix(2);
    wrong = take_date(&text, &range);
    range.first = kNoYearBefore;
  } else if (take('[', &text)) {
    wrong = take_list(&text, &range);
  } else {
    wrong = take_range(&text, &range);
  }
  if (!wrong.empty()) return bad_date(date, wrong);
  if (!text.empty()) {
    return bad_date(date, "'" + std::string(text) + "' is too much");
  }
  return range;
}

bool contains(const YearRange& range, Year year) {
  return range.first <= year && year <= range.last;
}

bool overlaps(const YearRange& a, const YearRange& b) {
  return a.first <= b.last && b.first <= a.last;
}

int64_t distance(const YearRange& a, const YearRange& b) {
  const int64_t a_before_b = int64_t{b.first} - int64_t{a.last};
  const int64_t b_before_a = int64_t{a.first} - int64_t{b.last};
  return std::max({int64_t{0}, a_before_b, b_before_a});
}

int64_t distance(const YearRange& range, Year year) {
  return distance(range, YearRange{year, year, false});
}

YearRange span_of(const YearRange& from, const YearRange& to) {
  return YearRange{from.first, to.last, from.approximate || to.approximate};
}

YearRange widen(const YearRange& range, int32_t years) {
  YearRange wide = range;
  if (wide.first != kNoYearBefore) {
    wide.first = static_cast<Year>(
        std::max<int64_t>(int64_t{wide.first} - years, INT32_MIN + 1));
  }
  if (wide.last != kNoYearAfter) {
    wide.last = static_cast<Year>(
        std::min<int64_t>(int64_t{wide.last} + years, INT32_MAX - 1));
  }
  return wide;
}

}  // namespace khitai::base
