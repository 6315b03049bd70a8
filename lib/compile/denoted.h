// SPDX-License-Identifier: Apache-2.0
//
// What the names of the tables denote: entities and their types. A name
// denotes the entity of its own id, and those that senses say. The tables must
// outlive it. Look-ups: constant time; thread-safe.

#ifndef KHITAI_COMPILE_DENOTED_H_
#define KHITAI_COMPILE_DENOTED_H_

#include <string_view>
#include <unordered_map>
#include <vector>

#include "compile/tables.h"

namespace khitai::compile {

class Denoted {
 public:
  explicit Denoted(const Tables& tables);

  // Whether two names denote an entity in common.
  bool share_entity(std::string_view a, std::string_view b) const;
  // Whether one of the entities has a type for which `fits(type)` holds.
  template <typename Fits>
  bool any_type(std::string_view name, const Fits& fits) const {
    if (const auto own = types_.find(name);
        own != types_.end() && fits(own->second)) {
      return true;
    }
    const auto found = senses_.find(name);
    if (found == senses_.end()) return false;
    for (const Sense& sense : found->second) {
      if (!sense.of_all_forms) continue;
      const auto type = types_.find(sense.entity);
      if (type != types_.end() && fits(type->second)) return true;
    }
    return false;
  }

 private:
  struct Sense {
    std::string_view entity;
    bool of_all_forms;
  };
  bool denotes(std::string_view name, std::string_view entity) const;

  std::unordered_map<std::string_view, std::string_view> types_;  // by entity
  std::unordered_map<std::string_view, std::vector<Sense>> senses_;
};

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_DENOTED_H_
