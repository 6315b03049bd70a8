// SPDX-License-Identifier: Apache-2.0
//
// What a form that was added changes, in words: what it meant before, which
// spellings are found now, and where in texts.

#ifndef KHITAI_CLI_ADD_REPORT_H_
#define KHITAI_CLI_ADD_REPORT_H_

#include <string>
#include <vector>

#include "khitai/lexicon.h"
#include "khitai/result.h"

namespace khitai::cli {

struct Text {
  std::string path, bytes;
};

// The files at these paths; none of them, if one cannot be read.
Result<std::vector<Text>> read_texts(const std::vector<std::string>& paths);

// The *.txt of the folder corpora/ beside a folder of tables.
std::vector<std::string> corpora_beside(const std::string& folder);

// Each appends lines. `name`: the id that the form was added to.
void tell_meanings(const Lexicon& before, const std::string& form,
                   const std::string& name, std::string* out);
void tell_spellings(const Lexicon& before, const Lexicon& after,
                    std::string* out);
void tell_mentions(const Lexicon& before, const Lexicon& after,
                   const std::vector<Text>& texts, std::string* out);
// A hint when a reading would let rules write the form in other conventions.
void tell_reading(const Lexicon& after, const std::string& form,
                  const std::string& name, std::string* out);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_ADD_REPORT_H_
