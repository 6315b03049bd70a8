// SPDX-License-Identifier: Apache-2.0
//
// A plain text of any length, annotated piece by piece as it is read: a stream,
// or a file that is larger than memory. The room it takes does not grow with
// the text. Pieces are those that context reaches over in a document, too, so
// the mentions are the same, of whatever threads the work is done on.
//
//   TextStream stream(lexicon, name, options, read);
//   while (piece = stream.next())          one thread at a time
//     annotated = stream.annotate(piece)   on several threads at a time
//     stream.settle(&annotated)            in the order of the pieces
//
// Not for texts in another encoding than UTF-8, packed ones, or other kinds of
// documents: those are read as a whole (annotate.h).

#ifndef KHITAI_STREAM_H_
#define KHITAI_STREAM_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "khitai/annotate.h"

namespace khitai {

class TextStream {
 public:
  // Puts at most `room` bytes, and at least one, to `into`; returns how many, 0
  // at the end.
  using Read = std::function<Result<size_t>(char* into, size_t room)>;

  // Whether a document of that name that begins so is to be read with these
  // options as a plain text in UTF-8. `begin`: its first bytes, 8192 if it has
  // as many.
  static bool can_read(std::string_view name, std::string_view begin,
                       const AnnotateOptions& options);

  // The lexicon must outlive it. Of the options those that say how documents
  // are read do not count, nor do patterns.
  TextStream(const Lexicon& lexicon, std::string name, AnnotateOptions options,
             Read read);
  ~TextStream();

  struct Piece {
    std::string bytes;  // with what stands behind it, where names may reach
    size_t size = 0;    // bytes of the text that are the piece's own
    bool is_last = false;
    TextOffset offset;
  };
  // A text has one piece at least, and at most one is empty. About a
  // mebibyte; nothing behind the last. Errors are those of `read`; then the
  // text is over. One thread at a time.
  Result<std::optional<Piece>> next();

  struct Annotated {
    Annotation annotation;  // of Piece::bytes; its `offset` tells where
    size_t size = 0;
    bool is_last = false;
    size_t over = 0;  // bytes that a name reaches over the end
  };
  // Thread-safe. Cannot fail.
  Annotated annotate(Piece piece) const;

  // A name over the cut between two pieces is the first one's; what the second
  // has of it is annotated anew. In the order of the pieces, one thread at a
  // time; rarely does anything. Returns whether it did.
  bool settle(Annotated* piece);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace khitai

#endif  // KHITAI_STREAM_H_
