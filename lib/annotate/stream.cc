// SPDX-License-Identifier: Apache-2.0

#include "khitai/stream.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "annotate/annotators.h"
#include "annotate/blocks.h"
#include "annotate/inputs.h"
#include "document/document.h"
#include "document/read.h"
#include "text/tag.h"
#include "text/utf8.h"

namespace khitai {
namespace {

using document::Document;

// What is read behind a piece: as far as its names may reach, and so much more
// that the end of what was read has no say in that.
constexpr size_t kBehindPiece = 2 * annotate::kLookahead;

// Whether none of the eight bytes is part of a longer character.
bool is_ascii(const char* bytes) {
  uint64_t eight;
  std::memcpy(&eight, bytes, sizeof(eight));
  return (eight & 0x8080808080808080) == 0;
}

void add_to_offset(std::string_view text, TextOffset* offset) {
  offset->bytes += text.size();
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    if (end - at >= 8 && is_ascii(at)) {
      at += 8;
      offset->code_points += 8;
      offset->utf16_units += 8;
      continue;
    }
    const text::CodePoint point = text::decode(at, end);
    at += point.size;
    ++offset->code_points;
    offset->utf16_units += point.code > 0xFFFF ? 2 : 1;
  }
}

// The first block of a text, which is all of it or is followed by enough.
annotate::Block first_block(std::string_view plain) {
  return {0, annotate::block_end(plain, 0), plain.size(), 0};
}

}  // namespace

struct TextStream::State {
  State(const Lexicon& lexicon, std::string document, AnnotateOptions wanted,
        Read source)
      : name(std::move(document)),
        options(std::move(wanted)),
        read(std::move(source)),
        annotators(lexicon, options) {}

  Status fill(size_t size);

  const std::string name;
  const AnnotateOptions options;
  const Read read;
  annotate::Annotators annotators;
  std::string bytes;  // read and in no piece yet
  bool at_end = false;
  bool is_over = false;
  TextOffset offset;
  size_t over = 0;  // of the piece settled last
};

// Reads until there are so many bytes, or the text ends.
Status TextStream::State::fill(size_t size) {
  while (!at_end && bytes.size() < size) {
    const size_t had = bytes.size();
    bytes.resize(size);
    const Result<size_t> got = read(bytes.data() + had, size - had);
    bytes.resize(had + (got.ok() ? *got : 0));
    if (!got.ok()) return got.error();
    at_end = *got == 0;
  }
  return Done{};
}

bool TextStream::can_read(std::string_view name, std::string_view begin,
                          const AnnotateOptions& options) {
  return options.patterns.set == nullptr && options.encoding.empty() &&
         document::is_plain_text(name, begin, annotate::kind_of(options.input));
}

TextStream::TextStream(const Lexicon& lexicon, std::string name,
                       AnnotateOptions options, Read read)
    : state_(std::make_unique<State>(lexicon, std::move(name),
                                     std::move(options), std::move(read))) {}

TextStream::~TextStream() = default;

Result<std::optional<TextStream::Piece>> TextStream::next() {
  State& state = *state_;
  std::optional<Piece> piece;
  if (state.is_over) return piece;
  state.is_over = true;  // unless all goes well
  size_t wanted = annotate::kBlockSize + kBehindPiece;
  const Status filled = state.fill(wanted);
  if (!filled.ok()) return filled.error();
  Document document = Document::of_text(state.bytes);
  // Words that were joined again make the text shorter than its source.
  while (!state.at_end &&
         document.plain().size() < annotate::kBlockSize + kBehindPiece) {
    wanted += kBehindPiece;
    const Status more = state.fill(wanted);
    if (!more.ok()) return more.error();
    document = Document::of_text(state.bytes);
  }
  const annotate::Block block = first_block(document.plain());
  const bool is_last = state.at_end && block.end == block.last;
  const size_t size =
      is_last ? state.bytes.size() : document.source_begin(block.end);
  piece.emplace();
  piece->offset = state.offset;
  piece->size = size;
  piece->is_last = is_last;
  add_to_offset(std::string_view(state.bytes).substr(0, size), &state.offset);
  piece->bytes = state.bytes;
  state.bytes.erase(0, size);
  state.is_over = is_last;
  return piece;
}

TextStream::Annotated TextStream::annotate(Piece piece) const {
  Annotated out;
  out.size = piece.size;
  out.is_last = piece.is_last;
  Annotation& annotation = out.annotation;
  annotation.name = state_->name;
  annotation.source = std::move(piece.bytes);
  annotation.offset = piece.offset;
  annotation.written = state_->options.written;
  const Document document = Document::of_text(annotation.source);
  const annotate::Block block = first_block(document.plain());
  annotate::BlockMentions found = state_->annotators.run_block(document, block);
  out.over = found.resume - block.end;
  annotate::append_block(std::move(found), &annotation);
  return out;
}

bool TextStream::settle(Annotated* piece) {
  const size_t over = std::exchange(state_->over, piece->over);
  if (over == 0) return false;
  const Document document = Document::of_text(piece->annotation.source);
  annotate::Block block = first_block(document.plain());
  block.resume = over;
  annotate::BlockMentions found = state_->annotators.run_block(document, block);
  state_->over = piece->over = found.resume - block.end;
  piece->annotation.mentions.clear();
  annotate::append_block(std::move(found), &piece->annotation);
  return true;
}

}  // namespace khitai
