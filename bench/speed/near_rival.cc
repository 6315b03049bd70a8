// SPDX-License-Identifier: Apache-2.0

#include "speed/near_rival.h"

#include <algorithm>
#include <numeric>

#include "speed/clock.h"

namespace khitai::bench {

#ifdef KHITAI_RUST

std::string NearRival::build(const std::vector<std::string>& keys) {
  const double begin = thread_seconds();
  std::vector<uint32_t> order(keys.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return keys[a] < keys[b]; });
  std::vector<RivalBytes> sorted;
  for (uint32_t i : order) sorted.push_back({keys[i].data(), keys[i].size()});
  fst_ = {rival_fst_build(sorted.data(), order.data(), sorted.size()),
          [](RivalFst* fst) {
            if (fst != nullptr) rival_fst_free(fst);
          }};
  if (!good()) return "skipped: fst cannot be built of these names";
  const double took = thread_seconds() - begin;
  char figures[64];
  std::snprintf(figures, sizeof figures, ", made in %.1f s, %.1f MB", took,
                static_cast<double>(rival_fst_size(fst_.get())) / 1e6);
  return rival_version(kFst) + std::string(figures);
}

std::vector<uint32_t> NearRival::find(const std::string& query,
                                      size_t edits) const {
  std::vector<uint32_t> found;
  if (!good()) return found;
  rival_fst_near(
      fst_.get(), {query.data(), query.size()}, static_cast<uint32_t>(edits),
      [](void* data, uint32_t number) {
        static_cast<std::vector<uint32_t>*>(data)->push_back(number);
      },
      &found);
  return found;
}

#else

std::string NearRival::build(const std::vector<std::string>&) {
  return "skipped: fst, for it was built without Rust (KHITAI_BENCH_RUST)";
}

std::vector<uint32_t> NearRival::find(const std::string&, size_t) const {
  return {};
}

#endif

}  // namespace khitai::bench
