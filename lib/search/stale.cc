// SPDX-License-Identifier: Apache-2.0

#include "search/stale.h"

#include <algorithm>
#include <vector>

#include "search/indexed_text.h"
#include "search/record_id.h"
#include "write/escape.h"
#include "write/record_block.h"
#include "write/record_writer.h"

namespace khitai::search {
namespace {

// Whether entities of the one lexicon are those of the other, called the same.
bool same_entities(const LexiconPair& lexica, const std::vector<uint32_t>& old,
                   const std::vector<uint32_t>& fresh) {
  return std::equal(old.begin(), old.end(), fresh.begin(), fresh.end(),
                    [&](uint32_t a, uint32_t b) {
                      const Entity before = lexica.before.entity(a);
                      const Entity after = lexica.after.entity(b);
                      return before.id == after.id &&
                             before.label == after.label;
                    });
}

bool same_mentions(const LexiconPair& lexica, const std::vector<Mention>& old,
                   const std::vector<Mention>& fresh) {
  return std::equal(old.begin(), old.end(), fresh.begin(), fresh.end(),
                    [&](const Mention& a, const Mention& b) {
                      return a.begin == b.begin && a.end == b.end &&
                             a.decision == b.decision &&
                             same_entities(lexica, write::named_entities(a),
                                           write::named_entities(b));
                    });
}

// Texts of one thread under both lexica.
class TextComparison {
 public:
  // Both must outlive it.
  TextComparison(const LexiconPair& lexica, const AnnotateOptions& annotate)
      : lexica_(lexica),
        old_names_(lexica.before, annotate),
        new_names_(lexica.after, annotate),
        old_tokens_(lexica.before, {}),
        new_tokens_(lexica.after, {}) {}

  // Reads what it names with the new lexicon. Whether an index has other things
  // of it.
  bool differs(const RecordTable& table, write::Record* record) {
    write::Record old;
    old.text = record->text;
    old_names_.read(&old);
    new_names_.read(record);
    if (!same_entities(lexica_, old.entities, record->entities)) return true;
    // Tables have no spans.
    if (table.input == Input::kJsonl && !same_spans(old, *record)) return true;
    return lexica_.tokens.may_affect(record->text) &&
           tokens_differ(&old_tokens_, &new_tokens_, record->text);
  }

 private:
  bool same_spans(const write::Record& old, const write::Record& fresh) const {
    return std::equal(
        old.spans.begin(), old.spans.end(), fresh.spans.begin(),
        fresh.spans.end(),
        [&](const write::NamedSpan& a, const write::NamedSpan& b) {
          return a.begin == b.begin && a.end == b.end &&
                 same_entities(lexica_, a.entities, b.entities);
        });
  }

  const LexiconPair& lexica_;
  write::RecordNames old_names_, new_names_;
  Tokenizer old_tokens_, new_tokens_;
};

// Where a record is, as a row.
void append_place(const RecordTable& table, std::string_view block,
                  const write::Record& record, const StaleRecordWish& wish,
                  std::string* out) {
  write::append_cell(wish.file, out);
  *out += '\t' + std::to_string(record.line);
  if (!wish.id_field.empty()) {
    *out += '\t';
    const auto id = record_id(table, block, record, wish.id_field);
    if (id.ok()) write::append_cell(*id, out);
  }
  *out += '\n';
}

}  // namespace

std::string_view stale_header(bool with_ids) {
  return with_ids ? "file\tline\tid\n" : "file\tline\n";
}

WrittenRecords find_stale_records(const LexiconPair& lexica,
                                  const RecordTable& table,
                                  std::string_view block, size_t line,
                                  const StaleRecordWish& wish) {
  WrittenRecords out;
  write::RecordBlock records(table, block, line);
  write::RecordWriter writer(lexica.after, table, wish.offsets, &out.text);
  TextComparison texts(lexica, wish.annotate);
  write::Record record;
  while (records.next(write::record_members(), &record, &out.errors)) {
    if (record.blank) continue;
    ++out.records;
    if (record.met) ++out.with_field;
    if (!texts.differs(table, &record)) continue;
    ++out.written;
    if (wish.records) {
      writer.write(record);
    } else {
      append_place(table, block, record, wish, &out.text);
    }
  }
  return out;
}

Result<bool> is_stale_document(const LexiconPair& lexica,
                               const std::string& name,
                               const std::string& source,
                               const AnnotateOptions& options) {
  const auto old = annotate_document(lexica.before, name, source, options);
  if (!old.ok()) return old.error();
  const auto fresh = annotate_document(lexica.after, name, source, options);
  if (!fresh.ok()) return fresh.error();
  if (!same_mentions(lexica, old->mentions, fresh->mentions)) return true;
  const std::string text = indexed_text(*fresh).text;
  if (!lexica.tokens.may_affect(text)) return false;
  Tokenizer before(lexica.before, {});
  Tokenizer after(lexica.after, {});
  return tokens_differ(&before, &after, text);
}

}  // namespace khitai::search
