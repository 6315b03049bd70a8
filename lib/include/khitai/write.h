// SPDX-License-Identifier: Apache-2.0
//
// Writers: annotations, resolutions and cards as text for people and for
// programs. The shapes of the JSON Lines and TSV are a contract that scripts
// depend on (docs/format.md). Each writer appends to a string. Thread-safe.

#ifndef KHITAI_WRITE_H_
#define KHITAI_WRITE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/conventions.h"
#include "khitai/lexicon.h"
#include "khitai/resolve.h"

namespace khitai {

enum class Offsets { kByte, kCodepoint, kUtf16 };

struct WriteOptions {
  Offsets offsets = Offsets::kByte;
  bool color = false;    // terminal colours
  bool explain = false;  // features in words
  size_t limit = 5;      // candidates shown; 0: all
  std::string lang;      // language to show labels in; empty: English
  size_t width = 0;      // columns of the terminal; 0: do not wrap
};

// One mention a line.
void write_jsonl(const Lexicon& lexicon, const Annotation& annotation,
                 const WriteOptions& options, std::string* out);

// The text with its names coloured (or marked) and a list of entities.
void write_text(const Lexicon& lexicon, const Annotation& annotation,
                const WriteOptions& options, std::string* out);

// One self-contained page for all documents.
void write_html(const Lexicon& lexicon,
                const std::vector<Annotation>& annotations,
                const WriteOptions& options, std::string* out);

// `resolve`: what was asked and what came of it.
struct ResolvedQuery {
  uint64_t number = 1;  // from 1
  Query query;
  Resolution resolution;
  std::vector<std::string> extra;  // further input columns, unchanged
};
// Header row of the TSV: fixed columns, then `extra` column names.
void write_resolve_header(const std::vector<std::string>& extra,
                          std::string* out);
void write_resolve_tsv(const Lexicon& lexicon, const ResolvedQuery& query,
                       const WriteOptions& options, std::string* out);
void write_resolve_json(const Lexicon& lexicon, const ResolvedQuery& query,
                        const WriteOptions& options, std::string* out);
void write_resolve_text(const Lexicon& lexicon, const ResolvedQuery& query,
                        const WriteOptions& options, std::string* out);

// `show`: an entity's card.
void write_card_text(const Lexicon& lexicon, uint32_t entity,
                     const WriteOptions& options, std::string* out);
void write_card_json(const Lexicon& lexicon, uint32_t entity,
                     const WriteOptions& options, std::string* out);

// `keys`: the keys of a form; the header names the columns of the TSV, where
// several keys of a level are joined by " | ".
void write_keys_header(std::string* out);
void write_keys_tsv(const Lexicon& lexicon, std::string_view form,
                    std::string_view lang, std::string* out);
void write_keys_json(const Lexicon& lexicon, std::string_view form,
                     std::string_view lang, std::string* out);

// `transcribe`: a form in the convention `to`.
void write_transcription_header(std::string* out);
void write_transcription_tsv(std::string_view form, std::string_view to,
                             const Transcription& found, std::string* out);
void write_transcription_json(std::string_view form, std::string_view to,
                              const Transcription& found, std::string* out);

// `detect`: the conventions of a name or of a file's names.
struct DetectedIn {
  std::string what;  // the name, or the path
  bool is_file = false;
  uint64_t names = 0;  // of a file
  std::vector<Detected> conventions;
};
void write_detected_header(std::string* out);
void write_detected_tsv(const DetectedIn& what, size_t limit, std::string* out);
void write_detected_json(const DetectedIn& what, size_t limit,
                         std::string* out);
void write_detected_text(const DetectedIn& what, size_t limit,
                         std::string* out);

}  // namespace khitai

#endif  // KHITAI_WRITE_H_
