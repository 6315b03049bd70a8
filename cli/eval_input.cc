// SPDX-License-Identifier: Apache-2.0

#include "cli/eval_input.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "base/input_file.h"
#include "document/decode.h"

namespace khitai::cli {
namespace {

namespace fs = std::filesystem;

// Endings of gold in a folder; the first that is there is meant.
constexpr const char* kGoldEndings[] = {".gold.jsonl", ".ann", ".iob2",
                                        ".conll"};
// Endings that the text of a document may have.
constexpr const char* kTextEndings[] = {"", ".txt", ".md", ".xml", ".html"};

bool ends_with(const std::string& name, const std::string& ending) {
  return name.size() > ending.size() &&
         name.compare(name.size() - ending.size(), ending.size(), ending) == 0;
}

std::string stem_of(const std::string& name) {
  const size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

// The files of a folder, sorted.
Result<std::vector<std::string>> files_of(const std::string& folder) {
  std::error_code error;
  fs::directory_iterator place(folder, error);
  std::vector<std::string> files;
  while (!error && place != fs::directory_iterator()) {
    files.push_back(place->path().string());
    place.increment(error);
  }
  if (error) return Error{folder + ": cannot be read: " + error.message()};
  std::sort(files.begin(), files.end());
  return files;
}

Result<std::vector<std::string>> gold_of(const std::string& folder) {
  const auto files = files_of(folder);
  if (!files.ok()) return files.error();
  for (const char* ending : kGoldEndings) {
    std::vector<std::string> gold;
    for (const std::string& file : *files) {
      if (ends_with(file, ending)) gold.push_back(file);
    }
    if (!gold.empty()) return gold;
  }
  return Error{folder +
               ": no gold in it, expected NAME.gold.jsonl, NAME.ann or "
               "NAME.iob2"};
}

// The text of a file, decoded as it says.
Result<std::string> read_utf8(const std::string& path) {
  auto bytes = base::read_whole(path);
  if (!bytes.ok()) return bytes;
  auto text = document::decode_source(std::move(bytes).value(),
                                      document::Kind::kText, "");
  if (!text.ok()) return Error{path + ": " + text.error().message};
  return std::move(text->text);
}

// Sorted by place; the same place twice is an error.
Status sort_apart(std::vector<PlainMention>* mentions) {
  std::stable_sort(mentions->begin(), mentions->end(),
                   [](const PlainMention& a, const PlainMention& b) {
                     return std::pair(a.start, a.end) <
                            std::pair(b.start, b.end);
                   });
  for (size_t i = 1; i < mentions->size(); ++i) {
    const PlainMention& one = (*mentions)[i - 1];
    const PlainMention& next = (*mentions)[i];
    if (one.start == next.start && one.end == next.end) {
      return Error{next.where + ": the span of " + one.where +
                   " once more, expected each span once"};
    }
  }
  return Done{};
}

}  // namespace

std::string base_name_of(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

Result<MentionFiles> MentionFiles::read(const std::vector<std::string>& paths) {
  MentionFiles all;
  std::set<std::string> seen;  // a file that is given twice is read once
  for (const std::string& path : paths) {
    std::error_code error;
    std::vector<std::string> files = {path};
    if (fs::is_directory(path, error)) {
      auto gold = gold_of(path);
      if (!gold.ok()) return gold.error();
      files = std::move(gold).value();
    }
    for (const std::string& file : files) {
      const std::string place = fs::weakly_canonical(file, error).string();
      if (!error && !seen.insert(place).second) continue;
      const Status added = all.add(file);
      if (!added.ok()) return added.error();
    }
  }
  const Status finished = all.finish();
  if (!finished.ok()) return finished.error();
  return all;
}

Status MentionFiles::add(const std::string& path) {
  const auto bytes = read_utf8(path);
  if (!bytes.ok()) return bytes.error();
  auto read = read_mentions(path, *bytes, MentionFormat::kAuto);
  if (!read.ok()) return read.error();
  for (const std::string& doc : read->docs) {
    const std::string name = base_name_of(doc);
    const auto [slot, fresh] = by_name_.emplace(name, docs_.size());
    if (!fresh && docs_[slot->second].file != path) {
      return Error{path + ": " + name + " is in " + docs_[slot->second].file +
                   " too, expected each document in one file"};
    }
    if (!fresh) continue;
    docs_.push_back({name, path, read->format, read->offsets, {}});
  }
  for (PlainMention& mention : read->mentions) {
    const size_t number = by_name_.at(base_name_of(mention.doc));
    docs_[number].mentions.push_back(std::move(mention));
  }
  return Done{};
}

Status MentionFiles::finish() {
  std::sort(docs_.begin(), docs_.end(),
            [](const MentionsOfDoc& a, const MentionsOfDoc& b) {
              return a.name < b.name;
            });
  by_name_.clear();
  for (size_t i = 0; i < docs_.size(); ++i) {
    by_name_.emplace(docs_[i].name, i);
    by_stem_.emplace(stem_of(docs_[i].name), i);
    const Status sorted = sort_apart(&docs_[i].mentions);
    if (!sorted.ok()) return sorted;
  }
  return Done{};
}

std::optional<size_t> MentionFiles::find(const std::string& path) const {
  const std::string name = base_name_of(path);
  for (const auto& [index, key] :
       {std::pair(&by_name_, name), std::pair(&by_name_, stem_of(name)),
        std::pair(&by_stem_, name)}) {
    const auto found = index->find(key);
    if (found != index->end()) return found->second;
  }
  return std::nullopt;
}

std::string text_beside(const MentionsOfDoc& doc,
                        const std::vector<std::string>& folders) {
  std::vector<fs::path> places(folders.begin(), folders.end());
  places.push_back(fs::path(doc.file).parent_path());
  for (const fs::path& place : places) {
    for (const char* ending : kTextEndings) {
      const fs::path path = place / (doc.name + ending);
      std::error_code error;
      if (fs::is_regular_file(path, error)) return path.string();
    }
  }
  return "";
}

Result<std::map<std::string, std::vector<write::Trap>>> read_trap_files(
    const std::vector<std::string>& paths) {
  std::map<std::string, std::vector<write::Trap>> all;
  for (const std::string& path : paths) {
    const auto bytes = read_utf8(path);
    if (!bytes.ok()) return bytes.error();
    auto traps = write::read_traps(path, *bytes);
    if (!traps.ok()) return traps.error();
    for (write::Trap& trap : *traps) {
      all[base_name_of(trap.place.doc)].push_back(std::move(trap));
    }
  }
  return all;
}

}  // namespace khitai::cli
