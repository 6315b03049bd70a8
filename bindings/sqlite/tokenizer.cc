// SPDX-License-Identifier: Apache-2.0
//
// The tokenizer of FTS5. A name takes one position, which reaches over all of
// its text; its first word is the token there, its other words, ids and
// spellings are colocated with it. So highlight() marks all of the name, which
// looks at the first token of a position alone.

#include <cstring>

#include "sqlite/connection.h"

namespace khitai::sqlite {
namespace {

using TakeToken = int (*)(void*, int, const char*, int, int, int);

class Fts5TokenizerImpl {
 public:
  Fts5TokenizerImpl(std::shared_ptr<Connection> connection, Index index)
      : connection_(std::move(connection)), index_(std::move(index)) {}

  Connection* connection() const { return connection_.get(); }

  // Returns what `take` returned where it wanted no more.
  int tokenize(void* context, int flags, std::string_view text,
               TakeToken take) {
    // Not before it is needed: a table whose lexicon is lost can be dropped.
    if (tokenizer_ == nullptr || generation_ != connection_->generation()) {
      renew();
    }
    khitai_tokens tokens;
    khitai_error error;
    check(khitai_tokenize(tokenizer_, purpose_of(flags, &text), text.data(),
                          text.size(), &tokens, &error),
          error);
    for (size_t i = 0; i < tokens.place_count; ++i) {
      const khitai_place& place = tokens.places[i];
      for (uint32_t token = place.first; token < place.last; ++token) {
        const uint32_t begin = token == 0 ? 0 : tokens.ends[token - 1];
        const int code = take(
            context, token == place.first ? 0 : FTS5_TOKEN_COLOCATED,
            tokens.bytes + begin, static_cast<int>(tokens.ends[token] - begin),
            static_cast<int>(place.begin), static_cast<int>(place.end));
        if (code != SQLITE_OK) return code;
      }
    }
    return SQLITE_OK;
  }

 private:
  // The beginning of a word is asked for as words are, whatever it is of.
  static int purpose_of(int flags, std::string_view* text) {
    if ((flags & FTS5_TOKENIZE_QUERY) == 0) return KHITAI_INDEX;
    if ((flags & FTS5_TOKENIZE_PREFIX) == 0) return KHITAI_ASK;
    if (text->empty() || std::strchr("@=#!", (*text)[0]) != nullptr) {
      return KHITAI_ASK;
    }
    if ((*text)[0] == '~') text->remove_prefix(1);
    return KHITAI_WORDS;
  }

  void renew() {
    const std::string hash = connection_->current(index_);
    TokenizerHandle& tokenizer = tokenizers_[hash];
    if (!tokenizer) {
      khitai_tokenizer* made = nullptr;
      khitai_error error;
      check(khitai_tokenizer_new(connection_->lexicon(hash),
                                 index_.decided ? KHITAI_DECIDED : 0, &made,
                                 &error),
            error);
      tokenizer.reset(made);
    }
    tokenizer_ = tokenizer.get();
    generation_ = connection_->generation();
  }

  const std::shared_ptr<Connection> connection_;
  const Index index_;
  uint64_t generation_ = 0;
  // By lexicon: two while an upgrade writes.
  std::map<std::string, TokenizerHandle> tokenizers_;
  khitai_tokenizer* tokenizer_ = nullptr;
};

Fts5TokenizerImpl* impl_of(Fts5Tokenizer* tokenizer) {
  return reinterpret_cast<Fts5TokenizerImpl*>(tokenizer);
}

std::shared_ptr<Connection>& shared(void* data) {
  return *static_cast<std::shared_ptr<Connection>*>(data);
}

int create(void* data, const char** words, int count, Fts5Tokenizer** out) {
  *out = nullptr;
  return guarded(shared(data).get(), [&] {
    const Index index =
        read_index(std::vector<std::string>(words, words + count));
    *out = reinterpret_cast<Fts5Tokenizer*>(
        new Fts5TokenizerImpl(shared(data), index));
  });
}

void destroy(Fts5Tokenizer* tokenizer) { delete impl_of(tokenizer); }

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags,
             const char* text, int size, TakeToken take) {
  Fts5TokenizerImpl& impl = *impl_of(tokenizer);
  int taken = SQLITE_OK;
  const int code = guarded(impl.connection(), [&] {
    taken = impl.tokenize(
        context, flags, {text, static_cast<size_t>(size < 0 ? 0 : size)}, take);
  });
  return code != SQLITE_OK ? code : taken;
}

fts5_api* api_of(sqlite3* db) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, nullptr) ==
      SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

}  // namespace

int add_tokenizer(const std::shared_ptr<Connection>& connection) {
  fts5_api* const api = api_of(connection->db());
  if (api == nullptr) {
    connection->note_problem("this SQLite has no FTS5");
    return SQLITE_ERROR;
  }
  fts5_tokenizer functions = {create, destroy, tokenize};
  return api->xCreateTokenizer(
      api, "khitai", new std::shared_ptr<Connection>(connection), &functions,
      [](void* data) {
        delete static_cast<std::shared_ptr<Connection>*>(data);
      });
}

}  // namespace khitai::sqlite
