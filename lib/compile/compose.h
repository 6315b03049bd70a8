// SPDX-License-Identifier: Apache-2.0
//
// Names as historians compose them of parts: compose.tsv has the patterns
// ("{surname} {given}"), parts/ the parts. An entity that has all parts of a
// pattern in its language gets the name; where a part has several texts, each
// with each, up to 16. Linear in the parts and patterns of each entity.

#ifndef KHITAI_COMPILE_COMPOSE_H_
#define KHITAI_COMPILE_COMPOSE_H_

#include <vector>

#include "compile/generate.h"
#include "compile/tables.h"

namespace khitai::compile {

// In the order of entities and patterns, however the tables are split.
std::vector<DraftForm> composed_forms(const Tables& tables);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_COMPOSE_H_
