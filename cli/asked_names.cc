// SPDX-License-Identifier: Apache-2.0

#include "cli/asked_names.h"

#include <algorithm>
#include <cstdio>

#include "cli/messages.h"
#include "fold/fold.h"
#include "khitai/resolve.h"

namespace khitai::cli {
namespace {

// Of the names that a spelling has those that the options allow.
std::vector<AskedName> allowed(const Lexicon& lexicon, const Common& common,
                               std::vector<AskedName> names) {
  if (common.type.empty()) return names;
  std::erase_if(names, [&](const AskedName& one) {
    const std::vector<uint32_t> entities = entities_of(lexicon, {one});
    return std::none_of(entities.begin(), entities.end(), [&](uint32_t entity) {
      return lexicon.entity_type(entity) == common.type;
    });
  });
  return names;
}

}  // namespace

std::vector<AskedName> find_names(const Lexicon& lexicon, const Common& common,
                                  const std::string& text) {
  std::vector<AskedName> names =
      allowed(lexicon, common, names_spelled(lexicon, text));
  // A word that is none of the names is not taken for one that is near.
  if (!names.empty() || is_no_name(lexicon, text)) return names;
  Query query;
  query.name = text;
  query.lang = common.lang;
  query.type = common.type;
  const Resolution resolution = resolve_name(lexicon, query);
  // A guess would be answered as if it had been asked.
  if (resolution.decision != Decision::kMatch) return names;
  const Candidate& candidate = resolution.candidates.front();
  const Form form = lexicon.form(candidate.form);
  if (form.name == kNoRow) return names;
  names.push_back({form.name, candidate.form});
  if (!common.quiet) tell_read_as(text, std::string(form.text));
  return names;
}

void tell_read_as(const std::string& text, const std::string& spelling) {
  std::fprintf(stderr, "khitai: %s\n",
               tr("'{1}' is read as '{2}'", text, spelling).c_str());
}

bool is_no_name(const Lexicon& lexicon, const std::string& text) {
  return !lexicon.blocks_of_key(fold::match_key(text)).empty() &&
         names_spelled(lexicon, text).empty();
}

std::string unknown_words(const Lexicon& lexicon, const Common& common,
                          const std::string& text) {
  if (!common.type.empty() && !names_spelled(lexicon, text).empty()) {
    return tr("'{1}' names nothing of the type {2}", text, common.type);
  }
  const std::vector<Block> blocks =
      lexicon.blocks_of_key(fold::match_key(text));
  if (!blocks.empty()) {
    return tr("'{1}' is none of the names: {2}", text,
              std::string(blocks.front().reason));
  }
  return tr("'{1}': no such name or id; `khitai resolve` shows what comes near",
            text);
}

}  // namespace khitai::cli
