// SPDX-License-Identifier: Apache-2.0
//
// Reads IOB2 with offsets: token, start, end, tag and, perhaps, the entity.
// Behind a question mark stand what a mention may be; ids after the first are
// as good as that (gold). Between tokens of a mention a space is assumed where
// the offsets have a gap.

#include <algorithm>

#include "write/iri.h"
#include "write/read_parts.h"
#include "write/type_word.h"
#include "write/utf8.h"

namespace khitai::write {
namespace {

constexpr std::string_view kDocStart = "-DOCSTART-";

// The cells of a line, by tabs or, where it has none, by runs of spaces.
std::vector<std::string_view> cells_of(std::string_view line) {
  if (line.find('\t') != line.npos) return split(line, '\t');
  std::vector<std::string_view> cells = split(line, ' ');
  std::erase(cells, std::string_view());
  return cells;
}

void read_entity(std::string_view column, PlainMention* mention) {
  if (column.empty() || column == "_") return;
  const bool open = column.front() == '?';
  if (open) column.remove_prefix(1);
  std::vector<std::string> ids;
  for (std::string_view id : split(column, '|')) {
    if (!id.empty()) ids.push_back(decoded(id));
  }
  if (ids.empty()) return;
  mention->decision = open ? Decision::kAmbiguous : Decision::kMatch;
  if (open) {
    for (std::string& id : ids) {
      mention->candidates.push_back({std::move(id), -1});
    }
    return;
  }
  mention->entity = ids[0];
  mention->candidates.push_back({ids[0], -1});
  mention->alt.assign(ids.begin() + 1, ids.end());
}

class Iob2Reader {
 public:
  Iob2Reader(const std::string& path, PlainMentions* all)
      : doc_(doc_of_path(path)), all_(all) {}

  // Error without the place.
  Status take(const std::string& where, std::string_view line) {
    const std::vector<std::string_view> cells = cells_of(line);
    if (cells.empty()) return end_sentence();
    if (cells[0] == kDocStart) return begin_document(cells);
    if (cells.size() != 4 && cells.size() != 5) {
      return Error{std::to_string(cells.size()) +
                   (cells.size() == 1 ? " column" : " columns") +
                   ", expected 5: token, start, end, tag and entity"};
    }
    PlainMention token;
    const Status read = read_span(cells[1], cells[2], &token);
    if (!read.ok()) return read;
    if (token.start < last_) {
      return Error{"start " + std::to_string(token.start) +
                   " lies before the end of the token before, " +
                   std::to_string(last_)};
    }
    last_ = token.end;
    return take_tag(where, cells, token);
  }

 private:
  Status end_sentence() {
    open_ = false;
    return Done{};
  }

  Status begin_document(const std::vector<std::string_view>& cells) {
    open_ = false;
    last_ = 0;
    if (cells.size() == 5 && !cells[4].empty() && cells[4] != "_") {
      doc_ = decoded(cells[4]);
    }
    all_->docs.push_back(doc_);
    return Done{};
  }

  Status take_tag(const std::string& where,
                  const std::vector<std::string_view>& cells,
                  const PlainMention& token) {
    const std::string_view tag = cells[3];
    if (tag == "O") return end_sentence();
    if (tag.size() < 3 || tag[1] != '-' || (tag[0] != 'B' && tag[0] != 'I')) {
      return Error{"tag is " + quoted_short(tag) +
                   ", expected O, B-TYPE or I-TYPE"};
    }
    const std::string type = type_of_word(tag.substr(2));
    if (tag[0] == 'I') return go_on(tag, type, cells[0], token);
    PlainMention mention = token;
    mention.doc = doc_;
    mention.text = clean(cells[0]);
    mention.type = type;
    mention.where = where;
    if (cells.size() == 5) read_entity(cells[4], &mention);
    all_->mentions.push_back(std::move(mention));
    open_ = true;
    return Done{};
  }

  Status go_on(std::string_view tag, const std::string& type,
               std::string_view text, const PlainMention& token) {
    if (!open_ || all_->mentions.back().type != type) {
      return Error{"tag " + quoted_short(tag) +
                   " goes on with nothing, expected B-" +
                   std::string(tag.substr(2))};
    }
    PlainMention& mention = all_->mentions.back();
    if (token.start > mention.end) mention.text += ' ';
    mention.text += clean(text);
    mention.end = token.end;
    return Done{};
  }

  std::string doc_;
  PlainMentions* all_;
  size_t last_ = 0;    // where the token before ends
  bool open_ = false;  // the last mention may go on
};

}  // namespace

Status read_iob2(const std::string& path, std::string_view bytes,
                 PlainMentions* all) {
  all->offsets = Offsets::kCodepoint;
  Iob2Reader reader(path, all);
  Lines lines(path, bytes);
  for (std::string_view line; lines.next(&line);) {
    const Status read = reader.take(lines.where(), line);
    if (!read.ok()) return Error{lines.where() + ": " + read.error().message};
  }
  return Done{};
}

}  // namespace khitai::write
