// SPDX-License-Identifier: Apache-2.0

#include "cli/collation.h"

#include <algorithm>
#include <boost/locale.hpp>
#include <iterator>
#include <locale>
#include <string_view>

#include "cli/messages.h"
#include "text/tag.h"

namespace khitai::cli {
namespace {

namespace locale = boost::locale;

// The kinds of order that a language has besides its own, those of ICU that
// sort names. An unknown one would silently be the usual order.
struct OrderKinds {
  std::string_view lang;
  std::string_view kinds;  // between spaces
};
constexpr OrderKinds kOrderKinds[] = {{"de", " phonebook "},
                                      {"es", " traditional "},
                                      {"fi", " traditional "},
                                      {"ja", " unihan "},
                                      {"ko", " unihan "},
                                      {"sv", " traditional "},
                                      {"zh", " pinyin stroke unihan zhuyin "}};

std::string_view language_of(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

std::string kind_problem(const Collation& collation) {
  const std::string_view lang = language_of(collation.lang);
  for (const OrderKinds& one : kOrderKinds) {
    if (one.lang != lang) continue;
    if (one.kinds.find(" " + collation.kind + " ") != one.kinds.npos) {
      return "";
    }
    std::string kinds(one.kinds.substr(1, one.kinds.size() - 2));
    for (size_t at = kinds.find(' '); at != std::string::npos;
         at = kinds.find(' ', at + 2)) {
      kinds.replace(at, 1, ", ");
    }
    return tr("'{1}', expected for {2}: {3}", collation.kind,
              std::string(one.lang), kinds);
  }
  return tr("'{1}', expected none: {2} has one order", collation.kind,
            std::string(lang));
}

bool is_traditional(std::string_view tag) {
  for (const std::string_view part : {"-Hant", "-TW", "-HK", "-MO"}) {
    if (tag.find(part) != tag.npos) return true;
  }
  return false;
}

// Names of locales are POSIX's. Literary Chinese is sorted as it is printed.
std::string locale_name(const Collation& collation) {
  std::string name = collation.lang == "lzh" ? "zh-Hant" : collation.lang;
  std::replace(name.begin(), name.end(), '-', '_');
  name += ".UTF-8";
  if (!collation.kind.empty()) name += "@collation=" + collation.kind;
  return name;
}

write::IndexOrder::Han han_groups(const Collation& collation) {
  using Han = write::IndexOrder::Han;
  const std::string_view lang = language_of(collation.lang);
  if (lang != "zh" && lang != "lzh") return Han::kOne;
  if (collation.kind == "pinyin") return Han::kPinyin;
  if (collation.kind == "stroke") return Han::kStrokes;
  if (!collation.kind.empty()) return Han::kOne;
  return lang == "lzh" || is_traditional(collation.lang) ? Han::kStrokes
                                                         : Han::kPinyin;
}

}  // namespace

Result<Collation> read_collation(const std::string& text) {
  constexpr std::string_view kKeyword = "@collation=";
  constexpr std::string_view kExtension = "-u-co-";
  Collation collation;
  std::string tag = text;
  for (const std::string_view mark : {kKeyword, kExtension}) {
    const size_t at = text.find(mark);
    if (at == std::string::npos) continue;
    tag = text.substr(0, at);
    collation.kind = text.substr(at + mark.size());
    if (collation.kind == "standard") collation.kind.clear();
    break;
  }
  if (collation.kind == "phonebk") collation.kind = "phonebook";
  if (collation.kind == "trad") collation.kind = "traditional";
  if (!text::is_tag(tag)) {
    return Error{
        tr("'{1}', expected a language tag, perhaps with a kind of "
           "order, such as fa or zh@collation=stroke",
           text)};
  }
  collation.lang = text::usual_tag(tag);
  if (collation.kind.empty()) return collation;
  const std::string problem = kind_problem(collation);
  if (!problem.empty()) return Error{problem};
  return collation;
}

std::string collation_name(const Collation& collation) {
  return collation.kind.empty()
             ? collation.lang
             : collation.lang + "@collation=" + collation.kind;
}

Result<write::IndexOrder> index_order(const Collation& collation) {
  locale::localization_backend_manager backends =
      locale::localization_backend_manager::global();
  const std::vector<std::string> all = backends.get_all_backends();
  if (std::find(all.begin(), all.end(), "icu") == all.end()) {
    return Error{"Boost.Locale without ICU, expected one with it"};
  }
  backends.select("icu");
  locale::generator generator(backends);
  generator.categories(locale::collation_facet | locale::information_facet |
                       locale::codepage_facet);
  const std::locale made = generator(locale_name(collation));
  // The locale owns the facet, so each key keeps the locale.
  const auto key_of = [made](locale::collator_base::level_type level) {
    return [made, level](std::string_view text) {
      const auto& facet = std::use_facet<locale::collator<char>>(made);
      return facet.transform(level, text.data(), text.data() + text.size());
    };
  };
  write::IndexOrder order;
  order.key = key_of(locale::collator_base::tertiary);
  order.letters = key_of(locale::collator_base::primary);
  order.han = han_groups(collation);
  return order;
}

}  // namespace khitai::cli
