// SPDX-License-Identifier: Apache-2.0
//
// What of an index another lexicon changes: the records and documents that have
// other tokens, or name other things, or name them elsewhere. Both lexica read
// every text, for a decision weighs all that is known; tokens are made only
// where TokenChanges does not rule a difference out.

#ifndef KHITAI_SEARCH_STALE_H_
#define KHITAI_SEARCH_STALE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "khitai/search.h"

namespace khitai::search {

// The lexicon an index is of, and the one it is to be of. Immutable;
// thread-safe. Both must outlive it.
struct LexiconPair {
  LexiconPair(const Lexicon& old_one, const Lexicon& new_one)
      : before(old_one), after(new_one), tokens(old_one, new_one) {}
  const Lexicon& before;
  const Lexicon& after;
  const TokenChanges tokens;
};

// How the records were read for the index, and what is written of those that
// change.
struct StaleRecordWish {
  AnnotateOptions annotate;
  bool records = false;  // as write_records writes them; else where they are
  Offsets offsets = Offsets::kByte;  // of records
  std::string file;                  // as it is told
  std::string id_field;              // told, too, where a record has it
};

// The header of what tells where records are.
std::string_view stale_header(bool with_ids);

// `block` has whole records of the table, the first on `line`; `written` counts
// those that change. Linear; thread-safe.
WrittenRecords find_stale_records(const LexiconPair& lexica,
                                  const RecordTable& table,
                                  std::string_view block, size_t line,
                                  const StaleRecordWish& wish);

// Whether the lexica make other tokens of the document's plain text, or find
// other mentions in it: elsewhere, of other entities, otherwise decided. That a
// probability moves is no difference. Error: as of annotate_document. Linear;
// thread-safe.
Result<bool> is_stale_document(const LexiconPair& lexica,
                               const std::string& name,
                               const std::string& source,
                               const AnnotateOptions& options);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_STALE_H_
