// SPDX-License-Identifier: Apache-2.0
//
// Tables of users' patterns (docs/format.md).

#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "context/patterns.h"
#include "document/decode.h"
#include "khitai/annotate.h"

namespace khitai {
namespace {

enum Column { kLabel, kRegex, kEntity, kColumns };
constexpr std::array<std::string_view, kColumns> kNames = {"label", "regex",
                                                           "entity"};

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

// Where each column stands. Further ones are people's own.
struct PatternHeader {
  std::array<std::optional<size_t>, kColumns> at;
  size_t count = 0;
};

Result<PatternHeader> header_of(std::string_view line) {
  const std::vector<std::string_view> cells = cells_of(line);
  PatternHeader header;
  header.count = cells.size();
  for (size_t i = 0; i < cells.size(); ++i) {
    for (size_t column = 0; column < kColumns; ++column) {
      if (cells[i] != kNames[column]) continue;
      if (header.at[column]) {
        return Error{"two columns '" + std::string(cells[i]) +
                     "', expected one"};
      }
      header.at[column] = i;
    }
  }
  if (!header.at[kLabel] || !header.at[kRegex]) {
    return Error{
        "expected a header with label, regex and, if wanted, entity, tabs "
        "between"};
  }
  return header;
}

class PatternTable {
 public:
  PatternTable(const Lexicon& lexicon, const std::string& path)
      : lexicon_(lexicon), path_(path) {}

  Result<Patterns> read(std::string_view text) {
    size_t number = 0;
    std::optional<PatternHeader> header;
    while (!text.empty()) {
      const size_t end = text.find('\n');
      std::string_view line = text.substr(0, end);
      text.remove_prefix(end == text.npos ? text.size() : end + 1);
      ++number;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty()) continue;
      if (header) {
        add(*header, line, number);
        continue;
      }
      const auto read = header_of(line);
      if (!read.ok()) return Error{where(number) + read.error().message};
      header = *read;
    }
    if (!header) {
      return Error{where(1) +
                   "nothing, expected a header with label and regex"};
    }
    if (!problems_.empty()) return Error{problems_};
    patterns_.set = std::move(set_);
    return std::move(patterns_);
  }

 private:
  std::string where(size_t number) const {
    return path_ + ":" + std::to_string(number) + ": ";
  }

  void add(const PatternHeader& header, std::string_view line, size_t number) {
    const std::string problem = add_row(header, cells_of(line));
    if (problem.empty()) return;
    problems_ += (problems_.empty() ? "" : "\n") + where(number) + problem;
  }

  // What is wrong with a row; "" if nothing.
  std::string add_row(const PatternHeader& header,
                      const std::vector<std::string_view>& cells) {
    if (cells.size() != header.count) {
      return std::to_string(cells.size()) +
             (cells.size() == 1 ? " column" : " columns") + ", expected " +
             std::to_string(header.count);
    }
    const std::string_view label = cells[*header.at[kLabel]];
    const std::string_view regex = cells[*header.at[kRegex]];
    if (label.empty()) return "label: empty, expected a word for the pattern";
    if (regex.empty()) return "regex: empty, expected a regular expression";
    std::string_view id;
    if (header.at[kEntity]) id = cells[*header.at[kEntity]];
    uint32_t entity = kNoRow;
    if (id.empty()) {
      patterns_.marks = true;
    } else if (const auto found = lexicon_.find_entity(id)) {
      entity = *found;
    } else {
      return "entity: '" + std::string(id) +
             "', expected the id of an entity of this lexicon, or nothing";
    }
    const Status added = set_->add(std::string(label), regex, entity);
    return added.ok() ? "" : "regex: " + added.error().message;
  }

  const Lexicon& lexicon_;
  const std::string& path_;
  std::shared_ptr<context::PatternSet> set_ =
      std::make_shared<context::PatternSet>();
  Patterns patterns_;
  std::string problems_;
};

}  // namespace

Result<Patterns> read_patterns(const Lexicon& lexicon, const std::string& path,
                               std::string bytes) {
  const auto decoded =
      document::decode_source(std::move(bytes), document::Kind::kText, "");
  if (!decoded.ok()) return Error{path + ": " + decoded.error().message};
  std::string_view text = decoded->text;
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  return PatternTable(lexicon, path).read(text);
}

}  // namespace khitai
