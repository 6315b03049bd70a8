// SPDX-License-Identifier: Apache-2.0
//
// The documents that arguments name: files, standard input, and all documents
// in folders, however deep. The list is as long as there are documents; their
// content is not looked at.

#ifndef KHITAI_CLI_FILE_TREE_H_
#define KHITAI_CLI_FILE_TREE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace khitai::cli {

// Which file it is, whatever it is called: device and number there.
using FileId = std::pair<uint64_t, uint64_t>;

struct DocumentPath {
  std::string path;    // by which it is opened and named; "-": standard input
  std::string place;   // below the folder it was found in; else its base name
  uint64_t bytes = 0;  // of the file; 0 where that is not known yet
  std::optional<FileId> id;
};

// What of a folder is taken.
struct TreeWish {
  bool all_kinds = false;  // whatever a file's name says
  bool tables = false;     // JSON Lines, CSV and TSV, too
  std::string out;         // a folder that is passed over; "": none
};

struct FileTree {
  // In the order of the arguments; those of a folder by the bytes of the path.
  std::vector<DocumentPath> documents;
  std::vector<std::string> folders;  // of the arguments
  std::vector<std::string> errors;   // folders that cannot be read: a line each
  // What was in the folders, too. Hidden files and folders are not counted.
  size_t other_kinds = 0;
  size_t tables = 0;
  size_t links = 0;  // to folders: they are not followed
};

// A file that is not there is a document: opening it will tell.
FileTree list_documents(const std::vector<std::string>& arguments,
                        const TreeWish& wish);

// "skipped 3 files of other kinds, 1 link to a folder"; "" if nothing was.
std::string skipped_words(const FileTree& tree);

// What a path leads to; nothing if it leads to nothing.
std::optional<FileId> file_id(const std::string& path);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_FILE_TREE_H_
