// SPDX-License-Identifier: Apache-2.0

#include "cli/brat_folder.h"

#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include "base/mapped_file.h"

namespace khitai::cli {
namespace {

namespace fs = std::filesystem;

// The path of a document's file there, without its ending.
std::string place_of(const std::string& folder, const std::string& document) {
  return (fs::path(folder) / fs::path(document).filename()).string();
}

}  // namespace

std::string brat_folder_problem(const AnnotateFormat& format,
                                const std::vector<std::string>& files,
                                const std::string& folder) {
  if (format.beside_ending.empty()) {
    return "--out: " + std::string(format.name) +
           " goes to standard output, expected --format brat";
  }
  if (folder.empty()) {
    return "--format " + std::string(format.name) +
           ": each document has two files, expected --out DIR";
  }
  std::map<std::string, std::string> seen;
  for (const std::string& file : files) {
    if (file == "-") return "--out: standard input has no name to write it by";
    const auto [slot, fresh] = seen.emplace(place_of(folder, file), file);
    if (!fresh) {
      return slot->second + " and " + file + " would both be written to " +
             slot->first + std::string(format.ending);
    }
  }
  return "";
}

Result<std::unique_ptr<BratFolder>> BratFolder::make(
    const std::string& folder, const AnnotateFormat& format,
    const Lexicon& lexicon, const WriteOptions& options) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    return Error{folder + ": cannot be made a folder: " + error.message()};
  }
  const std::string configuration =
      (fs::path(folder) / "annotation.conf").string();
  if (!fs::exists(configuration, error)) {
    const Status written =
        base::write_whole(configuration, brat_configuration());
    if (!written.ok()) return written.error();
  }
  return std::unique_ptr<BratFolder>(
      new BratFolder(folder, format, lexicon, options));
}

Status BratFolder::add(const Annotation& annotation) const {
  std::string text, mentions;
  format_.write_beside(annotation, &text);
  format_.write(lexicon_, annotation, options_, &mentions);
  const std::string place = place_of(folder_, annotation.name);
  const Status written =
      base::write_whole(place + std::string(format_.beside_ending), text);
  if (!written.ok()) return written;
  return base::write_whole(place + std::string(format_.ending), mentions);
}

}  // namespace khitai::cli
