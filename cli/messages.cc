// SPDX-License-Identifier: Apache-2.0
//
// Boost.Locale reads the catalogues (.mo) and their rules of plurals. It needs
// no locale of the system for that, and none is set: numbers are written alike
// in all languages.

#include "cli/messages.h"

#include <algorithm>
#include <boost/locale/gnu_gettext.hpp>
#include <cctype>
#include <cstdlib>
#include <locale>

#include "cli/catalogues.h"

namespace khitai::cli {
namespace {

namespace gettext = boost::locale::gnu_gettext;

// "ru" of "ru_RU.UTF-8".
std::string language_part(const std::string& locale) {
  return locale.substr(0, locale.find_first_of("_.@"));
}

bool is_english(const std::string& locale) {
  const std::string language = language_part(locale);
  return language == "C" || language == "POSIX" || language == "en";
}

// Of an encoding that is not told UTF-8 is expected: it is everywhere today.
bool is_utf8(const std::string& locale) {
  const size_t dot = locale.find('.');
  if (dot == std::string::npos) return true;
  std::string encoding;
  for (const char c : locale.substr(dot + 1, locale.find('@') - dot - 1)) {
    if (c != '-') {
      encoding +=
          static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return encoding == "utf8";
}

// The catalogue of a locale, or of its language; "" if there is none.
std::string catalogue_for(const std::string& locale) {
  const std::string exact = locale.substr(0, locale.find_first_of(".@"));
  std::string found;
  for (const EmbeddedCatalogue& one : embedded_catalogues()) {
    const std::string language(one.language);
    if (language == exact) return language;
    if (found.empty() && language_part(language) == language_part(locale)) {
      found = language;
    }
  }
  return found;
}

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

LanguageWish language_wish() {
  return {variable("LC_ALL"), variable("LC_MESSAGES"), variable("LANG"),
          variable("LANGUAGE")};
}

std::string language_of(const LanguageWish& wish) {
  const std::string& locale = !wish.lc_all.empty()        ? wish.lc_all
                              : !wish.lc_messages.empty() ? wish.lc_messages
                                                          : wish.lang;
  const std::string of_locale = language_part(locale);
  if (of_locale.empty() || of_locale == "C" || of_locale == "POSIX") return "";
  if (!is_utf8(locale)) return "";
  const std::string& all = wish.language.empty() ? locale : wish.language;
  for (size_t begin = 0; begin <= all.size();) {
    const size_t end = std::min(all.find(':', begin), all.size());
    const std::string one = all.substr(begin, end - begin);
    if (is_english(one)) return "";
    const std::string found = catalogue_for(one);
    if (!found.empty()) return found;
    begin = end + 1;
  }
  return "";
}

struct Messages::Catalogue {
  std::locale of_messages;  // the C locale but for messages
  const boost::locale::message_format<char>* facet;
};

Messages::Messages(const std::string& language) {
  for (const EmbeddedCatalogue& one : embedded_catalogues()) {
    if (one.language != language) continue;
    gettext::messages_info info;
    info.language = language;
    info.encoding = "UTF-8";
    info.domains.emplace_back("khitai");
    info.paths.emplace_back("");
    info.callback = [&one](const std::string&, const std::string&) {
      return std::vector<char>(one.bytes.begin(), one.bytes.end());
    };
    auto catalogue = std::make_unique<Catalogue>();
    catalogue->of_messages = std::locale(
        std::locale::classic(), gettext::create_messages_facet<char>(info));
    catalogue->facet = &std::use_facet<boost::locale::message_format<char>>(
        catalogue->of_messages);
    catalogue_ = std::move(catalogue);
  }
}

Messages::~Messages() = default;

std::string Messages::one(const std::string& english) const {
  // The empty message is a catalogue's head.
  if (catalogue_ == nullptr || english.empty()) return english;
  const char* const found = catalogue_->facet->get(0, nullptr, english.c_str());
  return found == nullptr ? english : found;
}

std::string Messages::of_count(const char* one, const char* many,
                               size_t count) const {
  const char* const english = count == 1 ? one : many;
  if (catalogue_ == nullptr) return english;
  // A rule looks at the last digits, and whether there are others.
  constexpr size_t kDigits = 1000000;
  const size_t like = count < kDigits ? count : kDigits + count % kDigits;
  const char* const found =
      catalogue_->facet->get(0, nullptr, one, static_cast<int>(like));
  return found == nullptr ? english : found;
}

const Messages& messages() {
  static const Messages kOfUser(language_of(language_wish()));
  return kOfUser;
}

std::string filled(std::string_view message,
                   const std::vector<std::string>& values) {
  std::string out;
  for (size_t at = 0; at < message.size(); ++at) {
    const bool place = message[at] == '{' && at + 2 < message.size() &&
                       message[at + 2] == '}' && message[at + 1] >= '1';
    const size_t number =
        place ? static_cast<size_t>(message[at + 1] - '1') : 0;
    if (place && number < values.size()) {
      out += values[number];
      at += 2;
    } else {
      out += message[at];
    }
  }
  return out;
}

}  // namespace khitai::cli
