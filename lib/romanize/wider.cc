// SPDX-License-Identifier: Apache-2.0

#include "romanize/wider.h"

#include <algorithm>
#include <utility>

#include "khitai/keys.h"
#include "romanize/jamo.h"
#include "romanize/mandarin.h"
#include "romanize/rules.h"
#include "text/script.h"

namespace khitai::romanize {
namespace {

constexpr size_t kLongForm = 5;  // letters from which others may read it
constexpr size_t kFewestCharacters = 2;  // of a foreign name

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return (byte & 0x80) == 0; });
}

size_t letters(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(),
                    [](char byte) { return (byte & 0xC0) != 0x80; }));
}

bool has_family(const std::vector<std::string>& keys, char family) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](const std::string& key) { return key[0] == family; });
}

// Whether other readers than its own may read it as well.
bool is_open(const Form& form, const std::vector<std::string>& l2) {
  if (form.reader == nullptr || form.l1.size() > kLongestText) return false;
  return form.reader->family == "a" ||
         (has_family(l2, 'w') && letters(form.l1) >= kLongForm);
}

// By the readers beside its own; what they leave unread is no reading.
void add_near(const Form& form, Readings* readings,
              std::vector<std::string>* keys) {
  std::vector<std::string> found;
  for (const Reader* const near : form.reader->near) {
    // What has signs reads the vowels that L1 leaves out.
    if (near->signs.empty()) {
      readings->add_read_by({near}, form.l1, &found);
    } else if (holds_any(near->signs, form.l0)) {
      readings->add_read_by({near}, form.l0, &found);
    }
  }
  for (std::string& key : found) {
    if (is_ascii(key)) add_alternative(std::move(key), keys);
  }
}

// As the characters are read elsewhere and were read earlier: what they may
// say of a name in other scripts. A single character says too little.
void add_foreign(const Form& form, Readings* readings,
                 std::vector<std::string>* keys) {
  if (form.reader == nullptr || letters(form.l1) < kFewestCharacters) return;
  // Without a river's "river".
  std::vector<std::string> texts = {form.l1};
  for (const Reader::Step& step : form.reader->steps) {
    step.passes->apply(&texts);
  }
  const bool whole = letters(texts[0]) < kFewestCharacters;
  std::vector<std::string> foreign;
  readings->add_read_by(form.reader->near, whole ? form.l1 : texts[0],
                        &foreign);
  keys->insert(keys->end(), foreign.begin(), foreign.end());
}

// Whether Latin letters that L2 reads as Mandarin alone may still be another
// language's: "Tonga", "Juwan".
bool may_be_foreign(const Tables& tables, const Form& form,
                    const std::vector<std::string>& l2) {
  if (form.script != "Latn" || form.reader == nullptr ||
      form.l1.size() > kLongestText || has_family(l2, 'w')) {
    return false;
  }
  return std::none_of(l2.begin(), l2.end(), [&](const std::string& key) {
    return key[0] == 'z' && has_mandarin_initial(tables, key.substr(2));
  });
}

}  // namespace

bool holds_any(const std::vector<std::string>& members, std::string_view text) {
  return std::any_of(members.begin(), members.end(),
                     [&](const std::string& member) {
                       return text.find(member) != std::string_view::npos;
                     });
}

Form look_at(const Tables& tables, std::string_view form,
             std::string_view lang) {
  Form out;
  out.l0 = l0_key(form);
  out.l1 = l1_key(form);
  out.script = text::script_of(out.l1);
  if (out.script == "Zyyy") out.script = "Latn";  // numbers
  if (out.script == "Hang") out.l1 = jamo_of(out.l1);
  out.reader = tables.reader(out.script, lang, out.l1);
  return out;
}

std::vector<std::string> also_of(const Form& form,
                                 const std::vector<std::string>& l2,
                                 Readings* readings) {
  std::vector<std::string> keys;
  if (is_open(form, l2)) {
    readings->add_read_by(form.reader->also, form.l1, &keys);
  }
  return keys;
}

std::vector<std::string> wider_of(const Tables& tables, const Form& form,
                                  const std::vector<std::string>& l2,
                                  const std::vector<std::string>& also,
                                  Readings* readings) {
  std::vector<std::string> keys = also;
  if (is_open(form, l2)) add_near(form, readings, &keys);
  if (may_be_foreign(tables, form, l2)) {
    readings->add_read_by({form.reader}, form.l1, &keys);
  }
  if (form.script == "Hani" && form.l1.size() <= kLongestText) {
    for (const std::string& one : read_han_widely(tables, form.l1)) {
      add_alternative("z:" + one, &keys);
    }
    add_foreign(form, readings, &keys);
  }
  std::erase_if(keys, [&](const std::string& key) {
    return std::find(l2.begin(), l2.end(), key) != l2.end();
  });
  return keys;
}

}  // namespace khitai::romanize
