// SPDX-License-Identifier: Apache-2.0

#include "support/options.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace khitai::tests {
namespace {

[[noreturn]] void die(const std::string& option) {
  std::cerr << "no such option: " << option << "\n";
  std::abort();
}

int32_t number_of(const std::string& text) {
  return static_cast<int32_t>(std::strtol(text.c_str(), nullptr, 10));
}

}  // namespace

std::map<std::string, std::string> read_options(const std::string& cell) {
  std::map<std::string, std::string> options;
  for (size_t at = 0; at < cell.size();) {
    const size_t equals = cell.find('=', at);
    if (equals == std::string::npos) die(cell.substr(at));
    const std::string key = cell.substr(at, equals - at);
    const size_t end = key == "context"
                           ? cell.size()
                           : std::min(cell.find(' ', equals), cell.size());
    options[key] = cell.substr(equals + 1, end - equals - 1);
    at = end + 1;
  }
  return options;
}

AnnotateOptions annotate_options(const std::string& cell) {
  AnnotateOptions options;
  for (const auto& [key, value] : read_options(cell)) {
    if (key == "lang") {
      options.lang = value;
    } else if (key == "type") {
      options.type = value;
    } else if (key == "year") {
      options.year = number_of(value);
    } else if (key == "written") {
      options.written = number_of(value);
    } else if (key == "overlap") {
      options.overlaps = value == "all";
    } else if (key == "decide") {
      options.decide = std::strtod(value.c_str(), nullptr);
    } else {
      die(key);
    }
  }
  return options;
}

Query query_of(const std::string& name, const std::string& cell) {
  Query query;
  query.name = name;
  for (const auto& [key, value] : read_options(cell)) {
    if (key == "lang") {
      query.lang = value;
    } else if (key == "type") {
      query.type = value;
    } else if (key == "year") {
      query.year = number_of(value);
    } else if (key == "written") {
      query.written = number_of(value);
    } else if (key == "context") {
      query.context = value;
    } else {
      die(key);
    }
  }
  return query;
}

}  // namespace khitai::tests
