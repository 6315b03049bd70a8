// SPDX-License-Identifier: Apache-2.0
//
// How often `resolve` finds the right name, and how far its probabilities can
// be trusted:
//
//   accuracy LEXICON [PAIRS] [--set SET]... [--dump FILE] [--write DOCUMENT]
//            [--jobs N] [--sample K]
//
// Measures the lexicon's own forms (own_pairs.h) and, when the folder is given
// and there, sets of pairs made by others (outside_pairs.h, compare_pairs.h;
// --set: only these).
// --dump writes the features of all candidates, for fitting weights and for
// reading errors; --write puts the tables between the markers of a document;
// --sample asks every K-th query only; --jobs folds at a time. The figures do
// not depend on --jobs.

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "ask.h"
#include "compare_pairs.h"
#include "outside_pairs.h"
#include "own_pairs.h"
#include "pairs.h"
#include "report.h"

namespace khitai::bench {
namespace {

constexpr size_t kLeastAnswers = 100;  // of a script pair with its own row
constexpr size_t kLeastQueries = 30;   // of a language with its own row

struct Arguments {
  std::string lexicon, folder, dump, document;
  Options options;
};

bool fail(const std::string& message) {
  std::fprintf(stderr, "accuracy: %s\n", message.c_str());
  return false;
}

bool read_number(const std::string& option, const std::string& value,
                 size_t* to) {
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, *to);
  if (error == std::errc() && stop == end && *to >= 1 && *to <= 1000) {
    return true;
  }
  return fail(option + ": '" + value + "', expected a number from 1 to 1000");
}

bool read_option(const std::string& option, const std::string& value,
                 Arguments* to) {
  if (option == "--jobs") return read_number(option, value, &to->options.jobs);
  if (option == "--sample") {
    return read_number(option, value, &to->options.sample);
  }
  if (option == "--dump") {
    to->dump = value;
  } else if (option == "--write") {
    to->document = value;
  } else if (option == "--set") {
    const auto sets = all_sets();
    if (value != kJudgedSet &&
        std::find(sets.begin(), sets.end(), value) == sets.end()) {
      return fail("--set: no set '" + value + "', expected one of those in " +
                  "docs/accuracy.md");
    }
    to->options.sets.push_back(value);
  } else {
    return fail("unknown option " + option +
                ", expected --set, --dump, --write, --jobs or --sample");
  }
  return true;
}

bool read_arguments(const std::vector<std::string>& given, Arguments* to) {
  for (size_t i = 0; i < given.size(); ++i) {
    if (given[i].starts_with("--")) {
      if (i + 1 == given.size()) return fail(given[i] + " needs a value");
      if (!read_option(given[i], given[i + 1], to)) return false;
      ++i;
    } else if (to->lexicon.empty()) {
      to->lexicon = given[i];
    } else if (to->folder.empty()) {
      to->folder = given[i];
    } else {
      return fail("one folder of pairs at most, then also '" + given[i] + "'");
    }
  }
  if (to->lexicon.empty()) {
    return fail(
        "usage: accuracy LEXICON [PAIRS] [--set SET]... [--dump FILE] "
        "[--write DOCUMENT] [--jobs N] [--sample K]");
  }
  // The judged pairs have a table of their own.
  const bool judged_only =
      to->options.sets == std::vector<std::string>{kJudgedSet};
  const bool part =
      (!to->options.sets.empty() && !judged_only) || to->options.sample > 1;
  if (part && !to->document.empty()) {
    return fail(
        "--write: a document holds whole runs, leave out --set and "
        "--sample");
  }
  if (to->options.sets.empty()) {
    to->options.sets.assign(all_sets().begin(), all_sets().end());
    to->options.sets.push_back(kJudgedSet);
  }
  return true;
}

struct Section {
  const char* name;
  std::optional<std::string> text;  // none: not measured
};

// Puts the sections into the document.
bool write(const std::string& path, const std::vector<Section>& sections) {
  std::ifstream in(path);
  std::stringstream whole;
  whole << in.rdbuf();
  std::string document = whole.str();
  for (const Section& section : sections) {
    const auto now = marked(document, section.name);
    if (!now) {
      return fail(path + ": no '<!-- measured: " + section.name +
                  " -->' ... '<!-- /measured -->', expected both lines");
    }
    document =
        *replace_marked(document, section.name,
                        section.text ? *section.text : not_measured(*now));
  }
  std::ofstream out(path);
  out << document;
  out.close();
  return out.good() || fail(path + ": cannot be written");
}

// Sections of one measurement: its figures and its reliability.
void add_sections(const char* figures, const char* reliability,
                  std::string_view what, const FiguresByRow& rows,
                  const ToldByScripts& told, std::vector<Section>* sections) {
  sections->push_back({figures, figures_table(what, rows)});
  sections->push_back(
      {reliability, reliability_table(with_others(told, kLeastAnswers))});
}

bool skipped(const Arguments& arguments, const char* what) {
  return fail(std::string("skipped ") + what + ": " +
              (arguments.folder.empty() ? "no folder of pairs given"
                                        : "no pairs in " + arguments.folder));
}

void measure_sets(const Arguments& arguments, Options options,
                  std::vector<Section>* sections, std::string* dump) {
  std::erase(options.sets, kJudgedSet);
  if (options.sets.empty()) return;
  if (arguments.folder.empty() ||
      read_queries(arguments.folder, options.sets[0]).empty()) {
    skipped(arguments, "the sets made by others");
    sections->push_back({"sets", std::nullopt});
    sections->push_back({"sets reliability", std::nullopt});
    sections->push_back({"sets deciding", std::nullopt});
    return;
  }
  const Run sets =
      measure_outside(arguments.lexicon, arguments.folder, options);
  *dump += sets.dump;
  FiguresByRow by_set;
  for (const std::string& set : options.sets) {
    by_set.emplace_back(set, sets.rows.at(set));
  }
  add_sections("sets", "sets reliability", "set", by_set, sets.told, sections);
  sections->push_back({"sets deciding", deciding_table("set", by_set)});
}

// Pairs to say yes or no to, by the rules alone.
void measure_judged(const Arguments& arguments,
                    std::vector<Section>* sections) {
  const auto& sets = arguments.options.sets;
  if (std::find(sets.begin(), sets.end(), kJudgedSet) == sets.end()) return;
  const JudgedByRow rows =
      compare_judged(*Workplace(arguments.lexicon).rules(), arguments.folder);
  if (rows.empty()) {
    skipped(arguments, kJudgedSet);
    sections->push_back({"compare", std::nullopt});
    return;
  }
  sections->push_back({"compare", judged_table("pairs of", rows)});
}

// `dump`: what --dump writes.
std::vector<Section> measure(const Arguments& arguments, std::string* dump) {
  const Options& options = arguments.options;
  std::vector<Section> sections;
  const bool judged_only =
      options.sets.size() == 1 && options.sets[0] == kJudgedSet;
  if (!judged_only) {
    const Run own = measure_own(arguments.lexicon, options);
    *dump += own.dump;
    const FiguresByRow rows(own.rows.begin(), own.rows.end());
    FiguresByRow kept = with_others(rows, kLeastQueries);
    kept.emplace_back("all", sum_of(rows));
    add_sections("own", "own reliability", "language", kept, own.told,
                 &sections);
    sections.push_back(
        {"own deciding", deciding_table("names", {{"all", sum_of(rows)}})});
  }
  measure_sets(arguments, options, &sections, dump);
  measure_judged(arguments, &sections);
  return sections;
}

int run(const std::vector<std::string>& given) {
  Arguments arguments;
  if (!read_arguments(given, &arguments)) return 2;
  if (!std::filesystem::is_directory(arguments.lexicon)) {
    fail(arguments.lexicon + ": no folder, expected the lexicon's tables");
    return 3;
  }
  std::ofstream dump;
  arguments.options.dump = !arguments.dump.empty();
  if (arguments.options.dump) {
    dump.open(arguments.dump);
    if (!dump.is_open()) {
      fail(arguments.dump + ": cannot be written");
      return 3;
    }
  }
  std::string features;
  const std::vector<Section> sections = measure(arguments, &features);
  dump << features;
  for (const Section& section : sections) {
    if (section.text) std::printf("%s\n", section.text->c_str());
  }
  if (arguments.document.empty()) return 0;
  return write(arguments.document, sections) ? 0 : 3;
}

}  // namespace
}  // namespace khitai::bench

int main(int argc, char** argv) {
  return khitai::bench::run({argv + 1, argv + argc});
}
