// SPDX-License-Identifier: Apache-2.0
//
// Reads JSON Lines: those of `annotate`, which have a `decision`, and gold.

#include <utility>

#include "write/json_read.h"
#include "write/read_parts.h"

namespace khitai::write {
namespace {

// Moves the value of a result, or returns its error.
template <typename T>
Status take_into(Result<T> result, T* to) {
  if (!result.ok()) return result.error();
  *to = std::move(result).value();
  return Done{};
}

Status take_all(std::initializer_list<Status> all) {
  for (const Status& one : all) {
    if (!one.ok()) return one;
  }
  return Done{};
}

Status read_candidates(const JsonValue& row, PlainMention* mention) {
  const JsonValue* list = member_of(row, "candidates");
  if (list == nullptr || list->IsNull()) return Done{};
  if (!list->IsArray()) {
    return Error{"candidates is " + std::string(kind_words(*list)) +
                 ", expected an array of objects"};
  }
  for (const JsonValue& one : list->GetArray()) {
    if (!one.IsObject()) {
      return Error{"a candidate is " + std::string(kind_words(one)) +
                   ", expected an object with entity and probability"};
    }
    PlainCandidate candidate;
    const Status read =
        take_all({take_into(need_text(one, "entity"), &candidate.entity),
                  take_into(take_probability(one, "probability"),
                            &candidate.probability)});
    if (!read.ok()) return Error{"a candidate: " + read.error().message};
    mention->candidates.push_back(std::move(candidate));
  }
  return Done{};
}

Status read_row_decision(const JsonValue& row, PlainMention* mention) {
  std::string word;
  const Status read = take_into(take_text(row, "decision"), &word);
  if (!read.ok()) return read;
  mention->decision =
      mention->entity.empty() ? Decision::kNone : Decision::kMatch;
  if (word.empty()) return Done{};
  const auto decision = decision_of_word(word);
  if (!decision) {
    return Error{"decision is " + quoted_short(word) +
                 ", expected match, ambiguous or none"};
  }
  mention->decision = *decision;
  if ((*decision == Decision::kMatch) == mention->entity.empty()) {
    return Error{"decision is " + word + " and entity " +
                 (mention->entity.empty() ? "null" : mention->entity) +
                 ", expected an entity where it is match, else null"};
  }
  return Done{};
}

Status read_json_row(const JsonValue& row, PlainMention* mention) {
  if (!row.IsObject()) {
    return Error{std::string(kind_words(row)) +
                 ", expected an object with doc, start, end, text and entity"};
  }
  if (member_of(row, "entity") == nullptr) {
    return Error{"entity is missing, expected an id or null"};
  }
  const Status read =
      take_all({take_into(need_text(row, "doc"), &mention->doc),
                take_into(need_number(row, "start"), &mention->start),
                take_into(need_number(row, "end"), &mention->end),
                take_into(need_text(row, "text"), &mention->text),
                take_into(take_text(row, "type"), &mention->type),
                take_into(take_text(row, "entity"), &mention->entity),
                take_into(take_text(row, "lang"), &mention->lang),
                take_into(take_texts(row, "alt"), &mention->alt),
                read_candidates(row, mention)});
  if (!read.ok()) return read;
  if (mention->start >= mention->end) {
    return Error{"start " + std::to_string(mention->start) + " and end " +
                 std::to_string(mention->end) + ", expected start before end"};
  }
  return read_row_decision(row, mention);
}

// What a pattern without an entity matched: no mention.
bool is_mark(const JsonValue& row) {
  return row.IsObject() && member_of(row, "pattern") != nullptr &&
         member_of(row, "entity") == nullptr;
}

}  // namespace

Status read_json_lines(const std::string& path, std::string_view bytes,
                       PlainMentions* all) {
  Lines lines(path, bytes);
  bool ours = false;
  for (std::string_view line; lines.next(&line);) {
    if (line.find_first_not_of(" \t") == line.npos) continue;
    rapidjson::Document row;
    if (const auto problem = parse_json(line, &row)) {
      return Error{lines.where() + ": " + problem->what + " at byte " +
                   std::to_string(problem->byte) +
                   " of the line, expected an object a line"};
    }
    if (is_mark(row)) {
      ours = true;
      continue;
    }
    PlainMention mention;
    const Status read = read_json_row(row, &mention);
    if (!read.ok()) return Error{lines.where() + ": " + read.error().message};
    mention.where = lines.where();
    ours = ours || member_of(row, "decision") != nullptr;
    all->mentions.push_back(std::move(mention));
  }
  if (!ours) all->offsets = Offsets::kCodepoint;
  return Done{};
}

}  // namespace khitai::write
