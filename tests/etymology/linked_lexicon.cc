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

  std::string path() const { return path_.string(); }

  // Sorted rows, as many to a file as the lint allows.
  void write(const std::string& name, const std::string& header,
             const std::set<std::string>& rows) const {
    constexpr size_t kMostRows = 2000;
    fs::create_directories(path_ / name);
    size_t count = 0;
    std::ofstream out;
    for (const std::string& row : rows) {
      if (count++ % kMostRows == 0) {
        const std::string file = name_id(count) + ".tsv";
        out = std::ofstream(path_ / name / file, std::ios::binary);
        out << header << "\n";
      }
      out << row << "\n";
    }
  }

 private:
  fs::path path_;
};

void write_tables(size_t names, const std::vector<LinkRow>& links,
                  const std::vector<std::string>& entities,
                  const TableFolder& folder) {
  fs::copy(fs::path(shipped_tables()) / "vocabulary",
           fs::path(folder.path()) / "vocabulary");
  folder.write("sources", "id\tkind\tcitation\tcomposed\tpublished\tlang\tnote",
               {"editorial\teditorial\tthe editors\t\t\t\t"});
  std::set<std::string> name_rows, sense_rows, entity_rows, link_rows;
  for (size_t i = 0; i < names; ++i) {
    name_rows.insert(name_id(i) + "\ten\tN" + std::to_string(i) +
                     "\t\t\t\teditorial");
    if (i >= entities.size() || entities[i].empty()) continue;
    const std::string& entity = entities[i];
    entity_rows.insert(entity + "\tplace\t" + entity +
                       "\t\t\t\tcertain\teditorial");
    sense_rows.insert(name_id(i) + "\t" + entity +
                      "\tname\t\t\t\t\tcertain\teditorial\t");
  }
  for (size_t i = 0; i < links.size(); ++i) {
    const LinkRow& link = links[i];
    const std::string account =
        link.account.empty() ? "a" + std::to_string(i) : link.account;
    link_rows.insert(name_id(link.from) + "\t" + name_id(link.to) + "\t" +
                     link.type + "\t\t\t\t\t" + account + "\t" + link.stance +
                     "\t" + link.certainty + "\tclaim\teditorial");
  }
  folder.write("names", "id\tlang\tlabel\tgloss\tregister\tnote\tsource",
               name_rows);
  folder.write(
      "senses",
      "name\tentity\tkind\tusage\tfrom\tto\tform\tcertainty\tsource\tnote",
      sense_rows);
  folder.write("entities",
               "id\ttype\tlabel\tdescription\tfrom\tto\tcertainty\tsource",
               entity_rows);
  folder.write("links",
               "from\tto\ttype\tpart\trule\tvia\tdate\taccount\tstance\t"
               "certainty\tclaim\tsource",
               link_rows);
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
  write_tables(names, links, entities, folder);
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
