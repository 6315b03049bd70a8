// SPDX-License-Identifier: Apache-2.0
//
// Transcribing with the readings of a lexicon: whose form it is, how it is
// read, how its words are parted.

#include <algorithm>

#include "khitai/conventions.h"
#include "lexicon/options.h"
#include "lexicon/spelled.h"
#include "romanize/detect.h"
#include "romanize/elsewhere.h"
#include "romanize/tables.h"
#include "romanize/write.h"
#include "text/script.h"
#include "text/tag.h"

namespace khitai {
namespace {

using romanize::Words;
using romanize::Writer;

class Transcriber {
 public:
  Transcriber(const Lexicon& lexicon, const TranscribeQuery& query)
      : tables_(lexicon.conventions()),
        query_(query),
        script_(text::script_of(query.form)),
        spelled_(lexicon, query.form, text::usual_tag(query.lang)) {}

  Result<Transcription> run();

 private:
  bool wants(const Writer& writer) const {
    return lexicon::has_lang(writer.lang, primary()) || query_.lang.empty();
  }
  std::string primary() const {
    const std::string tag = text::usual_tag(query_.lang);
    const std::string language = tag.substr(0, tag.find('-'));
    return language == "lzh" ? "zh" : language;
  }
  void write_with(const Writer& writer);
  void write_mandarin(const Writer& writer);
  void write_characters(const Writer& writer);
  void write_vocalized(const Writer& writer);
  void add(const Writer& writer, std::string reading, std::string form);
  std::vector<Words> mandarin() const;
  const Writer* source(std::string_view from, std::string_view lang) const;

  const romanize::Tables& tables_;
  const TranscribeQuery& query_;
  std::string_view script_;
  lexicon::Spelled spelled_;
  Transcription out_;
};

void Transcriber::add(const Writer& writer, std::string reading,
                      std::string form) {
  if (form.empty()) return;
  if (out_.forms.empty()) {
    out_.lang = writer.lang;
    out_.reading = std::move(reading);
  }
  if (out_.lang == writer.lang) {
    romanize::add_alternative(std::move(form), &out_.forms);
  }
}

// The writer whose form this is: as told, else the likeliest that is read
// back.
const Writer* Transcriber::source(std::string_view from,
                                  std::string_view lang) const {
  const auto may_be = [&](const Writer& writer, std::string_view convention) {
    return writer.convention == convention && writer.from == from &&
           writer.script == script_ && writer.reads_back && writer.lang == lang;
  };
  const std::string_view told =
      query_.from.empty() ? ""
                          : romanize::convention_called(tables_, query_.from);
  for (const std::string_view tagged : spelled_.conventions()) {
    for (const Writer& writer : tables_.writers()) {
      if (told.empty() && may_be(writer, tagged)) return &writer;
    }
  }
  const Writer* best = nullptr;
  for (const Writer& writer : tables_.writers()) {
    if (!may_be(writer, told.empty() ? writer.convention : told)) continue;
    if (!told.empty()) return &writer;
    const bool reads =
        from != "pinyin" ||
        !romanize::read_words(tables_, writer, query_.form).empty();
    if (!reads) continue;
    if (best == nullptr ||
        spelled_.likelihood(writer) > spelled_.likelihood(*best)) {
      best = &writer;
    }
  }
  return best;
}

std::vector<Words> Transcriber::mandarin() const {
  if (script_ == "Hani") return spelled_.words();
  const Writer* const writer = source("pinyin", "zh");
  if (writer == nullptr) return {};
  return romanize::read_words(tables_, *writer, query_.form);
}

void Transcriber::write_mandarin(const Writer& writer) {
  for (const Words& words : mandarin()) {
    const auto form = romanize::write_words(tables_, writer, words);
    if (form) add(writer, romanize::pinyin_of(tables_, words), *form);
  }
}

void Transcriber::write_characters(const Writer& writer) {
  if (script_ != "Hani") return;
  for (const Words& words : spelled_.words()) {
    std::string reading;
    const auto form = romanize::write_characters(
        tables_, writer, romanize::with_surname_apart(tables_, words),
        &reading);
    if (form) add(writer, std::move(reading), *form);
  }
}

void Transcriber::write_vocalized(const Writer& writer) {
  if (script_ == "Arab") {
    for (const std::string& reading : spelled_.vocalized(writer.lang)) {
      add(writer, reading, romanize::write_letters(writer, reading));
    }
    return;
  }
  const Writer* const from = source("ijmes", writer.lang);
  if (from == nullptr) return;
  const std::string reading = romanize::read_letters(*from, query_.form);
  add(writer, reading, romanize::write_letters(writer, reading));
}

void Transcriber::write_with(const Writer& writer) {
  if (writer.from == "pinyin") return write_mandarin(writer);
  if (writer.from == "ijmes") return write_vocalized(writer);
  if (romanize::is_read_elsewhere(writer.from)) return write_characters(writer);
  if (writer.from != script_ || !spelled_.may_be(writer.lang)) return;
  add(writer, query_.form, romanize::write_letters(writer, query_.form));
}

Result<Transcription> Transcriber::run() {
  const std::string_view to = romanize::convention_called(tables_, query_.to);
  std::vector<const Writer*> writers;
  for (const Writer& writer : tables_.writers()) {
    if (writer.convention == to && wants(writer)) writers.push_back(&writer);
  }
  std::stable_sort(writers.begin(), writers.end(),
                   [&](const Writer* a, const Writer* b) {
                     return spelled_.rank(a->lang) < spelled_.rank(b->lang);
                   });
  for (const Writer* writer : writers) {
    if (out_.forms.empty()) write_with(*writer);
  }
  if (!out_.forms.empty()) return std::move(out_);
  return Error{"'" + query_.form + "': cannot be written in " +
               std::string(to.empty() ? query_.to : to) +
               (script_ == "Arab"
                    ? ", the lexicon has no vocalized form of it"
                    : ", no reading that it starts from is known")};
}

}  // namespace

std::vector<Convention> conventions(const Lexicon& lexicon) {
  const romanize::Tables& tables = lexicon.conventions();
  std::vector<Convention> out;
  for (const romanize::Convention& one : tables.conventions()) {
    Convention convention = {one.id, one.tag, one.definition, {}};
    for (const Writer& writer : tables.writers()) {
      if (writer.convention == one.id) convention.langs.push_back(writer.lang);
    }
    if (!convention.langs.empty()) out.push_back(std::move(convention));
  }
  return out;
}

std::string_view find_convention(const Lexicon& lexicon,
                                 std::string_view word) {
  return romanize::convention_called(lexicon.conventions(), word);
}

std::vector<std::string> convention_tags(const Lexicon& lexicon,
                                         std::string_view word) {
  std::vector<std::string> tags;
  for (const romanize::Convention& one : lexicon.conventions().conventions()) {
    if (!one.is_called(word)) continue;
    tags.emplace_back(one.tag);
    for (std::string_view alias : one.aliases) {
      if (alias.find("-x-") != alias.npos) tags.emplace_back(alias);
    }
  }
  return tags;
}

Result<Transcription> transcribe(const Lexicon& lexicon,
                                 const TranscribeQuery& query) {
  return Transcriber(lexicon, query).run();
}

}  // namespace khitai
