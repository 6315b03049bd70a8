// SPDX-License-Identifier: Apache-2.0

#include "annotate/transcriptions.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>
#include <vector>

#include "fold/fold.h"
#include "lexicon/spellings.h"
#include "romanize/keys.h"
#include "romanize/skeleton.h"
#include "text/script.h"
#include "text/utf8.h"

namespace khitai::annotate {
namespace {

constexpr size_t kLeastShared = 2;
constexpr double kAlike = 0.75;     // of the consonants, in order
constexpr size_t kMostLength = 8;   // characters of a form to learn from
constexpr double kRare = 0.05;      // counts of a character not met: in foreign
constexpr double kOther = 0.5;      // names, and elsewhere
constexpr double kAlphabet = 5000;  // characters there are

// The longest row of consonants that both have.
size_t common(const std::string& a, const std::string& b) {
  std::vector<size_t> row(b.size() + 1, 0);
  for (char one : a) {
    size_t corner = 0;
    for (size_t i = 1; i <= b.size(); ++i) {
      const size_t above = row[i];
      row[i] = one == b[i - 1] ? corner + 1 : std::max(row[i], row[i - 1]);
      corner = above;
    }
  }
  return row.back();
}

bool sound_alike(const std::string& a, const std::string& b) {
  const size_t longer = std::max(a.size(), b.size());
  if (std::min(a.size(), b.size()) < kLeastShared) return false;
  return static_cast<double>(common(a, b)) >=
         kAlike * static_cast<double>(longer);
}

// The forms of a name: how those in characters and the others are read.
class SoundsOfName {
 public:
  SoundsOfName(const Lexicon& lexicon, uint32_t name) : lexicon_(lexicon) {
    for (uint32_t number : lexicon.forms_of_name(name)) {
      const Form form = lexicon.form(number);
      if (form.generated()) continue;
      if (text::script_of(form.text) == "Hani") {
        han_.push_back(number);
      } else {
        add_other(number);
      }
    }
    chinese_ = !han_.empty() && has_chinese_label(name);
  }

  const std::vector<uint32_t>& han() const { return han_; }
  bool is_chinese() const { return chinese_; }

  // Whether characters write the sounds of another form.
  bool is_foreign(uint32_t form) const {
    const lexicon::Spellings& spellings = lexicon_.spellings();
    for (std::string_view reading : spellings.wider(form)) {
      if (!reading.starts_with("w:")) continue;
      const std::string sounds = consonants_of(reading);
      for (const std::string& other : others_) {
        if (sound_alike(sounds, other)) return true;
      }
    }
    return false;
  }

 private:
  std::string consonants_of(std::string_view reading) const {
    return romanize::skeleton_of(lexicon_.conventions(), reading[0],
                                 reading.substr(2))
        .consonants;
  }

  // Whether Mandarin syllables read what the name, or its entity, is called.
  bool has_chinese_label(uint32_t name) const {
    std::vector<std::string_view> labels = {lexicon_.name(name).label};
    for (uint32_t sense : lexicon_.senses_of_name(name)) {
      labels.push_back(lexicon_.entity(lexicon_.sense(sense).entity).label);
    }
    return std::any_of(labels.begin(), labels.end(), [&](auto label) {
      const auto keys = romanize::l2_keys(lexicon_.conventions(), label, "");
      return std::any_of(keys.begin(), keys.end(),
                         [](const auto& key) { return key.starts_with("z:"); });
    });
  }

  // Korean and Japanese read the characters themselves.
  void add_other(uint32_t form) {
    const std::string_view script =
        text::script_of(lexicon_.spellings().l1(form));
    if (script == "Hang" || script == "Hira" || script == "Kana") return;
    for (std::string_view reading : lexicon_.spellings().readings(form)) {
      if (reading.starts_with("w:") || reading.starts_with("a:")) {
        others_.insert(consonants_of(reading));
      }
    }
  }

  const Lexicon& lexicon_;
  std::vector<uint32_t> han_;
  std::set<std::string> others_;
  bool chinese_ = false;
};

}  // namespace

const Transcriptions& Transcriptions::of(const Lexicon& lexicon) {
  return *static_cast<const Transcriptions*>(
      lexicon.kept(Lexicon::Kept::kTranscriptions,
                   [&lexicon]() -> std::shared_ptr<const void> {
                     return std::make_shared<const Transcriptions>(lexicon);
                   }));
}

Transcriptions::Transcriptions(const Lexicon& lexicon) {
  for (uint32_t name = 0; name < lexicon.name_count(); ++name) {
    const SoundsOfName sounds(lexicon, name);
    for (uint32_t form : sounds.han()) {
      // What is foreign and sounds otherwise may be translated: no example.
      const bool chinese = sounds.is_chinese();
      if (!chinese && !sounds.is_foreign(form)) continue;
      learn(fold::match_key(lexicon.form(form).text), !chinese);
    }
  }
}

void Transcriptions::learn(std::string_view key, bool foreign) {
  const std::vector<std::string_view> characters = text::code_points_of(key);
  if (characters.size() > kMostLength) return;
  forms_ += foreign;
  for (std::string_view one : characters) {
    Counts& counts = characters_[std::string(one)];
    ++(foreign ? counts.foreign : counts.native);
  }
  (foreign ? foreign_ : native_) += characters.size();
}

bool Transcriptions::has(std::string_view character) const {
  const auto found = characters_.find(std::string(character));
  return found != characters_.end() && found->second.foreign > 0;
}

double Transcriptions::weight(std::string_view character, size_t there,
                              size_t all) const {
  const auto found = characters_.find(std::string(character));
  const Counts counts = found == characters_.end() ? Counts() : found->second;
  const double inside = (static_cast<double>(counts.foreign) + kRare) /
                        (static_cast<double>(foreign_) + kRare * kAlphabet);
  const double outside =
      (static_cast<double>(counts.native + there) + kOther) /
      (static_cast<double>(native_ + all) + kOther * kAlphabet);
  return std::log(inside / outside);
}

}  // namespace khitai::annotate
