// SPDX-License-Identifier: Apache-2.0

#include "write/timeline.h"

#include <algorithm>

#include "base/year.h"
#include "write/card.h"
#include "write/shown.h"
#include "write/sources.h"
#include "write/tags.h"
#include "write/words.h"

namespace khitai::write {
namespace {

void set_ends(const Years& years, std::optional<int32_t>* from,
              std::optional<int32_t>* to) {
  if (years.from != kEarliest) *from = years.from;
  if (years.to != kLatest) *to = years.to;
}

class TimelineMaker {
 public:
  TimelineMaker(const Lexicon& lexicon, uint32_t entity,
                const TimelineOptions& options)
      : lexicon_(lexicon), entity_(entity), options_(options) {}

  Timeline make();

 private:
  void add_name(const CardName& name);
  void add_form(const CardName& name, uint32_t number);
  void add_points(std::string_view sources, TimelineRow* row);
  void add_span(const std::vector<uint32_t>& senses, std::string_view form,
                TimelineRow* row) const;
  void add_works();

  const Lexicon& lexicon_;
  const uint32_t entity_;
  const TimelineOptions& options_;
  Timeline timeline_;
  Bibliography cited_;
};

// The senses of a spelling, or of the name as a whole (""): their usages, and
// the years from the first to the last, open where one of them is.
void TimelineMaker::add_span(const std::vector<uint32_t>& senses,
                             std::string_view form, TimelineRow* row) const {
  Years all{kLatest, kEarliest};
  for (uint32_t number : senses) {
    const Sense sense = lexicon_.sense(number);
    if (sense.form != form) continue;
    const std::string usage =
        spaced(sense.usage.empty() ? sense.kind : sense.usage);
    if (row->usage.find(usage) == row->usage.npos) {
      append_joined(", ", usage, &row->usage);
    }
    if (sense.years.open()) continue;
    row->has_span = true;
    all.from = std::min(all.from, sense.years.from);
    all.to = std::max(all.to, sense.years.to);
  }
  if (row->has_span) set_ends(all, &row->from, &row->to);
}

void TimelineMaker::add_points(std::string_view sources, TimelineRow* row) {
  for (const Cited& one : cited(sources)) {
    const auto number = lexicon_.find_source(one.id);
    if (!number) continue;
    const Source source = lexicon_.source(*number);
    const auto years = base::parse_year_range(source.composed);
    if (!years.ok() || years->open()) continue;
    TimelinePoint point;
    const bool begins = years->first != base::kNoYearBefore;
    const bool ends = years->last != base::kNoYearAfter;
    point.first = begins ? years->first : years->last;
    point.last = ends ? years->last : years->first;
    point.words = date_words(source.composed);
    point.source = std::string(one.id);
    append_joined(" ", one.locus, &point.source);
    row->points.push_back(std::move(point));
    cited_.add(one.id);
  }
  std::stable_sort(row->points.begin(), row->points.end(),
                   [](const TimelinePoint& a, const TimelinePoint& b) {
                     return a.first < b.first;
                   });
}

void TimelineMaker::add_form(const CardName& name, uint32_t number) {
  const Form form = lexicon_.form(number);
  const Name whole = lexicon_.name(name.name);
  TimelineRow row;
  row.label = form.text;
  row.lang = first_tag(form.lang);
  row.lang_words = language_words(form.lang);
  if (whole.label != form.text) row.name = whole.label;
  add_span(name.senses, form.text, &row);
  if (row.usage.empty()) {
    TimelineRow of_name;
    add_span(name.senses, "", &of_name);
    row.usage = of_name.usage;
  }
  if (form.basis != "editorial") add_points(form.source, &row);
  if (row.points.empty() && !row.has_span) {
    ++timeline_.undated;
    return;
  }
  timeline_.rows.push_back(std::move(row));
}

void TimelineMaker::add_name(const CardName& name) {
  const Name whole = lexicon_.name(name.name);
  TimelineRow row;
  row.label = whole.label.empty() ? whole.id : whole.label;
  row.lang = first_tag(whole.lang);
  row.lang_words = language_words(whole.lang);
  add_span(name.senses, "", &row);
  if (row.has_span) timeline_.rows.push_back(std::move(row));
  for (const FormGroup& group : name.groups) {
    for (uint32_t number : group.attested) add_form(name, number);
  }
}

// Languages in the order of their first row, within them by year.
void sort_rows(std::vector<TimelineRow>* rows) {
  std::vector<std::string> order;
  for (const TimelineRow& row : *rows) {
    if (std::find(order.begin(), order.end(), row.lang_words) == order.end()) {
      order.push_back(row.lang_words);
    }
  }
  const auto place = [&](const TimelineRow& row) {
    const int32_t first = row.points.empty() ? kLatest : row.points[0].first;
    return std::pair(
        std::find(order.begin(), order.end(), row.lang_words) - order.begin(),
        std::min(first, row.from.value_or(kLatest)));
  };
  std::stable_sort(rows->begin(), rows->end(),
                   [&](const TimelineRow& a, const TimelineRow& b) {
                     return place(a) < place(b);
                   });
}

void TimelineMaker::add_works() {
  for (std::string_view id : cited_.ids()) {
    timeline_.works.push_back({std::string(id), citation_of(lexicon_, id)});
  }
}

Timeline TimelineMaker::make() {
  const Entity entity = lexicon_.entity(entity_);
  WriteOptions options;
  options.lang = options_.lang;
  timeline_.title = label_of(lexicon_, entity_, options);
  timeline_.words = entity.type;
  append_joined(", ", span_words(entity.from, entity.to), &timeline_.words);
  set_ends(entity.years, &timeline_.from, &timeline_.to);
  for (const CardName& name : gather_card(lexicon_, entity_).names) {
    add_name(name);
  }
  sort_rows(&timeline_.rows);
  add_works();
  return std::move(timeline_);
}

}  // namespace

Timeline timeline_of(const Lexicon& lexicon, uint32_t entity,
                     const TimelineOptions& options) {
  return TimelineMaker(lexicon, entity, options).make();
}

}  // namespace khitai::write
