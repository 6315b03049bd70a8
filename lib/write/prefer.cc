// SPDX-License-Identifier: Apache-2.0

#include "write/prefer.h"

#include <algorithm>
#include <tuple>

#include "khitai/keys.h"
#include "lexicon/options.h"
#include "text/script.h"

namespace khitai::write {
namespace {

constexpr unsigned kBase = 1, kAdjective = 2, kDemonym = 4, kCollective = 8,
                   kClassified = 16, kPlural = 32;

// The `grammar` of a form as bits. A label in the singular is the plain name,
// whatever else it is.
unsigned grammar_of(std::string_view grammar, bool label) {
  constexpr std::pair<std::string_view, unsigned> kWords[] = {
      {"base", kBase},
      {"adjective", kAdjective},
      {"demonym", kDemonym},
      {"collective", kCollective},
      {"classified", kClassified},
      {"plural", kPlural}};
  unsigned bits = 0;
  for (size_t at = 0; at < grammar.size();) {
    const size_t end = std::min(grammar.find(' ', at), grammar.size());
    for (const auto& [word, bit] : kWords) {
      if (grammar.substr(at, end - at) == word) bits |= bit;
    }
    at = end + 1;
  }
  const bool plain = (bits & ~kPlural) == 0;
  if (plain || (label && (bits & kPlural) == 0)) bits |= kBase;
  return bits;
}

unsigned grammar_of(const Form& form) {
  return grammar_of(form.grammar, (form.use & kUseLabel) != 0);
}

// Whether a form of one grammar can do what one of the other did.
bool agrees(unsigned old_one, unsigned new_one) {
  return (old_one & kPlural) == (new_one & kPlural) &&
         (old_one & ~new_one) == 0;
}

std::string primary(std::string_view tag) {
  std::string first(tag.substr(0, tag.find_first_of("- ")));
  return first == "lzh" ? "zh" : first;
}

// Whether the form is usual in a language; literary Chinese is Chinese.
bool is_of(const Form& form, const std::string& lang) {
  return lexicon::has_lang(form.lang, lang) ||
         (lang == "zh" && lexicon::has_lang(form.lang, "lzh"));
}

std::vector<std::string> parted_words(std::string_view text) {
  std::vector<std::string> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool share_one(const std::vector<std::string>& a,
               const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& key) {
    return std::find(b.begin(), b.end(), key) != b.end();
  });
}

// Whether one of the tags is this one: Wade-Giles, not a variety of it.
bool is_tagged(std::string_view tags, std::string_view tag) {
  const std::vector<std::string> all = parted_words(tags);
  return std::find(all.begin(), all.end(), tag) != all.end();
}

int certainty_rank(std::string_view certainty) {
  return certainty == "certain" ? 0 : certainty == "likely" ? 1 : 2;
}

constexpr uint32_t kShort = kUsePart | kUseCue;

}  // namespace

struct Preference::Asked {
  uint32_t entity_number;
  uint32_t name;
  Entity entity;
  Form form;  // the lexicon's, that the mention met
  std::string_view written;
  std::string lang;         // primary subtag of the text's language
  std::string_view script;  // of the mention
  std::vector<std::string> words;
  std::set<std::string> keys;  // L1 keys of the words
  std::set<std::string> cues;
  bool simplified;  // Chinese in simplified characters
};

Preference::Preference(const Lexicon& lexicon, const NormalizeOptions& options,
                       SpellingCounts counts)
    : lexicon_(lexicon), options_(options), counts_(std::move(counts)) {
  for (uint32_t i = 0; i < lexicon.cue_count(); ++i) {
    const std::string_view type = lexicon.cue(i).type;
    if (type != "person" && type != "polity" && type != "people") continue;
    const std::string key = l1_key(lexicon.cue(i).cue);
    if (key.find(' ') == key.npos) cues_.insert(key);
  }
}

std::set<std::string> Preference::cue_words(std::string_view text) const {
  std::set<std::string> found;
  for (const std::string& word : parted_words(text)) {
    std::string key = l1_key(word);
    if (cues_.count(key) > 0) found.insert(std::move(key));
  }
  return found;
}

// Nothing is added to a name and nothing taken away: no first name, no title,
// no "Empire". Counted in words; a short form (Dashi) stays short.
bool Preference::same_extent(const Asked& asked, std::string_view text,
                             uint32_t use) const {
  if (options_.level == Level::kEntity) return true;
  const size_t old_count = asked.words.size();
  const size_t new_count = parted_words(text).size();
  if (asked.entity.type == "person" && old_count != new_count) return false;
  // Characters are what words are elsewhere.
  if (asked.script == "Hani" && text.size() != asked.form.text.size()) {
    return false;
  }
  if ((asked.form.use & kShort) != 0 && old_count < new_count) return false;
  if ((use & kShort) != 0 && new_count < old_count) return false;
  if (cue_words(text) != asked.cues) return false;
  const std::vector<std::string> list = parted_words(l1_key(text));
  const std::set<std::string> keys(list.begin(), list.end());
  const auto within = [](const auto& few, const auto& many) {
    return few.size() < many.size() &&
           std::includes(many.begin(), many.end(), few.begin(), few.end());
  };
  return !within(keys, asked.keys) && !within(asked.keys, keys);
}

bool Preference::fits(const Asked& asked, const Form& form) const {
  if ((form.use & (kUseNever | kUsePart)) != 0) return false;
  // Simplified characters in a simplified text, and there only.
  const bool simplified = form.lang.find("Hans") != form.lang.npos;
  if (asked.script == "Hani" && simplified != asked.simplified) return false;
  return agrees(grammar_of(asked.form), grammar_of(form)) &&
         text::script_of(form.text) == asked.script &&
         same_extent(asked, form.text, form.use);
}

// Whether both spell one reading; *Western Liao* does not spell *Hsi Liao*. In
// a convention of Chinese the syllables must be the same, in as many words:
// *Balasagun* is no spelling of *Bala Shagun*, as Chinese heard it.
bool Preference::is_spelling(const Asked& asked, const Form& form,
                             std::string_view tag) const {
  const auto alike = [&](const auto& keys, const Form& other) {
    return share_one(keys(lexicon_, asked.form.text, asked.form.lang),
                     keys(lexicon_, other.text, other.lang));
  };
  if (primary(tag) != "zh") return alike(l2_keys, form) || alike(l3_keys, form);
  if (asked.words.size() != parted_words(form.text).size()) return false;
  if (alike(l2_keys, form)) return true;
  if (!form.generated() || form.base == kNoRow) return false;
  // Some conventions are not read back; others write the same reading.
  const auto names = lexicon_.forms_of_name(form.name);
  return std::any_of(names.begin(), names.end(), [&](uint32_t number) {
    const Form other = lexicon_.form(number);
    return other.generated() && other.base == form.base &&
           alike(l2_keys, other);
  });
}

// Whether it is the name's preferred spelling, or made of that.
bool Preference::is_label(const Form& form) const {
  return (form.use & kUseLabel) != 0 ||
         (form.generated() && form.base != kNoRow &&
          (lexicon_.form_use(form.base) & kUseLabel) != 0);
}

// The names whose forms may stand for the mention, the best first.
std::vector<uint32_t> Preference::names_for(const Asked& asked) const {
  if (options_.level == Level::kForm) return {asked.name};
  std::vector<uint32_t> names;
  const auto main = lexicon_.find_name(asked.entity.id);
  const std::string family = primary(lexicon_.name(asked.name).lang);
  for (uint32_t sense : lexicon_.senses_of_entity(asked.entity_number)) {
    const Sense one = lexicon_.sense(sense);
    if (!one.form.empty()) continue;
    const bool same =
        one.name == asked.name ||
        (!family.empty() && primary(lexicon_.name(one.name).lang) == family);
    if (options_.level == Level::kName && !same) continue;
    if (main && one.name == *main) {
      names.insert(names.begin(), one.name);
    } else {
      names.push_back(one.name);
    }
  }
  if (options_.level == Level::kEntity && names.size() > 1) names.resize(1);
  return names;
}

Choice Preference::by_style(const Asked& asked) const {
  const std::string_view id = lexicon_.name(asked.name).id;
  for (const HouseForm& row : options_.style) {
    const bool named = row.id == id || (options_.level == Level::kEntity &&
                                        row.id == asked.entity.id);
    if (!named || text::script_of(row.form) != asked.script) continue;
    if (!row.lang.empty() && primary(row.lang) != asked.lang) continue;
    // The lexicon knows the grammar of its own forms; others are plain names.
    unsigned grammar = 0;
    for (uint32_t index : lexicon_.forms_of_name(asked.name)) {
      const Form form = lexicon_.form(index);
      if (form.text == row.form) grammar |= grammar_of(form);
    }
    if (grammar == 0) grammar = kBase;
    if (agrees(grammar_of(asked.form), grammar) &&
        same_extent(asked, row.form, 0)) {
      return {row.form, "style"};
    }
  }
  return {};
}

Choice Preference::by_tag(const Asked& asked, uint32_t name) const {
  Form best;
  auto least = std::tuple(SIZE_MAX, true, true, true, 9);
  for (uint32_t index : lexicon_.forms_of_name(name)) {
    const Form form = lexicon_.form(index);
    for (size_t i = 0; i < options_.prefer.size(); ++i) {
      const std::string& tag = options_.prefer[i];
      if (!lexicon::has_lang(form.lang, tag) || !fits(asked, form)) continue;
      const bool convention = tag.find('-') != tag.npos;
      if (convention && options_.level != Level::kEntity &&
          !is_spelling(asked, form, tag)) {
        continue;
      }
      const auto rank =
          std::tuple(i, !is_tagged(form.lang, tag), form.generated(),
                     !is_label(form), certainty_rank(form.certainty));
      if (rank >= least) continue;
      least = rank;
      best = form;
    }
  }
  return {std::string(best.text), "prefer"};
}

Choice Preference::by_label(const Asked& asked, uint32_t name) const {
  for (uint32_t index : lexicon_.forms_of_name(name)) {
    const Form form = lexicon_.form(index);
    if ((form.use & kUseLabel) != 0 && is_of(form, asked.lang) &&
        fits(asked, form)) {
      return {std::string(form.text), "label"};
    }
  }
  return {};
}

Choice Preference::by_count(const Asked& asked, uint32_t name) const {
  Choice best;
  size_t most = 0;
  for (uint32_t index : lexicon_.forms_of_name(name)) {
    const Form form = lexicon_.form(index);
    const auto count = counts_.find({name, std::string(form.text)});
    if (count == counts_.end() || count->second <= most) continue;
    if (!is_of(form, asked.lang) || !fits(asked, form)) continue;
    most = count->second;
    best = {std::string(form.text), "frequent"};
  }
  return best;
}

Choice Preference::choose(const Candidate& candidate, std::string_view written,
                          std::string_view lang) const {
  Asked asked;
  asked.form = lexicon_.form(candidate.form);
  asked.name = asked.form.name;
  asked.entity_number = candidate.entity;
  asked.entity = lexicon_.entity(candidate.entity);
  asked.written = written;
  asked.lang = primary(lang.empty() ? asked.form.lang : lang);
  asked.script = text::script_of(written);
  asked.simplified = lang.find("Hans") != lang.npos ||
                     asked.form.lang.find("Hans") != asked.form.lang.npos;
  asked.words = parted_words(asked.form.text);
  for (const std::string& word : parted_words(l1_key(asked.form.text))) {
    asked.keys.insert(word);
  }
  asked.cues = cue_words(asked.form.text);
  const Choice styled = by_style(asked);
  if (!styled.text.empty()) return styled;
  // Simplified and traditional characters are the text's own affair.
  if (asked.script == "Hani" && written != asked.form.text) {
    return {"", "variant characters"};
  }
  for (uint32_t name : names_for(asked)) {
    if (!options_.prefer.empty()) {
      const Choice tagged = by_tag(asked, name);
      if (!tagged.text.empty()) return tagged;
      continue;
    }
    const Choice label = by_label(asked, name);
    if (!label.text.empty()) return label;
    const Choice usual = by_count(asked, name);
    if (!usual.text.empty()) return usual;
  }
  return {"", "no such form"};
}

}  // namespace khitai::write
