// SPDX-License-Identifier: Apache-2.0

#include "romanize/keys.h"

#include <algorithm>

#include "khitai/keys.h"
#include "romanize/mandarin.h"
#include "romanize/readings.h"
#include "romanize/rules.h"
#include "romanize/wider.h"

namespace khitai::romanize {
namespace {

// Latin or Cyrillic as Mandarin. Sets *only when it can be nothing else.
std::vector<std::string> mandarin_of(const Tables& tables, const Form& form,
                                     bool* only) {
  std::vector<std::string> found;
  const Reader& reader = *form.reader;
  if (reader.palladius) return read_palladius(tables, form.l1);
  if (!reader.column.empty()) {
    found = read_column(tables, reader.column, form.l1);
  }
  if (!reader.pinyin && !reader.wade_giles && !reader.marks) return found;
  const auto pinyin = read_pinyin(tables, form.l1);
  const bool toned = holds_any(tables.members("toned-letter"), form.l0);
  const auto wade_giles =
      toned ? std::optional<std::string>() : read_wade_giles(tables, form.l1);
  *only =
      reader.marks && ((pinyin && is_marked_pinyin(tables, form.l1, *pinyin)) ||
                       (wade_giles && is_marked_wade_giles(tables, form.l1)));
  // What can be nothing else is read even against the tag.
  const bool any =
      *only && !(reader.pinyin && pinyin) && !(reader.wade_giles && wade_giles);
  if (pinyin && (reader.pinyin || any)) add_alternative(*pinyin, &found);
  if (wade_giles && (reader.wade_giles || any)) {
    add_alternative(*wade_giles, &found);
  }
  return found;
}

std::vector<std::string> han_keys(const Tables& tables, const Form& form) {
  std::vector<std::string> keys = {"h:" + form.l1};
  const auto syllables = read_han(tables, form.l1);
  if (syllables) keys.push_back("z:" + *syllables);
  return keys;
}

std::vector<std::string> l2_of(const Tables& tables, const Form& form,
                               Readings* readings) {
  if (form.l1.empty()) return {};
  if (form.script == "Hani") return han_keys(tables, form);
  if (form.reader == nullptr || form.l1.size() > kLongestText) {
    return {"x:" + form.l1};
  }
  bool only_mandarin = false;
  const std::vector<std::string> mandarin =
      mandarin_of(tables, form, &only_mandarin);
  std::vector<std::string> keys;
  if (!only_mandarin) {
    for (const std::string& body : readings->bodies_of(*form.reader, form.l1)) {
      keys.push_back(form.reader->family + ":" + body);
    }
  }
  for (const std::string& body : mandarin) keys.push_back("z:" + body);
  // A reader of one language may miss what the script's usual one says.
  const Reader* const usual = tables.reader(form.script, "", form.l1);
  if (usual != nullptr && usual->family != form.reader->family) {
    for (const std::string& body : readings->bodies_of(*usual, form.l1)) {
      keys.push_back(usual->family + ":" + body);
    }
  }
  if (keys.empty()) keys.push_back("x:" + form.l1);
  return keys;
}

constexpr size_t kShortest = 2;      // consonants of a skeleton
constexpr size_t kShortestAlso = 3;  // ... of another reader's

class SkeletonList {
 public:
  explicit SkeletonList(const Tables& tables) : tables_(tables) {}

  // The skeletons of an L2 body and its alternates.
  void add(char family, const std::string& body, size_t least) {
    std::vector<std::string> bodies = {body};
    const Passes* const alternates = tables_.set("skeleton-alternates");
    if (alternates != nullptr) alternates->apply(&bodies);
    for (const std::string& one : bodies) {
      Skeleton skeleton = skeleton_of(tables_, family, one);
      if (skeleton.consonants.size() >= least) push(std::move(skeleton));
    }
  }

  // Bare syllables joined by "-"; a single one says too little.
  void add_bare(std::string bare) {
    if (bare.find('-') == std::string::npos) return;
    Skeleton skeleton;
    skeleton.family = 'z';
    skeleton.consonants = std::move(bare);
    push(std::move(skeleton));
  }

  std::vector<Skeleton> take() { return std::move(list_); }

 private:
  void push(Skeleton skeleton) {
    if (std::find(list_.begin(), list_.end(), skeleton) == list_.end()) {
      list_.push_back(std::move(skeleton));
    }
  }

  const Tables& tables_;
  std::vector<Skeleton> list_;
};

std::vector<Skeleton> l3_of(const Tables& tables, const Form& form,
                            const std::vector<std::string>& l2,
                            const std::vector<std::string>& also) {
  SkeletonList list(tables);
  const auto add = [&](const std::string& key, size_t least) {
    const std::string body = key.substr(2);
    if (key[0] == 'w' || key[0] == 'a') list.add(key[0], body, least);
    if (key[0] == 'z') list.add_bare(bare_key(tables, body));
  };
  for (const std::string& key : l2) add(key, kShortest);
  const size_t least = form.script == "Latn" ? kShortestAlso : kShortest;
  for (const std::string& key : also) add(key, least);
  if (form.l1.size() > kLongestText) return list.take();
  if (form.script == "Latn") {
    const auto bare = read_bare(tables, form.l1);
    if (bare) list.add_bare(*bare);
  }
  return list.take();
}

bool share(const std::vector<std::string>& a,
           const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& key) {
    return std::find(b.begin(), b.end(), key) != b.end();
  });
}

}  // namespace

std::vector<std::string> l2_keys(const Tables& tables, std::string_view form,
                                 std::string_view lang) {
  Readings readings(tables);
  return l2_of(tables, look_at(tables, form, lang), &readings);
}

std::vector<Skeleton> l3_keys(const Tables& tables, std::string_view form,
                              std::string_view lang) {
  const Form look = look_at(tables, form, lang);
  Readings readings(tables);
  const std::vector<std::string> l2 = l2_of(tables, look, &readings);
  return l3_of(tables, look, l2, also_of(look, l2, &readings));
}

Spelling spell(const Tables& tables, std::string_view form,
               std::string_view lang) {
  Form look = look_at(tables, form, lang);
  Spelling out;
  Readings readings(tables);
  out.readings = l2_of(tables, look, &readings);
  const std::vector<std::string> also = also_of(look, out.readings, &readings);
  out.wider = wider_of(tables, look, out.readings, also, &readings);
  out.skeletons = l3_of(tables, look, out.readings, also);
  out.script = look.script;
  out.l0 = std::move(look.l0);
  out.l1 = std::move(look.l1);
  return out;
}

int meet(const Tables& tables, std::string_view a, std::string_view lang_a,
         std::string_view b, std::string_view lang_b) {
  const Form of_a = look_at(tables, a, lang_a);
  const Form of_b = look_at(tables, b, lang_b);
  if (of_a.l1 == of_b.l1) return 1;
  Readings readings_a(tables);
  Readings readings_b(tables);
  const std::vector<std::string> keys_a = l2_of(tables, of_a, &readings_a);
  const std::vector<std::string> keys_b = l2_of(tables, of_b, &readings_b);
  if (share(keys_a, keys_b)) return 2;
  const auto skeletons = [&](const Form& form,
                             const std::vector<std::string>& keys,
                             Readings* readings) {
    return l3_of(tables, form, keys, also_of(form, keys, readings));
  };
  const std::vector<Skeleton> all_b = skeletons(of_b, keys_b, &readings_b);
  for (const Skeleton& one : skeletons(of_a, keys_a, &readings_a)) {
    for (const Skeleton& other : all_b) {
      if (compatible(tables, one, other)) return 3;
    }
  }
  return 0;
}

}  // namespace khitai::romanize
