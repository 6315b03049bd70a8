// SPDX-License-Identifier: Apache-2.0
//
// What one writes without a matcher: names in a hash map, tried at every
// beginning of a word, longest first; and RE2's sets of patterns, which tell
// of each line which names stand in it, not where.

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <unordered_map>

#include "speed/engine.h"
#include "speed/icu_fold.h"

namespace khitai::bench {
namespace {

// An ASCII letter or digit, or a byte of a character of two bytes. The last
// byte of a longer character is told apart by the byte before it.
bool small(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z') || (byte >= 0xC2 && byte < 0xE0);
}

bool ends_small(const char* at, size_t before) {
  const auto last = static_cast<unsigned char>(at[-1]);
  if (last < 0x80) return small(last);
  return before > 1 && small(static_cast<unsigned char>(at[-2]));
}

// Whether words are parted at `at`, where a character begins.
bool parted(std::string_view text, size_t at) {
  if (at == 0 || at == text.size()) return true;
  const char* const here = text.data() + at;
  return !small(static_cast<unsigned char>(*here)) || !ends_small(here, at);
}

bool goes_on(char byte) { return (byte & 0xC0) == 0x80; }

class HashMap : public Engine {
 public:
  Facts facts() const override {
    return {"std::unordered_map", "libstdc++ " + std::to_string(__GNUC__),
            "exact, whole words, longest"};
  }

  Status build(const Names& names) override {
    numbers_.reserve(names.list.size());
    sizes_.resize(kStarts);
    for (uint32_t i = 0; i < names.list.size(); ++i) {
      const std::string_view name = names.list[i];
      numbers_.emplace(name, i);
      std::vector<uint16_t>& sizes = sizes_[start_of(name)];
      const auto size = static_cast<uint16_t>(std::min(name.size(), kMost));
      const auto place =
          std::lower_bound(sizes.begin(), sizes.end(), size, std::greater<>());
      if (place == sizes.end() || *place != size) sizes.insert(place, size);
    }
    return Done{};
  }

  size_t scan(std::string_view text) override {
    size_t count = 0;
    each(text, [&](const Hit&) { ++count; });
    return count;
  }

  std::string wrong(std::string_view text, const Expected& expected) override {
    Hits hits;
    each(text, [&](const Hit& hit) { hits.push_back(hit); });
    return difference(text, hits, longest_of(at_words(text, expected.exact)));
  }

 private:
  static constexpr size_t kStarts = 1u << 16;  // the first two bytes of a name
  static constexpr size_t kMost = 65535;       // bytes of a name

  static size_t start_of(std::string_view name) {
    const auto first = static_cast<unsigned char>(name[0]);
    const auto next = name.size() > 1 ? static_cast<unsigned char>(name[1]) : 0;
    return first << 8 | next;
  }

  // Of each start, the sizes of the names that have it, longest first.
  uint32_t longest_at(std::string_view text, size_t at, size_t* size) const {
    const std::string_view rest = text.substr(at);
    for (const size_t tried : sizes_[start_of(rest)]) {
      if (tried > rest.size() || !parted(text, at + tried)) continue;
      if (tried < rest.size() && goes_on(rest[tried])) continue;
      const auto found = numbers_.find(rest.substr(0, tried));
      if (found == numbers_.end()) continue;
      *size = tried;
      return found->second;
    }
    *size = 0;
    return 0;
  }

  template <typename Visit>
  void each(std::string_view text, const Visit& visit) const {
    for (size_t at = 0; at < text.size();) {
      size_t size = 0;
      if (!goes_on(text[at]) && parted(text, at)) {
        const uint32_t name = longest_at(text, at, &size);
        if (size != 0) {
          visit(Hit{static_cast<uint32_t>(at), static_cast<uint32_t>(at + size),
                    name});
        }
      }
      at += std::max<size_t>(size, 1);
    }
  }

  std::unordered_map<std::string_view, uint32_t> numbers_;
  std::vector<std::vector<uint16_t>> sizes_;
};

class Re2Set : public Engine {
 public:
  Facts facts() const override {
    return {"RE2::Set", KHITAI_RE2_VERSION, "exact, which names, no places",
            1000};
  }

  Status build(const Names& names) override {
    RE2::Options options;
    options.set_literal(true);
    options.set_log_errors(false);
    options.set_max_mem(int64_t{2} << 30);
    set_ = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
    for (const std::string& name : names.list) set_->Add(name, nullptr);
    if (!set_->Compile()) return Error{"the set does not compile"};
    return Done{};
  }

  size_t scan(std::string_view text) override {
    size_t count = 0;
    match_lines(text, [&](size_t, size_t) { count += found_.size(); });
    return count;
  }

  // The names of each line, as hits of the whole line.
  std::string wrong(std::string_view text, const Expected& expected) override {
    Hits got;
    Hits want;
    size_t next = 0;
    match_lines(text, [&](size_t begin, size_t end) {
      const auto line = [&](size_t name) {
        return Hit{static_cast<uint32_t>(begin), static_cast<uint32_t>(end),
                   static_cast<uint32_t>(name)};
      };
      for (const int name : found_) got.push_back(line(name));
      for (; next < expected.exact.size(); ++next) {
        if (expected.exact[next].begin >= end) break;
        want.push_back(line(expected.exact[next].name));
      }
    });
    sort_hits(&got);
    sort_hits(&want);
    want.erase(std::unique(want.begin(), want.end()), want.end());
    return difference(text, got, want);
  }

 private:
  // Calls visit(begin, end) for each line, its names in found_.
  template <typename Visit>
  void match_lines(std::string_view text, const Visit& visit) {
    each_line(text, [&](std::string_view line, size_t begin) {
      found_.clear();
      set_->Match({line.data(), line.size()}, &found_);
      visit(begin, begin + line.size());
    });
  }

  std::unique_ptr<RE2::Set> set_;
  std::vector<int> found_;
};

}  // namespace

void add_exact(Engines* engines) {
  engines->push_back(std::make_unique<HashMap>());
  engines->push_back(std::make_unique<Re2Set>());
}

}  // namespace khitai::bench
