// SPDX-License-Identifier: Apache-2.0

#include "compile/known_forms.h"

#include "base/checksum.h"

namespace khitai::compile {
namespace {

uint64_t spelling_hash(std::string_view name, std::string_view text) {
  return base::checksum(text, base::checksum(name));
}

}  // namespace

void KnownForms::add_all() {
  keys_.reserve(forms_.size());
  spellings_.reserve(forms_.size());
  for (uint32_t i = 0; i < forms_.size(); ++i) {
    add_spelling(i);
    const std::string& key = forms_[i].key;
    if (owner(key) == nullptr) keys_.add(base::checksum(key), i);
  }
}

void KnownForms::add_last() {
  add_spelling(static_cast<uint32_t>(forms_.size() - 1));
}

void KnownForms::add_spelling(uint32_t number) {
  const DraftForm& form = forms_[number];
  if (has(*form.name, form.text)) return;
  spellings_.add(spelling_hash(*form.name, form.text), number);
}

bool KnownForms::has(std::string_view name, std::string_view text) const {
  return spellings_.find(spelling_hash(name, text), [&](uint32_t number) {
    return *forms_[number].name == name && forms_[number].text == text;
  }) != base::NumberTable::kNone;
}

const DraftForm* KnownForms::owner(std::string_view key) const {
  const uint32_t found = keys_.find(base::checksum(key), [&](uint32_t number) {
    return forms_[number].key == key;
  });
  return found == base::NumberTable::kNone ? nullptr : &forms_[found];
}

}  // namespace khitai::compile
