// SPDX-License-Identifier: Apache-2.0
//
// What two lexica say differently: for people, and as TSV.

#include "khitai/differences.h"

#include <map>

#include "khitai/write.h"
#include "write/escape.h"
#include "write/terminal.h"

namespace khitai {
namespace {

using Kind = Difference::Kind;
using Change = Difference::Change;

constexpr write::Style kGreen{28};
constexpr write::Style kRed{160};

const char* word_of(Kind kind) {
  switch (kind) {
    case Kind::kEntity:
      return "entity";
    case Kind::kName:
      return "name";
    case Kind::kForm:
      return "form";
    case Kind::kSense:
      return "sense";
    case Kind::kRelation:
      return "relation";
    case Kind::kLink:
      return "link";
    case Kind::kDate:
      return "date";
    case Kind::kSpelling:
      return "spelling";
  }
  return "";
}

// A spelling is found or lost; anything else is added, removed or changed.
const char* word_of(const Difference& difference) {
  const bool spelling = difference.kind == Kind::kSpelling;
  switch (difference.change) {
    case Change::kRemoved:
      return spelling ? "lost" : "removed";
    case Change::kAdded:
      return spelling ? "found" : "added";
    case Change::kChanged:
      return "changed";
  }
  return "";
}

void write_line(const Difference& one, write::Terminal* terminal) {
  const bool removed = one.change == Change::kRemoved;
  const bool added = one.change == Change::kAdded;
  const write::Style style = removed ? kRed : added ? kGreen : write::kPlain;
  terminal->begin_line(0, 4);
  terminal->text(removed ? "- " : added ? "+ " : "~ ", style);
  terminal->text(one.id, style);
  if (!one.what.empty()) terminal->text("  " + one.what, style);
  terminal->end_line();
  for (const Difference::Field& field : one.fields) {
    terminal->begin_line(4, 6);
    terminal->text(field.column + ": ", write::kDim);
    terminal->text(field.before.empty() ? "nothing" : field.before, kRed);
    terminal->text(" > ", write::kDim);
    terminal->text(field.after.empty() ? "nothing" : field.after, kGreen);
    terminal->end_line();
  }
}

// "3 added, 1 removed" of the differences from `at` of that kind.
std::string sums(const std::vector<Difference>& all, size_t at) {
  std::map<std::string, size_t> counts;
  for (size_t i = at; i < all.size() && all[i].kind == all[at].kind; ++i) {
    ++counts[word_of(all[i])];
  }
  std::string text;
  for (const auto& [word, count] : counts) {
    text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + word;
  }
  return text;
}

}  // namespace

void write_differences_text(const std::vector<Difference>& all,
                            const WriteOptions& options, std::string* out) {
  write::Terminal terminal(options, out);
  for (size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i].kind != all[i - 1].kind) {
      if (i > 0) out->push_back('\n');
      terminal.begin_line(0, 0);
      terminal.text(std::string(word_of(all[i].kind)) + ": " + sums(all, i),
                    write::kBold);
      terminal.end_line();
    }
    write_line(all[i], &terminal);
  }
}

void write_differences_tsv(const std::vector<Difference>& all,
                           std::string* out) {
  out->append("kind\tchange\tid\twhat\tcolumn\tbefore\tafter\n");
  const auto row = [&](const Difference& one, const Difference::Field& field) {
    const std::string_view cells[] = {
        word_of(one.kind), word_of(one), one.id,     one.what,
        field.column,      field.before, field.after};
    for (const std::string_view& cell : cells) {
      if (&cell != cells) out->push_back('\t');
      write::append_cell(cell, out);
    }
    out->push_back('\n');
  };
  for (const Difference& one : all) {
    if (one.fields.empty()) row(one, {});
    for (const Difference::Field& field : one.fields) row(one, field);
  }
}

}  // namespace khitai
