// SPDX-License-Identifier: Apache-2.0
//
// What else finds near spellings: the automaton of Levenshtein's distance over
// a finite state transducer, of BurntSushi's fst, where Rust is there.

#ifndef KHITAI_BENCH_SPEED_NEAR_RIVAL_H_
#define KHITAI_BENCH_SPEED_NEAR_RIVAL_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "speed/rivals.h"

namespace khitai::bench {

class NearRival {
 public:
  // Of valid UTF-8, each once. Returns what it is, or why it is not there.
  std::string build(const std::vector<std::string>& keys);
  bool good() const { return fst_ != nullptr; }
  // The numbers that it finds; none where it is not there.
  std::vector<uint32_t> find(const std::string& query, size_t edits) const;

 private:
  std::shared_ptr<RivalFst> fst_;
};

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_SPEED_NEAR_RIVAL_H_
