// SPDX-License-Identifier: Apache-2.0

#include "fold/naive_words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <sstream>
#include <string>

#include "fold/naive_roles.h"
#include "support/cases.h"

namespace khitai::tests {
namespace {

bool is_latin_letter(UChar32 c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Whether some division of `word` is into syllables of pinyin.
bool divides(const std::string& word, const std::vector<std::string>& table) {
  std::vector<bool> reached(word.size() + 1);
  reached[0] = true;
  for (size_t at = 0; at < word.size(); ++at) {
    for (const std::string& s : table) {
      if (reached[at] && word.compare(at, s.size(), s) == 0) {
        reached[at + s.size()] = true;
      }
    }
  }
  return reached[word.size()];
}

const std::vector<std::string>& pinyin() {
  static const std::vector<std::string> kTable = [] {
    std::vector<std::string> out;
    std::istringstream in(
        read_file(std::string(KHITAI_SOURCE_DIR) + "/lib/fold/pinyin.tsv"));
    for (std::string line; std::getline(in, line);) {
      if (line[0] != '#' && line != "pinyin") out.push_back(line);
    }
    return out;
  }();
  return kTable;
}

class Divider {
 public:
  explicit Divider(const std::vector<Character>& text) : text_(text) {}

  std::vector<Piece> run() {
    for (size_t i = 0; i < text_.size();) {
      const char role = text_[i].role;
      size_t next = i + 1;
      if (is_any(role, "arhkgKd")) {
        next = word_end(i);
        out_.push_back({'w', i, next});
      } else if (role == 'H' || role == 'O') {
        size_t last = next;
        for (; next < text_.size() && is_any(text_[next].role, "cxi"); ++next) {
          if (text_[next].role != 'i') last = next + 1;
        }
        out_.push_back({role, i, last});
        next = last;
      } else {
        out_.push_back({role == 'm' || role == 'q' ? '\'' : '-', i, next});
      }
      i = next;
    }
    return out_;
  }

 private:
  size_t word_end(size_t first) const {
    char group = text_[first].role == 'K' ? 'k' : text_[first].role;
    size_t end = first;
    bool apostrophe = false;
    for (size_t i = first; i < text_.size(); ++i) {
      const char role = text_[i].role;
      if (is_any(role, "arhkgKd")) {
        const bool joins = role == group ||
                           (is_any(role, "ad") && is_any(group, "ad")) ||
                           (role == 'K' && is_any(group, "hk"));
        if (!joins) break;
        if (role == 'a') group = role;
        apostrophe = false;
        end = i + 1;
      } else if (role == 'm' || role == 'q') {
        apostrophe = true;
      } else if (role == 'c' || role == 'x') {
        if (!apostrophe) end = i + 1;
      } else if (role == ':' && !apostrophe && umlaut(first, i)) {
        end = i + 1;
      } else if (role == '^' && !apostrophe && raised(group, i)) {
        end = i + 1;
      } else if (role != 'i') {
        break;
      }
    }
    return end;
  }

  bool raised(char group, size_t i) const {
    return text_[i].code == '^' && group == 'a' && i + 1 < text_.size() &&
           text_[i + 1].role == 'a';
  }

  bool umlaut(size_t first, size_t i) const {
    std::string letters;
    size_t from = i;
    for (; from > first && is_latin_letter(text_[from - 1].code); --from) {
      letters.insert(letters.begin(),
                     static_cast<char>(text_[from - 1].code | 0x20));
    }
    if (text_[i].code != ':' || letters.size() < 2 || letters.size() > 48) {
      return false;
    }
    const UChar32 before = from > first ? text_[from - 1].code : '\'';
    const std::string end = letters.substr(letters.size() - 2);
    return (end == "lu" || end == "nu") &&
           (before == '\'' || before == ':' ||
            (before >= '0' && before <= '9')) &&
           divides(letters, pinyin());
  }

  const std::vector<Character>& text_;
  std::vector<Piece> out_;
};

}  // namespace

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> out;
  const int32_t size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    UChar32 code = 0;
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
    U8_NEXT(bytes, i, size, code);
    out.push_back({code, static_cast<uint32_t>(begin), static_cast<uint32_t>(i),
                   role_of(code)});
  }
  return out;
}

bool is_any(char role, const char* roles) {
  return std::string(roles).find(role) != std::string::npos;
}

std::vector<Piece> pieces_of(const std::vector<Character>& text) {
  return Divider(text).run();
}

}  // namespace khitai::tests
