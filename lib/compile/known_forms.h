// SPDX-License-Identifier: Apache-2.0
//
// Which spellings and match keys there are among drafts. Constant time a
// look-up; about 30 bytes a form. Not thread-safe.

#ifndef KHITAI_COMPILE_KNOWN_FORMS_H_
#define KHITAI_COMPILE_KNOWN_FORMS_H_

#include <string_view>
#include <vector>

#include "base/number_table.h"
#include "compile/drafts.h"

namespace khitai::compile {

// Over drafts that are only added to; folded.
class KnownForms {
 public:
  explicit KnownForms(const std::vector<DraftForm>& forms) : forms_(forms) {}

  // All there are. The first of a key owns it.
  void add_all();
  // The last one; it owns no key.
  void add_last();

  bool has(std::string_view name, std::string_view text) const;
  // Null: none has the key.
  const DraftForm* owner(std::string_view key) const;

 private:
  void add_spelling(uint32_t number);

  const std::vector<DraftForm>& forms_;
  base::NumberTable keys_, spellings_;
};

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_KNOWN_FORMS_H_
