// SPDX-License-Identifier: Apache-2.0
//
// The matchers in rust/, and what one builds of the best of them to find names
// that are spelled otherwise: ICU's folding of each line, daachorse on the
// folded line, places back in the original.

#include "speed/engine.h"
#include "speed/icu_fold.h"
#include "speed/rivals.h"

namespace khitai::bench {
namespace {

RivalBytes bytes_of(std::string_view text) {
  return {text.data(), text.size()};
}

class Handle {
 public:
  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (rival_ != nullptr) rival_free(rival_);
  }
  Status build(RivalKind kind, const Strings& names, std::string_view sample) {
    std::vector<RivalBytes> list;
    for (const std::string& name : names) list.push_back(bytes_of(name));
    rival_ = rival_build(kind, list.data(), list.size(), bytes_of(sample));
    if (rival_ == nullptr) return Error{"cannot be built of these names"};
    return Done{};
  }
  size_t count(std::string_view text) const {
    return rival_count(rival_, bytes_of(text));
  }
  void append(std::string_view text, Hits* hits) const {
    const auto visit = [](void* data, RivalHit hit) {
      static_cast<Hits*>(data)->push_back({hit.begin, hit.end, hit.name});
    };
    rival_each(rival_, bytes_of(text), visit, hits);
  }

 private:
  Rival* rival_ = nullptr;
};

std::string part_of(RivalKind kind, bool second) {
  const std::string all = rival_version(kind);
  const size_t space = all.find(' ');
  return second ? all.substr(space + 1) : all.substr(0, space);
}

class Longest : public Engine {
 public:
  Longest(RivalKind kind, const char* how, size_t most_names)
      : kind_(kind), how_(how), most_names_(most_names) {}
  Facts facts() const override {
    return {part_of(kind_, false) + " " + how_, part_of(kind_, true),
            "exact, anywhere, longest", most_names_};
  }
  Status build(const Names& names) override {
    return rival_.build(kind_, names.list,
                        kind_ == kLaidOut ? names.sample : "");
  }
  size_t scan(std::string_view text) override { return rival_.count(text); }
  std::string wrong(std::string_view text, const Expected& expected) override {
    Hits hits;
    rival_.append(text, &hits);
    return difference(text, hits, longest_of(expected.exact));
  }

 private:
  const RivalKind kind_;
  const char* const how_;
  const size_t most_names_;
  Handle rival_;
};

class FoldThenMatch : public Engine {
 public:
  Facts facts() const override {
    return {"ICU + daachorse", U_ICU_VERSION " + " + part_of(kCharwise, true),
            "case-folded, anywhere, longest, places back"};
  }

  Status build(const Names& names) override {
    if (!fold_.ok()) return Error{"ICU has no NFKC_Casefold"};
    std::unordered_set<std::string> seen;
    for (const std::string& name : names.list) {
      std::string folded(fold_.fold(name));
      if (folded.empty() || !seen.insert(folded).second) continue;
      names_.push_back(std::move(folded));
    }
    return rival_.build(kCharwise, names_, "");
  }

  size_t scan(std::string_view text) override {
    places_.clear();
    each_line(text, [&](std::string_view line, size_t begin) {
      scan_line(line, static_cast<uint32_t>(begin));
    });
    return places_.size();
  }

  // What is found in each folded line, and that the places in the original
  // fold to the name.
  std::string wrong(std::string_view text, const Expected&) override {
    const ExactOracle oracle(names_);
    std::string message;
    each_line(text, [&](std::string_view line, size_t begin) {
      if (!message.empty()) return;
      places_.clear();
      scan_line(line, 0);
      const std::string folded = fold_.plain(line);
      message = difference(folded, hits_, longest_of(oracle.all(folded)));
      for (const Hit& hit : places_) {
        const auto found = line.substr(hit.begin, hit.end - hit.begin);
        if (fold_.plain(found) == names_[hit.name]) continue;
        message = "a wrong place, at " + std::to_string(begin + hit.begin);
      }
    });
    return message;
  }

 private:
  void scan_line(std::string_view line, uint32_t begin) {
    hits_.clear();
    rival_.append(fold_.fold(line), &hits_);
    if (hits_.empty()) return;
    icu::Edits::Iterator way = fold_.edits().getFineIterator();
    UErrorCode error = U_ZERO_ERROR;
    const auto back = [&](uint32_t at) {
      const auto folded = static_cast<int32_t>(at);
      return begin + static_cast<uint32_t>(
                         way.sourceIndexFromDestinationIndex(folded, error));
    };
    for (const Hit& hit : hits_) {
      const uint32_t from = back(hit.begin);
      places_.push_back({from, back(hit.end), hit.name});
    }
  }

  IcuFold fold_;
  Strings names_;  // folded
  Handle rival_;
  Hits hits_;    // in the folded line
  Hits places_;  // in the text
};

}  // namespace

void add_rust_engines(Engines* engines) {
  const auto add = [&](RivalKind kind, const char* how, size_t most) {
    engines->push_back(std::make_unique<Longest>(kind, how, most));
  };
  engines->push_back(std::make_unique<FoldThenMatch>());
  add(kCharwise, "charwise", SIZE_MAX);
  add(kLaidOut, "charwise, laid out", SIZE_MAX);
  add(kBytewise, "bytewise", SIZE_MAX);
  add(kAhoNfa, "NFA", SIZE_MAX);
  add(kAhoDfa, "DFA", 10000);
}

}  // namespace khitai::bench
