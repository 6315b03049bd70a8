// SPDX-License-Identifier: Apache-2.0

#include "resolve/support.h"

#include <algorithm>

namespace khitai::resolve {
namespace {

// As far as this a related entity supports a name, in bytes.
constexpr uint32_t kReach = 600;

// As far as this a part means the whole that is named elsewhere, in bytes:
// some pages. A chronicle that once names a king in full has many other men of
// his given name.
constexpr uint32_t kOwnReach = 6000;

// One character of three bytes or more: of Han, for no other script has
// names of one letter.
bool is_one_character(std::string_view written) {
  const auto letters =
      std::count_if(written.begin(), written.end(),
                    [](char byte) { return (byte & 0xC0) != 0x80; });
  return letters == 1 && written.size() >= 3;
}

bool has_relative_near(const Lexicon& lexicon, uint32_t entity,
                       const Present& present, uint32_t offset) {
  const auto& related = present.related(lexicon, entity);
  return std::any_of(related.begin(), related.end(), [&](uint32_t one) {
    return present.all()[one].is_near(offset, kReach);
  });
}

bool is_native(const Lexicon& lexicon, const lexicon::Option& option,
               std::string_view lang) {
  const std::string_view primary = lang.substr(0, lang.find('-'));
  return !primary.empty() &&
         lexicon::is_of_language(lexicon.form_lang(option.form), primary);
}

// Tells whether an option speaks for its entity and has its support.
class SupportedEntities {
 public:
  SupportedEntities(const Lexicon& lexicon,
                    const std::vector<lexicon::Option>& options,
                    const Present& present, const Place& place,
                    std::string_view lang)
      : lexicon_(lexicon), present_(present), place_(place), lang_(lang) {
    for (const lexicon::Option& option : options) {
      if (is_native(lexicon, option, lang)) native_.push_back(option.entity);
    }
  }

  bool has(const lexicon::Option& option) const {
    const bool foreign = std::find(native_.begin(), native_.end(),
                                   option.entity) == native_.end();
    return (foreign || is_native(lexicon_, option, lang_)) &&
           is_supported(lexicon_, option, present_, place_);
  }

 private:
  const Lexicon& lexicon_;
  const Present& present_;
  const Place& place_;
  const std::string_view lang_;
  std::vector<uint32_t> native_;  // entities
};

}  // namespace

bool is_supported(const Lexicon& lexicon, const lexicon::Option& option,
                  const Present& present, const Place& place) {
  if ((option.use & (kUsePart | kUseCue)) == 0) return true;
  const bool cued =
      (option.use & kUsePart) == 0 &&
      std::find(place.cues->begin(), place.cues->end(),
                lexicon.entity_type(option.entity)) != place.cues->end();
  if (cued || place.strange || is_one_character(place.written)) return cued;
  const bool part = (option.use & kUsePart) != 0;
  const Presence* const self = present.find(option.entity);
  if (self != nullptr && self->pattern != place.pattern &&
      (!part || self->is_near(place.offset, kOwnReach))) {
    return true;
  }
  return !part &&
         has_relative_near(lexicon, option.entity, present, place.offset);
}

std::vector<lexicon::Option> supported(
    const Lexicon& lexicon, const std::vector<lexicon::Option>& options,
    const Present& present, const Place& place, std::string_view lang) {
  const SupportedEntities entities(lexicon, options, present, place, lang);
  std::vector<lexicon::Option> kept;
  for (const lexicon::Option& option : options) {
    const auto same = [&](const lexicon::Option& other) {
      return other.entity == option.entity && entities.has(other);
    };
    if (std::any_of(options.begin(), options.end(), same)) {
      kept.push_back(option);
    }
  }
  return kept;
}

bool is_any_supported(const Lexicon& lexicon,
                      const std::vector<lexicon::Option>& options,
                      const Present& present, const Place& place,
                      std::string_view lang) {
  const SupportedEntities entities(lexicon, options, present, place, lang);
  return std::any_of(
      options.begin(), options.end(),
      [&](const lexicon::Option& option) { return entities.has(option); });
}

}  // namespace khitai::resolve
