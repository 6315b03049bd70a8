// SPDX-License-Identifier: Apache-2.0
//
// Context rewriting: the one machine behind reading and writing in every
// convention. A set of rules (lexicon/conventions/rules) goes through a text
// from left to right; at each place the longest `input` whose contexts hold
// becomes its output, one or several alternatives; where no rule fits, the
// character stays. Contexts look at the text before the pass, so the order of
// rules within a set never matters but for length and context.
//
//   input  before   after     output
//   ou              <cons>    u          "ou" before a consonant
//   c               e i       J|s        two alternatives
//   i      !^ _     _                    dropped: a word of its own, inside
//
// A context is a list of items, one of which must hold; with "!" in front,
// none may. An item is a row of letters, classes in angle brackets and edges:
// "^" the start and "$" the end of the text, "#" either of these or a space.
// "_" is a space, in items, inputs and outputs.
//
// Cost: linear in text times alternatives. Built once, then thread-safe.

#ifndef KHITAI_ROMANIZE_RULES_H_
#define KHITAI_ROMANIZE_RULES_H_

#include <array>
#include <bitset>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::romanize {

// Members of classes by name, for contexts.
using Classes = std::map<std::string, std::vector<std::string>, std::less<>>;

// What must stand on one side of an input.
class Context {
 public:
  Context() = default;
  // Unknown classes have no members.
  Context(std::string_view cell, const Classes& classes);

  bool free() const { return items_.empty(); }
  // Whether it holds for what ends (starts) at `at`.
  bool holds_before(std::string_view text, size_t at) const;
  bool holds_after(std::string_view text, size_t at) const;

 private:
  // One of `texts`, or an edge where there are none. Most places are told by
  // the byte that the texts begin, or end, with.
  struct Atom {
    char edge = 0;  // '^', '$', '#'
    std::vector<std::string> texts;
    std::bitset<256> firsts, lasts;
  };
  using Item = std::vector<Atom>;
  static Item item_of(std::string_view cell, const Classes& classes);

  bool negated_ = false;
  std::vector<Item> items_;
};

// How many alternatives one text may have; the first ones are kept.
inline constexpr size_t kMostAlternatives = 8;

// Bytes of the longest text that is read by rules; no name is as long. What
// rules make of a text is cut there too.
inline constexpr size_t kLongestText = 1024;

class RuleSet {
 public:
  void add(std::string_view input, std::string_view before,
           std::string_view after, std::string_view output,
           const Classes& classes);
  // Call once after the last rule.
  void sort();

  bool empty() const { return rules_.empty(); }
  // Replaces each text by what becomes of it, without doubles. REQUIRES: no
  // two are alike. What no rule fits is not copied.
  void apply(std::vector<std::string>* texts) const;

 private:
  struct Rule {
    std::string input;
    Context before, after;
    std::vector<std::string> outputs;
    int contexts = 0;
  };
  // The first bytes of a rule's input, so that most rules are ruled out by one
  // comparison.
  struct Head {
    uint64_t bytes = 0;
    uint64_t mask = 0;
    uint16_t rule = 0;
  };
  const Rule* find(std::string_view text, size_t at) const;
  // The first place from `at` on where a rule fits, and the rule; null: none.
  const Rule* next(std::string_view text, size_t* at) const;
  // `rule` is the first that fits, at `at`.
  std::vector<std::string> rewrite(std::string_view text, size_t at,
                                   const Rule* rule) const;

  std::vector<Rule> rules_;
  // By the first letter of their input, slot_of(), the longest first.
  std::vector<Head> heads_;
  std::array<uint16_t, 257> slots_ = {};
};

// Adds `text` unless it is there or there are enough.
void add_alternative(std::string text, std::vector<std::string>* texts);

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_RULES_H_
