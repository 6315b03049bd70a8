// SPDX-License-Identifier: Apache-2.0

#include "speed/options.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unordered_set>

#include "text/utf8.h"

namespace khitai::bench {
namespace {

constexpr char kUsage[] =
    "expected --names FILE [--count N] [--label NAMES] [--runs N] "
    "[--check BYTES] [--only ENGINE]... TEXT...";

Status read_count(const std::string& name, const std::string& value,
                  size_t* count) {
  const char* const end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, *count);
  if (read.ec != std::errc() || read.ptr != end || *count == 0) {
    return Error{name + " is \"" + value + "\", expected a number from 1"};
  }
  return Done{};
}

Status read_speed_option(const std::string& name, const std::string& value,
                         Options* options) {
  size_t number = 0;
  if (name == "--names") {
    options->names = value;
  } else if (name == "--label") {
    options->how.names = value;
  } else if (name == "--only") {
    options->only.push_back(value);
  } else if (name == "--count") {
    return read_count(name, value, &options->count);
  } else if (name == "--check") {
    return read_count(name, value, &options->how.checked);
  } else if (name == "--runs") {
    const Status read = read_count(name, value, &number);
    if (!read) return read;
    if (number > 1000) return Error{"--runs is over 1000"};
    options->how.runs = static_cast<int>(number);
  } else {
    return Error{"no option " + name + ", " + kUsage};
  }
  return Done{};
}

bool valid(std::string_view text) {
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    const text::CodePoint point = text::decode(at, end);
    if (!point.valid) return false;
    at += point.size;
  }
  return true;
}

}  // namespace

Result<Options> read_options(const Strings& arguments) {
  Options options;
  for (size_t at = 0; at < arguments.size(); ++at) {
    if (arguments[at].compare(0, 2, "--") != 0) {
      options.texts.push_back(arguments[at]);
      continue;
    }
    if (at + 1 == arguments.size()) {
      return Error{arguments[at] + " needs a value"};
    }
    const Status read =
        read_speed_option(arguments[at], arguments[at + 1], &options);
    if (!read) return read.error();
    ++at;
  }
  if (options.names.empty() || options.texts.empty()) {
    return Error{options.names.empty() ? std::string("no names, ") + kUsage
                                       : std::string("no text, ") + kUsage};
  }
  return options;
}

Result<Strings> read_names(const std::string& path, size_t count) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{path + ": cannot be read"};
  Strings names;
  std::unordered_set<std::string> seen;
  for (std::string line; names.size() < count && std::getline(file, line);) {
    const auto here = [&] {
      return path + ":" + std::to_string(names.size() + 1) + ": ";
    };
    if (line.size() < 2 || line.size() > 65535 || !valid(line)) {
      return Error{here() + "expected a name of 2 to 65535 bytes of UTF-8"};
    }
    if (!seen.insert(line).second) {
      return Error{here() + line + " for the second time"};
    }
    names.push_back(line);
  }
  if (names.empty()) return Error{path + ": no names"};
  if (count != SIZE_MAX && names.size() < count) {
    return Error{path + ": " + std::to_string(names.size()) +
                 " names, expected " + std::to_string(count)};
  }
  return names;
}

Result<std::string> read_text(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (error || !file) return Error{path + ": cannot be read"};
  if (size == 0 || size >= 0x7FFFFFFF) {
    return Error{path + ": expected a text of 1 to 2147483646 bytes"};
  }
  std::string bytes(size, '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(size))) {
    return Error{path + ": cannot be read"};
  }
  if (!valid(bytes)) return Error{path + ": not valid UTF-8"};
  return bytes;
}

}  // namespace khitai::bench
