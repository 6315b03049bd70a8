// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a text to index, as a query, as a record and as a document for
// an engine. Places lie in order, tokens are as they must be, and all that is
// written is finished.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "khitai/annotate.h"
#include "khitai/search.h"
#include "support/small_lexicon.h"

namespace {

using namespace khitai;  // NOLINT: a test program

void require(bool holds) {
  if (!holds) std::abort();
}

void check_tokens(const Tokens& tokens, size_t size) {
  uint32_t end = 0;
  uint32_t last = 0;
  for (const TokenPlace& place : tokens.places) {
    require(place.begin >= end && place.begin < place.end);
    require(place.first == last && place.first < place.last);
    end = place.end;
    last = place.last;
  }
  require(end <= size && last == tokens.ends.size());
  for (uint32_t i = 0; i < tokens.ends.size(); ++i) {
    const std::string_view token = tokens.token(i);
    require(!token.empty() && token.size() <= kMostTokenBytes);
    require(token.find('\0') == token.npos);
  }
}

void as_query(const Lexicon& lexicon, const std::string& typed) {
  const Search search = read_search(lexicon, typed, {});
  for (const Engine engine : {Engine::kFts5, Engine::kPostgres}) {
    for (const bool as_words : {false, true}) {
      EngineOptions options;
      options.engine = engine;
      options.tokens = true;
      options.as_words = as_words;
      std::string query;
      write_engine_query(lexicon, search, options, &query);
      require(search.parts.empty() || !query.empty());
      require(query.find('\0') == query.npos);
    }
  }
}

void as_document(const Lexicon& lexicon, const std::string& source) {
  const auto page = annotate_document(lexicon, "page", source, {});
  if (!page.ok()) return;
  for (const auto write : {write_es_annotated_text, write_es_bulk,
                           write_solr_preanalyzed, write_lucene_tokens}) {
    std::string out;
    write(lexicon, *page, {}, &out);
    require(!out.empty() || source.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const Lexicon& lexicon = tests::example_lexicon();
  Tokenizer tokenizer(lexicon, {.decided = true});
  check_tokens(tokenizer.index(text), size);
  check_tokens(tokenizer.query(text), size);
  check_tokens(tokenizer.words(text), size);
  as_query(lexicon, text.substr(0, 1000));
  as_document(lexicon, text);
  RecordTable table;
  table.doc = "records";
  table.field = "body";
  write_index_records(lexicon, table, IndexShape::kTokens, text, 1, {}, {});
  return 0;
}
