// SPDX-License-Identifier: Apache-2.0

#include "speed/wish.h"

#include <charconv>
#include <optional>

namespace khitai::bench {
namespace {

// Decimal digits, at most one dot, nothing around.
std::optional<double> number_of(const std::string& argument) {
  double number = 0;
  const char* const end = argument.data() + argument.size();
  const auto read =
      std::from_chars(argument.data(), end, number, std::chars_format::fixed);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

Result<double> number_in(const std::string& what, const std::string& argument,
                         double least, double most) {
  const auto number = number_of(argument);
  if (number && *number >= least && *number <= most) return *number;
  return Error{what + " is \"" + argument + "\", expected a number from " +
               std::to_string(static_cast<long>(least)) + " to " +
               std::to_string(static_cast<long>(most))};
}

Status read_option(const std::string& name, const std::string& value,
                   Wish* wish) {
  if (name == "--repository") {
    wish->repository = value;
    return Done{};
  }
  if (!wish->names && name == "--from") {
    wish->from = value;
    return Done{};
  }
  if (!wish->names && name == "--hits") {
    const auto number = number_in(name, value, 0, 100);
    if (!number) return number.error();
    wish->text.hits_per_kb = *number;
    return Done{};
  }
  if (!wish->names && name == "--planted") {
    const auto number = number_in(name, value, kLeastPlanted, kMostNames);
    if (!number) return number.error();
    wish->count = static_cast<size_t>(*number);
    return Done{};
  }
  return Error{"no option " + name + (wish->names ? " of names" : "") +
               ", expected " +
               (wish->names ? "--repository"
                            : "--planted, --hits, --from or --repository")};
}

}  // namespace

Result<Wish> read_wish(const std::vector<std::string>& arguments) {
  Wish wish;
  const std::string what = arguments.empty() ? "" : arguments[0];
  wish.names = what == "names";
  if (!wish.names && what != "text") {
    return Error{"first argument is \"" + what + "\", expected names or text"};
  }
  size_t at = 1;
  const auto next = [&] {
    return at < arguments.size() ? arguments[at++] : std::string();
  };
  if (wish.names) {
    const auto count = number_in("COUNT", next(), 1, kMostNames);
    if (!count) return count.error();
    wish.count = static_cast<size_t>(*count);
  } else {
    const std::string kind = next();
    if (!kind_of(kind)) {
      return Error{"KIND is \"" + kind +
                   "\", expected en, zh, ar, ru or mixed"};
    }
    wish.text.kind = *kind_of(kind);
    const auto bytes = number_in("BYTES", next(), 1, 2e9);
    if (!bytes) return bytes.error();
    wish.text.bytes = static_cast<size_t>(*bytes);
  }
  while (at < arguments.size()) {
    const std::string name = next();
    if (at == arguments.size()) return Error{name + " needs a value"};
    const Status read = read_option(name, next(), &wish);
    if (!read) return read.error();
  }
  return wish;
}

}  // namespace khitai::bench
