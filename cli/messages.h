// SPDX-License-Identifier: Apache-2.0
//
// What the program says, in the user's language: help, errors, talk. Data is
// never translated. Messages stand in English where they are said, wrapped by
// tr(); the others come from cli/messages/*.po, compiled into the program. A
// message without a translation is English. Of help texts the calls that take
// them (add_option, footer, ...) are known to tools/messages.py; help.cc looks
// them up when they are printed.
//
// Costs nothing in English; else the catalogue is read at the first message
// (well below a millisecond). Thread-safe.

#ifndef KHITAI_CLI_MESSAGES_H_
#define KHITAI_CLI_MESSAGES_H_

#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::cli {

// What the environment says of languages, as gettext reads it.
struct LanguageWish {
  std::string lc_all, lc_messages, lang;
  std::string language;  // LANGUAGE: several, by colons
};
LanguageWish language_wish();

// The catalogue to speak by ("ru"); "" is English: none is wanted, there is
// none, or the locale has another encoding than UTF-8.
std::string language_of(const LanguageWish& wish);

// The messages of a language that language_of() told. Immutable.
class Messages {
 public:
  explicit Messages(const std::string& language);
  ~Messages();
  Messages(const Messages&) = delete;
  Messages& operator=(const Messages&) = delete;

  // English as it was given where there is no translation.
  std::string one(const std::string& english) const;
  std::string of_count(const char* one, const char* many, size_t count) const;

 private:
  struct Catalogue;
  std::unique_ptr<const Catalogue> catalogue_;  // null: English
};

// Of the user's language.
const Messages& messages();

// "{1}" and so on replaced by the values; others stay as they are.
std::string filled(std::string_view message,
                   const std::vector<std::string>& values);

inline std::string in_message(std::string_view value) {
  return std::string(value);
}
template <std::integral Number>
std::string in_message(Number value) {
  return std::to_string(value);
}

// A message: tr("{1}: cannot be read: {2}", path, reason).
template <typename... Values>
std::string tr(const char* english, const Values&... values) {
  return filled(messages().one(english), {in_message(values)...});
}

// A message by a number, which is {1}; the values are {2} and so on.
template <typename... Values>
std::string tr_n(const char* one, const char* many, size_t count,
                 const Values&... values) {
  return filled(messages().of_count(one, many, count),
                {in_message(count), in_message(values)...});
}

}  // namespace khitai::cli

#endif  // KHITAI_CLI_MESSAGES_H_
