// SPDX-License-Identifier: Apache-2.0

#include "cli/file_tree.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/messages.h"
#include "document/kind.h"

namespace khitai::cli {
namespace {

namespace fs = std::filesystem;

FileId id_of(const struct stat& status) {
  return {status.st_dev, status.st_ino};
}

std::string joined(const std::string& folder, const std::string& below) {
  if (folder.empty() || below.empty()) return folder + below;
  return folder + (folder.back() == '/' ? "" : "/") + below;
}

std::string base_name_of_path(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

// One folder and all below it.
class Walk {
 public:
  Walk(const std::string& root, const TreeWish& wish, FileTree* tree)
      : root_(root), wish_(wish), tree_(tree) {
    if (!wish.out.empty()) out_ = file_id(wish.out);
  }

  void run() {
    const size_t before = tree_->documents.size();
    folders_ = {""};
    while (!folders_.empty()) {
      const std::string folder = std::move(folders_.back());
      folders_.pop_back();
      list(folder);
    }
    std::sort(tree_->documents.begin() + static_cast<ptrdiff_t>(before),
              tree_->documents.end(),
              [](const DocumentPath& a, const DocumentPath& b) {
                return a.place < b.place;
              });
  }

 private:
  void list(const std::string& folder) {
    std::error_code error;
    fs::directory_iterator place(joined(root_, folder), error);
    while (!error && place != fs::directory_iterator()) {
      const std::string name = place->path().filename().string();
      if (name.front() != '.') look_at(joined(folder, name), name);
      place.increment(error);
    }
    if (!error) return;
    tree_->errors.push_back(
        tr("{1}: cannot be read: {2}", joined(root_, folder), error.message()));
  }

  void look_at(const std::string& below, const std::string& name) {
    const std::string path = joined(root_, below);
    struct stat status {};
    const bool seen = ::lstat(path.c_str(), &status) == 0;
    const bool link = seen && S_ISLNK(status.st_mode);
    // A link to nothing stays one: opening it will tell.
    const bool told = seen && (!link || ::stat(path.c_str(), &status) == 0);
    if (told && S_ISDIR(status.st_mode)) {
      if (link) {
        ++tree_->links;
      } else if (id_of(status) != out_) {
        folders_.push_back(below);
      }
    } else if (told && !S_ISREG(status.st_mode)) {
      ++tree_->other_kinds;
    } else if (is_wanted(name)) {
      DocumentPath document{path, below, 0, std::nullopt};
      if (told) {
        document.bytes = static_cast<uint64_t>(status.st_size);
        document.id = id_of(status);
      }
      tree_->documents.push_back(std::move(document));
    }
  }

  // What is not, is counted.
  bool is_wanted(const std::string& name) {
    if (wish_.all_kinds) return true;
    const auto kind = document::kind_told_by_name(name);
    if (!kind) {
      ++tree_->other_kinds;
    } else if (document::has_fields(*kind) && !wish_.tables) {
      ++tree_->tables;
    } else {
      return true;
    }
    return false;
  }

  const std::string& root_;
  const TreeWish& wish_;
  FileTree* const tree_;
  std::optional<FileId> out_;
  std::vector<std::string> folders_;  // below root_, to be read
};

}  // namespace

std::optional<FileId> file_id(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return id_of(status);
}

FileTree list_documents(const std::vector<std::string>& arguments,
                        const TreeWish& wish) {
  FileTree tree;
  for (const std::string& argument : arguments) {
    struct stat status {};
    const bool told = argument != "-" && ::stat(argument.c_str(), &status) == 0;
    if (told && S_ISDIR(status.st_mode)) {
      tree.folders.push_back(argument);
      Walk(argument, wish, &tree).run();
      continue;
    }
    DocumentPath document{argument, base_name_of_path(argument), 0,
                          std::nullopt};
    if (told) {
      document.bytes = static_cast<uint64_t>(status.st_size);
      document.id = id_of(status);
    }
    tree.documents.push_back(std::move(document));
  }
  return tree;
}

std::string skipped_words(const FileTree& tree) {
  std::string out;
  const auto add = [&](size_t count, const std::string& words) {
    if (count > 0) out += (out.empty() ? "" : tr(", ")) + words;
  };
  add(tree.other_kinds, tr_n("{1} file of another kind",
                             "{1} files of other kinds", tree.other_kinds));
  add(tree.tables, tr_n("{1} table (no --field told)",
                        "{1} tables (no --field told)", tree.tables));
  add(tree.links,
      tr_n("{1} link to a folder", "{1} links to folders", tree.links));
  return out.empty() ? "" : tr("skipped {1}", out);
}

}  // namespace khitai::cli
