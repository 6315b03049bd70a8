// SPDX-License-Identifier: Apache-2.0
//
// How many names that the lexicon lacks `annotate --suggest` proposes:
//
//   suggest LEXICON CORPORA [--jobs N] [--misses]
//
// A tenth of the entities at a time is taken out of the lexicon, with all
// names they have; the texts of the folder (NAME.txt with NAME.gold.jsonl) are
// read with what is left. Asked are the gold mentions of what was taken out;
// each is asked once over the ten runs. `exact`: a suggestion has a place of
// the same extent, `overlap`: one that overlaps it, `mention`: what is left of
// the lexicon has a mention there, so that nothing can be suggested. Last, with
// the whole lexicon: suggestions, and those that overlap a gold mention.
// --misses lists those that nothing overlaps.

#include "khitai/suggest.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "ask.h"
#include "khitai/annotate.h"
#include "khitai/write.h"
#include "pairs.h"

namespace khitai::bench {
namespace {

namespace fs = std::filesystem;
using Ids = std::set<std::string, std::less<>>;

constexpr size_t kTenths = 10;

struct Gold {
  size_t begin = 0;  // bytes
  size_t end = 0;
  std::string text;
  Ids entities;  // any of them
};

struct Text {
  std::string name, source;
  std::vector<Gold> gold;
};

std::string whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

// Where the code points of a text begin, and its end.
std::vector<size_t> code_points(const std::string& text) {
  std::vector<size_t> places;
  for (size_t i = 0; i < text.size(); ++i) {
    if ((text[i] & 0xC0) != 0x80) places.push_back(i);
  }
  places.push_back(text.size());
  return places;
}

std::vector<Text> texts_of(const fs::path& folder) {
  std::vector<Text> texts;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    fs::path gold = entry.path();
    gold.replace_extension(".gold.jsonl");
    Text text = {entry.path().filename().string(), whole(entry.path()), {}};
    const std::vector<size_t> at = code_points(text.source);
    const auto read =
        read_mentions(gold.string(), whole(gold), MentionFormat::kJsonl);
    if (!read.ok()) continue;
    for (const PlainMention& one : read->mentions) {
      if (one.end >= at.size()) continue;
      Gold mention = {at[one.start], at[one.end], one.text, {}};
      if (!one.entity.empty()) mention.entities.insert(one.entity);
      mention.entities.insert(one.alt.begin(), one.alt.end());
      text.gold.push_back(std::move(mention));
    }
    texts.push_back(std::move(text));
  }
  std::sort(texts.begin(), texts.end(),
            [](const Text& a, const Text& b) { return a.name < b.name; });
  return texts;
}

// What came of the texts of a language.
struct Row {
  size_t asked = 0, exact = 0, overlap = 0, mention = 0;
};
struct Tenth {
  std::map<std::string, Row> rows;
  std::string misses;
};

struct Read {
  Annotation page;
  std::vector<SuggestedPlace> places;
};

class Reading {
 public:
  explicit Reading(std::shared_ptr<const Lexicon> lexicon)
      : lexicon_(std::move(lexicon)) {}

  // One text by itself, for its own words tell what is a name.
  Read read(const Text& text) const {
    const AnnotateOptions options;
    Read out;
    out.page =
        annotate_document(*lexicon_, text.name, text.source, options).value();
    Sightings all;
    all.add(sight_names(*lexicon_, out.page, options).value());
    for (const Suggestion& one :
         suggest_names(*lexicon_, std::move(all), SuggestOptions())) {
      out.places.insert(out.places.end(), one.places.begin(), one.places.end());
    }
    return out;
  }

 private:
  std::shared_ptr<const Lexicon> lexicon_;
};

template <typename Span>
bool overlaps(const Gold& gold, const Span& span) {
  return span.begin < gold.end && gold.begin < span.end;
}

// The tables without entities and the names that denote them.
class Shortener {
 public:
  explicit Shortener(const Lexicon& whole) : whole_(whole) {}

  Ids tenth(size_t number) const {
    Ids ids;
    for (uint32_t i = 0; i < whole_.entity_count(); ++i) {
      if (i % kTenths == number) ids.emplace(whole_.entity(i).id);
    }
    return ids;
  }

  std::shared_ptr<const Lexicon> without(const std::string& lexicon,
                                         const Ids& entities) const {
    Ids names;
    for (const std::string& id : entities) {
      for (uint32_t sense : whole_.senses_of_entity(*whole_.find_entity(id))) {
        names.emplace(whole_.name(whole_.sense(sense).name).id);
      }
    }
    const Workplace place(lexicon);
    filter(lexicon, place, "forms", names);
    filter(lexicon, place, "parts", entities);
    return place.compiled("");
  }

 private:
  static void filter(const fs::path& from, const Workplace& to,
                     const char* table, const Ids& ids) {
    for (const auto& entry : fs::directory_iterator(from / table)) {
      std::ifstream in(entry.path());
      std::ofstream out(to.lexicon() / table / entry.path().filename());
      std::string line;
      for (size_t number = 0; std::getline(in, line); ++number) {
        if (number > 0 && ids.contains(cells_of(line, '\t')[0])) continue;
        out << line << "\n";
      }
    }
  }

  const Lexicon& whole_;
};

Tenth measure(const Reading& reading, const std::vector<Text>& texts,
              const Ids& out) {
  Tenth tenth;
  for (const Text& text : texts) {
    const Read read = reading.read(text);
    Row& row = tenth.rows[text.name.substr(0, text.name.find('.'))];
    for (const Gold& gold : text.gold) {
      const bool taken =
          !gold.entities.empty() &&
          std::all_of(gold.entities.begin(), gold.entities.end(),
                      [&](const std::string& id) { return out.contains(id); });
      if (!taken) continue;
      ++row.asked;
      const auto exact = [&](const SuggestedPlace& place) {
        return place.begin == gold.begin && place.end == gold.end;
      };
      const auto over = [&](const auto& span) { return overlaps(gold, span); };
      const auto& places = read.places;
      const auto& mentions = read.page.mentions;
      row.exact += std::any_of(places.begin(), places.end(), exact);
      const bool met = std::any_of(places.begin(), places.end(), over);
      const bool hidden = std::any_of(mentions.begin(), mentions.end(), over);
      row.overlap += met;
      row.mention += !met && hidden;
      if (!met) {
        tenth.misses += text.name + "\t" + gold.text + "\t" +
                        (hidden ? "mention" : "missed") + "\n";
      }
    }
  }
  return tenth;
}

void print(const std::string& name, const Row& row) {
  const auto percent = [&](size_t part) {
    return row.asked == 0 ? 0
                          : 100.0 * static_cast<double>(part) /
                                static_cast<double>(row.asked);
  };
  std::printf("| %s | %zu | %.1f | %.1f | %.1f |\n", name.c_str(), row.asked,
              percent(row.exact), percent(row.overlap), percent(row.mention));
}

void print_whole(const Reading& reading, const std::vector<Text>& texts) {
  size_t all = 0;
  size_t gold = 0;
  for (const Text& text : texts) {
    for (const SuggestedPlace& place : reading.read(text).places) {
      ++all;
      gold +=
          std::any_of(text.gold.begin(), text.gold.end(),
                      [&](const Gold& one) { return overlaps(one, place); });
    }
  }
  std::printf(
      "\nWith the whole lexicon: %zu places suggested, %zu of them in gold.\n",
      all, gold);
}

int run(const std::string& lexicon, const std::string& corpora, size_t jobs,
        bool misses) {
  const auto whole = Workplace(lexicon).compiled("");
  const std::vector<Text> texts = texts_of(corpora);
  const Shortener shortener(*whole);
  std::vector<Tenth> tenths(kTenths);
  run_tasks(kTenths, jobs, [&](size_t number) {
    const Ids out = shortener.tenth(number);
    const Reading reading(shortener.without(lexicon, out));
    tenths[number] = measure(reading, texts, out);
    return Run();
  });
  std::map<std::string, Row> rows;
  Row sum;
  for (const Tenth& tenth : tenths) {
    for (const auto& [name, row] : tenth.rows) {
      for (Row* to : {&rows[name], &sum}) {
        to->asked += row.asked;
        to->exact += row.exact;
        to->overlap += row.overlap;
        to->mention += row.mention;
      }
    }
    if (misses) std::printf("%s", tenth.misses.c_str());
  }
  std::printf(
      "| text | asked | exact | overlap | mention |\n|---|---|---|---|---|\n");
  for (const auto& [name, row] : rows) print(name, row);
  print("all", sum);
  print_whole(Reading(whole), texts);
  return 0;
}

}  // namespace
}  // namespace khitai::bench

int main(int argc, char** argv) {
  size_t jobs = 1;
  bool misses = false;
  std::vector<std::string> folders;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--misses") {
      misses = true;
    } else if (word == "--jobs" && i + 1 < argc) {
      jobs = std::max(1, std::atoi(argv[++i]));
    } else {
      folders.push_back(word);
    }
  }
  if (folders.size() != 2) {
    std::fprintf(stderr,
                 "usage: suggest LEXICON CORPORA [--jobs N] [--misses]\n");
    return 2;
  }
  return khitai::bench::run(folders[0], folders[1], jobs, misses);
}
