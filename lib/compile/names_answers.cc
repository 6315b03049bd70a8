// SPDX-License-Identifier: Apache-2.0

#include "compile/names_answers.h"

#include <algorithm>
#include <array>

#include "compile/names_cells.h"

namespace khitai::compile {
namespace {

constexpr std::string_view kAcceptColumn = "accept";
constexpr std::string_view kFormColumn = "form";
constexpr std::string_view kEntityColumn = "entity";
constexpr std::array<std::string_view, 5> kOnlyShown = {
    "count", "why", "nearest", "end", "context"};

size_t column_of(const std::vector<std::string_view>& cells,
                 std::string_view name) {
  const auto found = std::find_if(
      cells.begin(), cells.end(),
      [&](std::string_view cell) { return plain_cell(cell) == name; });
  return static_cast<size_t>(found - cells.begin());
}

bool is_id_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
         byte == '.' || byte == '-';
}

// A file's name behind a hyphen, as a part of an id.
std::string id_part(std::string_view document) {
  std::string id;
  for (char byte : document.substr(document.rfind('/') + 1)) {
    const char small =
        byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    if (id.empty()) id = "-";
    if (is_id_letter(small)) {
      id += small;
    } else if (id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

std::string expected_answer(const std::string& accept) {
  return "accept: '" + accept +
         "', expected the id of an entity or a name, new, no, or nothing";
}

}  // namespace

bool is_of_answers(std::string_view header) {
  const auto cells = split_cells(header);
  return column_of(cells, kAcceptColumn) < cells.size();
}

bool is_only_shown(std::string_view column) {
  return std::find(kOnlyShown.begin(), kOnlyShown.end(), column) !=
         kOnlyShown.end();
}

std::vector<std::string> answered_forms(
    const std::string& path, std::string_view bytes,
    const std::function<bool(const std::string& id)>& is_known,
    std::vector<Problem>* problems) {
  std::vector<std::string> forms;
  const auto report = [&](uint32_t line, std::string message) {
    problems->push_back(Problem{path, line, std::move(message)});
  };
  const std::vector<Line> lines =
      split_lines(path, bytes, TextRules::kUser, problems);
  const std::vector<std::string_view> header =
      lines.empty() ? std::vector<std::string_view>()
                    : split_cells(lines[0].text);
  const size_t accept = column_of(header, kAcceptColumn);
  const size_t form = column_of(header, kFormColumn);
  const size_t entity = column_of(header, kEntityColumn);
  if (accept == header.size() || form == header.size()) {
    report(1, "expected a header with the columns accept and form");
    return forms;
  }
  std::unordered_set<std::string> fresh;
  std::vector<std::pair<uint32_t, std::string>> ids;
  for (size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string_view> cells = split_cells(lines[i].text);
    if (cells.size() != header.size()) {
      report(lines[i].number, std::to_string(cells.size()) +
                                  (cells.size() == 1 ? " column" : " columns") +
                                  ", expected " +
                                  std::to_string(header.size()));
      continue;
    }
    const std::string answer = plain_cell(cells[accept]);
    if (answer.empty()) continue;
    forms.push_back(plain_cell(cells[form]));
    if (answer == kAnswerNew) {
      if (entity < cells.size()) fresh.insert(plain_cell(cells[entity]));
    } else if (answer != kAnswerNo) {
      ids.emplace_back(lines[i].number, answer);
    }
  }
  for (const auto& [line, id] : ids) {
    if (!fresh.contains(id) && !is_known(id)) report(line, expected_answer(id));
  }
  return forms;
}

bool AnswerSources::is_taken(const std::string& id) const {
  const Table& table = tables_->of(TableKind::kSources);
  return std::any_of(table.rows.begin(), table.rows.end(),
                     [&](const Row& row) { return row[sources::kId] == id; });
}

std::string AnswerSources::source_of(std::string_view document,
                                     std::string_view start, uint32_t file,
                                     uint32_t line) {
  if (document.empty()) return "";
  const auto [place, fresh] = ids_.try_emplace(std::string(document));
  if (fresh) {
    const std::string stem = "document" + id_part(document);
    place->second = stem;
    for (size_t n = 2; is_taken(place->second); ++n) {
      place->second = stem + "-" + std::to_string(n);
    }
    Row row;
    row.cells.resize(sources::kNote + 1);
    row.file = file;
    row.line = line;
    Texts& texts = *tables_->texts;
    row.cells[sources::kId] = texts.share(place->second);
    row.cells[sources::kKind] = texts.share("document");
    row.cells[sources::kCitation] = texts.share(document);
    row.cells[sources::kNote] = texts.share("A document of the user's");
    tables_->of(TableKind::kSources).rows.push_back(std::move(row));
  }
  if (start.empty()) return place->second;
  return place->second + ":byte " + std::string(start);
}

void AnswerIds::read(const Tables& tables) {
  for (const Row& row : tables.of(TableKind::kEntities).rows) {
    known_.insert(row[entities::kId]);
  }
  for (const Row& row : tables.of(TableKind::kNames).rows) {
    known_.insert(row[names::kId]);
  }
}

Result<std::string> AnswerIds::id_of(const std::string& accept,
                                     const std::string& entity) const {
  if (accept.empty() || accept == kAnswerNo) return std::string();
  if (accept == kAnswerNew) {
    if (entity.empty()) {
      return Error{"entity: empty, expected the id of the new entity"};
    }
    if (!std::all_of(entity.begin(), entity.end(), is_id_letter)) {
      return Error{"entity: '" + entity +
                   "', expected an id of small letters, digits, dots and "
                   "hyphens"};
    }
    if (known_.contains(entity)) {
      return Error{"entity: '" + entity +
                   "' is there already, expected a new id, or this one as the "
                   "answer"};
    }
    return entity;
  }
  if (known_.contains(accept) || new_.contains(accept)) return accept;
  return Error{expected_answer(accept)};
}

}  // namespace khitai::compile
