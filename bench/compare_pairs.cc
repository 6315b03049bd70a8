// SPDX-License-Identifier: Apache-2.0

#include "compare_pairs.h"

#include <algorithm>
#include <fstream>
#include <map>

#include "khitai/keys.h"
#include "khitai/resolve.h"
#include "pairs.h"
#include "resolve/compare_align.h"
#include "resolve/compare_score.h"
#include "romanize/keys.h"
#include "text/script.h"
#include "text/tag.h"
#include "text/utf8.h"

namespace khitai::bench {
namespace {

constexpr const char* kSets[] = {"ar_place_dmg",        "latn_dmg_to_ascii",
                                 "zh_hant_pinyin",      "zh_hant_hans",
                                 "interscript_systems", "persian_latn",
                                 "turkic_mongol_en",    "ru_person_en"};
constexpr size_t kStep = 5;         // of a set, every fifth query
constexpr size_t kNear = 40;        // neighbours in the alphabet looked at
constexpr size_t kLeastPairs = 10;  // of scripts with a row of their own
constexpr size_t kStride = 97;      // a candidate by chance

bool has_entity(const Candidate& candidate, const std::string& entity) {
  return std::find(candidate.entities.begin(), candidate.entities.end(),
                   entity) != candidate.entities.end();
}

// The candidate of another thing whose letters are nearest to the answer's;
// one that is read the same is the same name and no answer.
const Candidate* nearest_other(const Lexicon& lexicon,
                               const std::vector<Candidate>& sorted,
                               const std::vector<std::string>& keys,
                               const Query& query, const std::string& lang) {
  const std::string key = l1_key(query.target);
  const auto at = static_cast<size_t>(
      std::lower_bound(keys.begin(), keys.end(), key) - keys.begin());
  const size_t begin = at > kNear ? at - kNear : 0;
  const size_t end = std::min(at + kNear, sorted.size());
  const Candidate* best = nullptr;
  double least = 1e9;
  for (size_t i = begin; i < end; ++i) {
    if (has_entity(sorted[i], query.entity)) continue;
    const double cost = resolve::letter_distance(romanize::letters_of(key),
                                                 romanize::letters_of(keys[i]));
    if (cost >= least) continue;
    if (romanize::meet(lexicon.conventions(), query.target, lang,
                       sorted[i].name, lang) == 1 ||
        romanize::meet(lexicon.conventions(), query.target, lang,
                       sorted[i].name, lang) == 2) {
      continue;
    }
    least = cost;
    best = &sorted[i];
  }
  return best;
}

}  // namespace

std::vector<JudgedPair> read_judged(const std::string& folder) {
  std::ifstream file(folder + "/namebench_verify.tsv");
  std::vector<JudgedPair> pairs;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto cells = cells_of(line, '\t');
    if (cells.size() < 5) continue;
    JudgedPair pair;
    pair.set = kJudgedSet;
    pair.id = cells[0];
    pair.a = cells[1];
    pair.b = cells[2];
    pair.same = cells[3] == "true";
    pair.group = cells[4] == "Person" ? "person" : "other";
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

std::vector<JudgedPair> made_pairs(const Lexicon& lexicon,
                                   const std::string& folder,
                                   const std::string& set, size_t step) {
  std::vector<Candidate> candidates = read_candidates(folder, set);
  std::map<std::string, size_t> place;
  std::vector<std::pair<std::string, size_t>> order;
  for (size_t i = 0; i < candidates.size(); ++i) {
    order.emplace_back(l1_key(candidates[i].name), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<Candidate> sorted;
  std::vector<std::string> keys;
  for (const auto& [key, i] : order) {
    keys.push_back(key);
    sorted.push_back(candidates[i]);
  }
  std::vector<JudgedPair> pairs;
  const std::vector<Query> queries = read_queries(folder, set);
  for (size_t i = 0; i < queries.size(); i += step) {
    const Query& query = queries[i];
    const auto add = [&](const std::string& b, const std::string& lang,
                         bool same, const char* kind) {
      pairs.push_back({set, set + "-" + std::to_string(i) + kind, query.name, b,
                       text::usual_tag(query.lang), text::usual_tag(lang),
                       "place", same});
    };
    add(query.target, query.target_lang, true, "");
    const Candidate* const near = nearest_other(
        lexicon, sorted, keys, query, text::usual_tag(query.target_lang));
    if (near != nullptr) add(near->name, near->lang, false, "-near");
    const Candidate& any = candidates[i * kStride % candidates.size()];
    if (!has_entity(any, query.entity)) add(any.name, any.lang, false, "-any");
  }
  return pairs;
}

// \u{200C} as the character.
std::string unescaped(std::string cell) {
  for (size_t at = cell.find("\\u{"); at != std::string::npos;
       at = cell.find("\\u{", at + 1)) {
    const size_t end = cell.find('}', at);
    if (end == std::string::npos) break;
    std::string utf8;
    text::append(static_cast<char32_t>(std::stoul(
                     cell.substr(at + 3, end - at - 3), nullptr, 16)),
                 &utf8);
    cell = cell.substr(0, at) + utf8 + cell.substr(end + 1);
  }
  return cell;
}

// tests/cases/keys_pairs.tsv: state a lang_a b lang_b level same ...
std::vector<JudgedPair> own_pairs() {
  std::ifstream file("tests/cases/keys_pairs.tsv");
  std::vector<JudgedPair> pairs;
  std::string line;
  while (std::getline(file, line)) {
    const auto cells = cells_of(line, '\t');
    if (line[0] == '#' || cells.size() < 7 || cells[0] == "state") continue;
    pairs.push_back({"own", "own-" + std::to_string(pairs.size()),
                     unescaped(cells[1]), unescaped(cells[3]),
                     text::usual_tag(cells[2]), text::usual_tag(cells[4]),
                     "own", cells[6] == "Y"});
  }
  return pairs;
}

std::vector<JudgedPair> all_pairs(const Lexicon& lexicon,
                                  const std::string& folder) {
  std::vector<JudgedPair> pairs = read_judged(folder);
  for (JudgedPair& pair : own_pairs()) pairs.push_back(std::move(pair));
  for (const char* set : kSets) {
    for (JudgedPair& pair : made_pairs(lexicon, folder, set, kStep)) {
      pairs.push_back(std::move(pair));
    }
  }
  return pairs;
}

JudgedByRow compare_judged(const Lexicon& lexicon, const std::string& folder) {
  const auto pairs = read_judged(folder);
  if (pairs.empty()) return {};
  JudgedByRow rows = {{"all", {}}, {"person", {}}, {"other", {}}};
  std::map<std::string, Judged> scripts;
  for (const JudgedPair& pair : pairs) {
    const double said =
        compare_names(lexicon, {pair.a, pair.b, "", ""}).probability;
    rows[0].second.note(said, pair.same);
    rows[pair.group == "person" ? 1 : 2].second.note(said, pair.same);
    std::string a(text::script_of(pair.a));
    std::string b(text::script_of(pair.b));
    if (b < a) a.swap(b);
    scripts[a + "-" + b].note(said, pair.same);
  }
  Judged others;
  for (const auto& [row, judged] : scripts) {
    if (judged.pairs >= kLeastPairs) {
      rows.emplace_back(row, judged);
      continue;
    }
    for (const auto& [said, same] : judged.told) others.note(said, same);
  }
  if (others.pairs > 0) rows.emplace_back("other scripts", others);
  return rows;
}

void dump_measures(const Lexicon& lexicon, const std::string& folder,
                   std::FILE* out) {
  std::fprintf(out, "set\tgroup\tid\tsame\ta\tb");
  for (const auto& weight : resolve::kCompareWeights) {
    std::fprintf(out, "\t%.*s", static_cast<int>(weight.id.size()),
                 weight.id.data());
  }
  std::fprintf(out, "\n");
  const romanize::Tables& tables = lexicon.conventions();
  for (const JudgedPair& pair : all_pairs(lexicon, folder)) {
    const auto a = resolve::name_parts(tables, pair.a, pair.lang_a);
    const auto b = resolve::name_parts(tables, pair.b, pair.lang_b);
    const auto measures = resolve::measures_of(
        a, b, resolve::align(tables, a, b, pair.lang_a, pair.lang_b), {});
    std::fprintf(out, "%s\t%s\t%s\t%d\t%s\t%s", pair.set.c_str(),
                 pair.group.c_str(), pair.id.c_str(), pair.same, pair.a.c_str(),
                 pair.b.c_str());
    for (double value : measures) std::fprintf(out, "\t%.4f", value);
    std::fprintf(out, "\n");
  }
}

}  // namespace khitai::bench
