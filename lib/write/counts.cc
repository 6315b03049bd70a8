// SPDX-License-Identifier: Apache-2.0

#include "write/counts.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <memory>
#include <tuple>
#include <utility>

#include "khitai/conventions.h"
#include "write/plain_text.h"
#include "write/shown.h"
#include "write/stats.h"
#include "write/utf8.h"

namespace khitai::write {
namespace {

constexpr double kPer = 10000;

struct CountColumn {
  CountBy by;
  std::string_view word;
  bool of_document;
};
constexpr CountColumn kCountColumns[] = {
    {CountBy::kForm, "form", false},
    {CountBy::kText, "text", false},
    {CountBy::kName, "name", false},
    {CountBy::kEntity, "entity", false},
    {CountBy::kType, "type", false},
    {CountBy::kConvention, "convention", false},
    {CountBy::kDocument, "document", true},
    {CountBy::kYear, "year", true},
    {CountBy::kCentury, "century", true},
    {CountBy::kLang, "lang", true},
};

const CountColumn& column_of(CountBy by) {
  return *std::find_if(std::begin(kCountColumns), std::end(kCountColumns),
                       [&](const CountColumn& one) { return one.by == by; });
}

bool is_number(CountBy by) {
  return by == CountBy::kYear || by == CountBy::kCentury;
}

// One mention at a time becomes cells.
class CellReader {
 public:
  CellReader(const Lexicon& lexicon, const Annotation& annotation,
             std::optional<int32_t> year, const CountWish& wish)
      : lexicon_(lexicon), annotation_(annotation), year_(year), wish_(wish) {}

  // Of the document alone.
  CountKey about() const {
    CountKey key;
    for (CountBy by : wish_.by) {
      key.push_back(column_of(by).of_document ? document_cell(by) : "");
    }
    return key;
  }

  CountKey read(const CountKey& about, const Mention& mention) {
    CountKey key = about;
    for (size_t i = 0; i < key.size(); ++i) {
      const CountBy by = wish_.by[i];
      if (!column_of(by).of_document) key[i] = mention_cell(by, mention);
    }
    return key;
  }

  size_t characters() { return plain().characters(); }

 private:
  std::string document_cell(CountBy by) const {
    switch (by) {
      case CountBy::kDocument:
        return clean(annotation_.name);
      case CountBy::kYear:
        return year_ ? std::to_string(*year_) : "";
      case CountBy::kCentury:
        return year_ ? std::to_string(century_of(*year_)) : "";
      default:
        return annotation_.lang;
    }
  }

  std::string mention_cell(CountBy by, const Mention& mention) {
    const Candidate& best = top(mention.candidates);
    const Form form = lexicon_.form(best.form);
    switch (by) {
      case CountBy::kForm:
        return form.text.empty() ? plain().line_of(mention)
                                 : std::string(form.text);
      case CountBy::kText:
        return plain().line_of(mention);
      case CountBy::kName:
        return std::string(lexicon_.name(form.name).id);
      case CountBy::kType:
        return std::string(entity_of(lexicon_, annotation_, best).type);
      case CountBy::kConvention:
        return convention_cell(mention, best);
      default:
        return entity_cell(best);
    }
  }

  // Entries of documents' own lists may be called alike in several.
  std::string entity_cell(const Candidate& best) const {
    const std::string id(entity_of(lexicon_, annotation_, best).id);
    return best.entity == kNoRow ? clean(annotation_.name) + id : id;
  }

  std::string convention_cell(const Mention& mention, const Candidate& best) {
    if (best.entity == kNoRow) return {};
    std::string text = plain().line_of(mention);
    const auto known = conventions_.find({best.entity, text});
    if (known != conventions_.end()) return known->second;
    const auto found = conventions_of_mention(lexicon_, text, best.entity);
    std::string cell =
        found.empty() ? "" : std::string(found.front().convention);
    conventions_.emplace(std::pair(best.entity, std::move(text)), cell);
    return cell;
  }

  // Read when something asks for it.
  const PlainText& plain() {
    if (plain_ == nullptr) plain_ = std::make_unique<PlainText>(annotation_);
    return *plain_;
  }

  const Lexicon& lexicon_;
  const Annotation& annotation_;
  const std::optional<int32_t> year_;
  const CountWish& wish_;
  std::unique_ptr<PlainText> plain_;
  // What it takes some time to find, by entity and text.
  std::map<std::pair<uint32_t, std::string>, std::string> conventions_;
};

bool is_counted(const Annotation& annotation, const Mention& mention,
                const CountWish& wish) {
  if (mention.decision == Decision::kNone) return false;
  if (wish.decided && mention.decision != Decision::kMatch) return false;
  const Candidate& best = top(mention.candidates);
  if (!wish.entities.empty()) {
    return std::find(wish.entities.begin(), wish.entities.end(), best.entity) !=
           wish.entities.end();
  }
  return best.entity != kNoRow || own_of(annotation, best) != nullptr;
}

// A whole number; unknown ones after all.
int64_t number_of_cell(std::string_view cell) {
  int64_t number = INT64_MAX;
  std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return number;
}

}  // namespace

std::string_view count_word(CountBy by) { return column_of(by).word; }

std::vector<std::string> all_count_words() {
  std::vector<std::string> words;
  for (const CountColumn& one : kCountColumns) words.emplace_back(one.word);
  return words;
}

std::optional<CountBy> count_by(std::string_view word) {
  for (const CountColumn& one : kCountColumns) {
    if (one.word == word) return one.by;
  }
  return std::nullopt;
}

double CountRow::per_10000() const {
  if (characters == 0) return 0;
  return kPer * static_cast<double>(mentions()) /
         static_cast<double>(characters);
}

DocumentCount count_document(const Lexicon& lexicon,
                             const Annotation& annotation,
                             std::optional<int32_t> year,
                             const CountWish& wish) {
  CellReader reader(lexicon, annotation, year ? year : annotation.written,
                    wish);
  DocumentCount out;
  out.name = clean(annotation.name);
  out.about = reader.about();
  for (const Mention& mention : annotation.mentions) {
    if (!is_counted(annotation, mention, wish)) continue;
    DocumentCount::Mentions& row = out.rows[reader.read(out.about, mention)];
    ++(mention.decision == Decision::kMatch ? row.matched : row.ambiguous);
  }
  if (wish.relative) out.characters = reader.characters();
  return out;
}

void Counts::add(const DocumentCount& document) {
  order_.emplace(document.name, all_documents_++);
  characters_[document.about] += document.characters;
  if (!document.rows.empty()) ++documents_;
  for (const auto& [cells, mentions] : document.rows) {
    CountRow& row = rows_[cells];
    row.matched += mentions.matched;
    row.ambiguous += mentions.ambiguous;
    ++row.documents;
  }
}

void Counts::sort_rows(std::vector<CountRow>* rows) const {
  // How often a cell stands in a column.
  std::vector<std::map<std::string, size_t>> often(wish_.by.size());
  for (const auto& [cells, row] : rows_) {
    for (size_t i = 0; i < cells.size(); ++i) {
      often[i][cells[i]] += row.mentions();
    }
  }
  const auto rank = [&](size_t column, const std::string& cell) -> int64_t {
    const CountBy by = wish_.by[column];
    if (is_number(by)) return number_of_cell(cell);
    if (by == CountBy::kDocument) {
      return static_cast<int64_t>(order_.at(cell));
    }
    return -static_cast<int64_t>(often[column].at(cell));
  };
  std::sort(rows->begin(), rows->end(),
            [&](const CountRow& a, const CountRow& b) {
              for (size_t i = 0; i < wish_.by.size(); ++i) {
                if (a.cells[i] == b.cells[i]) continue;
                const int64_t x = rank(i, a.cells[i]);
                const int64_t y = rank(i, b.cells[i]);
                return x != y ? x < y : a.cells[i] < b.cells[i];
              }
              return false;
            });
}

CountTable Counts::table(size_t least, size_t most) const {
  CountTable out;
  out.by = wish_.by;
  out.relative = wish_.relative;
  out.documents = documents_;
  out.all_documents = all_documents_;
  for (const auto& [cells, counted] : rows_) {
    out.mentions += counted.mentions();
    out.ambiguous += counted.ambiguous;
    if (counted.mentions() < least) {
      ++out.left_out;
      continue;
    }
    CountRow row = counted;
    row.cells = cells;
    CountKey about = cells;
    for (size_t i = 0; i < about.size(); ++i) {
      if (!column_of(wish_.by[i]).of_document) about[i].clear();
    }
    row.characters = characters_.at(about);
    out.rows.push_back(std::move(row));
  }
  sort_rows(&out.rows);
  if (most == 0 || out.rows.size() <= most) return out;
  // The most frequent ones, in their order; of those alike the first.
  std::vector<size_t> all;
  for (const CountRow& row : out.rows) all.push_back(row.mentions());
  std::nth_element(all.begin(), all.begin() + static_cast<ptrdiff_t>(most - 1),
                   all.end(), std::greater<>());
  const size_t border = all[most - 1];
  size_t alike = most;
  for (const CountRow& row : out.rows) alike -= row.mentions() > border;
  std::vector<CountRow> kept;
  for (CountRow& row : out.rows) {
    if (row.mentions() < border) continue;
    if (row.mentions() == border && alike == 0) continue;
    if (row.mentions() == border) --alike;
    kept.push_back(std::move(row));
  }
  out.left_out += out.rows.size() - kept.size();
  out.rows = std::move(kept);
  return out;
}

}  // namespace khitai::write
