// SPDX-License-Identifier: Apache-2.0

#include "cli/decisions.h"

#include <array>
#include <cstdio>
#include <map>
#include <set>
#include <utility>

#include "cli/identity.h"
#include "cli/messages.h"
#include "cli/user_table.h"

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

// What is wrong with a row, "" if nothing.
std::string fill(const Lexicon& lexicon, std::vector<std::string>& cells,
                 std::string* document, ReaderDecision* decision) {
  *document = std::move(cells[kDocument]);
  decision->quote = std::move(cells[kQuote]);
  decision->prefix = std::move(cells[kPrefix]);
  decision->suffix = std::move(cells[kSuffix]);
  const std::string& entity = cells[kEntity];
  if (document->empty()) {
    return tr("document: empty, expected the path or name of the text");
  }
  if (decision->quote.find_first_not_of(' ') == std::string::npos) {
    return tr("quote: empty, expected the words that were decided");
  }
  if (entity == kRejected) return "";
  const auto number = lexicon.find_entity(entity);
  if (!number) {
    return tr(
        "entity: '{1}', expected the id of an entity of this lexicon, or - for "
        "none",
        entity);
  }
  decision->entity = *number;
  return "";
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
  return read_user_table(path, kNames, [&](UserRow cells) {
    Row row;
    row.where = std::move(cells.where);
    row.decision.table = number;
    std::string problem =
        fill(lexicon, cells.cells, &row.document, &row.decision);
    rows_.push_back(std::move(row));
    return problem;
  });
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
    const std::string rows =
        tr_n("{1} row of {2}", "{1} rows of {2}", count, wanted);
    say(several
            ? tr("decisions: {1}: several documents have this name, expected a "
                 "path",
                 rows)
            : tr("decisions: {1}: not among the documents", rows));
  }
  if (absent > kMostTold) {
    const size_t more = absent - kMostTold;
    say(tr_n("decisions: likewise rows of {1} other document",
             "decisions: likewise rows of {1} other documents", more));
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

std::string Decisions::identity(size_t document) const {
  Identity all;
  for (size_t row : of_document_[document]) {
    const ReaderDecision& one = rows_[row].decision;
    for (const std::string* text : {&one.quote, &one.prefix, &one.suffix}) {
      all.add(*text);
    }
    all.add(std::to_string(one.entity) + " " + std::to_string(one.table));
  }
  return all.hex();
}

void Decisions::tell(const std::string& document, size_t number,
                     const Replayed& replayed, bool quiet) {
  orphans_ += replayed.orphans.size();
  if (quiet) return;
  const auto row = [&](size_t decision) -> const Row& {
    return rows_[of_document_[number][decision]];
  };
  const auto place = [&](const Row& it) {
    return tr("{1}: '{2}' in {3}", it.where, it.decision.quote,
              document == "-" ? tr("standard input") : document);
  };
  for (const Replayed::Orphan& orphan : replayed.orphans) {
    say(place(row(orphan.decision)) + ": " + orphan.reason);
  }
  for (const Replayed::Overridden& one : replayed.overridden) {
    say(tr("{1}: overridden by {2}", place(row(one.decision)),
           row(one.by).where));
  }
}

void Decisions::tell_count() const {
  if (orphans_ == 0) return;
  say(tr_n("decisions: {2} of {1} row has no place",
           "decisions: {2} of {1} rows have no place", used_, orphans_));
}

}  // namespace khitai::cli
