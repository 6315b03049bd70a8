// SPDX-License-Identifier: Apache-2.0
//
// For search engines: what an index holds of a text, and what a query asks of
// it (docs/search.md).

#ifndef KHITAI_SEARCH_H_
#define KHITAI_SEARCH_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/lexicon.h"
#include "khitai/resolve.h"
#include "khitai/suggest.h"
#include "khitai/write.h"

namespace khitai {

// Of what a Tokenizer makes of a text. An index is of one lexicon and one
// version: with another of either, its texts have other tokens.
inline constexpr uint32_t kTokensVersion = 1;

// What stands at one place of a text: a word or a character, or a name, which
// is one place however many words it has.
struct TokenPlace {
  enum class Kind : uint8_t {
    kWord,
    kName,     // may name an entity here
    kSpelled,  // spelled as a name of the lexicon, but nothing speaks for it
  };
  Kind kind = Kind::kWord;
  uint32_t begin = 0;  // bytes of the text
  uint32_t end = 0;
  uint32_t first = 0;  // its tokens, at least one: Tokens::token(first) ...
  uint32_t last = 0;   // ... up to this one (half-open)
};

// The places of a text, by begin, and what is to be indexed at each. Tokens are
// UTF-8 of at most kMostTokenBytes, without control characters. A word is its
// match key (case, marks and variants folded); what begins with a sign is no
// word, for signs are in no key:
//
//   @qara-khitai   the entity may be meant here
//   =qara-khitai   it was decided that it is
//   #qara-khitai   a form of that name of the lexicon
//   !qara khitai   the lexicon has this spelling (its key)
//
// A name has also each of its words, and a character of Han (or of another
// script without spaces) the pair that begins with it: whatever is written can
// be found as it is written.
struct Tokens {
  std::string bytes;
  std::vector<uint32_t> ends;  // of each token in `bytes`
  std::vector<TokenPlace> places;
  std::string_view token(uint32_t number) const {
    const uint32_t begin = number == 0 ? 0 : ends[number - 1];
    return std::string_view(bytes).substr(begin, ends[number] - begin);
  }
  void clear();
};
inline constexpr size_t kMostTokenBytes = 255;

// Makes tokens. They are a function of the lexicon, the options and the text
// alone. Keeps what it has learnt of words from one text to the next: make one
// and use it often. Not thread-safe; one for each thread.
class Tokenizer {
 public:
  struct Options {
    bool decided = false;  // add `=` tokens; slower by about a half
  };
  // The lexicon must outlive it.
  Tokenizer(const Lexicon& lexicon, const Options& options);
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  // What an index holds of a text: all the tokens of each place. The answer
  // lives until the next call. Cannot fail; linear. REQUIRES: size < 2^31.
  const Tokens& index(std::string_view text);

  // What a query asks for: at each place any one of its tokens, place after
  // place. Of a name these are its spelling and the entities that it usually
  // means; names are told by their spelling alone, for a query has no context.
  // A text that begins with the sign of a token is that token, as it stands;
  // behind a ~ are words().
  const Tokens& query(std::string_view text);

  // The same without regard to names.
  const Tokens& words(std::string_view text);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// Of which texts of an index another lexicon makes other tokens. Immutable;
// thread-safe. Copies what it needs of the lexica.
class TokenChanges {
 public:
  // Linear in both (some 300 ms at 100,000 forms).
  TokenChanges(const Lexicon& before, const Lexicon& after);
  ~TokenChanges();
  TokenChanges(const TokenChanges&) = delete;
  TokenChanges& operator=(const TokenChanges&) = delete;

  // Whether rules changed (endings, cues): any text may be affected.
  bool is_general() const;
  // Of how many spellings the lexica say different things.
  size_t spellings() const;
  // Whether the tokens of a text may differ; false is certain, but for `=`
  // tokens, which weigh all that is known. As fast as folding.
  bool may_affect(std::string_view text) const;

 private:
  class Impl;
  std::unique_ptr<const Impl> impl_;
};

// Whether they do. Linear.
bool tokens_differ(Tokenizer* before, Tokenizer* after, std::string_view text);

// `query`: what was typed into a search box. Names are found in it; the rest is
// words, and phrases where it stands in quotation marks.
enum class Expand { kEntity, kName, kCognates };
struct SearchOptions {
  std::string lang;             // BCP 47; empty: guessed
  std::optional<int32_t> year;  // time spoken of
  std::string type;             // only entities of this type
  // What else is meant: other names of the entity (by its id), nothing but
  // this name, or what is called by a word of one origin (docs/search.md).
  Expand expand = Expand::kEntity;
  bool all_senses = false;  // ones that are much less likely, too
  bool spellings = false;   // gather spellings
  size_t limit = 0;         // ... of a name, the best known first; 0: all
};
struct SearchPart {
  size_t begin = 0;  // bytes of the query, without quotation marks
  size_t end = 0;
  std::string text;     // those, without control characters
  bool phrase = false;  // stood in quotation marks
  // Of a name only; best first.
  Decision decision = Decision::kNone;
  std::vector<Candidate> candidates;
  std::vector<uint32_t> entities;      // asked for; by id
  std::vector<uint32_t> names;         // likewise, unless Expand::kEntity
  std::vector<std::string> spellings;  // other ones than `text`
  bool is_name() const { return !candidates.empty(); }
};
struct Search {
  std::string text;  // as it was typed
  Expand expand = Expand::kEntity;
  std::vector<SearchPart> parts;
};
// Cannot fail; what has no letter and no digit is no part. Time: as annotating
// the text, and a look-up for each run of words that has no name.
Search read_search(const Lexicon& lexicon, std::string text,
                   const SearchOptions& options);

// Search engines, and what is searched in them.
enum class Engine {
  kFts5,
  kPostgres,
  kLucene,
  kElasticsearch,
  kSolr,
  kSqlLike
};
struct EngineOptions {
  Engine engine = Engine::kFts5;
  std::string field = "body";            // has the text
  std::string ids_field = "khitai_ids";  // has the ids of its names
  bool ids = true;    // false: the index has none, ask for spellings
  bool typed = true;  // a name as it was typed, too
  // Of kFts5 and kPostgres: the index was made of Tokens. The query is one of
  // tokens: what MATCH takes, the text of a tsquery; fields are not named.
  bool tokens = false;
  bool as_words = false;  // ... and names are words like others
};
// Why it cannot be the name of a field; "" if it can.
std::string field_problem(std::string_view field);

// The query in the engine's own syntax, on one line without its end. Empty when
// nothing was asked. What was typed, and what the lexicon holds, stands there
// as text: quoted by the rules of the engine. REQUIRES: field_problem() is "".
void write_engine_query(const Lexicon& lexicon, const Search& search,
                        const EngineOptions& options, std::string* out);

// Names with their senses, for who builds an interface.
void write_search_json(const Lexicon& lexicon, const Search& search,
                       const WriteOptions& options, std::string* out);
void write_search_text(const Lexicon& lexicon, const Search& search,
                       const WriteOptions& options, std::string* out);

// `complete`: what was typed in part, and what it may become.
void write_completions_json(const Lexicon& lexicon, std::string_view begin,
                            const std::vector<NameCompletion>& all,
                            const WriteOptions& options, std::string* out);
void write_completions_text(const Lexicon& lexicon,
                            const std::vector<NameCompletion>& all,
                            const WriteOptions& options, std::string* out);

// Documents for engines of the Lucene family (docs/search.md), which are given
// their plain text. Offsets are UTF-16.
enum class IndexShape {
  kAnnotatedText,  // markup of the field type annotated_text
  kBulk,           // a bulk request; its document has that text, too
  kPreAnalyzed,    // JSON of Solr's PreAnalyzedField
  kTokens          // JSON of tokens, one document a line
};
void write_es_annotated_text(const Lexicon& lexicon,
                             const Annotation& annotation,
                             const WriteOptions& options, std::string* out);
void write_es_bulk(const Lexicon& lexicon, const Annotation& annotation,
                   const WriteOptions& options, std::string* out);
void write_solr_preanalyzed(const Lexicon& lexicon,
                            const Annotation& annotation,
                            const WriteOptions& options, std::string* out);
void write_lucene_tokens(const Lexicon& lexicon, const Annotation& annotation,
                         const WriteOptions& options, std::string* out);
// Records, as begin_records and write_records do it: each as it was, with
// `khitai_ids`, `khitai_names` and the field in that shape. A bulk request has
// a line before each, and rows of a table as objects.
Result<size_t> begin_index_records(std::string_view block, IndexShape shape,
                                   const WriteOptions& options,
                                   RecordTable* table, std::string* out);
WrittenRecords write_index_records(const Lexicon& lexicon,
                                   const RecordTable& table, IndexShape shape,
                                   std::string_view block, size_t line,
                                   const AnnotateOptions& annotate,
                                   const WriteOptions& options);
// Why it cannot be the name of an index; "" if it can.
std::string index_problem(std::string_view name);

// Synonyms for engines that are given nothing else: a rule for each entity.
struct SynonymOptions {
  enum class Target {
    kFile,        // of Solr, Elasticsearch, OpenSearch
    kApi,         // synonyms API of Elasticsearch
    kTypesense,   // a synonym set
    kMeilisearch  // the setting `synonyms`
  };
  Target target = Target::kFile;
  bool expand = false;     // kFile, kApi: equivalent spellings, no token
  bool ambiguous = false;  // spellings of several entities, too
  std::string type;        // only entities of this type
  std::vector<std::string> langs;  // only spellings of these; empty: all
  std::vector<uint32_t> entities;  // only these; empty: all
  size_t limit = 50;  // spellings of an entity, the best known first; 0: all
};
struct Synonyms {
  std::string text;
  size_t rules = 0;
  std::string left_out;  // what was left out and why, in words; "": nothing
};
// Spellings that find more than the name (parts, cues, ...) are left out, and
// so is what the target cannot find. Linear in the lexicon.
Synonyms write_synonyms(const Lexicon& lexicon, const SynonymOptions& options);
// The token that a rule puts in the place of an entity's spellings: one word
// for every tokenizer, and no other entity's.
std::string synonym_token(std::string_view id);

// Characters that fold to others by themselves, as rules of Lucene's
// MappingCharFilter: with quotes for Lucene and Solr, without for Elasticsearch
// and OpenSearch.
struct MappingOptions {
  bool quotes = true;
  std::vector<std::string> scripts;  // of mapping_scripts(); empty: all
};
std::vector<std::string> mapping_scripts();
void write_mapping(const MappingOptions& options, std::string* out);

}  // namespace khitai

#endif  // KHITAI_SEARCH_H_
