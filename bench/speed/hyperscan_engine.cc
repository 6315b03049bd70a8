// SPDX-License-Identifier: Apache-2.0
//
// Hyperscan's interface for literals: every occurrence of every name, nested
// ones too, by its end.

#include <hs/hs.h>

#include "speed/engine.h"

namespace khitai::bench {
namespace {

class Hyperscan : public Engine {
 public:
  ~Hyperscan() override {
    hs_free_scratch(scratch_);
    hs_free_database(database_);
  }

  Facts facts() const override {
    std::string version = hs_version();
    return {"Hyperscan", version.substr(0, version.find(' ')),
            "exact, all occurrences, ends only"};
  }

  Status build(const Names& names) override {
    names_ = &names.list;
    std::vector<const char*> texts;
    std::vector<unsigned> numbers;
    std::vector<size_t> sizes;
    for (unsigned i = 0; i < names.list.size(); ++i) {
      texts.push_back(names.list[i].data());
      numbers.push_back(i);
      sizes.push_back(names.list[i].size());
    }
    const std::vector<unsigned> flags(names.list.size());
    hs_compile_error_t* error = nullptr;
    if (hs_compile_lit_multi(texts.data(), flags.data(), numbers.data(),
                             sizes.data(), static_cast<unsigned>(texts.size()),
                             HS_MODE_BLOCK, nullptr, &database_,
                             &error) != HS_SUCCESS) {
      const std::string message = error->message;
      hs_free_compile_error(error);
      return Error{message};
    }
    if (hs_alloc_scratch(database_, &scratch_) != HS_SUCCESS) {
      return Error{"no memory to scan with"};
    }
    return Done{};
  }

  size_t scan(std::string_view text) override {
    size_t count = 0;
    run(text, &count,
        [](unsigned, unsigned long long, unsigned long long, unsigned,
           void* to) {
          ++*static_cast<size_t*>(to);
          return 0;
        });
    return count;
  }

  std::string wrong(std::string_view text, const Expected& expected) override {
    found_.clear();
    run(text, this,
        [](unsigned name, unsigned long long, unsigned long long end, unsigned,
           void* to) {
          auto* const self = static_cast<Hyperscan*>(to);
          const auto last = static_cast<uint32_t>(end);
          const auto size = static_cast<uint32_t>((*self->names_)[name].size());
          self->found_.push_back({last - size, last, name});
          return 0;
        });
    sort_hits(&found_);
    return difference(text, found_, expected.exact);
  }

 private:
  void run(std::string_view text, void* to, match_event_handler tell) {
    hs_scan(database_, text.data(), static_cast<unsigned>(text.size()), 0,
            scratch_, tell, to);
  }

  hs_database_t* database_ = nullptr;
  hs_scratch_t* scratch_ = nullptr;
  const Strings* names_ = nullptr;
  Hits found_;
};

}  // namespace

void add_hyperscan(Engines* engines) {
  engines->push_back(std::make_unique<Hyperscan>());
}

}  // namespace khitai::bench
