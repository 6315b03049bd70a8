// SPDX-License-Identifier: Apache-2.0

#include "annotate/sighter.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "annotate/blocks.h"
#include "context/sentences.h"
#include "romanize/tables.h"
#include "text/tag.h"

namespace khitai::annotate {
namespace {

constexpr size_t kCompany = 200;  // bytes from a known name that count as near
constexpr size_t kContext = 60;   // bytes shown on either side

std::string_view primary(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

// Types that a word beside a name can call for, and be right for names that
// nobody knows. Words of titles and eras frame other words, too.
bool frames(std::string_view type) {
  return type == "person" || type == "place" || type == "polity" ||
         type == "people" || type == "clan";
}

// Literary and modern Chinese share their cues.
bool is_of(std::string_view cue_lang, std::string_view lang) {
  return lang.empty() || lexicon::is_of_language(cue_lang, lang);
}

// Whether a cue says something there. Titles before names are much the same in
// many languages. One Chinese character before a name, or behind that of a
// state, is a word of the sentence.
bool may_frame(const Scene& scene, const Sighted& one,
               const context::CueFinder::Cue& cue) {
  constexpr size_t kCharacter = 3;  // bytes
  const bool cased = one.capital || one.opening;
  if (!(cased && cue.before) && !is_of(cue.lang, scene.lang)) return false;
  const bool single = one.sounds > 0 && cue.words.size() <= kCharacter;
  if (single && (cue.before || cue.type == "polity")) return false;
  const auto& words = scene.lexicon.conventions().name_words();
  return words.find(cue.words, romanize::WordKind::kParticle) == nullptr;
}

// Nouns with capitals: a capital says nothing there.
bool capitals_are_nouns(std::string_view lang) { return lang == "de"; }

bool is_heading(std::string_view line, size_t capital, size_t small) {
  constexpr size_t kMostBytes = 100;
  constexpr std::string_view kEnds = ".!?;,";
  if (line.empty() || line.size() > kMostBytes) return false;
  return capital > 1 && capital > small &&
         kEnds.find(line.back()) == std::string_view::npos;
}

// White space as one space, and none between characters of Han.
std::string in_one_line(std::string_view text, bool han) {
  std::string out;
  for (char byte : text) {
    const bool space =
        byte == '\n' || byte == '\r' || byte == '\t' || byte == ' ';
    if (!space) {
      out += byte;
    } else if (!han && !out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Mentions as spans of the source that do not overlap.
std::vector<document::Span> spans_of(const Annotation& annotation) {
  std::vector<document::Span> all;
  for (const auto* list : {&annotation.mentions, &annotation.rejected}) {
    for (const Mention& one : *list) all.push_back({one.begin, one.end});
  }
  std::sort(all.begin(), all.end(),
            [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::vector<document::Span> joined;
  for (const document::Span& one : all) {
    if (!joined.empty() && one.begin < joined.back().end) {
      joined.back().end = std::max(joined.back().end, one.end);
    } else {
      joined.push_back(one);
    }
  }
  return joined;
}

bool ends_later(size_t at, const document::Span& span) { return at < span.end; }

}  // namespace

Sighter::Sighter(const Lexicon& lexicon, const document::Document& document,
                 const Annotation& annotation, std::string lang)
    : lexicon_(lexicon),
      document_(document),
      annotation_(annotation),
      lang_(text::usual_tag(lang)),
      reader_(resolve::reader_of(lexicon)),
      options_(lexicon),
      mentions_(spans_of(annotation)),
      near_(lexicon, words_) {}

template <typename Take>
void Sighter::each_block(const Take& take) {
  for (const document::Part& part : document_.parts()) {
    const std::string_view text = document_.plain().substr(0, part.end);
    for (size_t begin = part.begin; begin < part.end;) {
      const size_t end = block_end(text, begin);
      read_block(part, begin, end);
      take();
      begin = end;
    }
  }
}

void Sighter::run(SeenNames* names) {
  each_block([&] { count_words(); });
  each_block([&] {
    cover_blocks();
    cover_mentions();
    find(names);
  });
  for (auto& [key, name] : names->names) {
    name.documents = 1;
    if (name.total == 0) name.total = name.count;
  }
  words_.each_small([&](const std::string& word, size_t times) {
    names->small[word] += times;
  });
}

void Sighter::read_block(const document::Part& part, size_t begin, size_t end) {
  const size_t ahead = std::min(part.end, end + kLookahead);
  begin_ = begin;
  block_ = document_.plain().substr(begin, ahead - begin);
  units_.clear();
  fold::append_units(block_, &units_);
  const fold::UnitList& all = units_.units;
  count_ = static_cast<uint32_t>(
      std::partition_point(
          all.begin(), all.end(),
          [&](const fold::Unit& unit) { return unit.begin < end - begin; }) -
      all.begin());
  sentences_ = context::sentences_of(block_, units_);
  shapes_.clear();
  for (const fold::Unit& unit : all) {
    shapes_.push_back(shape_of(block_, units_, unit));
  }
  covered_.assign(all.size(), false);
  find_headings();
  block_lang_ = lang_;
  if (block_lang_.empty()) {
    block_lang_ = text::usual_tag(document_.lang_at(begin));
  }
  if (block_lang_.empty()) block_lang_ = reader_.guesser.guess(block_, units_);
}

std::string Sighter::lang_at(uint32_t offset) const {
  if (!lang_.empty()) return lang_;
  const std::string_view declared = document_.lang_at(begin_ + offset);
  return declared.empty() ? block_lang_ : text::usual_tag(declared);
}

// A heading is a short line between blank ones, most of its words with a
// capital: they need be no names.
void Sighter::find_headings() {
  titled_.assign(units_.units.size(), false);
  size_t unit = 0;
  bool blank = true;
  for (size_t begin = 0; begin < block_.size();) {
    const size_t end = std::min(block_.find('\n', begin), block_.size());
    const std::string_view line = block_.substr(begin, end - begin);
    const size_t first = unit;
    size_t capital = 0;
    size_t small = 0;
    for (; unit < units_.units.size() && units_.units[unit].begin < end;
         ++unit) {
      capital += shapes_[unit] == Shape::kCapital;
      small += shapes_[unit] == Shape::kSmall;
    }
    const bool last = end + 1 >= block_.size() || block_[end + 1] == '\n';
    if (blank && last && is_heading(line, capital, small)) {
      for (size_t i = first; i < unit; ++i) titled_[i] = true;
    }
    blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
    begin = end + 1;
  }
}

Scene Sighter::scene_of(std::string_view lang) {
  return {lexicon_, reader_, block_,           units_, sentences_,
          shapes_,  titled_, covered_,         words_, near_,
          0,        count_,  std::string(lang)};
}

void Sighter::count_words() {
  const Scene scene = scene_of(block_lang_);
  for (uint32_t i = 0; i < count_; ++i) {
    const bool opening = shapes_[i] == Shape::kCapital && scene.opens(i);
    words_.add(scene.key_of(i), shapes_[i], opening);
  }
}

// Blocks hide what is in them, known words that are characters likewise; a
// known word of letters may be one of an unknown name.
void Sighter::cover_blocks() {
  std::vector<match::Match> matches;
  lexicon_.matcher().scan(block_, &scratch_, &matches);
  const fold::UnitList& all = units_.units;
  for (const match::Match& match : matches) {
    if (!resolve::is_word(lexicon_, match.pattern, &options_)) continue;
    auto unit = std::partition_point(
        all.begin(), all.end(),
        [&](const fold::Unit& one) { return one.end <= match.begin; });
    const bool spaced =
        unit != all.end() && unit->kind == fold::UnitKind::kWord;
    if (spaced && !lexicon_.is_block(match.pattern)) continue;
    for (; unit != all.end() && unit->begin < match.end; ++unit) {
      covered_[static_cast<size_t>(unit - all.begin())] = true;
    }
  }
}

void Sighter::cover_mentions() {
  if (mentions_.empty()) return;
  for (size_t i = 0; i < units_.units.size(); ++i) {
    const fold::Unit& unit = units_.units[i];
    if (is_mentioned(document_.source_begin(begin_ + unit.begin),
                     document_.source_end(begin_ + unit.end))) {
      covered_[i] = true;
    }
  }
}

bool Sighter::is_mentioned(size_t begin, size_t end) const {
  const auto next =
      std::upper_bound(mentions_.begin(), mentions_.end(), begin, ends_later);
  return next != mentions_.end() && next->begin < end;
}

bool Sighter::has_company(size_t begin) const {
  const size_t from = begin > kCompany ? begin - kCompany : 0;
  const auto next =
      std::upper_bound(mentions_.begin(), mentions_.end(), from, ends_later);
  return next != mentions_.end() && next->begin < begin + kCompany;
}

// Stretch by stretch of one declared language.
void Sighter::find(SeenNames* names) {
  Scene scene = scene_of(block_lang_);
  std::vector<Sighted> found;
  for (uint32_t first = 0, last = 0; first < count_; first = last) {
    const std::string_view declared =
        document_.lang_at(begin_ + units_.units[first].begin);
    while (last < count_ &&
           document_.lang_at(begin_ + units_.units[last].begin) == declared) {
      ++last;
    }
    scene.first = first;
    scene.last = last;
    scene.lang = primary(lang_at(units_.units[first].begin));
    found.clear();
    sight_capitals(scene, &found);
    sight_words(scene, &found);
    sight_characters(scene, &found);
    for (const Sighted& one : found) note(scene, one, names);
  }
}

void Sighter::add_cues(const Scene& scene, const Sighted& one,
                       SeenName* seen) const {
  const auto cues = reader_.cues.beside(units_, one.begin, one.end);
  std::optional<SeenCue> sides[2];
  for (const context::CueFinder::Cue& cue : cues) {
    if (!frames(cue.type) || !may_frame(scene, one, cue)) continue;
    std::optional<SeenCue>& side = sides[cue.before];
    // The longest counts; of one spelling the first row.
    if (side && side->words == cue.words) continue;
    side = {cue.words, std::string(cue.type), cue.before, 1};
  }
  for (std::optional<SeenCue>& side : sides) {
    if (side) seen->cues.push_back(std::move(*side));
  }
}

void Sighter::note(const Scene& scene, const Sighted& one, SeenNames* names) {
  const size_t begin = document_.source_begin(begin_ + one.begin);
  const size_t end = document_.source_end(begin_ + one.end);
  // What stands beside the text may be within the span.
  if (is_mentioned(begin, end)) return;
  SeenName seen;
  add_cues(scene, one, &seen);
  if (one.by_cue && seen.cues.empty() && !one.near) return;
  seen.count = 1;
  seen.words = one.words;
  seen.capital = one.capital;
  seen.opening = one.opening;
  seen.framed = !seen.cues.empty();
  seen.fathered = one.fathered;
  seen.numbered = one.numbered;
  seen.sounds = one.sounds;
  seen.foreign_script = one.foreign_script;
  seen.near = one.near;
  seen.nouns = capitals_are_nouns(scene.lang);
  seen.company = has_company(begin);
  if (!scene.lang.empty()) seen.langs[scene.lang] = 1;
  const bool han = one.sounds > 0 || one.foreign_script;
  seen.texts[in_one_line(block_.substr(one.begin, one.end - one.begin), han)] =
      1;
  SeenName& known = names->names[one.key];
  if (known.places.size() < Suggestion::kMostPlaces) {
    seen.places.push_back({annotation_.name, begin, end});
  }
  if (known.context.empty()) seen.context = context_of(one);
  known.add(seen);
  known.total = one.total;
}

std::string Sighter::context_of(const Sighted& one) const {
  size_t from = one.begin > kContext ? one.begin - kContext : 0;
  size_t to = std::min<size_t>(block_.size(), one.end + kContext);
  const auto inside = [&](size_t at) {
    return at < block_.size() && (block_[at] & 0xC0) == 0x80;
  };
  while (from < one.begin && inside(from)) ++from;
  while (to > one.end && inside(to)) --to;
  // Whole words, where there are words.
  const size_t space = block_.find_first_of(" \n", from);
  if (from > 0 && space < one.begin) from = space + 1;
  const size_t last = block_.substr(0, to).find_last_of(" \n");
  if (to < block_.size() && last != std::string_view::npos && last > one.end) {
    to = last;
  }
  return in_one_line(block_.substr(from, to - from), false);
}

}  // namespace khitai::annotate
