// SPDX-License-Identifier: Apache-2.0
//
// The texts of cells: kept once, pointed to by rows and drafts, of which there
// may be millions that say the same.

#ifndef KHITAI_COMPILE_TEXTS_H_
#define KHITAI_COMPILE_TEXTS_H_

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace khitai::compile {

// A text that lives as long as the Texts it was taken from; empty at first.
class Text {
 public:
  Text() : text_(&none()) {}
  explicit Text(const std::string* text) : text_(text) {}
  const std::string& operator*() const { return *text_; }
  const std::string* operator->() const { return text_; }

 private:
  static const std::string& none() {
    static const std::string empty;
    return empty;
  }
  const std::string* text_;
};

// Not thread-safe.
class Texts {
 public:
  // Of its own, for what is hardly said twice.
  Text add(std::string text) {
    if (text.empty()) return Text();
    return Text(&texts_.emplace_back(std::move(text)));
  }
  // One for all that are equal.
  Text share(std::string_view text) {
    if (text.empty()) return Text();
    const auto known = shared_.find(text);
    if (known != shared_.end()) return known->second;
    const Text added = add(std::string(text));
    shared_.emplace(*added, added);
    return added;
  }

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, Text> shared_;
};

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_TEXTS_H_
