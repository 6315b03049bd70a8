// SPDX-License-Identifier: Apache-2.0

#include "cli/out_folder.h"

#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "base/mapped_file.h"
#include "cli/messages.h"
#include "document/kind.h"

namespace khitai::cli {
namespace {

namespace fs = std::filesystem;

// Of brat: the name of what the folder needs.
constexpr const char* kConfiguration = "annotation.conf";

std::string in_folder(const std::string& folder, const std::string& place) {
  return (fs::path(folder) / place).string();
}

// The output of a document, below the folder.
std::string output_of(const AnnotateFormat& format, const std::string& place) {
  const bool is_xml = document::kind_of_name(place) == document::Kind::kTei;
  if (format.keeps_name && is_xml) {
    return std::string(document::unpacked_name(place));
  }
  return place + std::string(format.ending);
}

// The file beside it; "" if the format has none.
std::string beside_of(const AnnotateFormat& format, const std::string& place) {
  if (format.beside_ending.empty()) return "";
  return place + std::string(format.beside_ending);
}

// Whose file it will be.
using Owners = std::map<std::string, std::string>;

// What is wrong with a further output, "" if nothing.
std::string meeting(const std::string& output, const DocumentPath& document,
                    const std::string& folder, Owners* owners) {
  const auto [slot, fresh] = owners->emplace(output, document.path);
  if (fresh) return "";
  return tr("{1} and {2} would both be written to {3}", slot->second,
            document.path, in_folder(folder, output));
}

// A file may not be the folder of another one.
std::string meeting_of_kinds(const std::string& folder, const Owners& owners) {
  for (const auto& [output, document] : owners) {
    for (size_t at = output.find('/'); at != std::string::npos;
         at = output.find('/', at + 1)) {
      const auto other = owners.find(output.substr(0, at));
      if (other == owners.end()) continue;
      return tr("{1} would be written to {2}, which {3} needs as a folder",
                other->second, in_folder(folder, other->first), document);
    }
  }
  return "";
}

// Whether a path lies below a folder; both canonical, "" where there is none.
bool is_below(const fs::path& path, const fs::path& folder) {
  if (folder.empty()) return false;
  auto part = path.begin();
  for (const fs::path& one : folder) {
    if (part == path.end() || *part != one) return false;
    ++part;
  }
  return part != path.end();
}

fs::path canonical_of(const std::string& path) {
  std::error_code error;
  return fs::weakly_canonical(fs::absolute(path, error), error)
             .lexically_normal() /
         "";
}

// Outputs that the next run would take for documents, or over documents. A
// folder of outputs within one that is read is passed over there.
std::string mixing(const FileTree& tree, const std::string& folder,
                   const Owners& owners) {
  std::set<FileId> sources;
  for (const DocumentPath& document : tree.documents) {
    if (document.id) sources.insert(*document.id);
  }
  const std::string begin = "--out " + folder + ": ";
  const fs::path out = canonical_of(folder).parent_path();
  for (const std::string& read : tree.folders) {
    const fs::path root = canonical_of(read).parent_path();
    if (out != root && !is_below(root, out)) continue;
    for (const auto& [output, document] : owners) {
      if (!is_below(out / output, root)) continue;
      return begin +
             tr("{1} would be written among the documents of {2}, expected "
                "another folder",
                document, read);
    }
  }
  for (const auto& [output, document] : owners) {
    const auto id = file_id(in_folder(folder, output));
    if (!id || sources.count(*id) == 0) continue;
    return begin + tr("{1} would be overwritten, expected another folder",
                      in_folder(folder, output));
  }
  return "";
}

Status make_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) return Done{};
  return Error{
      tr("{1}: cannot be made a folder: {2}", folder, error.message())};
}

}  // namespace

std::string out_folder_problem(const AnnotateFormat& format,
                               const FileTree& tree,
                               const std::string& folder) {
  Owners owners = {{std::string(kJournalName), tr("the journal")}};
  for (const DocumentPath& document : tree.documents) {
    if (document.path == "-") {
      return tr("--out: standard input has no name to write it by");
    }
    for (const std::string& output : {output_of(format, document.place),
                                      beside_of(format, document.place)}) {
      if (output.empty()) continue;
      const std::string wrong = meeting(output, document, folder, &owners);
      if (!wrong.empty()) return wrong;
    }
  }
  owners.erase(std::string(kJournalName));
  const std::string wrong = meeting_of_kinds(folder, owners);
  return wrong.empty() ? mixing(tree, folder, owners) : wrong;
}

Result<std::unique_ptr<OutFolder>> OutFolder::make(
    const std::string& folder, const AnnotateFormat& format,
    const Lexicon& lexicon, const WriteOptions& options) {
  const Status made = make_folder(folder);
  if (!made.ok()) return made.error();
  std::unique_ptr<OutFolder> out(
      new OutFolder(folder, format, lexicon, options));
  auto journal = JournalFile::open(folder);
  if (!journal.ok()) return journal.error();
  out->journal_ = std::move(journal).value();
  const std::string configuration = in_folder(folder, kConfiguration);
  std::error_code error;
  if (format.name == "brat" && !fs::exists(configuration, error)) {
    const Status written =
        base::write_whole(configuration, brat_configuration());
    if (!written.ok()) return written.error();
  }
  return out;
}

bool OutFolder::is_done(const DocumentPath& document,
                        const write::JournalMark& mark) const {
  const std::string output = output_of(format_, document.place);
  if (!journal_->has(output, mark)) return false;
  const std::string beside = beside_of(format_, document.place);
  std::error_code error;
  return fs::is_regular_file(in_folder(folder_, output), error) &&
         (beside.empty() ||
          fs::is_regular_file(in_folder(folder_, beside), error));
}

Status OutFolder::write(const DocumentPath& document,
                        const Annotation& annotation,
                        const write::JournalMark& mark) {
  const std::string output = output_of(format_, document.place);
  const std::string path = in_folder(folder_, output);
  std::string text;
  if (format_.write_header != nullptr) format_.write_header(options_, &text);
  format_.write(lexicon_, annotation, options_, &text);
  Status done = make_folder(fs::path(path).parent_path().string());
  if (done.ok()) done = journal_->forget(output, mark);
  const std::string beside = beside_of(format_, document.place);
  if (done.ok() && !beside.empty()) {
    std::string more;
    format_.write_beside(annotation, &more);
    done = base::write_whole(in_folder(folder_, beside), more);
  }
  if (done.ok()) done = base::write_whole(path, text);
  if (done.ok()) done = journal_->add(output, mark);
  return done;
}

}  // namespace khitai::cli
