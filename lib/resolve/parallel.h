// SPDX-License-Identifier: Apache-2.0
//
// One name in several scripts, as linked fields of a catalogue have it (MARC
// 880): what each of them may mean, put together.

#ifndef KHITAI_RESOLVE_PARALLEL_H_
#define KHITAI_RESOLVE_PARALLEL_H_

#include <string>
#include <vector>

#include "khitai/resolve.h"

namespace khitai::resolve {

// What one spelling of the name may mean.
struct Side {
  std::string name;
  bool spelled = false;  // the lexicon has this spelling
  std::vector<Candidate> candidates;
};

// The candidates of all sides, best first. One that several sides meet is the
// likelier; what a side whose spelling is known cannot mean is refused. Where
// such sides have nothing in common they contradict each other, and no
// candidate reaches one half. The first side is the name asked for.
// Quadratic in the candidates, of which there are some dozens.
std::vector<Candidate> combine(const std::vector<Side>& sides);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_PARALLEL_H_
