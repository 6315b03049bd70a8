// SPDX-License-Identifier: Apache-2.0

#include "own_pairs.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "khitai/keys.h"
#include "pairs.h"
#include "text/script.h"

namespace khitai::bench {
namespace {

namespace fs = std::filesystem;
using Words = std::set<std::string, std::less<>>;

struct Spelling {
  std::string form, lang;
  Words entities;
};

struct Own {
  std::string key;  // L1
  Spelling spelling;
};

// The attested spellings, by key; of several forms the first counts.
std::map<std::string, Spelling> spellings_of(const Lexicon& lexicon) {
  std::map<std::string, Spelling> all;
  for (uint32_t i = 0; i < lexicon.form_count(); ++i) {
    const Form form = lexicon.form(i);
    if (form.generated()) continue;
    Spelling& one = all[l1_key(form.text)];
    if (one.form.empty()) {
      one.form = form.text;
      one.lang = form.lang.substr(0, form.lang.find(' '));
    }
    for (uint32_t sense : lexicon.senses_of_form(i)) {
      one.entities.emplace(lexicon.entity(lexicon.sense(sense).entity).id);
    }
  }
  return all;
}

// Those of entities that have another one left.
std::vector<Own> queries_of(const Lexicon& lexicon) {
  const auto all = spellings_of(lexicon);
  std::map<std::string_view, size_t> count;
  for (const auto& [key, one] : all) {
    for (const std::string& entity : one.entities) ++count[entity];
  }
  std::vector<Own> queries;
  for (const auto& [key, one] : all) {
    const bool other =
        std::any_of(one.entities.begin(), one.entities.end(),
                    [&](const auto& entity) { return count[entity] > 1; });
    if (other) queries.push_back({key, one});
  }
  return queries;
}

// What a run leaves out.
struct Out {
  Words keys, names, entities;
};

// Copies the tables of a folder without the rows that `leave` names.
template <typename Leave>
void filter(const fs::path& from, const fs::path& to, const Leave& leave) {
  for (const auto& entry : fs::directory_iterator(from)) {
    std::ifstream in(entry.path());
    std::ofstream out(to / entry.path().filename());
    std::string line;
    for (size_t number = 0; std::getline(in, line); ++number) {
      if (number > 0 && leave(cells_of(line, '\t'))) continue;
      out << line << "\n";
    }
  }
}

class Measure {
 public:
  Measure(const std::string& lexicon, const Options& options)
      : place_(lexicon), from_(lexicon), options_(options) {}

  // The fold of its own for each of the two runs: of the spellings, and of the
  // first entities they denote.
  Run run(const Lexicon& whole, const std::vector<Own>& queries, size_t fold) {
    std::vector<Own> these, of_entities;
    for (size_t i = 0; i < queries.size(); ++i) {
      if (i % kFolds == fold) these.push_back(queries[i]);
      const auto& first = *queries[i].spelling.entities.begin();
      if (*whole.find_entity(first) % kFolds == fold) {
        of_entities.push_back(queries[i]);
      }
    }
    Run run;
    ask_all(these, out_of(whole, these, false), false, &run);
    ask_all(of_entities, out_of(whole, of_entities, true), true, &run);
    return run;
  }

 private:
  static Out out_of(const Lexicon& whole, const std::vector<Own>& queries,
                    bool answers) {
    Out out;
    for (const Own& query : queries) {
      out.keys.insert(query.key);
      if (!answers) continue;
      for (const std::string& id : query.spelling.entities) {
        out.entities.insert(id);
        for (uint32_t sense : whole.senses_of_entity(*whole.find_entity(id))) {
          out.names.emplace(whole.name(whole.sense(sense).name).id);
        }
      }
    }
    return out;
  }

  std::shared_ptr<const Lexicon> without(const Out& out) {
    for (const char* folder : {"forms", "imports"}) {
      filter(from_ / folder, place_.lexicon() / folder, [&](const auto& row) {
        return row.size() > 1 && (out.names.contains(row[0]) ||
                                  out.keys.contains(l1_key(row[1])));
      });
    }
    filter(from_ / "parts", place_.lexicon() / "parts",
           [&](const auto& row) { return out.entities.contains(row[0]); });
    return place_.compiled("");
  }

  void ask_all(const std::vector<Own>& queries, const Out& left, bool out,
               Run* run) {
    const auto lexicon = without(left);
    for (const Own& own : queries) {
      const std::string& lang = own.spelling.lang;
      Asked asked = {
          "own", lang.substr(0, lang.find('-')), {}, out, options_.dump};
      if (lang.empty()) asked.row = "-";
      asked.row.append(" ").append(text::script_of(own.spelling.form));
      asked.query.name = own.spelling.form;
      asked.query.lang = lang;
      const auto right = [&](const khitai::Candidate& candidate) {
        return own.spelling.entities.contains(
            lexicon->entity(candidate.entity).id);
      };
      ask(*lexicon, asked, right, run);
    }
  }

  Workplace place_;
  fs::path from_;
  const Options& options_;
};

}  // namespace

Run measure_own(const std::string& lexicon, const Options& options) {
  const auto whole = Workplace(lexicon).compiled("");
  std::vector<Own> queries = queries_of(*whole);
  const size_t every = (queries.size() + kOwnQueries - 1) / kOwnQueries;
  queries = sampled(queries, std::max<size_t>(every, 1) * options.sample);
  const auto task = [&](size_t fold) {
    return Measure(lexicon, options).run(*whole, queries, fold);
  };
  Run all;
  for (const Run& one : run_tasks(kFolds, options.jobs, task)) all.add(one);
  return all;
}

}  // namespace khitai::bench
