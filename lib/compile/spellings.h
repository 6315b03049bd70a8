// SPDX-License-Identifier: Apache-2.0
//
// What the forms of a lexicon are looked for by beyond their exact spelling:
// L2 keys, skeletons (romanize/terms.h), L1 keys with letters left out
// (match/near_terms.h), in indexes that the resolver reads. Cost: about 20
// microseconds a form, one where nothing is looked for by.

#ifndef KHITAI_COMPILE_SPELLINGS_H_
#define KHITAI_COMPILE_SPELLINGS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compile/klex_writer.h"
#include "compile/phases.h"
#include "romanize/tables.h"

namespace khitai::compile {

// The spelling of each form and its language tag, packed.
class SpelledForms {
 public:
  void add(std::string_view text, std::string_view lang) {
    bytes_.append(text).append(lang);
    ends_.push_back({bytes_.size() - lang.size(), bytes_.size()});
  }
  size_t size() const { return ends_.size() - 1; }
  std::string_view text(size_t form) const {
    return piece(ends_[form].lang, ends_[form + 1].text);
  }
  std::string_view lang(size_t form) const {
    return piece(ends_[form + 1].text, ends_[form + 1].lang);
  }

 private:
  struct Ends {
    size_t text = 0;
    size_t lang = 0;
  };
  std::string_view piece(size_t begin, size_t end) const {
    return std::string_view(bytes_).substr(begin, end - begin);
  }
  std::string bytes_;
  std::vector<Ends> ends_ = {{}};
};

struct Indexing {
  // 0 only L1 keys, which `complete` reads: nothing is looked for by; 1 all
  // keys, their skeletons and L1 keys with one letter left out; 2 with two.
  int fuzzy = 1;
  unsigned jobs = 0;  // threads; 0: as many as processors
};

struct SpellingSections {
  CellTable spellings{lexicon::SpellingColumn::kCount};
  std::string readings, skeletons, near;
};

// One row of `spellings` a form, in the same order. What comes out does not
// depend on the number of threads.
SpellingSections file_spellings(const romanize::Tables& conventions,
                                const SpelledForms& forms,
                                const Indexing& indexing, Phases* phases,
                                Strings* strings);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_SPELLINGS_H_
