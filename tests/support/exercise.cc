// SPDX-License-Identifier: Apache-2.0

#include "support/exercise.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/conventions.h"
#include "khitai/resolve.h"
#include "khitai/why.h"

namespace khitai::tests {
namespace {

class Reader {
 public:
  Reader(const Lexicon& lexicon, uint32_t most)
      : lexicon_(lexicon), most_(most) {}

  uint64_t read() {
    read_rows();
    read_lists();
    read_names();
    return sum_;
  }

 private:
  void add(std::string_view text) {
    for (char c : text) sum_ = sum_ * 31 + static_cast<unsigned char>(c);
  }
  void add(uint32_t number) { sum_ = sum_ * 31 + number; }
  void add(const std::vector<uint32_t>& numbers) {
    sum_ += std::accumulate(numbers.begin(), numbers.end(), uint64_t{0});
  }

  // Calls visit(i) for rows of a table of `count`, and for some past its end.
  template <typename Visit>
  void each(uint32_t count, const Visit& visit) {
    for (uint32_t i = 0; i < std::min(count, most_); ++i) visit(i);
    if (count > 0) visit(count - 1);
    for (uint32_t i : {count, count + 1, uint32_t{1} << 30, kNoRow}) visit(i);
  }

  void read_rows() {
    each(lexicon_.entity_count(), [this](uint32_t i) {
      const Entity row = lexicon_.entity(i);
      for (std::string_view text :
           {row.id, row.type, row.label, row.description, row.from, row.to,
            row.certainty, row.source}) {
        add(text);
      }
    });
    each(lexicon_.name_count(), [this](uint32_t i) {
      const Name row = lexicon_.name(i);
      for (std::string_view text : {row.id, row.lang, row.label, row.gloss,
                                    row.register_, row.note, row.source}) {
        add(text);
      }
    });
    each(lexicon_.form_count(), [this](uint32_t i) {
      const Form row = lexicon_.form(i);
      for (std::string_view text :
           {row.text, row.lang, row.reading, row.grammar, row.certainty,
            row.basis, row.source, row.rule}) {
        add(text);
      }
      add(lexicon_.senses_of_form(i));
    });
    each(lexicon_.sense_count(), [this](uint32_t i) {
      const Sense row = lexicon_.sense(i);
      for (std::string_view text :
           {row.kind, row.usage, row.from, row.to, row.form, row.certainty,
            row.source, row.note}) {
        add(text);
      }
      add(row.name);
      add(row.entity);
    });
    each(lexicon_.source_count(),
         [this](uint32_t i) { add(lexicon_.source(i).citation); });
    each(lexicon_.cue_count(),
         [this](uint32_t i) { add(lexicon_.cue(i).cue); });
  }

  void read_lists() {
    each(lexicon_.entity_count(), [this](uint32_t i) {
      add(lexicon_.senses_of_entity(i));
      for (uint32_t one : lexicon_.parts_of_entity(i)) {
        add(lexicon_.part(one).text);
      }
      for (uint32_t one : lexicon_.datings_of_entity(i)) {
        add(lexicon_.dating(one).date);
      }
      for (uint32_t one : lexicon_.relations_of_entity(i)) {
        add(lexicon_.relation(one).claim);
      }
      for (uint32_t one : lexicon_.distinctions_of_entity(i)) {
        add(lexicon_.distinction(one).how);
      }
      add(lexicon_.display_form(i, "zh-Hant-x-qianlong"));
    });
    each(lexicon_.name_count(), [this](uint32_t i) {
      add(lexicon_.senses_of_name(i));
      add(lexicon_.forms_of_name(i));
      for (uint32_t one : lexicon_.links_of_name(i)) {
        add(lexicon_.link(one).claim);
      }
    });
    read_links();
    each(lexicon_.form_count(), [this](uint32_t pattern) {
      add(lexicon_.forms_of_pattern(pattern));
      add(lexicon_.is_block(pattern) ? 1 : 0);
    });
    for (uint32_t i : {0u, 1u, 1000000u, kNoRow}) {
      add(lexicon_.part(i).text);
      add(lexicon_.relation(i).claim);
      add(lexicon_.dating(i).date);
      add(lexicon_.link(i).claim);
      add(lexicon_.distinction(i).how);
    }
  }

  void read_links() {
    each(lexicon_.name_count(), [this](uint32_t i) {
      const Why why =
          explain_names(lexicon_, {{i, kNoRow}}, {{i / 2, i}}, {i % 4 == 0});
      for (const Path& path : why.paths)
        add(static_cast<uint32_t>(path.hops.size()));
      TreeOptions options;
      options.names = 20;
      const Etymology etymology = etymology_of(lexicon_, i, options);
      add(static_cast<uint32_t>(etymology.sources.size()));
      add(static_cast<uint32_t>(etymology.descendants.size()));
    });
    for (const char* text : {"Khitan", "qara-khitai", "", "Liao River"}) {
      add(static_cast<uint32_t>(names_spelled(lexicon_, text).size()));
      add(static_cast<uint32_t>(lexicon_.blocks_of_key(text).size()));
    }
  }

  void read_conventions() {
    for (const char* form : {"Qara Khitai", "Hsi Liao", "\u5951\u4e39"}) {
      add(static_cast<uint32_t>(detect_conventions(lexicon_, form, "").size()));
      for (const Convention& one : conventions(lexicon_)) {
        add(transcribe(lexicon_, {form, std::string(one.id), "", ""}).ok());
      }
    }
  }

  void read_names() {
    for (std::string_view id : {"", "ahmad-sanjar", "qara-khitai", "zz"}) {
      add(lexicon_.find_entity(id).value_or(7));
      add(lexicon_.find_name(id).value_or(7));
      add(lexicon_.find_source(id).value_or(7));
    }
    Query query;
    query.name = "Sanjar";
    query.context = "Sultan Mahmud II of Samarqand, 1141";
    for (const Candidate& one : resolve_name(lexicon_, query).candidates) {
      add(one.entity);
    }
    read_conventions();
    AnnotateOptions options;
    options.overlaps = true;
    const Annotation page =
        annotate_document(
            lexicon_, "t.md",
            "In 1141 **Sultan Sanjar** and Mahmud II of Samarqand fled from "
            "the "
            "Qara Khitai. The Jin dynasty, Chin, Khitan's Liao River.",
            options)
            .value();
    add(static_cast<uint32_t>(fingerprint(lexicon_, page).conventions.size()));
    for (const Mention& mention : page.mentions) {
      add(static_cast<uint32_t>(mention.end));
    }
  }

  const Lexicon& lexicon_;
  const uint32_t most_;
  uint64_t sum_ = 0;
};

}  // namespace

uint64_t exercise(const Lexicon& lexicon, uint32_t most) {
  return Reader(lexicon, most).read();
}

}  // namespace khitai::tests
