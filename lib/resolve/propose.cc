// SPDX-License-Identifier: Apache-2.0

#include "resolve/propose.h"

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_set>
#include <utility>

#include "fold/fold.h"
#include "khitai/keys.h"
#include "lexicon/spellings.h"
#include "match/hash_index.h"
#include "resolve/shortlist.h"
#include "romanize/aligner.h"
#include "romanize/syllables.h"
#include "romanize/tables.h"
#include "romanize/terms.h"
#include "text/script.h"

namespace khitai::resolve {
namespace {

using match::HashIndex;
using romanize::Letters;

constexpr size_t kCompared = 100;      // forms compared in full,
constexpr size_t kComparedMost = 600;  // where none of these is so near:
constexpr double kClose = 0.8;         // distance, and letter of the name
constexpr uint32_t kShortened = 2;     // digest bits that a consonant left out
constexpr uint32_t kDistant = 4;       // counts for; two of them
constexpr double kSounds = 6;          // weight of a unit of sounds over one of
constexpr double kFarSounds = 8;       // letters; where readings do not compare
constexpr double kHomophone = 3;       // other Han characters of one reading
constexpr double kAcross = 10;         // letters; where one side has none
constexpr double kNoModel = 1;         // a byte, where no model tells
constexpr double kWider = 0.3;         // for a reading that only L3 takes in

class Proposer {
 public:
  Proposer(const Lexicon& lexicon, const romanize::Spelling& spelling)
      : lexicon_(lexicon),
        spellings_(lexicon.spellings()),
        tables_(lexicon.conventions()),
        spelling_(spelling),
        letters_(romanize::letters_of(spelling.l0)) {}

  std::vector<Proposal> run(size_t most) {
    most_ = most;
    if (spellings_.indexed()) {
      add_readings();
      if (!is_settled()) add_near();
    } else {
      add_spelled();
    }
    std::stable_sort(found_.begin(), found_.end(), comes_before);
    if (found_.size() > most) found_.resize(most);
    return std::move(found_);
  }

 private:
  // The same spelling first, then the least distance.
  static bool comes_before(const Proposal& a, const Proposal& b) {
    const bool same = a.level == Level::kL1;
    if (same != (b.level == Level::kL1)) return same;
    return a.distance != b.distance ? a.distance < b.distance : a.form < b.form;
  }

  // Whether nothing that is only near could be meant as well: the spelling is
  // there, or characters that are read alike.
  bool is_settled() const {
    return std::any_of(found_.begin(), found_.end(), [&](const Proposal& one) {
      return one.level == Level::kL1 ||
             (one.level == Level::kL2 && spelling_.script == "Hani");
    });
  }

  // What is spelled alike, where there is nothing else to look for it by.
  void add_spelled() {
    const auto pattern = lexicon_.matcher().find(fold::match_key(spelling_.l0));
    if (!pattern) return;
    for (uint32_t form : lexicon_.forms_of_pattern(*pattern)) {
      if (spellings_.l1(form) != spelling_.l1) continue;
      Proposal proposal;
      proposal.form = form;
      proposal.size = letters_.size();
      proposal.level = Level::kL1;
      proposal.fitted = model_for(spelling_.l1) != nullptr;
      proposal.letters =
          letters(l0_key(lexicon_.form(form).text), spelling_.l1, limit());
      proposal.distance = proposal.letters;
      found_.push_back(proposal);
    }
  }

  void add_readings() {
    for (const std::string& reading : spelling_.readings) {
      const HashIndex& index = spellings_.by_reading();
      const HashIndex::Range range = index.find(match::term_hash(reading));
      const uint32_t end = range.begin + std::min(range.size(), kLongestList);
      for (uint32_t i = range.begin; i < end; ++i) {
        const uint32_t form = index.number(i);
        if (shares(form, reading)) add(form, Level::kL2);
      }
    }
  }

  // A hash is no proof.
  bool shares(uint32_t form, std::string_view reading) const {
    const auto readings = spellings_.readings(form);
    return std::find(readings.begin(), readings.end(), reading) !=
           readings.end();
  }

  void add_near() {
    const bool vowels = romanize::vowelled(spelling_) != nullptr;
    Shortlist list(romanize::marks_of(spelling_), vowels);
    const match::NearIndex& index = spellings_.by_letters();
    const size_t edits = romanize::edits_for(letters_.size(), index.edits());
    list.add_alike(index, spelling_.l1, std::min<size_t>(edits, 1));
    for (const auto& one : spellings_.near(spelling_.l1, edits, kCompared)) {
      list.add(one.number);
    }
    uint32_t penalty = 0;
    terms_ = romanize::skeleton_terms(tables_, spelling_);
    for (const auto& term : terms_) {
      list.add(spellings_.by_skeleton(), term, penalty);
      penalty = kShortened;
    }
    for (const auto& term : romanize::distant_terms(spelling_)) {
      list.add(spellings_.by_skeleton(), term, kDistant);
    }
    const auto size = static_cast<double>(letters_.size());
    size_t compared = 0;
    for (uint32_t form : list.best(kComparedMost)) {
      if (compared++ >= kCompared && least_ <= kClose * size) break;
      add(form, Level::kNear);
    }
  }

  void add(uint32_t form, Level level) {
    if (!seen_.insert(form).second) return;
    Proposal proposal;
    proposal.form = form;
    proposal.size = letters_.size();
    proposal.level = level;
    const std::string_view l1 = spellings_.l1(form);
    if (l1 == spelling_.l1) proposal.level = Level::kL1;
    bool syllables = false;
    proposal.sounds = sounds(form, &syllables);
    // Other characters that are only read alike are another name; so is what
    // a rule made of them.
    if (proposal.level == Level::kL2 && spelling_.script == "Hani" &&
        (text::script_of(l1) == "Hani" || lexicon_.form(form).generated())) {
      proposal.level = Level::kNear;
      proposal.sounds = kHomophone;
    }
    proposal.across = proposal.level == Level::kNear && is_across(l1) &&
                      !(syllables && shares_syllables(form));
    const double sounds_cost = kSounds * proposal.sounds;
    proposal.fitted = proposal.across || model_for(l1) != nullptr;
    proposal.unwritten =
        leaves_out(spelling_.readings) != leaves_out(spellings_.readings(form));
    proposal.letters = proposal.across ? kAcross
                                       : letters(spellings_.l0(form), l1,
                                                 limit() - sounds_cost);
    proposal.distance = proposal.letters + sounds_cost;
    if (proposal.level != Level::kL1 && proposal.distance > limit()) return;
    keep(proposal.distance);
    found_.push_back(proposal);
  }

  // What lies further than as many as are asked for is not proposed.
  double limit() const {
    return nearest_.size() < most_ ? std::numeric_limits<double>::infinity()
                                   : nearest_.front();
  }

  void keep(double distance) {
    least_ = std::min(least_, distance);
    nearest_.push_back(distance);
    std::push_heap(nearest_.begin(), nearest_.end());
    if (nearest_.size() <= most_) return;
    std::pop_heap(nearest_.begin(), nearest_.end());
    nearest_.pop_back();
  }

  // Whether it is read as consonants, the vowels between being unwritten.
  template <typename Readings>
  static bool leaves_out(const Readings& readings) {
    return !readings.empty() && readings[0].starts_with("a:");
  }

  // Whether only one of the two is in Chinese characters: no letter of it is a
  // letter of the other, readings are all there is to compare.
  bool is_across(std::string_view l1) const {
    return (spelling_.script == "Hani") != (text::script_of(l1) == "Hani");
  }

  // Whether Mandarin syllables alone would have proposed it.
  bool shares_syllables(uint32_t form) const {
    const auto share = [&](std::string_view reading) {
      if (!reading.starts_with("z:")) return false;
      const auto theirs = romanize::syllable_terms(tables_, reading.substr(2));
      return std::any_of(theirs.begin(), theirs.end(), [&](const auto& term) {
        return std::find(terms_.begin(), terms_.end(), term) != terms_.end();
      });
    };
    const auto readings = spellings_.readings(form);
    const auto wider = spellings_.wider(form);
    return std::any_of(readings.begin(), readings.end(), share) ||
           std::any_of(wider.begin(), wider.end(), share);
  }

  const romanize::Model* model_for(std::string_view l1) const {
    return tables_.costs().model(spelling_.script, text::script_of(l1));
  }

  // Above `most` it may be any number above.
  double letters(std::string_view l0, std::string_view l1, double most) {
    const romanize::Model* const model = model_for(l1);
    if (model == nullptr) {
      const size_t longer = std::max(spelling_.l1.size(), l1.size());
      return kNoModel * static_cast<double>(longer);
    }
    auto place = std::find_if(
        aligners_.begin(), aligners_.end(),
        [&](const auto& aligner) { return aligner.first == model; });
    if (place == aligners_.end()) {
      aligners_.emplace_back(model, romanize::Aligner(*model, letters_));
      place = aligners_.end() - 1;
    }
    return place->second.distance(romanize::letters_of(l0), most);
  }

  // Between the readings that are nearest; whether these are Mandarin. Above
  // what can still be proposed it is kFarSounds.
  double sounds(uint32_t form, bool* syllables) const {
    const double most = std::min(kFarSounds, limit() / kSounds);
    double least = most;
    const auto compare = [&](const auto& ours, const auto& theirs,
                             double penalty) {
      if (penalty >= least) return;
      for (std::string_view one : ours) {
        for (std::string_view other : theirs) {
          const double distance =
              penalty + between(one, other, least - penalty);
          if (distance >= least) continue;
          least = distance;
          *syllables = one.starts_with('z');
        }
      }
    };
    const auto theirs = spellings_.readings(form);
    const auto theirs_wider = spellings_.wider(form);
    compare(spelling_.readings, theirs, 0);
    compare(spelling_.wider, theirs, kWider);
    compare(spelling_.readings, theirs_wider, kWider);
    compare(spelling_.wider, theirs_wider, 2 * kWider);
    return least < most ? least : kFarSounds;
  }

  // Above `most` it may be any number above.
  double between(std::string_view ours, std::string_view theirs,
                 double most) const {
    if (ours == theirs) return 0;
    if (ours.size() < 2 || theirs.size() < 2) return kFarSounds;  // damaged
    const char from = ours[0];
    const char to = theirs[0];
    ours.remove_prefix(2);
    theirs.remove_prefix(2);
    if (from == 'z' && to == 'z')
      return romanize::syllable_distance(tables_.syllables(), ours, theirs,
                                         most);
    const auto& costs = tables_.costs().sounds();
    if ((from == 'w' || from == 'a') && (to == 'w' || to == 'a')) {
      if (to == 'a' && from == 'w') {
        return costs.distance(theirs, ours, true, most);
      }
      return costs.distance(ours, theirs, from != to, most);
    }
    return kFarSounds;
  }

  const Lexicon& lexicon_;
  const lexicon::Spellings& spellings_;
  const romanize::Tables& tables_;
  const romanize::Spelling& spelling_;
  const Letters letters_;
  std::vector<std::string> terms_;  // of skeletons, once they are looked for
  std::vector<Proposal> found_;
  size_t most_ = 0;
  std::vector<double> nearest_;  // distances, a heap
  double least_ = std::numeric_limits<double>::infinity();
  std::vector<std::pair<const romanize::Model*, romanize::Aligner>> aligners_;
  std::unordered_set<uint32_t> seen_;
};

}  // namespace

std::vector<Proposal> propose(const Lexicon& lexicon,
                              const romanize::Spelling& spelling, size_t most) {
  return Proposer(lexicon, spelling).run(most);
}

}  // namespace khitai::resolve
