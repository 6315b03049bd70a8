// SPDX-License-Identifier: Apache-2.0

#include "annotate/places.h"

#include <algorithm>
#include <map>
#include <optional>
#include <queue>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "annotate/find_quotes.h"

namespace khitai::annotate {
namespace {

// Places are filed by so many bytes on either side. Whatever shares neither
// agrees in fewer than twice as many, so a better one is found without a look
// at all others.
constexpr size_t kNear = 8;

constexpr int kPlaceRounds = 8;

bool continues(char byte) {
  return (static_cast<uint8_t>(byte) & 0xC0) == 0x80;
}

// Bytes of whole characters that two texts begin with alike.
size_t agreement_after(std::string_view a, std::string_view b) {
  const size_t most = std::min(a.size(), b.size());
  size_t same = 0;
  while (same < most && a[same] == b[same]) ++same;
  const auto within = [&](std::string_view text) {
    return same < text.size() && continues(text[same]);
  };
  while (same > 0 && (within(a) || within(b))) --same;
  return same;
}

// ... that they end with alike.
size_t agreement_before(std::string_view a, std::string_view b) {
  const size_t most = std::min(a.size(), b.size());
  size_t same = 0;
  while (same < most && a[a.size() - 1 - same] == b[b.size() - 1 - same]) {
    ++same;
  }
  while (same > 0 && continues(a[a.size() - same])) --same;
  return same;
}

// The places of one quote.
struct Spots {
  std::vector<uint32_t> at;
  std::vector<bool> taken;
  std::unordered_map<std::string_view, std::vector<uint32_t>> before, after;
};

// Quotations that are the same, in their order.
struct SameQuotes {
  size_t quote;
  const Quotation* told;
  std::vector<size_t> members;
};

struct Best {
  size_t score = 0;
  std::vector<uint32_t> spots;  // ascending; several: a tie
  bool taken = false;           // a place that would do is another's
};

class Placing {
 public:
  Placing(const text::Quoted& text, const std::vector<Quotation>& quotations)
      : text_(text), form_(text.form()), quotations_(quotations) {
    gather();
  }

  std::vector<Place> run();

 private:
  void gather();
  std::string_view before(const Spots& spots, uint32_t spot) const {
    return form_.substr(0, spots.at[spot]);
  }
  std::string_view after(const SameQuotes& group, const Spots& spots,
                         uint32_t spot) const {
    return form_.substr(spots.at[spot] + group.told->quote.size());
  }
  void file_spots(const SameQuotes& group, Spots* spots) const;
  std::optional<size_t> score_of(const SameQuotes& group, uint32_t spot) const;
  void try_spot(const SameQuotes& group, uint32_t spot, Best* best) const;
  Best best_of(const SameQuotes& group) const;
  bool settle(const SameQuotes& group, const Best& best);
  std::vector<size_t> settle_all(const std::vector<size_t>& groups);
  void give(const SameQuotes& group, size_t member, uint32_t spot);
  void refuse(const SameQuotes& group, Standing standing, size_t alike);

  const text::Quoted& text_;
  const std::string_view form_;
  const std::vector<Quotation>& quotations_;
  std::vector<SameQuotes> groups_;
  std::vector<Spots> spots_;  // by quote
  std::vector<Place> places_;
};

void Placing::gather() {
  using Key = std::tuple<std::string_view, std::string_view, std::string_view>;
  std::map<std::string_view, size_t> numbers;  // of quotes
  std::map<Key, size_t> seen;
  std::vector<std::string> quotes;
  for (size_t i = 0; i < quotations_.size(); ++i) {
    const Quotation& one = quotations_[i];
    const auto [quote, fresh] = numbers.emplace(one.quote, quotes.size());
    if (fresh) quotes.push_back(one.quote);
    const auto [slot, first] =
        seen.emplace(Key(one.quote, one.prefix, one.suffix), groups_.size());
    if (first) groups_.push_back({quote->second, &one, {}});
    groups_[slot->second].members.push_back(i);
  }
  places_.resize(quotations_.size());
  spots_.resize(quotes.size());
  auto found = find_quotes(text_, quotes);
  for (size_t i = 0; i < quotes.size(); ++i) {
    spots_[i].at = std::move(found[i]);
    spots_[i].taken.resize(spots_[i].at.size());
  }
  for (const SameQuotes& group : groups_)
    file_spots(group, &spots_[group.quote]);
}

void Placing::file_spots(const SameQuotes& group, Spots* spots) const {
  if (!spots->before.empty() || !spots->after.empty()) return;
  for (uint32_t spot = 0; spot < spots->at.size(); ++spot) {
    const std::string_view left = before(*spots, spot);
    const std::string_view right = after(group, *spots, spot);
    if (left.size() >= kNear) {
      spots->before[left.substr(left.size() - kNear)].push_back(spot);
    }
    if (right.size() >= kNear) {
      spots->after[right.substr(0, kNear)].push_back(spot);
    }
  }
}

// Nothing where the quotation cannot stand.
std::optional<size_t> Placing::score_of(const SameQuotes& group,
                                        uint32_t spot) const {
  const Spots& spots = spots_[group.quote];
  const Quotation& told = *group.told;
  const size_t left = agreement_before(before(spots, spot), told.prefix);
  const size_t right = agreement_after(after(group, spots, spot), told.suffix);
  // Within a word only where the same word was quoted.
  const size_t begin = spots.at[spot];
  if (left == 0 && text_.cuts_word(begin)) return std::nullopt;
  if (right == 0 && text_.cuts_word(begin + told.quote.size())) {
    return std::nullopt;
  }
  const size_t least =
      std::min(told.prefix.size() + told.suffix.size(), kLeastAgreement);
  if (spots.at.size() > 1 && left + right < least) return std::nullopt;
  return left + right;
}

void Placing::try_spot(const SameQuotes& group, uint32_t spot,
                       Best* best) const {
  const std::optional<size_t> score = score_of(group, spot);
  if (!score) return;
  if (spots_[group.quote].taken[spot]) {
    best->taken = true;
    return;
  }
  if (*score > best->score) best->spots.clear();
  if (*score < best->score) return;
  best->score = *score;
  best->spots.push_back(spot);
}

Best Placing::best_of(const SameQuotes& group) const {
  const Spots& spots = spots_[group.quote];
  const Quotation& told = *group.told;
  std::vector<uint32_t> near;
  if (told.prefix.size() >= kNear) {
    const auto found = spots.before.find(
        std::string_view(told.prefix).substr(told.prefix.size() - kNear));
    if (found != spots.before.end()) near = found->second;
  }
  if (told.suffix.size() >= kNear) {
    const auto found =
        spots.after.find(std::string_view(told.suffix).substr(0, kNear));
    if (found != spots.after.end()) {
      near.insert(near.end(), found->second.begin(), found->second.end());
    }
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  Best best;
  for (uint32_t spot : near) try_spot(group, spot, &best);
  if (best.score >= 2 * kNear) return best;
  best = Best();
  for (uint32_t spot = 0; spot < spots.at.size(); ++spot) {
    try_spot(group, spot, &best);
  }
  return best;
}

void Placing::give(const SameQuotes& group, size_t member, uint32_t spot) {
  Spots& spots = spots_[group.quote];
  spots.taken[spot] = true;
  const size_t begin = spots.at[spot];
  const size_t end = begin + group.told->quote.size();
  places_[member] = {Standing::kPlaced, text_.source_begin(begin),
                     text_.source_end(end), 0};
}

void Placing::refuse(const SameQuotes& group, Standing standing, size_t alike) {
  for (size_t member : group.members) {
    if (places_[member].standing == Standing::kPlaced) continue;
    places_[member] = {standing, 0, 0, alike};
  }
}

// False where more places fit than there are quotations.
bool Placing::settle(const SameQuotes& group, const Best& best) {
  const size_t rows = group.members.size();
  const size_t fit = best.spots.size();
  const bool agree = std::all_of(
      group.members.begin(), group.members.end(), [&](size_t member) {
        return quotations_[member].choice == group.told->choice;
      });
  if (fit == 0) {
    const bool any = !spots_[group.quote].at.empty();
    refuse(group,
           best.taken ? Standing::kTaken
           : any      ? Standing::kElsewhere
                      : Standing::kAbsent,
           0);
  } else if (fit > rows) {
    refuse(group, Standing::kSeveral, fit);
  } else if (fit < rows && !agree) {
    refuse(group, Standing::kDiffering, 0);
  } else {
    for (size_t i = 0; i < fit; ++i) {
      give(group, group.members[i], best.spots[i]);
    }
    refuse(group, Standing::kTaken, 0);  // what is left
  }
  return fit <= rows;
}

// Settles groups, those that agree best first, so that no place goes to a
// quotation that fits it worse than its own; what was taken meanwhile is looked
// for again. Returns those that fit more places than they are.
std::vector<size_t> Placing::settle_all(const std::vector<size_t>& groups) {
  using Turn = std::pair<size_t, size_t>;  // score, group; later ones first
  std::priority_queue<Turn> turns;
  const auto wait = [&](size_t score, size_t group) {
    turns.push({score, groups_.size() - group});
  };
  for (size_t group : groups) wait(best_of(groups_[group]).score, group);
  std::vector<size_t> several;
  while (!turns.empty()) {
    const size_t score = turns.top().first;
    const size_t number = groups_.size() - turns.top().second;
    turns.pop();
    const SameQuotes& group = groups_[number];
    const Best best = best_of(group);
    if (best.score < score) {
      wait(best.score, number);
    } else if (!settle(group, best)) {
      several.push_back(number);
    }
  }
  return several;
}

// Of places alike, those that others took tell whose the rest are.
std::vector<Place> Placing::run() {
  std::vector<size_t> open(groups_.size());
  for (size_t i = 0; i < open.size(); ++i) open[i] = i;
  for (int round = 0; round < kPlaceRounds && !open.empty(); ++round) {
    const size_t before = open.size();
    open = settle_all(open);
    if (open.size() == before) break;
  }
  return std::move(places_);
}

}  // namespace

std::vector<Place> place_quotations(const text::Quoted& text,
                                    const std::vector<Quotation>& quotations) {
  return Placing(text, quotations).run();
}

}  // namespace khitai::annotate
