// SPDX-License-Identifier: Apache-2.0
//
// Whether a spelling that means a thing only in its company (`use` part or
// cue) stands in it.

#ifndef KHITAI_RESOLVE_SUPPORT_H_
#define KHITAI_RESOLVE_SUPPORT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/options.h"
#include "resolve/score.h"

namespace khitai::resolve {

// A spelling in a text and what stands around it.
struct Place {
  uint32_t offset = 0;  // bytes of the text
  uint32_t pattern = kNoRow;
  std::string_view written;
  const std::vector<std::string_view>* cues = nullptr;  // types called for
  bool strange = false;  // an unknown name is joined to it
};

// A form without `part` and `cue` needs no support. One marked `part` needs
// its entity named by another form within some pages. One marked `cue` needs
// that, a word beside it that calls for the entity's type, or a related
// entity named near by. A single Han character is in too many words for
// anything but the word beside it, and so is any such form that an unknown
// name is joined to. Linear in the entity's relations.
bool is_supported(const Lexicon& lexicon, const lexicon::Option& option,
                  const Present& present, const Place& place);

// Those of the entities' options of which one is. Where the text's own language
// has the spelling for an entity, its rows alone say what it needs: that
// *Kuhistan* needs none in Turkish says nothing of an English text.
std::vector<lexicon::Option> supported(
    const Lexicon& lexicon, const std::vector<lexicon::Option>& options,
    const Present& present, const Place& place, std::string_view lang);
bool is_any_supported(const Lexicon& lexicon,
                      const std::vector<lexicon::Option>& options,
                      const Present& present, const Place& place,
                      std::string_view lang);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_SUPPORT_H_
