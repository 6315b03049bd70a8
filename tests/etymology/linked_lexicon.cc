// SPDX-License-Identifier: Apache-2.0

#include "etymology/linked_lexicon.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <utility>

#include "compile/compile.h"
#include "support/die.h"
#include "support/small_lexicon.h"

namespace khitai::tests {
namespace {

namespace fs = std::filesystem;

// A folder of tables that goes when it is done with.
class TableFolder {
 public:
  TableFolder() {
    std::string pattern =
        (fs::temp_directory_path() / "khitai-linked-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) die("no folder for tables");
    path_ = pattern;
  }
  ~TableFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TableFolder(const TableFolder&) = delete;
  TableFolder& operator=(const TableFolder&) = delete;

  std::ofstream table(const std::string& name, const std::string& header) {
    const fs::path file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << header << "\n";
    return out;
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

void write_tables(size_t names, const std::vector<LinkRow>& links,
                  const std::vector<std::string>& entities,
                  TableFolder* folder) {
  fs::copy(fs::path(shipped_tables()) / "vocabulary",
           fs::path(folder->path()) / "vocabulary");
  folder->table("sources.tsv",
                "id\tkind\tcitation\tcomposed\tpublished\tlang\tnote")
      << "editorial\teditorial\tthe editors\t\t\t\t\n";
  auto name_rows = folder->table(
      "names/all.tsv", "id\tlang\tlabel\tgloss\tregister\tnote\tsource");
  auto sense_rows = folder->table(
      "senses/all.tsv",
      "name\tentity\tkind\tusage\tfrom\tto\tform\tcertainty\tsource\tnote");
  std::set<std::string> denoted;
  for (size_t i = 0; i < names; ++i) {
    name_rows << name_id(i) << "\ten\tN" << i << "\t\t\t\teditorial\n";
    if (i >= entities.size() || entities[i].empty()) continue;
    denoted.insert(entities[i]);
    sense_rows << name_id(i) << "\t" << entities[i]
               << "\tname\t\t\t\t\tcertain\teditorial\t\n";
  }
  auto entity_rows = folder->table(
      "entities/all.tsv",
      "id\ttype\tlabel\tdescription\tfrom\tto\tcertainty\tsource");
  for (const std::string& id : denoted) {
    entity_rows << id << "\tplace\t" << id << "\t\t\t\tcertain\teditorial\n";
  }
  auto link_rows = folder->table(
      "links/all.tsv",
      "from\tto\ttype\tpart\trule\tvia\tdate\taccount\tstance\tcertainty\t"
      "claim\tsource");
  for (size_t i = 0; i < links.size(); ++i) {
    const LinkRow& link = links[i];
    const std::string account =
        link.account.empty() ? "a" + std::to_string(i) : link.account;
    link_rows << name_id(link.from) << "\t" << name_id(link.to) << "\t"
              << link.type << "\t\t\t\t\t" << account << "\t" << link.stance
              << "\t" << link.certainty << "\tclaim " << i << "\teditorial\n";
  }
}

}  // namespace

std::string name_id(size_t number) {
  char id[16];
  std::snprintf(id, sizeof id, "n%06zu", number);
  return id;
}

std::shared_ptr<const Lexicon> linked_lexicon(
    size_t names, const std::vector<LinkRow>& links,
    const std::vector<std::string>& entities) {
  TableFolder folder;
  write_tables(names, links, entities, &folder);
  compile::CompileOptions options;
  options.folders = {folder.path()};
  options.fuzzy = 0;
  compile::CompileReport report;
  Result<std::string> bytes = compile::compile(options, &report);
  if (!bytes.ok()) {
    for (const std::string& problem : report.problems) {
      std::cerr << problem << "\n";
    }
    die(bytes.error().message);
  }
  auto lexicon = Lexicon::from_bytes(std::move(bytes).value());
  if (!lexicon.ok()) die(lexicon.error().message);
  return std::move(lexicon).value();
}

}  // namespace khitai::tests
