// SPDX-License-Identifier: Apache-2.0
//
// Annotations against gold: what was found, what it was taken for, how it was
// decided. What counts how is said in docs/accuracy.md, "What is counted".
// All offsets are code points. Adding a document costs O(n log n).

#ifndef KHITAI_WRITE_EVALUATE_H_
#define KHITAI_WRITE_EVALUATE_H_

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "khitai/write.h"
#include "write/calibration.h"

namespace khitai::write {

// A span that no decided mention may touch.
struct Trap {
  PlainMention place;
  std::string why;
};

// Reads a table with the columns doc start end text why, in code points. Error:
// "path:line: what, expected what".
Result<std::vector<Trap>> read_traps(const std::string& path,
                                     std::string_view table);

struct EvalDocument {
  std::string name;
  std::string lang;  // empty: unknown
  std::vector<PlainMention> gold, found;
  std::vector<Trap> traps;
};

// Below as many answers a calibration error says nothing.
inline constexpr size_t kLeastAnswers = 300;

// Counts. "Listed": gold with an entity or alternatives.
struct Score {
  size_t documents = 0;
  size_t gold = 0;      // listed mentions
  size_t unlisted = 0;  // gold mentions of what the lexicon does not list
  size_t found = 0;     // listed mentions annotated with their exact span
  size_t extra = 0;     // annotations that are wrong as spans
  size_t right = 0;     // found, and the first candidate is an answer
  size_t decided = 0;   // found and decided
  size_t wrong = 0;     // found and decided, and not right
  size_t touched = 0;   // listed mentions that an annotation overlaps
  size_t named = 0;     // ... by one that names the entity first
  size_t counted = 0;   // annotations that count when overlap is enough
  size_t touching = 0;  // of these: overlap a listed mention
  size_t naming = 0;    // ... and name its entity first
  size_t traps = 0;
  size_t trapped = 0;  // traps that a decided annotation overlaps
  Told told;           // of the counted: probability, whether naming

  void add(const Score& other);
};

// Shares; nothing of nothing is negative: undefined.
double share_of(size_t part, size_t whole);
struct Measure {
  double precision = -1, recall = -1, f1 = -1;
};
Measure span_measure(const Score& score);     // exact span
Measure strict_measure(const Score& score);   // exact span and entity
Measure overlap_measure(const Score& score);  // any overlap
Measure lenient_measure(const Score& score);  // any overlap and entity

enum class Fault { kMissed, kExtra, kWrong, kUndecided, kUnlisted, kTrap };
std::string_view fault_word(Fault fault);

// One thing that is not as the gold has it.
struct Finding {
  Fault fault = Fault::kMissed;
  PlainMention place;    // the gold mention, the annotation, or the trap
  std::string got;       // the first candidate, or what stands near by
  std::string expected;  // gold entity; why, of a trap
  Decision decision = Decision::kNone;
};

struct Confusion {
  size_t count = 0;
  size_t decided = 0;
};

struct Evaluation {
  Score all;
  std::map<std::string, Score> by_lang, by_type;
  std::vector<std::pair<std::string, Score>> by_doc;
  // Gold entity and first candidate, of exact spans.
  std::map<std::pair<std::string, std::string>, Confusion> confusions;
  std::vector<Finding> findings;  // by document, then by place

  void add(EvalDocument document);
};

// Confusions, the most frequent first.
struct RankedConfusion {
  std::string gold, got;
  Confusion counts;
};
std::vector<RankedConfusion> ranked_confusions(const Evaluation& evaluation);

// What an annotation says first: its entity, else its best candidate; "" when
// it says nothing.
const std::string& answer_of(const PlainMention& mention);

struct EvalOptions {
  bool by_doc = false;
  bool findings = false;
  size_t limit = 10;  // confusions; 0: all
};
void write_eval_text(const Evaluation& evaluation, const EvalOptions& options,
                     std::string* out);
// A row a group; with `findings` a row a finding instead.
void write_eval_tsv(const Evaluation& evaluation, const EvalOptions& options,
                    std::string* out);
void write_eval_json(const Evaluation& evaluation, const EvalOptions& options,
                     std::string* out);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_EVALUATE_H_
