// SPDX-License-Identifier: Apache-2.0
//
// The index of names at the end of a page: for every entity how each document
// spells it, how often, in which convention, and links to the places. Plain
// HTML, for readers whose browser runs no script and for paper; the page's
// script takes it into its cards. Linear in the places and in the forms of the
// entities, but for sorting.

#ifndef KHITAI_WRITE_HTML_INDEX_H_
#define KHITAI_WRITE_HTML_INDEX_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "khitai/write.h"
#include "write/found.h"
#include "write/html_data.h"
#include "write/html_places.h"

namespace khitai::write {

class HtmlIndex {
 public:
  // `places_shown`: of a spelling, at most; the rest is counted.
  HtmlIndex(const Lexicon& lexicon, const std::vector<Annotation>& annotations,
            const WriteOptions& options, size_t places_shown, PageData* data,
            PagePlaces* places, std::string* out)
      : lexicon_(lexicon),
        annotations_(annotations),
        options_(options),
        places_shown_(places_shown),
        data_(data),
        places_(places),
        out_(out) {}

  // An entry for each of these that has a place; its id is `c<number>`. Marks
  // the places it leads to as linked: to be called before the text is written.
  void write(std::span<const Found> all);

 private:
  struct Variant {  // a spelling in one document
    std::string text;
    size_t matched = 0;
    std::vector<size_t> places;
  };

  // By the key L0 of a spelling, which convention it is in, in words.
  using Conventions = std::unordered_map<std::string, std::string>;

  void write_entry(const Found& found);
  void write_variants(size_t document, const std::vector<Variant>& all,
                      const Conventions& conventions);
  void write_variant(const Variant& variant, const Conventions& conventions);
  void write_link(size_t place, std::string_view text);
  Conventions conventions_of(uint32_t entity) const;
  std::vector<Variant> variants_of(const std::vector<size_t>& places) const;

  const Lexicon& lexicon_;
  const std::vector<Annotation>& annotations_;
  const WriteOptions& options_;
  size_t places_shown_;
  PageData* data_;
  PagePlaces* places_;
  std::string* out_;
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_HTML_INDEX_H_
