// SPDX-License-Identifier: Apache-2.0

#include "cli/eval_compare.h"

#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "base/ordered_pool.h"

namespace khitai::cli {
namespace {

using Compared = Result<write::EvalDocument>;

Offsets unit_named(const std::string& word) {
  if (word == "byte") return Offsets::kByte;
  return word == "utf16" ? Offsets::kUtf16 : Offsets::kCodepoint;
}

// The mentions of a file in code points of the text; `unit`: as told, "auto".
Result<std::vector<PlainMention>> in_text(const MentionsOfDoc& doc,
                                          const Annotation& page,
                                          const std::string& unit) {
  std::vector<PlainMention> mentions = doc.mentions;
  std::optional<Offsets> offsets = doc.offsets;
  if (!offsets && unit != "auto") offsets = unit_named(unit);
  if (!offsets) offsets = unit_of(page, mentions);
  // In no unit all of them fit: the first that does not is told.
  const Status settled = settle_mentions(page, offsets.value_or(Offsets::kByte),
                                         doc.format, &mentions);
  if (!settled.ok()) return settled.error();
  return mentions;
}

// The same without a text: there the unit must be known.
Result<std::vector<PlainMention>> without_text(const MentionsOfDoc& doc,
                                               const std::string& unit) {
  if (doc.offsets == Offsets::kCodepoint || unit == "codepoint") {
    return doc.mentions;
  }
  return Error{doc.file + ": offsets may be bytes, expected the text of " +
               doc.name + " among the arguments, or --offsets codepoint"};
}

// The predictions of a document; none where they do not speak of it.
const MentionsOfDoc& predictions_of(const EvalInput& input,
                                    const MentionsOfDoc& gold) {
  static const MentionsOfDoc kNone{
      "", "", MentionFormat::kJsonl, Offsets::kCodepoint, {}};
  const auto number = input.predicted.find(gold.name);
  return number ? input.predicted.docs()[*number] : kNone;
}

Status settle_traps(const Annotation& page, write::EvalDocument* out) {
  for (write::Trap& trap : out->traps) {
    std::vector<PlainMention> place = {trap.place};
    const Status settled = settle_mentions(page, Offsets::kCodepoint,
                                           MentionFormat::kJsonl, &place);
    if (!settled.ok()) return settled;
    trap.place = place[0];
  }
  return Done{};
}

AnnotateOptions options_of(const EvalWish& wish) {
  AnnotateOptions options = annotate_options(wish.read, wish.common);
  options.decide = wish.decide;
  options.explain = false;
  return options;
}

// Gold, traps and annotations over the text of a document.
Compared compare_text(const EvalWish& wish, const EvalInput& input,
                      const EvalTask& task, write::EvalDocument out) {
  const auto page = annotate_path(*input.lexicon, task.path, options_of(wish));
  if (!page.ok()) return page.error();
  if (out.lang.empty()) out.lang = page->lang;
  auto gold = in_text(*task.gold, *page, "auto");
  if (!gold.ok()) return gold.error();
  out.gold = std::move(gold).value();
  const Status settled = settle_traps(*page, &out);
  if (!settled.ok()) return settled.error();
  if (!input.is_predicted) {
    WriteOptions all;
    all.limit = 0;
    out.found = plain_mentions(*input.lexicon, *page, all);
    return out;
  }
  auto found = in_text(predictions_of(input, *task.gold), *page, wish.offsets);
  if (!found.ok()) return found.error();
  out.found = std::move(found).value();
  return out;
}

Compared compare_one(const EvalWish& wish, const EvalInput& input,
                     const EvalTask& task) {
  write::EvalDocument out;
  out.name = task.path.empty() ? task.gold->name : base_name_of(task.path);
  for (const PlainMention& mention : task.gold->mentions) {
    if (out.lang.empty()) out.lang = mention.lang;
  }
  for (const std::string& name :
       std::set<std::string>{task.gold->name, out.name}) {
    const auto traps = input.traps.find(name);
    if (traps == input.traps.end()) continue;
    std::copy(traps->second.begin(), traps->second.end(),
              std::back_inserter(out.traps));
  }
  if (!task.path.empty()) return compare_text(wish, input, task, out);
  auto gold = without_text(*task.gold, "auto");
  if (!gold.ok()) return gold.error();
  auto found = without_text(predictions_of(input, *task.gold), wish.offsets);
  if (!found.ok()) return found.error();
  out.gold = std::move(gold).value();
  out.found = std::move(found).value();
  return out;
}

}  // namespace

int compare_all(const EvalWish& wish, const EvalInput& input,
                const std::vector<EvalTask>& tasks,
                write::Evaluation* evaluation) {
  int code = kDone;
  const auto work = [&](size_t number) {
    return compare_one(wish, input, tasks[number]);
  };
  const auto take = [&](Compared result) {
    if (result.ok()) {
      evaluation->add(std::move(result).value());
    } else {
      code = fail(kInputError, result.error().message);
    }
    return true;
  };
  base::run_numbers(wish.common.jobs, tasks.size(), work, take);
  return code;
}

}  // namespace khitai::cli
