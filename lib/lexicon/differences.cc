// SPDX-License-Identifier: Apache-2.0

#include "khitai/differences.h"

#include <map>
#include <string_view>
#include <utility>

#include "fold/fold.h"

namespace khitai {
namespace {

using Kind = Difference::Kind;
using Change = Difference::Change;

struct Column {
  const char* name;
  std::string_view value;
};
using Columns = std::vector<Column>;
// The rows of one kind by what identifies them. Should two agree in that, the
// last counts.
using Key = std::pair<std::string, std::string>;  // id, what
using Rows = std::map<Key, Columns>;

std::string joined(std::initializer_list<std::string_view> pieces) {
  std::string text;
  for (std::string_view piece : pieces) {
    if (piece.empty()) continue;
    if (!text.empty()) text += ", ";
    text += piece;
  }
  return text;
}

class Reader {
 public:
  explicit Reader(const Lexicon& lexicon) : lexicon_(lexicon) {}

  Rows read(Kind kind) const {
    Rows rows;
    switch (kind) {
      case Kind::kEntity:
        add_entities(&rows);
        break;
      case Kind::kName:
        add_names(&rows);
        break;
      case Kind::kForm:
        add_forms(&rows);
        break;
      case Kind::kSense:
        add_senses(&rows);
        break;
      case Kind::kRelation:
        add_relations(&rows);
        break;
      case Kind::kLink:
        add_links(&rows);
        break;
      case Kind::kDate:
        add_dates(&rows);
        break;
      case Kind::kSpelling:
        add_spellings(&rows);
        break;
    }
    return rows;
  }

 private:
  std::string entity_id(uint32_t entity) const {
    return std::string(lexicon_.entity(entity).id);
  }
  std::string name_id(uint32_t name) const {
    return std::string(lexicon_.name(name).id);
  }

  void add_entities(Rows* rows) const {
    for (uint32_t i = 0; i < lexicon_.entity_count(); ++i) {
      const Entity e = lexicon_.entity(i);
      (*rows)[{std::string(e.id), ""}] = {{"type", e.type},
                                          {"label", e.label},
                                          {"description", e.description},
                                          {"from", e.from},
                                          {"to", e.to},
                                          {"certainty", e.certainty},
                                          {"source", e.source}};
    }
  }

  // An entity's main name has its id and is no row of its own.
  void add_names(Rows* rows) const {
    for (uint32_t i = 0; i < lexicon_.name_count(); ++i) {
      const Name n = lexicon_.name(i);
      if (lexicon_.find_entity(n.id)) continue;
      (*rows)[{std::string(n.id), ""}] = {
          {"lang", n.lang},          {"label", n.label}, {"gloss", n.gloss},
          {"register", n.register_}, {"note", n.note},   {"source", n.source}};
    }
  }

  void add_forms(Rows* rows) const {
    for (uint32_t i = 0; i < lexicon_.form_count(); ++i) {
      const Form f = lexicon_.form(i);
      if (f.generated()) continue;
      (*rows)[{name_id(f.name), joined({f.text, f.lang, f.grammar})}] = {
          {"reading", f.reading},
          {"use", use_words(f.use)},
          {"certainty", f.certainty},
          {"basis", f.basis},
          {"source", f.source}};
    }
  }

  void add_senses(Rows* rows) const {
    for (uint32_t i = 0; i < lexicon_.sense_count(); ++i) {
      const Sense s = lexicon_.sense(i);
      (*rows)[{name_id(s.name),
               joined({entity_id(s.entity), s.kind, s.form, s.from})}] = {
          {"usage", s.usage},
          {"to", s.to},
          {"certainty", s.certainty},
          {"source", s.source},
          {"note", s.note}};
    }
  }

  void add_relations(Rows* rows) const {
    for (uint32_t i = 0; i < lexicon_.entity_count(); ++i) {
      for (uint32_t number : lexicon_.relations_of_entity(i)) {
        const Relation r = lexicon_.relation(number);
        if (r.subject != i) continue;
        (*rows)[{entity_id(i),
                 joined({std::string(r.relation) + " " + entity_id(r.object),
                         r.from})}] = {{"to", r.to},
                                       {"certainty", r.certainty},
                                       {"claim", r.claim},
                                       {"source", r.source}};
      }
    }
  }

  void add_links(Rows* rows) const {
    for (uint32_t i = 0; i < lexicon_.name_count(); ++i) {
      for (uint32_t number : lexicon_.links_of_name(i)) {
        const Link l = lexicon_.link(number);
        if (l.from != i) continue;
        (*rows)[{name_id(i), joined({std::string(l.type) + " " + name_id(l.to),
                                     l.part, l.via, l.account})}] = {
            {"rule", l.rule},     {"date", l.date},
            {"stance", l.stance}, {"certainty", l.certainty},
            {"claim", l.claim},   {"source", l.source}};
      }
    }
  }

  void add_dates(Rows* rows) const {
    for (uint32_t i = 0; i < lexicon_.entity_count(); ++i) {
      for (uint32_t number : lexicon_.datings_of_entity(i)) {
        const Dating d = lexicon_.dating(number);
        (*rows)[{entity_id(i), joined({d.event, d.date})}] = {
            {"certainty", d.certainty}, {"source", d.source}};
      }
    }
  }

  // By match key and entity; shown as the first form that has the key.
  void add_spellings(Rows* rows) const {
    std::map<Key, std::string_view> first;
    for (uint32_t i = 0; i < lexicon_.form_count(); ++i) {
      if ((lexicon_.form_use(i) & (kUsePart | kUseNever)) != 0) continue;
      const std::string_view text = lexicon_.form(i).text;
      const std::string key = fold::match_key(text);
      for (uint32_t sense : lexicon_.senses_of_form(i)) {
        first.try_emplace({key, entity_id(lexicon_.sense(sense).entity)}, text);
      }
    }
    for (const auto& [key, text] : first) {
      (*rows)[{key.second, key.first}] = {{"form", text}};
    }
  }

  static std::string_view use_words(uint32_t use) {
    // One of 64 texts that live as long as the program.
    static const std::vector<std::string> texts = [] {
      constexpr std::pair<uint32_t, const char*> kWords[] = {
          {kUseCased, "cased"}, {kUseCue, "cue"},     {kUseLabel, "label"},
          {kUseLang, "lang"},   {kUseNever, "never"}, {kUsePart, "part"}};
      std::vector<std::string> all(64);
      for (uint32_t bits = 0; bits < 64; ++bits) {
        for (const auto& [bit, word] : kWords) {
          if ((bits & bit) == 0) continue;
          if (!all[bits].empty()) all[bits] += ' ';
          all[bits] += word;
        }
      }
      return all;
    }();
    return texts[use & 63];
  }

  const Lexicon& lexicon_;
};

void add(Kind kind, Change change, const Key& key, const Columns& columns,
         std::vector<Difference>* out) {
  Difference difference{kind, change, key.first, key.second, {}};
  if (kind == Kind::kSpelling) difference.what = columns[0].value;
  if (kind == Kind::kEntity) difference.what = columns[1].value;  // its label
  if (kind == Kind::kName) difference.what = columns[1].value;
  out->push_back(std::move(difference));
}

void compare(Kind kind, const Key& key, const Columns& before,
             const Columns& after, std::vector<Difference>* out) {
  if (kind == Kind::kSpelling) return;
  Difference difference{kind, Change::kChanged, key.first, key.second, {}};
  for (size_t i = 0; i < before.size(); ++i) {
    if (before[i].value == after[i].value) continue;
    difference.fields.push_back({before[i].name, std::string(before[i].value),
                                 std::string(after[i].value)});
  }
  if (!difference.fields.empty()) out->push_back(std::move(difference));
}

}  // namespace

std::vector<Difference> differences(const Lexicon& before,
                                    const Lexicon& after) {
  std::vector<Difference> out;
  for (Kind kind :
       {Kind::kEntity, Kind::kName, Kind::kForm, Kind::kSense, Kind::kRelation,
        Kind::kLink, Kind::kDate, Kind::kSpelling}) {
    const Rows old_rows = Reader(before).read(kind);
    const Rows new_rows = Reader(after).read(kind);
    auto a = old_rows.begin();
    auto b = new_rows.begin();
    while (a != old_rows.end() || b != new_rows.end()) {
      if (b == new_rows.end() || (a != old_rows.end() && a->first < b->first)) {
        add(kind, Change::kRemoved, a->first, a->second, &out);
        ++a;
      } else if (a == old_rows.end() || b->first < a->first) {
        add(kind, Change::kAdded, b->first, b->second, &out);
        ++b;
      } else {
        compare(kind, a->first, a->second, b->second, &out);
        ++a, ++b;
      }
    }
  }
  return out;
}

}  // namespace khitai
