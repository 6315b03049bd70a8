// SPDX-License-Identifier: Apache-2.0

#include "romanize/rules.h"

#include <algorithm>
#include <cstring>

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
    for (const std::string& one : atom.texts) {
      atom.firsts.set(static_cast<uint8_t>(one.front()));
      atom.lasts.set(static_cast<uint8_t>(one.back()));
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
  if (at >= text.size() ||
      !atoms[atom].firsts.test(static_cast<uint8_t>(text[at]))) {
    return false;
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
  if (at == 0 || !last.lasts.test(static_cast<uint8_t>(text[at - 1]))) {
    return false;
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

// The first eight bytes of a text; zeros behind its end, which no rule has.
uint64_t window(std::string_view text) {
  uint64_t bytes = 0;
  if (text.size() >= sizeof bytes) {
    std::memcpy(&bytes, text.data(), sizeof bytes);
  } else {
    std::memcpy(&bytes, text.data(), text.size());
  }
  return bytes;
}

// Appends what no rule fits any more, up to the longest that is read.
void copy_rest(std::string_view text, size_t at,
               std::vector<std::string>* made) {
  const char* const end = text.data() + text.size();
  size_t stop = at;
  while (stop < text.size() && (*made)[0].size() + (stop - at) < kLongestText) {
    stop += text::decode(text.data() + stop, end).size;
  }
  for (std::string& one : *made) one += text.substr(at, stop - at);
}

}  // namespace

void RuleSet::sort() {
  std::stable_sort(rules_.begin(), rules_.end(),
                   [](const Rule& a, const Rule& b) {
                     return a.input.size() != b.input.size()
                                ? a.input.size() > b.input.size()
                                : a.contexts > b.contexts;
                   });
  std::vector<uint16_t> order(rules_.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<uint16_t>(i);
  const auto slot = [&](uint16_t rule) { return slot_of(rules_[rule].input); };
  std::stable_sort(order.begin(), order.end(),
                   [&](uint16_t a, uint16_t b) { return slot(a) < slot(b); });
  slots_.fill(0);
  heads_.clear();
  for (uint16_t rule : order) {
    Head head;
    const std::string& input = rules_[rule].input;
    head.bytes = window(input);
    std::memset(&head.mask, 0xFF, std::min(input.size(), sizeof head.mask));
    head.rule = rule;
    heads_.push_back(head);
    ++slots_[slot(rule) + size_t{1}];
  }
  for (size_t i = 1; i < slots_.size(); ++i) {
    slots_[i] = static_cast<uint16_t>(slots_[i] + slots_[i - 1]);
  }
}

const RuleSet::Rule* RuleSet::find(std::string_view text, size_t at) const {
  const std::string_view rest = text.substr(at);
  const size_t slot = slot_of(rest);
  const size_t end = slots_[slot + 1];
  if (slots_[slot] == end) return nullptr;
  const uint64_t bytes = window(rest);
  for (size_t i = slots_[slot]; i < end; ++i) {
    const Head& head = heads_[i];
    if ((bytes & head.mask) != head.bytes) continue;
    const Rule& rule = rules_[head.rule];
    const bool whole =
        rule.input.size() <= sizeof bytes || rest.starts_with(rule.input);
    if (whole && rule.before.holds_before(text, at) &&
        rule.after.holds_after(text, at + rule.input.size())) {
      return &rule;
    }
  }
  return nullptr;
}

const RuleSet::Rule* RuleSet::next(std::string_view text, size_t* at) const {
  const char* const end = text.data() + text.size();
  while (*at < text.size()) {
    if (const Rule* const rule = find(text, *at)) return rule;
    const char* const here = text.data() + *at;
    const bool ascii = static_cast<uint8_t>(*here) < 0x80;
    *at += ascii ? 1 : text::decode(here, end).size;
  }
  return nullptr;
}

std::vector<std::string> RuleSet::rewrite(std::string_view text, size_t at,
                                          const Rule* rule) const {
  std::vector<std::string> made(1);
  size_t copied = 0;  // of the text
  while (rule != nullptr && made[0].size() + (at - copied) < kLongestText) {
    for (std::string& one : made) one += text.substr(copied, at - copied);
    at += rule->input.size();
    copied = at;
    if (rule->outputs.size() == 1) {
      for (std::string& one : made) one += rule->outputs[0];
    } else {
      std::vector<std::string> longer;
      longer.reserve(
          std::min(made.size() * rule->outputs.size(), kMostAlternatives));
      for (const std::string& one : made) {
        for (const std::string& output : rule->outputs) {
          add_alternative(one + output, &longer);
        }
      }
      made = std::move(longer);
    }
    rule = next(text, &at);
  }
  copy_rest(text, copied, &made);
  return made;
}

void RuleSet::apply(std::vector<std::string>* texts) const {
  if (rules_.empty()) return;
  std::vector<std::string> all;
  bool changed = false;
  for (size_t i = 0; i < texts->size(); ++i) {
    std::string& text = (*texts)[i];
    size_t at = 0;
    const Rule* const rule = next(text, &at);
    if (rule == nullptr && text.size() <= kLongestText) {
      if (changed) add_alternative(std::move(text), &all);
      continue;
    }
    if (!changed) {
      all.reserve(std::max(texts->size(), kMostAlternatives));
      for (size_t j = 0; j < i; ++j) all.push_back(std::move((*texts)[j]));
      changed = true;
    }
    for (std::string& one : rewrite(text, at, rule)) {
      add_alternative(std::move(one), &all);
    }
  }
  if (changed) *texts = std::move(all);
}

}  // namespace khitai::romanize
