// SPDX-License-Identifier: Apache-2.0
//
// What `speed` measures, behind one interface: matchers, parts of what they
// do, and floors such as copying. Each is built of the names, scans texts and
// counts what it finds; before it is timed it is asked to find the same on the
// beginning of the text as an oracle (oracle.h) does. Not thread-safe.

#ifndef KHITAI_BENCH_SPEED_ENGINE_H_
#define KHITAI_BENCH_SPEED_ENGINE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/result.h"
#include "speed/oracle.h"

namespace khitai::bench {

struct Facts {
  std::string name;
  std::string version;
  std::string does;  // in a few words, what it tells and what not
  size_t most_names = SIZE_MAX;
  size_t most_bytes = SIZE_MAX;  // of a text; of longer ones the beginning
};

// What an engine is built of. Names are distinct valid UTF-8.
struct Names {
  Strings list;
  std::string sample;  // beginnings of the texts that will be scanned
};

class Engine {
 public:
  virtual ~Engine() = default;
  virtual Facts facts() const = 0;
  // Once, first. `names` outlive the engine. Its thread time is measured, and
  // how the heap grows.
  virtual Status build(const Names& names) = 0;
  // The number of hits: what is timed.
  virtual size_t scan(std::string_view text) = 0;
  // How what it finds in `text` differs from what an oracle does; empty where
  // it does not.
  virtual std::string wrong(std::string_view text,
                            const Expected& expected) = 0;
};

using Engines = std::vector<std::unique_ptr<Engine>>;

void add_floors(Engines* engines);        // floor.cc
void add_khitai(Engines* engines);        // khitai_engine.cc
void add_icu_engines(Engines* engines);   // icu_engines.cc
void add_exact(Engines* engines);         // exact.cc
void add_hyperscan(Engines* engines);     // hyperscan_engine.cc
void add_rust_engines(Engines* engines);  // rust_engines.cc

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_SPEED_ENGINE_H_
