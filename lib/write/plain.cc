// SPDX-License-Identifier: Apache-2.0
//
// Mentions without a lexicon: made of an annotation, or read from a file and
// held against the text they speak of.

#include <algorithm>
#include <iterator>

#include "khitai/write.h"
#include "write/json.h"
#include "write/line_ends.h"
#include "write/offsets.h"
#include "write/read_parts.h"
#include "write/shown.h"
#include "write/utf8.h"

namespace khitai {
namespace {

using namespace write;

// A place in a text; npos where the offset asked for is none.
struct Stop {
  size_t byte = std::string::npos;
  size_t point = 0;  // code points before it
};

// The places of offsets in `unit`, each twice a mention: start, then end.
std::vector<Stop> stops_of(const Annotation& document, Offsets unit,
                           const std::vector<PlainMention>& mentions) {
  const std::string_view source = document.source;
  std::vector<std::pair<size_t, size_t>> asked;  // offset, place in the answer
  for (size_t i = 0; i < mentions.size(); ++i) {
    asked.emplace_back(mentions[i].start, 2 * i);
    asked.emplace_back(mentions[i].end, 2 * i + 1);
  }
  std::sort(asked.begin(), asked.end());
  std::vector<Stop> stops(asked.size());
  OffsetCursor cursor(document, unit);
  size_t byte = 0, point = 0, here = cursor.advance(0);
  for (const auto& [offset, place] : asked) {
    while (here < offset && byte < source.size()) {
      byte += code_point_at(source, byte).size;
      point += 1;
      here = cursor.advance(byte);
    }
    if (here == offset) stops[place] = {byte, point};
  }
  return stops;
}

std::string_view slice_of(std::string_view source, const Stop& begin,
                          const Stop& end) {
  if (begin.byte == std::string::npos || end.byte == std::string::npos ||
      begin.byte > end.byte) {
    return {};
  }
  return source.substr(begin.byte, end.byte - begin.byte);
}

std::string without_white(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint point = code_point_at(text, at);
    if (!is_white(point.code)) out += text.substr(at, point.size);
    at += point.size;
  }
  return out;
}

// Whether the quoted text may be that slice. `loose`: white space aside.
bool quotes(std::string_view slice, std::string_view quoted, bool loose) {
  const std::string sound = clean(slice);
  if (sound == quoted) return true;
  if (!loose || sound.empty() || sound.front() == ' ' || sound.back() == ' ') {
    return false;
  }
  return without_white(sound) == without_white(quoted);
}

bool is_loose(MentionFormat format) {
  return format == MentionFormat::kBrat || format == MentionFormat::kIob2;
}

std::string_view unit_words(Offsets unit) {
  return unit == Offsets::kByte        ? "bytes"
         : unit == Offsets::kCodepoint ? "code points"
                                       : "UTF-16 units";
}

std::string misplaced(const PlainMention& mention, std::string_view slice,
                      Offsets unit) {
  return mention.where + ": " + quoted_short(slice) + " stands at " +
         std::to_string(mention.start) + "-" + std::to_string(mention.end) +
         " of " + mention.doc + ", expected " + quoted_short(mention.text) +
         "; offsets are taken for " + std::string(unit_words(unit));
}

}  // namespace

std::optional<Offsets> unit_of(const Annotation& document,
                               const std::vector<PlainMention>& mentions) {
  for (Offsets unit : {Offsets::kCodepoint, Offsets::kByte, Offsets::kUtf16}) {
    const std::vector<Stop> stops = stops_of(document, unit, mentions);
    size_t i = 0;
    while (i < mentions.size() &&
           quotes(slice_of(document.source, stops[2 * i], stops[2 * i + 1]),
                  mentions[i].text, false)) {
      ++i;
    }
    if (i == mentions.size()) return unit;
  }
  return std::nullopt;
}

Status settle_mentions(const Annotation& document, Offsets unit,
                       MentionFormat format,
                       std::vector<PlainMention>* mentions) {
  const std::vector<Stop> stops = stops_of(document, unit, *mentions);
  for (size_t i = 0; i < mentions->size(); ++i) {
    PlainMention& mention = (*mentions)[i];
    const std::string_view slice =
        slice_of(document.source, stops[2 * i], stops[2 * i + 1]);
    if (slice.empty() || !quotes(slice, mention.text, is_loose(format))) {
      return Error{misplaced(mention, slice, unit)};
    }
    mention.start = stops[2 * i].point;
    mention.end = stops[2 * i + 1].point;
    mention.text = clean(slice);
  }
  return Done{};
}

std::vector<PlainMention> plain_mentions(const Lexicon& lexicon,
                                         const Annotation& annotation,
                                         const WriteOptions& options) {
  std::vector<PlainMention> all;
  OffsetCursor cursor(annotation.source, Offsets::kCodepoint);
  for (const Mention& mention : annotation.mentions) {
    PlainMention plain;
    plain.doc = clean(annotation.name);
    plain.start = cursor.advance(mention.begin);
    plain.end = OffsetCursor(cursor).advance(mention.end);
    plain.text = clean(text_of(annotation, mention));
    const Entity top =
        entity_of(lexicon, annotation, write::top(mention.candidates));
    plain.type = top.type;
    plain.decision = mention.decision;
    if (mention.decision == Decision::kMatch) plain.entity = top.id;
    for (const Candidate& one : shown(mention.candidates, options)) {
      plain.candidates.push_back(
          {std::string(entity_of(lexicon, annotation, one).id),
           one.probability});
    }
    plain.lang = annotation.lang;
    all.push_back(std::move(plain));
  }
  return all;
}

}  // namespace khitai
