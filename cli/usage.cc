// SPDX-License-Identifier: Apache-2.0
//
// Wrong usage, told in one line: which argument, what it was, what was
// expected. CLI11 finds the mistakes; the words are ours.

#include <algorithm>
#include <charconv>
#include <memory>
#include <numeric>

#include "cli/command.h"
#include "cli/messages.h"
#include "text/tag.h"

namespace khitai::cli {
namespace {

constexpr int32_t kLastYear = 9999;

// "text, jsonl or html"
std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    out += (i > 0 ? tr(", ") : "") + words[i];
  }
  if (words.size() < 2) return words.empty() ? out : words.front();
  return tr("{1} or {2}", out, words.back());
}

std::string expected(const std::string& value, const std::string& what) {
  return tr("'{1}', expected {2}", value, what);
}

// The number of edits from one word to another.
size_t distance(const std::string& a, const std::string& b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < a.size(); ++i) {
    size_t diagonal = row[0]++;
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t exchanged = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({exchanged, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

// " (did you mean 'annotate'?)"; "" when nothing is close.
std::string suggestion(const std::string& word,
                       const std::vector<std::string>& choices) {
  for (size_t edits = 1; edits <= 2; ++edits) {
    for (const std::string& choice : choices) {
      if (distance(word, choice) == edits) {
        return tr(" (did you mean '{1}'?)", choice);
      }
    }
  }
  return "";
}

std::vector<std::string> commands_of(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands(nullptr)) {
    names.push_back(command->get_name());
  }
  return names;
}

std::vector<std::string> options_of(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  return names;
}

bool has_option(const CLI::App& program, const std::string& option) {
  for (const CLI::App* command : program.get_subcommands(nullptr)) {
    const std::vector<std::string> names = options_of(*command);
    if (std::find(names.begin(), names.end(), option) != names.end()) {
      return true;
    }
  }
  return false;
}

// An argument that has no place where it stands.
std::string unexpected(const CLI::App& program) {
  const CLI::App* at = &program;
  std::vector<std::string> words = program.remaining();
  for (const CLI::App* command : program.get_subcommands()) {
    if (!words.empty()) break;
    at = command;
    words = command->remaining();
  }
  std::string word = words.empty() ? "" : words.front();
  for (const std::string& other : words) {
    if (other.size() > 1 && other[0] == '-') word = other;
  }
  if (word.size() > 1 && word[0] == '-') {
    word = word.substr(0, word.find('='));
    if (at == &program && has_option(program, word)) {
      return tr("{1} stands before the command, expected after it", word);
    }
    return tr("unknown option {1}", word) + suggestion(word, options_of(*at));
  }
  if (at != &program) return tr("'{1}' is one argument too many", word);
  const std::vector<std::string> commands = commands_of(program);
  const std::string close = suggestion(word, commands);
  return close.empty()
             ? tr("unknown command '{1}', expected {2}", word, listed(commands))
             : tr("unknown command '{1}'", word) + close;
}

}  // namespace

std::optional<int32_t> parse_year(const std::string& text) {
  int32_t year = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, year);
  if (error != std::errc() || rest != end) return std::nullopt;
  if (year < -kLastYear || year > kLastYear) return std::nullopt;
  return year;
}

std::string year_problem(const std::string& text) {
  if (parse_year(text)) return "";
  return expected(text, tr("a year such as 1141 (before our era: -0320)"));
}

std::string lang_problem(const std::string& text) {
  if (text::is_tag(text)) return "";
  return expected(text, tr("a language tag such as fa or zh-Hant"));
}

std::string type_problem(const Lexicon& lexicon, const std::string& type) {
  if (type.empty()) return "";
  std::vector<std::string> types;
  for (uint32_t i = 0; i < lexicon.entity_count(); ++i) {
    const std::string_view other = lexicon.entity(i).type;
    if (other == type) return "";
    if (std::find(types.begin(), types.end(), other) == types.end()) {
      types.emplace_back(other);
    }
  }
  if (types.empty()) return "";
  std::sort(types.begin(), types.end());
  return expected(type, tr("a type of the lexicon: {1}", listed(types)));
}

CLI::Validator one_of(const std::vector<std::string>& words) {
  std::string shown;
  for (const std::string& word : words) {
    shown += (shown.empty() ? "{" : ",") + word;
  }
  return CLI::Validator(
      [words](std::string& value) {
        const bool found =
            std::find(words.begin(), words.end(), value) != words.end();
        return found ? std::string() : expected(value, listed(words));
      },
      shown + "}", "");
}

CLI::Validator whole_number(int64_t most) {
  return CLI::Validator(
      [most](std::string& value) {
        int64_t number = -1;
        const char* end = value.data() + value.size();
        const auto [rest, error] = std::from_chars(value.data(), end, number);
        if (error == std::errc() && rest == end && number >= 0 &&
            number <= most) {
          return std::string();
        }
        return expected(value, tr("a whole number from 0 to {1}", most));
      },
      "", "");
}

CLI::Validator probability() {
  return CLI::Validator(
      [](std::string& value) {
        double number = -1;
        const bool good = CLI::detail::lexical_cast(value, number) &&
                          number >= 0 && number <= 1;
        return good ? std::string()
                    : expected(value, tr("a number from 0 to 1, such as 0.6"));
      },
      "", "");
}

CLI::Validator told_by(std::string (*problem)(const std::string&)) {
  return CLI::Validator(
      [problem](std::string& value) { return problem(value); }, "", "");
}

std::string usage_message(const CLI::App& program,
                          const CLI::ParseError& error) {
  std::string message = error.what();
  const auto* extras = dynamic_cast<const CLI::ExtrasError*>(&error);
  if (extras != nullptr) return unexpected(program);
  const std::string required = " is required";
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr &&
      message.size() > required.size()) {
    return tr("no {1} given",
              message.substr(0, message.size() - required.size()));
  }
  // "--lang: 1 required TAG missing", "--lang: At Most 1 required but ..."
  const std::string option = message.substr(0, message.find(": "));
  const size_t count = message.find(": 1 required ");
  const size_t missing = message.rfind(" missing");
  if (count != std::string::npos && missing != std::string::npos) {
    const size_t kind = count + sizeof(": 1 required ") - 1;
    return tr("{1}: nothing after it, expected {2}", option,
              message.substr(kind, missing - kind));
  }
  if (message.find(": At Most 1 required") != std::string::npos) {
    return tr("{1}: given more than once, expected once", option);
  }
  const size_t excludes = message.find(" excludes ");
  if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr &&
      excludes != std::string::npos) {
    return tr("{1} excludes {2}", message.substr(0, excludes),
              message.substr(excludes + sizeof(" excludes ") - 1));
  }
  return message;
}

std::string no_command(const CLI::App& program) {
  return tr("no command given, expected {1}", listed(commands_of(program)));
}

}  // namespace khitai::cli
