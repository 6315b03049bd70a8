// SPDX-License-Identifier: Apache-2.0

#include "romanize/rules.h"

#include <algorithm>

#include "romanize/split.h"
#include "text/utf8.h"

namespace khitai::romanize {
namespace {

// Cells write a space as "_".
std::string spaced(std::string_view cell) {
  std::string text(cell);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

// Alternatives between bars; an empty one counts.
std::vector<std::string> alternatives(std::string_view cell) {
  std::vector<std::string> all;
  for (size_t begin = 0; begin <= cell.size();) {
    const size_t end = std::min(cell.find('|', begin), cell.size());
    all.push_back(spaced(cell.substr(begin, end - begin)));
    begin = end + 1;
  }
  return all;
}

// Of one item; more would make matching slow.
constexpr size_t kMostAtoms = 8;

bool is_edge(char edge, std::string_view text, size_t at) {
  const bool start = at == 0;
  const bool end = at == text.size();
  if (edge == '^') return start;
  if (edge == '$') return end;
  return start || end || text[at] == ' ' || text[at - 1] == ' ';
}

}  // namespace

Context::Context(std::string_view cell, const Classes& classes) {
  if (cell.starts_with('!')) {
    negated_ = true;
    cell.remove_prefix(1);
  }
  for (std::string_view item : split(cell, ' ')) {
    items_.push_back(item_of(item, classes));
  }
}

Context::Item Context::item_of(std::string_view cell, const Classes& classes) {
  Item item;
  for (size_t at = 0; at < cell.size() && item.size() < kMostAtoms;) {
    Atom atom;
    size_t size = 1;
    const size_t close = cell.find('>', at);
    if (cell[at] == '^' || cell[at] == '$' || cell[at] == '#') {
      atom.edge = cell[at];
    } else if (cell[at] == '<' && close != std::string_view::npos) {
      size = close + 1 - at;
      const auto found = classes.find(cell.substr(at + 1, size - 2));
      if (found != classes.end()) atom.texts = found->second;
    } else {
      size = std::min(cell.find_first_of("^$#<", at + 1), cell.size()) - at;
      atom.texts.push_back(spaced(cell.substr(at, size)));
    }
    item.push_back(std::move(atom));
    at += size;
  }
  return item;
}

namespace {

// Whether the atoms from `atom` on stand one after the other from `at` on.
template <typename Atoms>
bool stands_after(const Atoms& atoms, size_t atom, std::string_view text,
                  size_t at) {
  if (atom == atoms.size()) return true;
  if (atoms[atom].edge != 0) {
    return is_edge(atoms[atom].edge, text, at) &&
           stands_after(atoms, atom + 1, text, at);
  }
  for (const std::string& one : atoms[atom].texts) {
    if (text.substr(at).starts_with(one) &&
        stands_after(atoms, atom + 1, text, at + one.size())) {
      return true;
    }
  }
  return false;
}

// Whether the first `count` atoms stand one after the other up to `at`.
template <typename Atoms>
bool stands_before(const Atoms& atoms, size_t count, std::string_view text,
                   size_t at) {
  if (count == 0) return true;
  const auto& last = atoms[count - 1];
  if (last.edge != 0) {
    return is_edge(last.edge, text, at) &&
           stands_before(atoms, count - 1, text, at);
  }
  for (const std::string& one : last.texts) {
    if (text.substr(0, at).ends_with(one) &&
        stands_before(atoms, count - 1, text, at - one.size())) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool Context::holds_before(std::string_view text, size_t at) const {
  if (free()) return true;
  const bool holds =
      std::any_of(items_.begin(), items_.end(), [&](const Item& item) {
        return stands_before(item, item.size(), text, at);
      });
  return holds != negated_;
}

bool Context::holds_after(std::string_view text, size_t at) const {
  if (free()) return true;
  const bool holds = std::any_of(
      items_.begin(), items_.end(),
      [&](const Item& item) { return stands_after(item, 0, text, at); });
  return holds != negated_;
}

void add_alternative(std::string text, std::vector<std::string>* texts) {
  if (texts->size() >= kMostAlternatives) return;
  if (std::find(texts->begin(), texts->end(), text) != texts->end()) return;
  texts->push_back(std::move(text));
}

void RuleSet::add(std::string_view input, std::string_view before,
                  std::string_view after, std::string_view output,
                  const Classes& classes) {
  if (input.empty() || rules_.size() == UINT16_MAX) return;
  Rule rule;
  rule.input = spaced(input);
  rule.before = Context(before, classes);
  rule.after = Context(after, classes);
  rule.contexts = !rule.before.free() + !rule.after.free();
  rule.outputs = alternatives(output);
  rules_.push_back(std::move(rule));
}

namespace {

// Of the first letter: its byte, or the two first bytes mixed, for those of an
// alphabet mostly share the first.
uint8_t slot_of(std::string_view text) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
  if (byte(0) < 0x80 || text.size() == 1) return byte(0);
  return static_cast<uint8_t>(byte(0) * 61 + byte(1));
}

}  // namespace

void RuleSet::sort() {
  std::stable_sort(rules_.begin(), rules_.end(),
                   [](const Rule& a, const Rule& b) {
                     return a.input.size() != b.input.size()
                                ? a.input.size() > b.input.size()
                                : a.contexts > b.contexts;
                   });
  for (auto& numbers : by_letter_) numbers.clear();
  for (size_t i = 0; i < rules_.size(); ++i) {
    by_letter_[slot_of(rules_[i].input)].push_back(static_cast<uint16_t>(i));
  }
}

const RuleSet::Rule* RuleSet::find(std::string_view text, size_t at) const {
  const std::string_view rest = text.substr(at);
  for (uint16_t number : by_letter_[slot_of(rest)]) {
    const Rule& rule = rules_[number];
    if (rest.starts_with(rule.input) && rule.before.holds_before(text, at) &&
        rule.after.holds_after(text, at + rule.input.size())) {
      return &rule;
    }
  }
  return nullptr;
}

std::vector<std::string> RuleSet::rewrite(std::string_view text) const {
  std::vector<std::string> made(1);
  for (size_t at = 0; at < text.size() && made[0].size() < kLongestText;) {
    const Rule* const rule = find(text, at);
    if (rule == nullptr) {
      const text::CodePoint point =
          text::decode(text.data() + at, text.data() + text.size());
      for (std::string& one : made) one += text.substr(at, point.size);
      at += point.size;
      continue;
    }
    at += rule->input.size();
    if (rule->outputs.size() == 1) {
      for (std::string& one : made) one += rule->outputs[0];
      continue;
    }
    std::vector<std::string> longer;
    for (const std::string& one : made) {
      for (const std::string& output : rule->outputs) {
        add_alternative(one + output, &longer);
      }
    }
    made = std::move(longer);
  }
  return made;
}

void RuleSet::apply(std::vector<std::string>* texts) const {
  if (rules_.empty()) return;
  std::vector<std::string> all;
  for (const std::string& text : *texts) {
    for (std::string& one : rewrite(text)) {
      add_alternative(std::move(one), &all);
    }
  }
  *texts = std::move(all);
}

}  // namespace khitai::romanize
