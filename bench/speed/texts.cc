// SPDX-License-Identifier: Apache-2.0

#include "speed/texts.h"

#include <algorithm>
#include <cmath>

namespace khitai::bench {
namespace {

constexpr double kVariants = 0.4;  // of the names planted
constexpr char kHanComma[] = "\xEF\xBC\x8C", kHanStop[] = "\xE3\x80\x82";
constexpr char kArabicComma[] = "\xD8\x8C";
constexpr char kDash[] = "\xE2\x80\x93";

// Shares of bytes of a mixed text, by script.
constexpr PerScript<double> kMixedShares = {0.40, 0.25, 0.20, 0.15};

class Writer {
 public:
  Writer(const TextWish& wish, const PerScript<Words>& words,
         const std::vector<Name>& names, const Variants& variants)
      : wish_(wish), words_(words), names_(names), variants_(variants) {
    for (const Words& list : words) ranks_.emplace_back(list.size(), 1.05);
    size_t first = 1000;
    do {
      const size_t count = std::min(first, names.size());
      levels_.push_back(by_script(count));
      first *= 10;
    } while (levels_.back().all.size() < names.size());
    out_.bytes.reserve(wish.bytes + (1u << 16));
    set_next();
  }

  Text write() {
    while (out_.bytes.size() < wish_.bytes) {
      const size_t begin = out_.bytes.size();
      const Script script = script_of_paragraph();
      const size_t sentences = chance_.between(3, 8);
      for (size_t i = 0; i < sentences; ++i) {
        if (script == Script::kHan) {
          append_han_sentence();
        } else {
          append_sentence(script);
        }
      }
      out_.bytes += "\n\n";
      written_[static_cast<size_t>(script)] +=
          static_cast<double>(out_.bytes.size() - begin);
    }
    return std::move(out_);
  }

 private:
  // The numbers of names.
  struct Level {
    std::vector<uint32_t> all;
    PerScript<std::vector<uint32_t>> of;
  };

  Level by_script(size_t count) const {
    Level level;
    for (uint32_t i = 0; i < count; ++i) {
      level.all.push_back(i);
      level.of[static_cast<size_t>(names_[i].script)].push_back(i);
    }
    return level;
  }

  // Names come at distances by chance; one that comes late makes none later.
  void set_next() {
    const double mean = 1024 / wish_.hits_per_kb;
    next_ -= std::log(1 - chance_.part()) * mean;
  }

  // Whether a name stood at the place of a word.
  bool append_name(Script script) {
    if (wish_.hits_per_kb <= 0) return false;
    if (static_cast<double>(out_.bytes.size()) < next_) return false;
    set_next();
    const Level& level = chance_.pick(levels_);
    const auto& own = level.of[static_cast<size_t>(script)];
    const bool any = own.empty() || chance_.happens(1.0 / 7);
    const uint32_t number = chance_.pick(any ? level.all : own);
    const Name& name = names_[number];
    const std::string spelled =
        chance_.happens(kVariants) ? variants_.of(name, &chance_) : name.text;
    const size_t begin = out_.bytes.size();
    out_.bytes += spelled;
    out_.planted.push_back(
        {begin, out_.bytes.size(), number, spelled != name.text});
    return true;
  }

  Script script_of_paragraph() {
    if (wish_.kind != Kind::kMixed) {
      constexpr Script kOf[] = {Script::kLatin, Script::kHan, Script::kArabic,
                                Script::kCyrillic};
      return kOf[static_cast<size_t>(wish_.kind)];
    }
    const auto all = static_cast<double>(out_.bytes.size());
    PerScript<double> lacks = {};
    for (size_t i = 0; i < kScripts; ++i) {
      lacks[i] = kMixedShares[i] * all - written_[i] + 2000 * chance_.part();
    }
    const auto most = std::max_element(lacks.begin(), lacks.end());
    return static_cast<Script>(most - lacks.begin());
  }

  const std::string& word(Script script) {
    const auto number = static_cast<size_t>(script);
    return words_[number][ranks_[number].pick(&chance_)];
  }

  void append_sentence(Script script) {
    const size_t count = chance_.between(6, 25);
    for (size_t i = 0; i < count; ++i) {
      if (i != 0) out_.bytes += ' ';
      if (!append_name(script)) {
        const bool capital = i == 0 || chance_.happens(0.04);
        out_.bytes += capital ? with_capital(word(script)) : word(script);
      }
      if (i + 1 == count || !chance_.happens(0.09)) continue;
      out_.bytes += script == Script::kArabic ? kArabicComma : ",";
    }
    if (chance_.happens(0.05)) append_years();
    out_.bytes += ". ";
  }

  void append_years() {
    const size_t year = chance_.between(907, 1218);
    out_.bytes += " (" + std::to_string(year) + kDash +
                  std::to_string(year + chance_.between(1, 40)) + ")";
  }

  void append_han_sentence() {
    const size_t clauses = chance_.between(1, 4);
    for (size_t i = 0; i < clauses; ++i) {
      if (i != 0) out_.bytes += kHanComma;
      const size_t count = chance_.between(2, 8);
      for (size_t k = 0; k < count; ++k) {
        if (!append_name(Script::kHan)) out_.bytes += word(Script::kHan);
      }
    }
    out_.bytes += kHanStop;
  }

  const TextWish wish_;
  const PerScript<Words>& words_;
  const std::vector<Name>& names_;
  const Variants& variants_;
  Chance chance_{1218};
  std::vector<Ranks> ranks_;
  std::vector<Level> levels_;
  PerScript<double> written_ = {};  // bytes, of a mixed text
  double next_ = 0;                 // offset at which a name is due
  Text out_;
};

}  // namespace

std::optional<Kind> kind_of(std::string_view name) {
  if (name == "en") return Kind::kEnglish;
  if (name == "zh") return Kind::kChinese;
  if (name == "ar") return Kind::kArabic;
  if (name == "ru") return Kind::kRussian;
  if (name == "mixed") return Kind::kMixed;
  return std::nullopt;
}

Text make_text(const TextWish& wish, const PerScript<Words>& words,
               const std::vector<Name>& names, const Variants& variants) {
  return Writer(wish, words, names, variants).write();
}

}  // namespace khitai::bench
