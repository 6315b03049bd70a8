// SPDX-License-Identifier: Apache-2.0

#include "cli/decisions.h"

#include <array>
#include <cstdio>
#include <map>
#include <set>
#include <utility>

#include "base/mapped_file.h"
#include "cli/command.h"
#include "compile/tables_text.h"
#include "document/decode.h"

namespace khitai::cli {
namespace {

enum Column { kDocument, kQuote, kPrefix, kSuffix, kEntity, kColumns };
constexpr std::array<std::string_view, kColumns> kNames = {
    "document", "quote", "prefix", "suffix", "entity"};
constexpr std::string_view kRejected = "-";
constexpr size_t kMostTold = 3;  // documents that rows speak of in vain

std::string base_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

// Where each column stands. Further ones are people's own.
struct Header {
  std::array<size_t, kColumns> at = {};
  size_t count = 0;
};

Result<Header> read_header(std::string_view line) {
  const std::vector<std::string_view> cells = compile::split_cells(line);
  Header header;
  header.count = cells.size();
  for (size_t column = 0; column < kColumns; ++column) {
    size_t times = 0;
    for (size_t i = 0; i < cells.size(); ++i) {
      if (cells[i] != kNames[column]) continue;
      header.at[column] = i;
      ++times;
    }
    if (times == 1) continue;
    return Error{std::string(times == 0 ? "no column '" : "two columns '") +
                 std::string(kNames[column]) +
                 "', expected a header with document, quote, prefix, suffix, "
                 "entity, tabs between"};
  }
  return header;
}

// What is wrong with a row, "" if nothing.
std::string fill(const Lexicon& lexicon, const Header& header,
                 std::string_view line, std::string* document,
                 ReaderDecision* decision) {
  const std::vector<std::string_view> cells = compile::split_cells(line);
  if (cells.size() != header.count) {
    return std::to_string(cells.size()) +
           (cells.size() == 1 ? " column" : " columns") + ", expected " +
           std::to_string(header.count);
  }
  const auto cell = [&](Column column) {
    return std::string(cells[header.at[column]]);
  };
  *document = cell(kDocument);
  decision->quote = cell(kQuote);
  decision->prefix = cell(kPrefix);
  decision->suffix = cell(kSuffix);
  const std::string entity = cell(kEntity);
  if (document->empty()) {
    return "document: empty, expected the path or name of the text";
  }
  if (decision->quote.find_first_not_of(' ') == std::string::npos) {
    return "quote: empty, expected the words that were decided";
  }
  if (entity == kRejected) return "";
  const auto number = lexicon.find_entity(entity);
  if (!number) {
    return "entity: '" + entity +
           "', expected the id of an entity of this lexicon, or - for none";
  }
  decision->entity = *number;
  return "";
}

std::string rows_of(size_t count) {
  return std::to_string(count) + (count == 1 ? " row of " : " rows of ");
}

void say(const std::string& line) {
  std::fprintf(stderr, "%s\n", line.c_str());
}

}  // namespace

Result<Decisions> Decisions::read(const Lexicon& lexicon,
                                  const std::vector<std::string>& tables) {
  Decisions out;
  std::string problems;
  for (size_t i = 0; i < tables.size(); ++i) {
    const Status read =
        out.read_table(lexicon, tables[i], static_cast<uint32_t>(i));
    if (read.ok()) continue;
    problems += (problems.empty() ? "" : "\nkhitai: ") + read.error().message;
  }
  if (!problems.empty()) return Error{problems};
  return out;
}

Status Decisions::read_table(const Lexicon& lexicon, const std::string& path,
                             uint32_t number) {
  const std::string shown = path == "-" ? "standard input" : path;
  auto bytes = base::read_whole(path);
  if (!bytes.ok()) return bytes.error();
  const auto table = document::decode_source(std::move(bytes).value(),
                                             document::Kind::kText, "");
  if (!table.ok()) return Error{shown + ": " + table.error().message};
  std::vector<compile::Problem> problems;
  const std::vector<compile::Line> lines = compile::split_lines(
      shown, table->text, compile::TextRules::kUser, &problems);
  std::string wrong;
  const auto add = [&](const std::string& problem) {
    wrong += (wrong.empty() ? "" : "\nkhitai: ") + problem;
  };
  for (const compile::Problem& problem : problems) {
    if (!problem.warning) add(compile::format_problem(problem));
  }
  const auto header = read_header(lines.empty() ? "" : lines.front().text);
  if (!header.ok()) {
    add(shown + ":1: " + header.error().message);
    return Error{wrong};
  }
  for (size_t i = 1; i < lines.size(); ++i) {
    Row row;
    row.where = shown + ":" + std::to_string(lines[i].number);
    row.decision.table = number;
    const std::string problem =
        fill(lexicon, *header, lines[i].text, &row.document, &row.decision);
    if (!problem.empty()) add(row.where + ": " + problem);
    rows_.push_back(std::move(row));
  }
  if (!wrong.empty()) return Error{wrong};
  return Done{};
}

void Decisions::share_out(const std::vector<std::string>& documents,
                          bool quiet) {
  std::map<std::string, std::vector<size_t>> by_path;
  std::map<std::string, std::set<std::string>> by_name;
  for (size_t i = 0; i < documents.size(); ++i) {
    by_path[documents[i]].push_back(i);
    by_name[base_name(documents[i])].insert(documents[i]);
  }
  of_document_.assign(documents.size(), {});
  std::map<std::string, size_t> left;  // documents that are not read
  for (size_t i = 0; i < rows_.size(); ++i) {
    const std::string& wanted = rows_[i].document;
    const std::string* path = &wanted;
    if (by_path.count(wanted) == 0) {
      const std::set<std::string>& named = by_name[base_name(wanted)];
      if (named.size() != 1) {
        ++left[wanted];
        continue;
      }
      path = &*named.begin();
    }
    for (size_t document : by_path[*path]) of_document_[document].push_back(i);
    ++used_;
  }
  if (quiet) return;
  size_t absent = 0;
  for (const auto& [wanted, count] : left) {
    const bool several = !by_name[base_name(wanted)].empty();
    if (!several && ++absent > kMostTold) continue;
    say("decisions: " + rows_of(count) + wanted +
        (several ? ": several documents have this name, expected a path"
                 : ": not among the documents"));
  }
  if (absent > kMostTold) {
    const size_t more = absent - kMostTold;
    say("decisions: likewise rows of " + std::to_string(more) +
        (more == 1 ? " other document" : " other documents"));
  }
}

Replayed Decisions::replay(const Lexicon& lexicon, size_t document,
                           const AnnotateOptions& options,
                           Annotation* annotation) const {
  std::vector<ReaderDecision> decisions;
  for (size_t row : of_document_[document]) {
    decisions.push_back(rows_[row].decision);
  }
  return replay_decisions(lexicon, decisions, options, annotation);
}

void Decisions::tell(const std::string& document, size_t number,
                     const Replayed& replayed, bool quiet) {
  orphans_ += replayed.orphans.size();
  if (quiet) return;
  const auto row = [&](size_t decision) -> const Row& {
    return rows_[of_document_[number][decision]];
  };
  const auto place = [&](const Row& it) {
    return it.where + ": '" + it.decision.quote + "' in " +
           (document == "-" ? "standard input" : document);
  };
  for (const Replayed::Orphan& orphan : replayed.orphans) {
    say(place(row(orphan.decision)) + ": " + orphan.reason);
  }
  for (const Replayed::Overridden& one : replayed.overridden) {
    say(place(row(one.decision)) + ": overridden by " + row(one.by).where);
  }
}

void Decisions::tell_count() const {
  if (orphans_ == 0) return;
  say("decisions: " + std::to_string(orphans_) + " of " +
      std::to_string(used_) + (used_ == 1 ? " row has" : " rows have") +
      " no place");
}

}  // namespace khitai::cli
