// SPDX-License-Identifier: Apache-2.0

#include "compile/romanized.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "base/ordered_pool.h"
#include "compile/cells.h"
#include "compile/conventions.h"
#include "compile/han_words.h"
#include "romanize/split.h"
#include "romanize/write.h"
#include "text/script.h"

namespace khitai::compile {
namespace {

using romanize::Writer;

constexpr std::string_view kPrivate = "-x-";

size_t number_of(std::string_view cell) {
  size_t number = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return number;
}

size_t letters_of(std::string_view text) {
  size_t letters = 0;
  for (std::string_view one : characters(text)) {
    letters += text::script_of(one) != "Zyyy" ? 1 : 0;
  }
  return letters;
}

bool is_one_word(std::string_view text) {
  return text.find_first_of(" -") == std::string_view::npos;
}

// A row of generated.tsv with what it refers to.
struct Recipe {
  const Row* row;
  const Writer* writer;
  std::string tag;
  size_t least, alone;  // letters
  std::vector<std::string_view> types;
};

std::vector<Recipe> read_recipes(const Tables& tables,
                                 const romanize::Tables& conventions) {
  std::vector<Recipe> recipes;
  for (const Row* row : sorted_rows(tables.of(TableKind::kGenerated))) {
    Recipe recipe = {row,
                     nullptr,
                     "",
                     number_of((*row)[generated::kLeast]),
                     number_of((*row)[generated::kAlone]),
                     words((*row)[generated::kTypes])};
    for (const Writer& writer : conventions.writers()) {
      if (writer.convention == (*row)[generated::kConvention] &&
          writer.lang == (*row)[generated::kLang]) {
        recipe.writer = &writer;
      }
    }
    recipe.tag = convention_tag(tables, (*row)[generated::kConvention],
                                (*row)[generated::kLang]);
    if (recipe.writer != nullptr && !recipe.tag.empty()) {
      recipes.push_back(std::move(recipe));
    }
  }
  return recipes;
}

// Tags of a language that are no convention's: those a form is spelled in.
bool is_plain(std::string_view tags, std::string_view lang) {
  const std::string below = tags_below(tags, lang);
  for (std::string_view tag : words(below)) {
    if (tag.find(kPrivate) == std::string_view::npos) return true;
  }
  return false;
}

bool is_chinese(const DraftForm& form) {
  return is_plain(form.lang, "zh") || is_plain(form.lang, "lzh");
}

// A foreign name in modern Chinese, which nobody romanizes by its characters.
bool has_dot(std::string_view text) {
  return text.find("\u00B7") != std::string_view::npos;
}

// Whether a letter of the text is in the script, which nothing has written.
bool has_script(std::string_view text, std::string_view script) {
  for (std::string_view one : characters(text)) {
    if (text::script_of(one) == script) return true;
  }
  return false;
}

class Romanizer {
 public:
  Romanizer(const Tables& tables, const Denoted& denoted,
            const std::vector<DraftForm>& forms, unsigned jobs)
      : denoted_(denoted),
        forms_(forms),
        conventions_(conventions_of(tables)),
        recipes_(read_recipes(tables, *conventions_)),
        han_(*conventions_, tables, forms, jobs) {}

  // Forms depend on their bases alone, so blocks of these go to several
  // threads.
  std::vector<DraftForm> run(unsigned jobs) const {
    constexpr size_t kBlock = 4096;  // bases
    std::vector<DraftForm> all;
    base::run_blocks_in_order(
        jobs, forms_.size(), kBlock,
        [&](size_t begin, size_t end) {
          Made made;
          for (size_t i = begin; i < end; ++i) make(i, &made);
          fold_drafts(&made.forms, 1);
          return std::move(made.forms);
        },
        [&](std::vector<DraftForm> forms) {
          std::move(forms.begin(), forms.end(), std::back_inserter(all));
          return true;
        });
    return all;
  }

 private:
  struct Made {
    std::vector<DraftForm> forms;
    size_t begin = 0;  // of the forms of the base at hand
  };

  // Attested and composed forms are bases; what a rule made of one is not.
  void make(size_t base, Made* made) const {
    if (has_word(forms_[base].use, "never")) return;
    if (!forms_[base].rule.empty() && forms_[base].base != SIZE_MAX) return;
    made->begin = made->forms.size();
    const DraftForm& form = forms_[base];
    const std::string_view script = text::script_of(form.text);
    std::vector<HanReading> readings;
    if (script == "Hani" && is_chinese(form) && !has_dot(form.text)) {
      readings = han_.read(form);
    }
    for (const Recipe& recipe : recipes_) {
      const Writer& writer = *recipe.writer;
      const bool mandarin = writer.from == "pinyin";
      if (mandarin ? readings.empty()
                   : !starts_from(writer, form.lang, script) &&
                         !starts_from_reading(writer, form, script)) {
        continue;
      }
      if (!type_fits(recipe, *form.name)) continue;
      if (mandarin) {
        for (const HanReading& reading : readings) {
          add_mandarin(recipe, base, reading, made);
        }
      } else {
        const std::string& from = starts_from_reading(writer, form, script)
                                      ? *form.reading
                                      : form.text;
        std::string text = romanize::write_letters(writer, from);
        if (writer.from == script && has_script(text, script)) continue;
        add(recipe, base, std::move(text), true, made);
      }
    }
  }

  bool type_fits(const Recipe& recipe, std::string_view name) const {
    if (recipe.types.empty()) return true;
    return denoted_.any_type(name, [&](std::string_view type) {
      return std::find(recipe.types.begin(), recipe.types.end(), type) !=
             recipe.types.end();
    });
  }

  static bool starts_from(const Writer& writer, std::string_view langs,
                          std::string_view script) {
    if (writer.from == "ijmes") {
      return has_word(langs, std::string(writer.lang) + "-Latn-x-ijmes");
    }
    return writer.from == script && is_plain(langs, writer.lang);
  }

  // The vocalized reading of a form in Arabic letters.
  static bool starts_from_reading(const Writer& writer, const DraftForm& form,
                                  std::string_view script) {
    return writer.from == "ijmes" && script == "Arab" &&
           !form.reading->empty() && is_plain(form.lang, writer.lang);
  }

  void add_mandarin(const Recipe& recipe, size_t base,
                    const HanReading& reading, Made* made) const {
    if (!recipe.writer->tones.empty() && !reading.tones) return;
    auto text =
        romanize::write_words(*conventions_, *recipe.writer, reading.words);
    if (text) add(recipe, base, std::move(*text), reading.attested, made);
  }

  void add(const Recipe& recipe, size_t base, std::string text, bool certain,
           Made* made) const {
    std::vector<DraftForm>& out = made->forms;
    const size_t letters = letters_of(text);
    if (letters < recipe.least) return;
    const std::string& rule = (*recipe.row)[generated::kConvention];
    for (size_t i = made->begin; i < out.size(); ++i) {
      if (out[i].text != text) continue;
      // Two readings may come out alike.
      if (has_word(out[i].rule, rule)) return;
      out[i].rule += " " + rule;
      out[i].lang += " " + recipe.tag;
      return;
    }
    if (out.size() - made->begin == kMostRomanized) return;
    DraftForm form = forms_[base];
    form.use = use_of(recipe, form.use, is_one_word(text), letters);
    form.text = std::move(text);
    form.lang = recipe.tag;
    form.rule = rule;
    form.base = base;
    form.reading = Text();
    form.basis = generated_text();
    if (!certain && *form.certainty == "certain")
      form.certainty = likely_text();
    out.push_back(std::move(form));
  }

  // The base's and the row's, in the order of the vocabulary.
  static std::string use_of(const Recipe& recipe, std::string_view base,
                            bool one_word, size_t letters) {
    std::string use;
    for (std::string_view word : {"part", "cue", "cased", "lang"}) {
      const bool is_short = word == "cue" && one_word && letters < recipe.alone;
      if (!is_short && !has_word(base, word) &&
          !has_word((*recipe.row)[generated::kUse], word)) {
        continue;
      }
      use += (use.empty() ? "" : " ") + std::string(word);
    }
    return use;
  }

  const Denoted& denoted_;
  const std::vector<DraftForm>& forms_;
  const std::unique_ptr<romanize::Tables> conventions_;
  const std::vector<Recipe> recipes_;
  const HanWords han_;
};

}  // namespace

std::vector<DraftForm> romanized_forms(const Tables& tables,
                                       const Denoted& denoted,
                                       const std::vector<DraftForm>& forms,
                                       unsigned jobs) {
  if (tables.of(TableKind::kGenerated).rows.empty()) return {};
  return Romanizer(tables, denoted, forms, jobs).run(jobs);
}

}  // namespace khitai::compile
