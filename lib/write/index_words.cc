// SPDX-License-Identifier: Apache-2.0

#include "write/index_words.h"

#include "text/tag.h"

namespace khitai::write {
namespace {

// The first row is English.
constexpr IndexWords kIndexWords[] = {
    {"en", "Index of names", "see", "see also", ", ", "; ", ": ", "\u201C",
     "\u201D", "l. ", "rulers", "capitals", "members", "parts", "eras",
     " strokes"},
    {"de", "Namenregister", "siehe", "siehe auch", ", ", "; ", ": ", "\u201E",
     "\u201C", "Z. ", "Herrscher", "Hauptst\u00E4dte", "Mitglieder", "Teile",
     "\u00C4ren", " Striche"},
    {"fr", "Index des noms", "voir", "voir aussi", ", ", " ; ", " : ",
     "\u00AB ", " \u00BB", "l. ", "souverains", "capitales", "membres",
     "parties", "\u00E8res", " traits"},
    {"ru",
     "\u0423\u043A\u0430\u0437\u0430\u0442\u0435\u043B\u044C "
     "\u0438\u043C\u0451\u043D",
     "\u0441\u043C.", "\u0441\u043C. \u0442\u0430\u043A\u0436\u0435", ", ",
     "; ", ": ", "\u00AB", "\u00BB", "\u0441\u0442\u0440\u043E\u043A\u0430 ",
     "\u043F\u0440\u0430\u0432\u0438\u0442\u0435\u043B\u0438",
     "\u0441\u0442\u043E\u043B\u0438\u0446\u044B",
     "\u0447\u043B\u0435\u043D\u044B", "\u0447\u0430\u0441\u0442\u0438",
     "\u0434\u0435\u0432\u0438\u0437\u044B "
     "\u043F\u0440\u0430\u0432\u043B\u0435\u043D\u0438\u044F",
     " \u0447\u0435\u0440\u0442"},
    {"fa",
     "\u0646\u0645\u0627\u06CC\u0647\u0654 "
     "\u0646\u0627\u0645\u200C\u0647\u0627",
     "\u0646\u06A9.", "\u0646\u06CC\u0632 \u0646\u06A9.", "\u060C ", "\u061B ",
     ": ", "\u00AB", "\u00BB", "\u0633\u0637\u0631 ",
     "\u0641\u0631\u0645\u0627\u0646\u0631\u0648\u0627\u06CC\u0627\u0646",
     "\u067E\u0627\u06CC\u062A\u062E\u062A\u200C\u0647\u0627",
     "\u0627\u0639\u0636\u0627", "\u0628\u062E\u0634\u200C\u0647\u0627",
     "\u062F\u0648\u0631\u0647\u200C\u0647\u0627", " \u0636\u0631\u0628\u0647"},
    {"ar",
     "\u0641\u0647\u0631\u0633 \u0627\u0644\u0623\u0639\u0644\u0627\u0645",
     "\u0627\u0646\u0638\u0631",
     "\u0627\u0646\u0638\u0631 \u0623\u064A\u0636\u0627", "\u060C ", "\u061B ",
     ": ", "\u00AB", "\u00BB", "\u0633\u0637\u0631 ",
     "\u0627\u0644\u062D\u0643\u0627\u0645",
     "\u0627\u0644\u0639\u0648\u0627\u0635\u0645",
     "\u0627\u0644\u0623\u0639\u0636\u0627\u0621",
     "\u0627\u0644\u0623\u062C\u0632\u0627\u0621",
     "\u0627\u0644\u0639\u0647\u0648\u062F", " \u0636\u0631\u0628\u0629"},
    {"tr", "Adlar dizini", "bkz.", "ayr\u0131ca bkz.", ", ", "; ", ": ",
     "\u201C", "\u201D", "sat\u0131r ", "h\u00FCk\u00FCmdarlar",
     "ba\u015Fkentler", "\u00FCyeler", "b\u00F6l\u00FCmler", "d\u00F6nemler",
     " vuru\u015F"},
    {"zh", "\u4EBA\u540D\u5730\u540D\u7D22\u5F15", "\u89C1", "\u53E6\u89C1",
     "\u3001", "\uFF1B", "\uFF1A", "\u201C", "\u201D", "\u884C ",
     "\u541B\u4E3B", "\u90FD\u57CE", "\u6210\u5458", "\u90E8\u5206",
     "\u5E74\u53F7", "\u753B"},
    {"zh-Hant", "\u4EBA\u540D\u5730\u540D\u7D22\u5F15", "\u898B",
     "\u53E6\u898B", "\u3001", "\uFF1B", "\uFF1A", "\u300C", "\u300D",
     "\u884C ", "\u541B\u4E3B", "\u90FD\u57CE", "\u6210\u54E1", "\u90E8\u5206",
     "\u5E74\u865F", "\u756B"},
};

}  // namespace

const IndexWords& index_words(std::string_view lang) {
  std::string tag = text::usual_tag(lang);
  // Regions that write Chinese in traditional characters.
  for (const std::string_view region : {"zh-TW", "zh-HK", "zh-MO", "lzh"}) {
    if (tag == region) tag = "zh-Hant";
  }
  while (!tag.empty()) {
    for (const IndexWords& words : kIndexWords) {
      if (words.lang == tag) return words;
    }
    const size_t cut = tag.rfind('-');
    tag.resize(cut == std::string::npos ? 0 : cut);
  }
  return kIndexWords[0];
}

}  // namespace khitai::write
