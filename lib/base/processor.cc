// SPDX-License-Identifier: Apache-2.0

#include "base/processor.h"

#include <algorithm>
#include <atomic>

#include "base/wide.h"

namespace khitai::base {
namespace {

constexpr std::string_view kInstructionNames[] = {"portable", "avx2", "avx512"};

std::atomic<Instructions>& instructions_in_use() {
  static std::atomic<Instructions> in_use{widest_instructions()};
  return in_use;
}

}  // namespace

Instructions widest_instructions() {
#ifdef KHITAI_WIDE
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi") ||
      !__builtin_cpu_supports("bmi2") || !__builtin_cpu_supports("popcnt")) {
    return Instructions::kPortable;
  }
  const bool wide = __builtin_cpu_supports("avx512f") &&
                    __builtin_cpu_supports("avx512bw") &&
                    __builtin_cpu_supports("avx512dq") &&
                    __builtin_cpu_supports("avx512vl") &&
                    __builtin_cpu_supports("avx512vbmi") &&
                    __builtin_cpu_supports("avx512vbmi2");
  return wide ? Instructions::kAvx512 : Instructions::kAvx2;
#else
  return Instructions::kPortable;
#endif
}

Instructions instructions() {
  return instructions_in_use().load(std::memory_order_relaxed);
}

Instructions use_instructions(Instructions wanted) {
  const Instructions taken = std::min(wanted, widest_instructions());
  instructions_in_use().store(taken, std::memory_order_relaxed);
  return taken;
}

std::string_view name_of(Instructions instructions) {
  return kInstructionNames[static_cast<unsigned>(instructions)];
}

std::optional<Instructions> instructions_of(std::string_view name) {
  for (unsigned i = 0; i < std::size(kInstructionNames); ++i) {
    if (kInstructionNames[i] == name) return static_cast<Instructions>(i);
  }
  return {};
}

}  // namespace khitai::base
