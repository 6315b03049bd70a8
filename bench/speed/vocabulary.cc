// SPDX-License-Identifier: Apache-2.0

#include "speed/vocabulary.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <unordered_set>
#include <utility>

#include "text/utf8.h"

namespace khitai::bench {
namespace {

namespace fs = std::filesystem;

// Letters a piece: at least, at most.
constexpr PerScript<std::pair<size_t, size_t>> kLetters = {
    {{2, 4}, {1, 1}, {2, 3}, {2, 4}}};

Result<std::string> whole_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (!file || !(bytes << file.rdbuf())) {
    return Error{path.string() + ": cannot be read"};
  }
  return bytes.str();
}

std::vector<fs::path> tables_of(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".tsv") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// The second column of a table of forms.
std::string_view form_of(std::string_view row) {
  const size_t begin = row.find('\t');
  if (begin == std::string_view::npos) return "";
  return row.substr(begin + 1, row.find('\t', begin + 1) - begin - 1);
}

void cut_into_pieces(const std::string& form,
                     PerScript<std::set<std::string>>* sets, Words* han) {
  const std::string small = lowered(form);
  for (const Run& run : runs_of(small)) {
    const auto number = static_cast<size_t>(run.script);
    const auto [least, most] = kLetters[number];
    const auto letters = text::code_points_of(run.letters);
    for (size_t at = 0; at < letters.size(); at += most) {
      const size_t count = std::min(most, letters.size() - at);
      if (count < least) continue;
      const char* const end =
          letters[at + count - 1].data() + letters[at + count - 1].size();
      const std::string piece(letters[at].data(), end);
      if (run.script == Script::kHan) {
        han->push_back(piece);
      } else {
        (*sets)[number].insert(piece);
      }
    }
  }
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
  });
}

using Counts = std::map<std::string, size_t>;

// Words, and where nothing stands between words, stretches of Han.
void count_words(std::string_view text, bool latin, PerScript<Counts>* counts) {
  const std::string small = lowered(text);
  for (const Run& run : runs_of(small)) {
    if (run.script == Script::kLatin && !latin) continue;
    const auto number = static_cast<size_t>(run.script);
    ++(*counts)[number][std::string(run.letters)];
  }
}

Words by_count(const Counts& counts) {
  std::vector<std::pair<std::string, size_t>> all(counts.begin(), counts.end());
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return a.second > b.second;
  });
  Words words;
  for (auto& [word, count] : all) words.push_back(std::move(word));
  return words;
}

// What a text in Chinese is: characters by how often they occur in these
// stretches, each a word.
Words characters_of(const Counts& stretches) {
  Counts counts;
  for (const auto& [letters, count] : stretches) {
    for (const std::string_view letter : text::code_points_of(letters)) {
      counts[std::string(letter)] += count;
    }
  }
  return by_count(counts);
}

// Words cut into pieces: each as often as it stands in one.
Words pieces_of(const Words& words, Script script) {
  const auto [least, most] = kLetters[static_cast<size_t>(script)];
  Words pieces;
  for (const std::string& word : words) {
    const auto letters = text::code_points_of(word);
    for (size_t at = 0; at + least <= letters.size(); at += most) {
      const size_t last = std::min(at + most, letters.size()) - 1;
      pieces.emplace_back(letters[at].data(),
                          letters[last].data() + letters[last].size());
    }
  }
  return pieces;
}

}  // namespace

Result<Pieces> read_pieces(const fs::path& repository) {
  PerScript<std::set<std::string>> sets;
  Words han;
  const fs::path folder = repository / "lexicon" / "forms";
  std::set<std::string> forms;
  for (const fs::path& path : tables_of(folder)) {
    const auto bytes = whole_file(path);
    if (!bytes) return bytes.error();
    std::istringstream rows(*bytes);
    for (std::string row; std::getline(rows, row);) {
      forms.emplace(form_of(row));
    }
  }
  for (const std::string& form : forms) cut_into_pieces(form, &sets, &han);
  std::sort(han.begin(), han.end());
  Pieces pieces;
  for (size_t i = 0; i < kScripts; ++i) {
    pieces.all[i].assign(sets[i].begin(), sets[i].end());
  }
  pieces.all[static_cast<size_t>(Script::kHan)] = std::move(han);
  for (const std::string& piece :
       pieces.all[static_cast<size_t>(Script::kLatin)]) {
    if (!is_ascii(piece)) pieces.marked.push_back(piece);
  }
  for (const Words& all : pieces.all) {
    if (all.size() < 10 || pieces.marked.empty()) {
      return Error{folder.string() +
                   ": expected tables of forms in Latin, Han, Arabic and "
                   "Cyrillic letters"};
    }
  }
  return pieces;
}

std::string made_word(const Pieces& pieces, Script script, size_t count,
                      Chance* chance) {
  std::string word;
  for (size_t i = 0; i < count; ++i) {
    word += chance->pick(pieces.all[static_cast<size_t>(script)]);
  }
  return word;
}

Result<PerScript<Words>> read_words(const fs::path& repository,
                                    const fs::path& from) {
  PerScript<Counts> counts;
  if (!from.empty()) {
    const auto bytes = whole_file(from);
    if (!bytes) return bytes.error();
    count_words(*bytes, true, &counts);
  } else {
    for (const char* const name :
         {"en-new", "en-old", "zh-Hans", "zh-Hant", "lzh", "ar", "fa", "ru"}) {
      const auto bytes =
          whole_file(repository / "corpora" / (std::string(name) + ".txt"));
      if (!bytes) return bytes.error();
      count_words(*bytes, name[0] == 'e', &counts);
    }
  }
  PerScript<Words> words;
  for (size_t i = 0; i < kScripts; ++i) {
    const bool han = i == static_cast<size_t>(Script::kHan);
    // A long text's own stretches are kept as they are.
    words[i] =
        han && from.empty() ? characters_of(counts[i]) : by_count(counts[i]);
  }
  return words;
}

void fill_words(size_t count, PerScript<Words>* words) {
  Chance chance(1141);
  for (size_t i = 0; i < kScripts; ++i) {
    Words& list = (*words)[i];
    const Words pieces = pieces_of(list, static_cast<Script>(i));
    std::unordered_set<std::string> seen(list.begin(), list.end());
    while (list.size() < count) {
      const size_t size = chance.between(2, 3);
      std::string word;
      for (size_t piece = 0; piece < size; ++piece) word += chance.pick(pieces);
      if (seen.insert(word).second) list.push_back(std::move(word));
    }
  }
}

}  // namespace khitai::bench
