// SPDX-License-Identifier: Apache-2.0

#include "compile/add.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "compile/add_files.h"
#include "compile/add_texts.h"
#include "compile/check.h"
#include "compile/check_index.h"
#include "compile/names_cells.h"
#include "compile/overlay.h"
#include "compile/tables_text.h"
#include "fold/fold.h"

namespace khitai::compile {
namespace {

// The file of a type: "persons", "polities".
std::string plural(const std::string& type) {
  if (type.ends_with("y")) return type.substr(0, type.size() - 1) + "ies";
  return type + "s";
}

class Planner {
 public:
  Planner(const Tables& tables, const std::string& folder,
          const Addition& addition)
      : tables_(tables),
        index_(tables),
        folder_(folder),
        files_(tables, folder),
        wish_(addition) {
    wish_.form = plain_cell(wish_.form);
  }

  Result<PlannedRows> run() {
    if (const Status fits = check_wish(); !fits.ok()) return fits.error();
    if (!wish_.type.empty()) add_entity();
    add_form();
    if (const Status parts = add_parts(); !parts.ok()) return parts.error();
    if (const Status relations = add_relations(); !relations.ok()) {
      return relations.error();
    }
    if (!wish_.distinct.empty()) {
      if (const Status told = add_distinct(); !told.ok()) return told.error();
    }
    find_problems();
    return std::move(plan_);
  }

 private:
  Status check_wish() const {
    if (const Status fits = check_texts(wish_); !fits.ok()) return fits.error();
    if (fold::match_key(wish_.form).empty()) {
      return Error{"form '" + wish_.form +
                   "': folds to nothing, expected a letter"};
    }
    const bool known = index_.is_name(wish_.name);
    if (wish_.type.empty() && !known) {
      Words ids = index_.ids(TableKind::kEntities);
      for (std::string_view id : index_.ids(TableKind::kNames)) ids.insert(id);
      return Error{"'" + wish_.name + "' is not known, expected an id of " +
                   "entities/ or names/" + Index::suggestion(wish_.name, ids) +
                   "; --type makes a new entity"};
    }
    if (!wish_.type.empty() && known) {
      return Error{"'" + wish_.name +
                   "' is there already, expected no --type for what is known"};
    }
    return check_new();
  }

  Status check_new() const {
    for (const Row& row : tables_.of(TableKind::kForms).rows) {
      if (row[forms::kName] == wish_.name && row[forms::kForm] == wish_.form &&
          row[forms::kLang] == wish_.lang) {
        return Error{"'" + wish_.form + "' of " + wish_.name + " in " +
                     wish_.lang + " is there already: " + place(tables_, row)};
      }
    }
    return Done{};
  }

  // What the name denotes, the new entity among it.
  std::set<std::string_view> own_entities() const {
    std::set<std::string_view> own;
    for (std::string_view id : index_.entities_of(wish_.name)) own.insert(id);
    if (!wish_.type.empty()) own.insert(wish_.name);
    return own;
  }

  std::string type_of_name() const {
    if (!wish_.type.empty()) return wish_.type;
    for (std::string_view id : index_.entities_of(wish_.name)) {
      if (const Row* row = index_.entity(id)) return (*row)[entities::kType];
    }
    return "word";
  }

  void add_row(TableKind kind, const std::string& path,
               const std::vector<std::string>& cells) {
    std::string row;
    for (const std::string& cell : cells) {
      if (&cell != &cells[0]) row += '\t';
      row += cell;
    }
    plan_.rows.push_back({path, kind, std::move(row)});
  }

  void add_entity() {
    const auto of_type = [&](const Row& row) {
      return row[entities::kType] == wish_.type;
    };
    const std::string path =
        files_.with(TableKind::kEntities, of_type)
            .value_or(files_.other(TableKind::kEntities, plural(wish_.type)));
    add_row(TableKind::kEntities, path,
            {wish_.name, wish_.type,
             wish_.label.empty() ? wish_.form : wish_.label, wish_.description,
             wish_.from, wish_.to, wish_.certainty, wish_.source});
  }

  void add_form() {
    const std::string type = type_of_name();
    const auto of_name = [&](const Row& row) {
      return row[forms::kName] == wish_.name;
    };
    const auto of_type = [&](const Row& row) {
      for (std::string_view id : index_.entities_of(row[forms::kName])) {
        const Row* entity = index_.entity(id);
        if (entity && (*entity)[entities::kType] == type) return true;
      }
      return false;
    };
    std::optional<std::string> path = files_.with(TableKind::kForms, of_name);
    if (!path) path = files_.with(TableKind::kForms, of_type);
    if (!path) path = files_.other(TableKind::kForms, plural(type));
    add_row(TableKind::kForms, *path,
            {wish_.name, wish_.form, wish_.lang, wish_.reading, wish_.grammar,
             wish_.use, wish_.certainty, wish_.basis, wish_.source});
  }

  // The entity that parts and relations speak of.
  Result<std::string> entity() const {
    const std::set<std::string_view> own = own_entities();
    if (own.size() == 1) return std::string(*own.begin());
    return Error{"'" + wish_.name + "' denotes " + std::to_string(own.size()) +
                 " entities, expected one for --part and --relation"};
  }

  Status add_parts() {
    if (wish_.parts.empty()) return Done{};
    const Result<std::string> id = entity();
    if (!id.ok()) return id.error();
    size_t order = 0;
    for (const Row& row : tables_.of(TableKind::kParts).rows) {
      order += row[parts::kEntity] == *id && row[parts::kLang] == wish_.lang;
    }
    const auto any = [](const Row&) { return true; };
    for (const std::string& part : wish_.parts) {
      const size_t space = part.find(' ');
      if (space == std::string::npos) {
        return Error{"--part '" + part +
                     "': expected what it is and its text, such as 'ism "
                     "Mahmud'"};
      }
      add_row(TableKind::kParts,
              files_.with(TableKind::kParts, any)
                  .value_or(files_.other(TableKind::kParts, "persons")),
              {*id, part.substr(0, space), plain_cell(part.substr(space + 1)),
               wish_.lang, std::to_string(++order), wish_.source});
    }
    return Done{};
  }

  Status add_relations() {
    if (wish_.relations.empty()) return Done{};
    const Result<std::string> id = entity();
    if (!id.ok()) return id.error();
    const std::string type = type_of_name();
    const auto of_type = [&](const Row& row) {
      const Row* subject = index_.entity(row[relations::kSubject]);
      return subject && (*subject)[entities::kType] == type;
    };
    for (const std::string& relation : wish_.relations) {
      std::vector<std::string_view> words = split(relation, ' ');
      if (words.size() < 2 || words.size() > 4) {
        return Error{"--relation '" + relation +
                     "': expected a relation, an entity and perhaps two dates, "
                     "such as 'ruler-of qara-khitai 1124 1143'"};
      }
      words.resize(4);
      add_row(TableKind::kRelations,
              files_.with(TableKind::kRelations, of_type)
                  .value_or(files_.other(TableKind::kRelations, plural(type))),
              {*id, std::string(words[0]), std::string(words[1]),
               std::string(words[2]), std::string(words[3]), wish_.certainty,
               "", wish_.source});
    }
    return Done{};
  }

  // Other entities that have the spelling.
  std::set<std::string_view> others() const {
    const std::set<std::string_view> own = own_entities();
    std::set<std::string_view> found;
    const std::string key = fold::match_key(wish_.form);
    for (const Row& row : tables_.of(TableKind::kForms).rows) {
      if (fold::match_key(row[forms::kForm]) != key) continue;
      for (std::string_view id : index_.entities_of(row[forms::kName])) {
        if (!own.contains(id)) found.insert(id);
      }
    }
    return found;
  }

  Status add_distinct() {
    const std::set<std::string_view> own = own_entities();
    const std::set<std::string_view> found = others();
    const size_t slash = wish_.distinct.find(" / ");
    if (slash == std::string::npos) {
      return Error{"--distinct '" + wish_.distinct +
                   "': expected what tells this one and what the other, with "
                   "' / ' between"};
    }
    if (own.size() != 1 || found.size() != 1) {
      return Error{std::to_string(found.size()) + " other " +
                   (found.size() == 1 ? "entity has" : "entities have") +
                   " the spelling '" + wish_.form +
                   "', expected one for --distinct; add rows to distinct.tsv "
                   "by hand"};
    }
    std::string a(*own.begin()), b(*found.begin());
    std::string how = wish_.distinct;
    if (b < a) {
      std::swap(a, b);
      how = wish_.distinct.substr(slash + 3) + " / " +
            wish_.distinct.substr(0, slash);
    }
    add_row(TableKind::kDistinct, folder_ + "/distinct.tsv",
            {wish_.form, a, b, how, "editorial"});
    return Done{};
  }

  // The tables with the rows in them.
  Tables with_rows() {
    Tables with = tables_;
    for (const NewRow& row : plan_.rows) {
      const auto folder = std::find_if(
          with.files.begin(), with.files.end(), [&](const File& file) {
            return file.path.starts_with(folder_ + "/");
          });
      const uint32_t layer = folder == with.files.end()
                                 ? static_cast<uint32_t>(with.files.size())
                                 : folder->folder;
      with.files.push_back(File{row.path, layer, false, false});
      Row added;
      added.file = static_cast<uint32_t>(with.files.size() - 1);
      for (std::string_view cell : split_cells(row.row)) {
        added.cells.push_back(with.texts->share(cell));
      }
      with.of(row.kind).rows.push_back(std::move(added));
    }
    lay_over(&with, &plan_.problems);
    return with;
  }

  // What the lint says with the rows that it did not say without them.
  void find_problems() {
    std::vector<Problem> told = check(with_rows(), {});
    std::erase_if(told, [](const Problem& problem) { return problem.aside; });
    if (told.empty()) return;
    using Told = std::tuple<std::string, uint32_t, std::string>;
    std::set<Told> before;
    for (const Problem& problem : check(tables_, {})) {
      before.emplace(problem.file, problem.line, problem.message);
    }
    for (Problem& problem : told) {
      if (before.contains({problem.file, problem.line, problem.message})) {
        continue;
      }
      plan_.problems.push_back(std::move(problem));
    }
  }

  const Tables& tables_;
  const Index index_;
  const std::string folder_;
  const FilesWithRoom files_;
  Addition wish_;
  PlannedRows plan_;
};

}  // namespace

Result<PlannedRows> plan_addition(const Tables& tables,
                                  const std::string& folder,
                                  const Addition& addition) {
  return Planner(tables, folder, addition).run();
}

}  // namespace khitai::compile
