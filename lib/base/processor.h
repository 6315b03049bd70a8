// SPDX-License-Identifier: Apache-2.0
//
// Which instructions of the processor the inner loops use. Chosen once, from
// what the processor has; the results are the same with each.

#ifndef KHITAI_BASE_PROCESSOR_H_
#define KHITAI_BASE_PROCESSOR_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace khitai::base {

enum class Instructions : uint8_t {
  kPortable,  // what every processor has; what the others are tested against
  kAvx2,      // x86-64 with AVX2, BMI2 (2013 on)
  kAvx512,    // and AVX-512 with VBMI2 (2019 on)
};

// Those in use: the widest there are, or what use_instructions() said.
// Thread-safe.
Instructions instructions();

// The widest this processor (and this build) has.
Instructions widest_instructions();

// For tests and measurements: takes these, or the widest there are when they
// are fewer, and returns what it took. Not while other threads are at work.
Instructions use_instructions(Instructions wanted);

// "portable", "avx2", "avx512".
std::string_view name_of(Instructions instructions);
std::optional<Instructions> instructions_of(std::string_view name);

}  // namespace khitai::base

#endif  // KHITAI_BASE_PROCESSOR_H_
