// SPDX-License-Identifier: Apache-2.0
//
// Reads comma-separated values (RFC 4180) with a header of doc, start, end and
// text, and perhaps others of `annotate --format csv`.

#include <algorithm>
#include <array>

#include "write/csv.h"
#include "write/read_parts.h"
#include "write/utf8.h"

namespace khitai::write {
namespace {

// One record after the other.
class CsvRecords {
 public:
  CsvRecords(const std::string& path, std::string_view bytes)
      : path_(path), bytes_(bytes) {}

  // False at the end, and where a record is wrong: then there is an error.
  bool next(std::vector<std::string>* cells, Status* status) {
    cells->clear();
    if (at_ >= bytes_.size()) return false;
    line_ = next_line_;
    while (true) {
      std::string cell;
      *status = read_cell(&cell);
      if (!status->ok()) return false;
      cells->push_back(std::move(cell));
      if (at_ < bytes_.size() && bytes_[at_] == ',') {
        ++at_;
        continue;
      }
      end_record();
      return true;
    }
  }
  std::string where() const { return path_ + ":" + std::to_string(line_); }

 private:
  bool at_end() const {
    return at_ >= bytes_.size() || bytes_[at_] == ',' || bytes_[at_] == '\n' ||
           bytes_.substr(at_, 2) == "\r\n";
  }

  void end_record() {
    if (bytes_.substr(at_, 1) == "\r") ++at_;
    if (at_ < bytes_.size()) {
      ++at_;
      ++next_line_;
    }
  }

  Status read_cell(std::string* cell) {
    if (at_ < bytes_.size() && bytes_[at_] == '"') return read_quoted(cell);
    const size_t begin = at_;
    while (!at_end()) ++at_;
    *cell = clean(bytes_.substr(begin, at_ - begin));
    return Done{};
  }

  Status read_quoted(std::string* cell) {
    std::string raw;
    for (++at_; at_ < bytes_.size(); ++at_) {
      if (bytes_[at_] == '\n') ++next_line_;
      if (bytes_[at_] != '"') {
        raw += bytes_[at_];
      } else if (bytes_.substr(at_ + 1, 1) == "\"") {
        raw += bytes_[at_++];
      } else {
        break;
      }
    }
    if (at_ >= bytes_.size()) {
      return Error{where() + ": a quoted cell does not end, expected '\"'"};
    }
    ++at_;
    if (!at_end()) {
      return Error{where() + ": " + quoted_short(bytes_.substr(at_, 20)) +
                   " behind a quoted cell, expected a comma"};
    }
    *cell = clean(raw);
    return Done{};
  }

  const std::string& path_;
  std::string_view bytes_;
  size_t at_ = 0;
  size_t line_ = 1;  // of the record
  size_t next_line_ = 1;
};

constexpr size_t kNowhere = std::string::npos;

// Which cell of a record is which.
struct CsvHeader {
  size_t doc = kNowhere, start = kNowhere, end = kNowhere, text = kNowhere,
         entity = kNowhere, type = kNowhere, decision = kNowhere,
         candidates = kNowhere, lang = kNowhere;
  size_t size = 0;

  // Error without the place.
  Status read(const std::vector<std::string>& cells) {
    size = cells.size();
    const std::pair<std::string_view, size_t*> columns[] = {
        {"doc", &doc},           {"start", &start},           {"end", &end},
        {"text", &text},         {"entity", &entity},         {"type", &type},
        {"decision", &decision}, {"candidates", &candidates}, {"lang", &lang}};
    for (const auto& [name, place] : columns) {
      const auto found = std::find(cells.begin(), cells.end(), name);
      if (found == cells.end()) continue;
      *place = static_cast<size_t>(found - cells.begin());
    }
    for (size_t needed : {doc, start, end, text}) {
      if (needed == kNowhere) {
        return Error{
            "the header lacks a column, expected doc, start, end and "
            "text"};
      }
    }
    return Done{};
  }
};

std::string cell_at(const std::vector<std::string>& cells, size_t place) {
  return place == kNowhere ? std::string() : cells[place];
}

Status read_csv_decision(const std::string& word, PlainMention* mention) {
  mention->decision =
      mention->entity.empty() ? Decision::kNone : Decision::kMatch;
  if (word.empty()) return Done{};
  const auto decision = decision_of_word(word);
  if (!decision || (*decision == Decision::kMatch) == mention->entity.empty()) {
    return Error{"decision is " + quoted_short(word) + ", expected " +
                 (decision ? "match where there is an entity, and only there"
                           : "match, ambiguous or none")};
  }
  mention->decision = *decision;
  return Done{};
}

// Error without the place.
Status read_record(const CsvHeader& header,
                   const std::vector<std::string>& cells,
                   PlainMention* mention) {
  if (cells.size() != header.size) {
    return Error{std::to_string(cells.size()) + " cells, expected " +
                 std::to_string(header.size)};
  }
  const Status read =
      read_span(cells[header.start], cells[header.end], mention);
  if (!read.ok()) return read;
  mention->doc = cells[header.doc];
  mention->text = cells[header.text];
  if (mention->doc.empty() || mention->text.empty()) {
    return Error{"doc or text is empty, expected both"};
  }
  mention->entity = cell_at(cells, header.entity);
  mention->type = cell_at(cells, header.type);
  mention->lang = cell_at(cells, header.lang);
  auto candidates = candidates_of_cell(cell_at(cells, header.candidates));
  if (!candidates) {
    return Error{"candidates are " + quoted_short(cells[header.candidates]) +
                 ", expected ids with probabilities, joined by '; '"};
  }
  mention->candidates = std::move(*candidates);
  return read_csv_decision(cell_at(cells, header.decision), mention);
}

}  // namespace

Status read_csv(const std::string& path, std::string_view bytes,
                PlainMentions* all) {
  CsvRecords records(path, bytes);
  CsvHeader header;
  std::vector<std::string> cells;
  Status status = Done{};
  for (bool first = true; records.next(&cells, &status); first = false) {
    if (cells.size() == 1 && cells[0].empty()) continue;
    if (first) {
      status = header.read(cells);
    } else {
      PlainMention mention;
      status = read_record(header, cells, &mention);
      mention.where = records.where();
      all->mentions.push_back(std::move(mention));
    }
    if (!status.ok()) {
      return Error{records.where() + ": " + status.error().message};
    }
  }
  return status;
}

}  // namespace khitai::write
