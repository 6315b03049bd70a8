// SPDX-License-Identifier: Apache-2.0

#include "compile/conventions.h"

#include <string_view>
#include <vector>

#include "compile/cells.h"

namespace khitai::compile {

std::unique_ptr<romanize::Tables> conventions_of(const Tables& tables) {
  auto out = std::make_unique<romanize::Tables>();
  for (size_t i = 0; i < romanize::kPartCount; ++i) {
    for (const Row* row : sorted_rows(tables.of(kConventionTables[i]))) {
      const std::vector<std::string_view> cells(row->cells.begin(),
                                                row->cells.end());
      out->add(static_cast<romanize::Part>(i), cells);
    }
  }
  out->finish();
  return out;
}

}  // namespace khitai::compile
