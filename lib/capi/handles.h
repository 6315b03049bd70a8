// SPDX-License-Identifier: Apache-2.0
//
// What the handles of c.h stand for. Each that shows something of a lexicon
// shares it, so that its texts outlive the lexicon's own handle.

#ifndef KHITAI_CAPI_HANDLES_H_
#define KHITAI_CAPI_HANDLES_H_

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/c.h"
#include "khitai/lexicon.h"

struct khitai_lexicon {
  std::shared_ptr<const khitai::Lexicon> lexicon;
  // Of its entities, sorted; read by the first call. Thread-safe.
  const std::vector<std::string>& types() const;

 private:
  mutable std::once_flag read_;
  mutable std::vector<std::string> types_;
};

struct khitai_result {
  std::shared_ptr<const khitai::Lexicon> lexicon;
  std::string lang;
  std::vector<khitai::Mention> mentions;
};

struct khitai_strings {
  std::vector<std::string> texts;
};

namespace khitai::capi {

// Never with NULL as data.
inline khitai_text text_of(std::string_view text) {
  return text.empty() ? khitai_text{"", 0}
                      : khitai_text{text.data(), text.size()};
}

inline int decision_code(Decision decision) {
  if (decision == Decision::kMatch) return KHITAI_MATCH;
  return decision == Decision::kAmbiguous ? KHITAI_AMBIGUOUS : KHITAI_NO_MATCH;
}

// REQUIRES: data is not NULL or the size is 0.
inline std::string_view view_of(const char* data, size_t size) {
  return size == 0 ? std::string_view() : std::string_view(data, size);
}

}  // namespace khitai::capi

#endif  // KHITAI_CAPI_HANDLES_H_
