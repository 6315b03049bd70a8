// SPDX-License-Identifier: Apache-2.0
//
// Detection by the readings of a lexicon: what its conventions are learnt
// from, and which of them write a name of an entity as a text has it.

#include "romanize/detect.h"

#include <algorithm>
#include <cmath>

#include "khitai/conventions.h"
#include "khitai/keys.h"
#include "lexicon/options.h"
#include "lexicon/spelled.h"
#include "lexicon/store.h"
#include "romanize/split.h"
#include "text/script.h"
#include "text/tag.h"

namespace khitai {
namespace {

using romanize::Detector;
using romanize::Writer;

constexpr uint32_t kMostLearnt = 400;  // readings of a language

// What forms of a language are learnt as.
struct Lesson {
  std::string_view tag, lang, from;
};
constexpr Lesson kLessons[] = {
    {"zh-Hant", "zh", "pinyin"},
    {"fa-Latn-x-ijmes", "fa", "ijmes"},
    {"ar-Latn-x-ijmes", "fa", "ijmes"},
    {"fa-Latn-x-ijmes", "ar", "ijmes"},
    {"ar-Latn-x-ijmes", "ar", "ijmes"},
    {"ru", "ru", "Cyrl"},
    {"mn-Cyrl", "mn", "Cyrl"},
    {"kk-Cyrl", "kk", "Cyrl"},
    {"uz-Cyrl", "uz", "Cyrl"},
    {"ky-Cyrl", "ky", "Cyrl"},
    {"ug-Arab", "ug", "Arab"},
    {"zh-Hant", "yue", "pinyin"},
    {"zh-Hant", "ko", "pinyin"},
    {"zh-Hant", "vi", "pinyin"},
    {"ko", "ko", "Hang"},
    {"ja", "ja", "Kana"},
    {"mn-Mong", "mn", "Mong"},
    {"otk-Orkh", "otk", "Orkh"},
    {"grc", "grc", "Grek"},
};

void learn(const romanize::Tables& tables, const Lesson& lesson,
           const Form& form, Detector* detector) {
  if (lesson.from != "pinyin") {
    if (lesson.from == "ijmes" || lesson.from == text::script_of(form.text)) {
      detector->learn(lesson.lang, lesson.from, form.text);
    }
    return;
  }
  const bool read = !form.reading.empty() && lesson.lang == "zh";
  const auto words =
      read ? romanize::words_of_pinyin(
                 tables, form.reading.substr(0, form.reading.find('|')))
           : romanize::words_of_han(tables, form.text);
  if (words) detector->learn(lesson.lang, *words);
}

std::string compared(std::string_view form) {
  std::string key = l0_key(form);
  std::erase(key, ' ');
  return key;
}

// The conventions that write the name of a form as `wanted`.
class Producers {
 public:
  Producers(const romanize::Tables& tables, std::string_view form)
      : tables_(tables),
        wanted_(compared(form)),
        script_(text::script_of(form)) {}

  void look_at(const Form& form) {
    const std::string_view script = text::script_of(form.text);
    for (const Writer& writer : tables_.writers()) {
      if (writer.script != script_ || writer.prior == 0) continue;
      if (writer.from == "pinyin") {
        if (script == "Hani" && is_of(form, "zh")) look_at_han(writer, form);
      } else if (writer.from == "ijmes") {
        const std::string tag = std::string(writer.lang) + "-Latn-x-ijmes";
        if (lexicon::has_lang(form.lang, tag)) try_letters(writer, form);
      } else if (writer.from == script && is_of(form, writer.lang)) {
        try_letters(writer, form);
      }
    }
  }
  std::vector<const Writer*> take() { return std::move(found_); }

 private:
  static bool is_of(const Form& form, std::string_view lang) {
    return lexicon::has_lang(form.lang, lang) ||
           (lang == "zh" && lexicon::has_lang(form.lang, "lzh"));
  }
  void try_letters(const Writer& writer, const Form& form) {
    add(writer, romanize::write_letters(writer, form.text));
  }
  void look_at_han(const Writer& writer, const Form& form) {
    std::optional<romanize::Words> words;
    for (std::string_view reading : romanize::split(form.reading, '|')) {
      words = romanize::words_of_pinyin(tables_, reading);
      if (!words) continue;
      romanize::set_characters(form.text, &*words);
      add(writer, romanize::write_words(tables_, writer, *words).value_or(""));
    }
    if (words) return;
    words = romanize::words_of_han(tables_, form.text);
    if (!words) return;
    add(writer, romanize::write_words(tables_, writer, *words).value_or(""));
  }
  void add(const Writer& writer, std::string_view written) {
    if (compared(written) != wanted_) return;
    if (std::find(found_.begin(), found_.end(), &writer) == found_.end()) {
      found_.push_back(&writer);
    }
  }

  const romanize::Tables& tables_;
  std::string wanted_;
  std::string_view script_;
  std::vector<const Writer*> found_;
};

}  // namespace

const romanize::Detector& Lexicon::detector() const {
  return store_->detector([this] {
    auto out = std::make_unique<Detector>(conventions());
    for (const Lesson& lesson : kLessons) {
      std::vector<uint32_t> forms;
      for (uint32_t i = 0; i < form_count(); ++i) {
        const Form one = form(i);
        if (!one.generated() && lexicon::has_lang(one.lang, lesson.tag)) {
          forms.push_back(i);
        }
      }
      const size_t step = forms.size() / kMostLearnt + 1;
      for (size_t i = 0; i < forms.size(); i += step) {
        learn(conventions(), lesson, form(forms[i]), out.get());
      }
    }
    return out;
  });
}

std::vector<Detected> detect_conventions(const Lexicon& lexicon,
                                         std::string_view form,
                                         std::string_view lang) {
  std::vector<Detected> out;
  for (const Detector::Guess& one :
       lexicon.detector().detect(form, text::usual_tag(lang))) {
    if (one.writer == nullptr) {
      out.push_back({"none", "", one.probability, 0});
    } else {
      out.push_back(
          {one.writer->convention, one.writer->lang, one.probability, 0});
    }
  }
  return out;
}

std::vector<Detected> conventions_of_mention(const Lexicon& lexicon,
                                             std::string_view form,
                                             uint32_t entity) {
  Producers producers(lexicon.conventions(), form);
  for (uint32_t number : lexicon.senses_of_entity(entity)) {
    for (uint32_t index : lexicon.forms_of_name(lexicon.sense(number).name)) {
      const Form one = lexicon.form(index);
      if (!one.generated()) producers.look_at(one);
    }
  }
  std::vector<Detected> out;
  double total = 0;
  for (const Writer* writer : producers.take()) {
    out.push_back({writer->convention, writer->lang, writer->prior, 0});
    total += writer->prior;
  }
  for (Detected& one : out) one.probability /= total;
  return out;
}

}  // namespace khitai
