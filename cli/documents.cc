// SPDX-License-Identifier: Apache-2.0

#include "cli/documents.h"

#include <utility>
#include <vector>

#include "base/input_file.h"
#include "cli/command.h"
#include "cli/messages.h"

namespace khitai::cli {
namespace {

struct InputWord {
  const char* word;
  Input input;
};
constexpr InputWord kInputWords[] = {
    {"auto", Input::kAuto}, {"txt", Input::kText}, {"md", Input::kMarkdown},
    {"html", Input::kHtml}, {"tei", Input::kTei},  {"jsonl", Input::kJsonl},
    {"csv", Input::kCsv},   {"tsv", Input::kTsv}};

}  // namespace

void add_read_options(CLI::App* command, ReadWish* wish) {
  std::vector<std::string> words;
  for (const InputWord& one : kInputWords) words.emplace_back(one.word);
  command
      ->add_option("--input", wish->input,
                   "Kind of document (auto: by its name)")
      ->type_name("KIND")
      ->check(one_of(words));
  command
      ->add_option("--field", wish->field,
                   "What is the text in jsonl (a member or a JSON pointer), "
                   "csv and tsv (a column)")
      ->type_name("NAME");
  command
      ->add_option("--encoding", wish->encoding,
                   "Encoding of the documents, where they do not tell it "
                   "(UTF-8)")
      ->type_name("NAME");
}

std::string read_problem(const ReadWish& wish) {
  const Input input = input_of(wish);
  const bool has_fields = input == Input::kAuto || input == Input::kJsonl ||
                          input == Input::kCsv || input == Input::kTsv;
  if (wish.field.empty() || has_fields) return "";
  return tr(
      "--field: {1} has no fields, expected it with --input jsonl, csv or tsv",
      wish.input);
}

Input input_of(const ReadWish& wish) {
  for (const InputWord& one : kInputWords) {
    if (wish.input == one.word) return one.input;
  }
  return Input::kAuto;
}

AnnotateOptions annotate_options(const ReadWish& wish, const Common& common) {
  AnnotateOptions options;
  options.input = input_of(wish);
  options.field = wish.field;
  options.encoding = wish.encoding;
  options.lang = common.lang;
  options.year = common.year;
  options.written = common.written;
  options.type = common.type;
  return options;
}

Result<std::string> read_source(const std::string& path) {
  return base::read_whole(path, kMostRead);
}

Result<Annotation> annotate_path(const Lexicon& lexicon,
                                 const std::string& path,
                                 const AnnotateOptions& options) {
  auto source = read_source(path);
  if (!source.ok()) return source.error();
  return annotate_document(lexicon, path, std::move(source).value(), options);
}

Result<Patterns> read_patterns_at(const Lexicon& lexicon,
                                  const std::string& path) {
  auto bytes = base::read_whole(path);
  if (!bytes.ok()) return bytes.error();
  auto read = read_patterns(lexicon, path == "-" ? tr("standard input") : path,
                            std::move(bytes).value());
  if (read.ok()) return read;
  std::string lines;
  for (const char byte : read.error().message) {
    lines += byte;
    if (byte == '\n') lines += "khitai: ";
  }
  return Error{lines};
}

}  // namespace khitai::cli
