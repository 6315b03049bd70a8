// SPDX-License-Identifier: Apache-2.0
//
// Transcriptions, and the conventions of names and documents, as text for a
// terminal, TSV and JSON Lines.

#include <cstdio>

#include "khitai/write.h"
#include "write/escape.h"
#include "write/json.h"

namespace khitai {
namespace {

std::string decimal(double value) {
  char text[16];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

std::string tenth(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

std::string padded_percent(double value) {
  char text[16];
  std::snprintf(text, sizeof text, "%3.0f%%", 100 * value);
  return text;
}

void append_row(const std::vector<std::string_view>& cells, std::string* out) {
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out->push_back('\t');
    write::append_cell(cells[i], out);
  }
  out->push_back('\n');
}

void append_padded(std::string_view text, size_t width, std::string* out) {
  out->append(text);
  if (text.size() < width) out->append(width - text.size(), ' ');
}

constexpr size_t kConventionWidth = 20;
constexpr size_t kLangWidth = 8;

}  // namespace

void write_transcription_header(std::string* out) {
  out->append("form\tconvention\tlang\treading\ttranscription\n");
}

void write_transcription_tsv(std::string_view form, std::string_view to,
                             const Transcription& found, std::string* out) {
  std::string all;
  for (const std::string& one : found.forms) {
    if (!all.empty()) all += " | ";
    all += one;
  }
  append_row({form, to, found.lang, found.reading, all}, out);
}

void write_transcription_json(std::string_view form, std::string_view to,
                              const Transcription& found, std::string* out) {
  write::Json json(out);
  json.open_object();
  json.member("form", form);
  json.member("convention", to);
  json.member("lang", found.lang);
  json.member("reading", found.reading);
  json.key("transcriptions");
  json.open_array();
  for (const std::string& one : found.forms) json.text(one);
  json.close_array();
  json.close_object();
  json.end_line();
}

void write_detected_header(std::string* out) {
  out->append("what\tconvention\tlang\tprobability\tnames\n");
}

void write_detected_tsv(const DetectedIn& what, size_t limit,
                        std::string* out) {
  size_t shown = 0;
  for (const Detected& one : what.conventions) {
    if (limit != 0 && shown++ == limit) break;
    append_row({what.what, one.convention, one.lang, decimal(one.probability),
                what.is_file ? tenth(one.names) : ""},
               out);
  }
  if (what.conventions.empty())
    append_row({what.what, "none", "", "", ""}, out);
}

void write_detected_json(const DetectedIn& what, size_t limit,
                         std::string* out) {
  write::Json json(out);
  json.open_object();
  json.member(what.is_file ? "file" : "form", what.what);
  if (what.is_file) json.member("names", what.names);
  json.key("conventions");
  json.open_array();
  size_t shown = 0;
  for (const Detected& one : what.conventions) {
    if (limit != 0 && shown++ == limit) break;
    json.open_object();
    json.member("convention", one.convention);
    json.member("lang", one.lang);
    json.key("probability");
    json.probability(one.probability);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  json.end_line();
}

void write_detected_text(const DetectedIn& what, size_t limit,
                         std::string* out) {
  write::append_cell(what.what, out);
  if (what.is_file) {
    out->append(": " + std::to_string(what.names) +
                (what.names == 1 ? " name" : " names"));
  }
  out->append("\n");
  size_t shown = 0;
  for (const Detected& one : what.conventions) {
    if (limit != 0 && shown++ == limit) break;
    out->append("  " + padded_percent(one.probability) + "  ");
    append_padded(one.convention, kConventionWidth, out);
    append_padded(one.lang, kLangWidth, out);
    while (out->back() == ' ') out->pop_back();
    out->append("\n");
  }
  if (what.conventions.empty()) out->append("  in no convention known\n");
}

}  // namespace khitai
