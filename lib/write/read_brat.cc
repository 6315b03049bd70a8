// SPDX-License-Identifier: Apache-2.0
//
// Reads a brat .ann: T lines are mentions, N lines what they name, the
// attribute Decision and notes of probabilities are as `annotate` writes them.
// Relations, events and what else brat knows are left unread.

#include <algorithm>
#include <map>

#include "write/csv.h"
#include "write/iri.h"
#include "write/read_parts.h"
#include "write/type_word.h"
#include "write/utf8.h"

namespace khitai::write {
namespace {

// What is said of a span by other lines.
struct BratSaid {
  std::vector<PlainCandidate> norms;
  std::vector<PlainCandidate> noted;  // all candidates, with probabilities
  std::optional<Decision> decision;
};

// A discontinuous span is read as all from its first to its last character.
Status read_fragments(std::string_view offsets, PlainMention* mention) {
  size_t last = 0;
  bool first = true;
  for (std::string_view fragment : split(offsets, ';')) {
    const size_t space = fragment.find(' ');
    PlainMention one;
    const Status read = read_span(
        fragment.substr(0, space),
        space == fragment.npos ? "" : fragment.substr(space + 1), &one);
    if (!read.ok()) return read;
    if (!first && one.start < last) {
      return Error{"fragments " + quoted_short(offsets) +
                   ", expected them in order and apart"};
    }
    if (first) mention->start = one.start;
    mention->end = last = one.end;
    first = false;
  }
  return Done{};
}

class BratReader {
 public:
  BratReader(const std::string& path, PlainMentions* all)
      : doc_(doc_of_path(path)), all_(all) {}

  // Error without the place.
  Status take_span(const std::string& where, std::string_view line) {
    const std::vector<std::string_view> cells = split(line, '\t');
    const size_t space = cells.size() < 3 ? line.npos : cells[1].find(' ');
    if (space == line.npos || space == 0) {
      return Error{quoted_short(line) +
                   ", expected T1, a tab, type and offsets, a tab, the text"};
    }
    PlainMention mention;
    const Status read = read_fragments(cells[1].substr(space + 1), &mention);
    if (!read.ok()) return read;
    const auto [slot, fresh] = spans_.emplace(cells[0], all_->mentions.size());
    if (!fresh) return Error{quoted_short(cells[0]) + " is there already"};
    mention.doc = doc_;
    mention.type = type_of_word(cells[1].substr(0, space));
    const auto text_at = static_cast<size_t>(cells[2].data() - line.data());
    mention.text = clean(line.substr(text_at));
    mention.where = where;
    all_->mentions.push_back(std::move(mention));
    said_.emplace_back();
    return Done{};
  }

  Status take_other(std::string_view line) {
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() < 2) return Error{quoted_short(line) + ", expected a tab"};
    const std::vector<std::string_view> words = split(cells[1], ' ');
    switch (line[0]) {
      case 'N':
        return take_norm(words);
      case 'A':
      case 'M':
        return take_attribute(words);
      case '#':
        return take_note(words, cells);
      default:
        return Done{};
    }
  }

  void finish() {
    for (size_t i = 0; i < said_.size(); ++i) {
      PlainMention& mention = all_->mentions[i];
      BratSaid& said = said_[i];
      mention.candidates = said.norms;
      decide_by_count(&mention);
      if (said.decision) mention.decision = *said.decision;
      if (said.norms.empty() && mention.decision == Decision::kMatch) {
        mention.decision = Decision::kNone;
      }
      if (mention.decision == Decision::kMatch) {
        mention.entity = said.norms[0].entity;
      }
      if (agree(said)) mention.candidates = std::move(said.noted);
    }
  }

 private:
  // Whether the note speaks of the entities that the N lines have.
  static bool agree(const BratSaid& said) {
    if (said.noted.size() < said.norms.size()) return false;
    for (size_t i = 0; i < said.norms.size(); ++i) {
      if (said.noted[i].entity != said.norms[i].entity) return false;
    }
    return !said.noted.empty();
  }

  // The span of that id; null when it is none (an event, another file's).
  BratSaid* span(std::string_view id) {
    const auto found = spans_.find(id);
    return found == spans_.end() ? nullptr : &said_[found->second];
  }

  Status take_norm(const std::vector<std::string_view>& words) {
    if (words.size() != 3 || words[2].find(':') == std::string::npos) {
      return Error{"a normalization, expected Reference, T1 and db:id"};
    }
    BratSaid* said = span(words[1]);
    if (said == nullptr) {
      return Error{quoted_short(words[1]) + ", expected a T line of that id"};
    }
    said->norms.push_back({entity_of_iri(words[2]), -1});
    return Done{};
  }

  Status take_attribute(const std::vector<std::string_view>& words) {
    if (words.size() < 2) {
      return Error{"an attribute, expected its name and T1"};
    }
    BratSaid* said = span(words[1]);
    if (said == nullptr || words.size() != 3 || words[0] != "Decision") {
      return Done{};
    }
    said->decision = decision_of_word(words[2]);
    if (said->decision) return Done{};
    return Error{"decision is " + quoted_short(words[2]) +
                 ", expected match, ambiguous or none"};
  }

  Status take_note(const std::vector<std::string_view>& words,
                   const std::vector<std::string_view>& cells) {
    BratSaid* said = words.size() == 2 ? span(words[1]) : nullptr;
    if (said == nullptr || cells.size() != 3) return Done{};
    auto noted = candidates_of_cell(cells[2]);
    if (noted) said->noted = std::move(*noted);
    return Done{};
  }

  std::string doc_;
  PlainMentions* all_;
  std::map<std::string, size_t, std::less<>> spans_;
  std::vector<BratSaid> said_;
};

constexpr std::string_view kBratLines = "TNAMRE*#W";

}  // namespace

Status read_brat(const std::string& path, std::string_view bytes,
                 PlainMentions* all) {
  all->offsets = Offsets::kCodepoint;
  BratReader reader(path, all);
  // Lines may speak of spans that come later.
  for (const bool spans : {true, false}) {
    Lines lines(path, bytes);
    for (std::string_view line; lines.next(&line);) {
      if (line.empty()) continue;
      Status read = Done{};
      if (kBratLines.find(line[0]) == kBratLines.npos) {
        read =
            Error{quoted_short(line) + ", expected a line of brat, such as T1"};
      } else if ((line[0] == 'T') == spans) {
        read = spans ? reader.take_span(lines.where(), line)
                     : reader.take_other(line);
      }
      if (!read.ok()) return Error{lines.where() + ": " + read.error().message};
    }
  }
  reader.finish();
  return Done{};
}

}  // namespace khitai::write
