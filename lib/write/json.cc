// SPDX-License-Identifier: Apache-2.0

#include "write/json.h"

#include <cmath>

#include "write/utf8.h"

namespace khitai::write {

void Json::end_line() {
  sink_.out->push_back('\n');
  writer_.Reset(sink_);
}

void Json::text(std::string_view value) {
  clean_.clear();
  append_clean(value, &clean_);
  writer_.String(clean_.data(),
                 static_cast<rapidjson::SizeType>(clean_.size()));
}

void Json::probability(double value) { raw_number(probability_text(value)); }

void Json::raw_number(std::string_view digits) {
  writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
}

void Json::raw_array(std::string_view json) {
  writer_.RawValue(json.data(), json.size(), rapidjson::kArrayType);
}

std::string probability_text(double value) {
  if (!(value > 0)) return "0.0";  // not a number, too
  const long parts = std::lround(std::fmin(value, 1.0) * 10000);
  if (parts >= 10000) return "1.0";
  std::string digits = std::to_string(10000 + parts);
  digits.replace(0, 1, "0.");
  while (digits.back() == '0' && digits.size() > 3) digits.pop_back();
  return digits;
}

}  // namespace khitai::write
