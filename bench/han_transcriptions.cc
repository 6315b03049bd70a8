// SPDX-License-Identifier: Apache-2.0
//
// How often a foreign name in Chinese characters leads to the name itself,
// and back, by readings alone:
//
//   han_transcriptions LEXICON [--misses]
//
// The test set is the lexicon: entities that are no Chinese ones (no pinyin
// reads their label) with a name in Chinese characters that is neither a
// temple, posthumous or era name nor a title. All forms in Chinese characters
// are taken out, the lexicon is compiled of the others, and the characters are
// asked for; then the other way round, for the labels. Forms that a modern
// Mandarin reading answers (an L2 key is the same) are taken out, too. Some of
// the names are translations (the Black Khitans): no reading leads to them.
// `before` is without the readers of Chinese characters
// (conventions/readers.tsv, near).

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "compile/compile.h"
#include "khitai/keys.h"
#include "khitai/lexicon.h"
#include "khitai/resolve.h"
#include "text/script.h"

namespace khitai::bench {
namespace {

namespace fs = std::filesystem;

std::shared_ptr<const Lexicon> compiled(const compile::CompileOptions& given) {
  compile::CompileReport report;
  auto bytes = compile::compile(given, &report);
  if (!bytes.ok()) {
    for (const auto& line : report.problems) {
      std::fprintf(stderr, "%s\n", line.c_str());
    }
    std::exit(3);
  }
  return Lexicon::from_bytes(std::move(bytes).value()).value();
}

bool is_chinese(const Lexicon& lexicon, std::string_view form) {
  const auto keys = l2_keys(lexicon, form, "");
  return std::any_of(keys.begin(), keys.end(),
                     [](const std::string& key) { return key[0] == 'z'; });
}

bool is_by_sound(std::string_view kind) {
  static const std::set<std::string_view> kOthers = {
      "temple",        "posthumous", "era",       "title",
      "title-as-name", "throne",     "honorific", "designation"};
  return !kOthers.contains(kind);
}

struct Names {
  // Texts by entity; of the label only where it is asked for.
  std::map<std::string, std::set<std::string>> han, others;
  std::map<std::string, std::string> labels;
};

Names names_of(const Lexicon& lexicon) {
  Names out;
  for (uint32_t i = 0; i < lexicon.form_count(); ++i) {
    const Form form = lexicon.form(i);
    const bool han = text::script_of(form.text) == "Hani";
    for (uint32_t number : lexicon.senses_of_form(i)) {
      const Sense sense = lexicon.sense(number);
      const Entity entity = lexicon.entity(sense.entity);
      const std::string id(entity.id);
      if (!han) out.others[id].emplace(form.text);
      if (is_chinese(lexicon, entity.label)) continue;
      if (han && form.text.size() > 3 && form.grammar.empty() &&
          is_by_sound(sense.kind)) {
        out.han[id].emplace(form.text);
        out.labels[id] = entity.label;
      }
    }
  }
  return out;
}

struct Figures {
  size_t asked = 0, first = 0, fifth = 0, matched = 0;
};

class Measure {
 public:
  Measure(const std::string& lexicon, bool misses) : misses_(misses) {
    work_ = fs::temp_directory_path() /
            ("khitai-transcriptions-" + std::to_string(::getpid()));
    fs::create_directories(work_);
    fs::copy(lexicon, work_ / "lexicon", fs::copy_options::recursive);
    compile::CompileOptions options;
    options.folders = {(work_ / "lexicon").string()};
    shipped_ = compiled(options);
    names_ = names_of(*shipped_);
  }
  ~Measure() { fs::remove_all(work_); }

  void run(const char* when) {
    ask(when, "from Chinese characters", names_.han, names_.others);
    std::map<std::string, std::set<std::string>> labels;
    for (const auto& [id, label] : names_.labels) labels[id].insert(label);
    ask(when, "to Chinese characters", labels, names_.han);
  }

  void forget_readers() {
    const fs::path path = work_ / "lexicon/conventions/readers.tsv";
    std::string kept;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      if (!line.starts_with("hani")) kept += line + '\n';
    }
    file.close();
    std::ofstream(path) << kept;
  }

 private:
  using ByEntity = std::map<std::string, std::set<std::string>>;

  void ask(const char* when, const char* what, const ByEntity& queries,
           const ByEntity& forms) {
    const std::string names = (work_ / "names.tsv").string();
    std::set<std::string> left;
    {
      std::ofstream file(names);
      file << "id\tform\n";
      for (const auto& [id, texts] : forms) {
        const auto asked = queries.find(id);
        for (const std::string& text : texts) {
          if (asked != queries.end() && meets(text, asked->second)) continue;
          file << id << '\t' << text << '\n';
          left.insert(id);
        }
      }
    }
    compile::CompileOptions options;
    options.folders = {(work_ / "lexicon").string()};
    options.names = {names};
    options.shipped_entities = false;
    const auto lexicon = compiled(options);
    Figures figures;
    for (const auto& [id, texts] : queries) {
      if (!left.contains(id)) continue;
      for (const std::string& text : texts) note(*lexicon, id, text, &figures);
    }
    const auto share = [&](size_t part) {
      return static_cast<double>(part) /
             static_cast<double>(std::max<size_t>(figures.asked, 1));
    };
    std::printf("| %s | %s | %zu | %.3f | %.3f | %zu |\n", what, when,
                figures.asked, share(figures.first), share(figures.fifth),
                figures.matched);
  }

  bool meets(const std::string& text, const std::set<std::string>& answers) {
    const auto keys = l2_keys(*shipped_, text, "");
    return std::any_of(answers.begin(), answers.end(), [&](const auto& one) {
      const auto others = l2_keys(*shipped_, one, "");
      return std::any_of(keys.begin(), keys.end(), [&](const auto& key) {
        return std::find(others.begin(), others.end(), key) != others.end();
      });
    });
  }

  void note(const Lexicon& lexicon, const std::string& id,
            const std::string& text, Figures* figures) {
    Query query;
    query.name = text;
    const Resolution found = resolve_name(lexicon, query);
    size_t place = 0;
    for (size_t i = 0; i < found.candidates.size() && place == 0; ++i) {
      if (lexicon.entity(found.candidates[i].entity).id == id) place = i + 1;
    }
    ++figures->asked;
    figures->first += place == 1;
    figures->fifth += place >= 1 && place <= 5;
    const bool across =
        !found.candidates.empty() &&
        (text::script_of(lexicon.form(found.candidates[0].form).text) ==
         "Hani") != (text::script_of(text) == "Hani");
    figures->matched += across && found.decision == Decision::kMatch;
    if (!misses_) return;
    const auto word = decision_word(found.decision);
    std::printf("%zu\t%.*s\t%s\t%s", place, static_cast<int>(word.size()),
                word.data(), text.c_str(), id.c_str());
    for (size_t i = 0; i < std::min<size_t>(2, found.candidates.size()); ++i) {
      const khitai::Candidate& one = found.candidates[i];
      std::printf("\t%.*s",
                  static_cast<int>(lexicon.form(one.form).text.size()),
                  lexicon.form(one.form).text.data());
      for (const Feature& feature : one.features) {
        std::printf(" %.*s=%.1f", static_cast<int>(feature.id.size()),
                    feature.id.data(), feature.weight);
      }
    }
    std::printf("\n");
  }

  bool misses_;
  fs::path work_;
  std::shared_ptr<const Lexicon> shipped_;
  Names names_;
};

}  // namespace
}  // namespace khitai::bench

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: han_transcriptions LEXICON [--misses]\n");
    return 2;
  }
  const bool misses = argc > 2 && std::string(argv[2]) == "--misses";
  khitai::bench::Measure measure(argv[1], misses);
  std::printf(
      "| asked | readers | names | recall@1 | recall@5 | decided |\n"
      "|---|---|---|---|---|---|\n");
  measure.run("with");
  measure.forget_readers();
  measure.run("before");
  return 0;
}
