// SPDX-License-Identifier: Apache-2.0
//
// What the mentions of a text name, as an index takes it.

#ifndef KHITAI_WRITE_NAMED_H_
#define KHITAI_WRITE_NAMED_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "khitai/annotate.h"

namespace khitai::write {

struct NamedSpan {
  size_t begin = 0;  // bytes
  size_t end = 0;
  std::vector<uint32_t> entities;  // by id, each once; never empty
};

// What a mention says: the one entity it is decided for, or all it may be. By
// id, each once; empty where it names nothing.
std::vector<uint32_t> named_entities(const Mention& mention);

// The spans of those mentions that name something, in their order.
std::vector<NamedSpan> named_spans(const std::vector<Mention>& mentions);

// The entities of all of them, by id, each once.
std::vector<uint32_t> entities_of_spans(const std::vector<NamedSpan>& spans);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_NAMED_H_
