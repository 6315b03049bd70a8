// SPDX-License-Identifier: Apache-2.0
//
// Names in conventions: written in the one that is wished, and told which one
// a spelling is in. Readings come from the lexicon where it has them (the
// reading of a Chinese form, the vocalized form of an Arabic or Persian one)
// and from rules where it has not. Thread-safe.

#ifndef KHITAI_CONVENTIONS_H_
#define KHITAI_CONVENTIONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "khitai/result.h"

namespace khitai {

struct Convention {
  std::string_view id, tag, definition;
  std::vector<std::string_view> langs;  // languages it writes names of
};

// Those that something can be written in, by id.
std::vector<Convention> conventions(const Lexicon& lexicon);
// By id, tag or alias ("wg", "BGN/PCGN"), case aside; empty when unknown.
std::string_view find_convention(const Lexicon& lexicon, std::string_view word);

// The tags that forms in a convention have (BCP 47), by its id, tag or alias;
// empty when there is no such convention.
std::vector<std::string> convention_tags(const Lexicon& lexicon,
                                         std::string_view word);

struct TranscribeQuery {
  std::string form;
  std::string to;    // a convention
  std::string from;  // the convention the form is in; empty: found out
  std::string lang;  // of the name, BCP 47; empty: found out
};

struct Transcription {
  std::string lang;                // of the name: "zh", "fa", ...
  std::string reading;             // what was written: pinyin, IJMES, the form
  std::vector<std::string> forms;  // best first; several readings give several
};

// Error: one line that says why it cannot be written so.
Result<Transcription> transcribe(const Lexicon& lexicon,
                                 const TranscribeQuery& query);

// A convention that a spelling may be in.
struct Detected {
  std::string_view convention, lang;  // lang: of the name
  double probability = 0;
  double names = 0;  // of a document: how many are likely in it
};

// The conventions that can have made a spelling, the likeliest first; their
// probabilities add up to one with that of "none", letters by chance. Empty
// where none can. The first call reads how
// the conventions write the names of the lexicon, a few hundredths of a
// second. `lang`: of the name (BCP 47); empty: any.
std::vector<Detected> detect_conventions(const Lexicon& lexicon,
                                         std::string_view form,
                                         std::string_view lang);

// The conventions that write a name of the entity exactly so, by the readings
// of the lexicon, each as likely as it is common. For the names of a document.
std::vector<Detected> conventions_of_mention(const Lexicon& lexicon,
                                             std::string_view form,
                                             uint32_t entity);

}  // namespace khitai

#endif  // KHITAI_CONVENTIONS_H_
