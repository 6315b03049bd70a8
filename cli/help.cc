// SPDX-License-Identifier: Apache-2.0
//
// In a pipe the layout is that of CLI11 (man pages are read out of it). On a
// terminal lines are wrapped by the width of what they show, and on a narrow
// one what an option does stands below it.

#include "cli/help.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/messages.h"
#include "write/terminal.h"
#include "write/width.h"

namespace khitai::cli {
namespace {

constexpr size_t kSecondColumn = 30;
constexpr size_t kBelow = 8;        // where it stands below
constexpr size_t kTwoColumns = 70;  // a terminal has room for two
constexpr size_t kWidest = 100;     // longer lines are not read well

std::string translated(const std::string& english) {
  return messages().one(english);
}

WriteOptions help_options() {
  WriteOptions options = write_options(Common());
  options.color = false;
  options.width = std::min(options.width, kWidest);
  return options;
}

// An option with the words it takes, broken between these where it is wider
// than the terminal (0: never).
std::string wrapped_option(const std::string& option, size_t width) {
  constexpr size_t kIndent = 4;
  std::string out = "  ";
  size_t column = 2;
  for (size_t begin = 0; begin < option.size();) {
    const size_t end =
        std::min(option.find_first_of(" ,", begin), option.size() - 1) + 1;
    const std::string piece = option.substr(begin, end - begin);
    const size_t wide = write::display_width(piece);
    if (width > 0 && column + wide > width && begin > 0) {
      out += "\n" + std::string(kIndent, ' ');
      column = kIndent;
    }
    out += piece;
    column += wide;
    begin = end;
  }
  return out;
}

// An option, argument or command, and what it is.
std::string help_row(const std::string& what, const std::string& text) {
  const WriteOptions options = help_options();
  const bool narrow = options.width > 0 && options.width < kTwoColumns;
  const size_t column = narrow ? kBelow : kSecondColumn;
  std::string out;
  write::Terminal terminal(options, &out);
  terminal.lines(wrapped_option(what, options.width));
  if (narrow || 2 + write::display_width(what) >= column) {
    terminal.end_line();
    terminal.begin_line(column, column);
  } else {
    terminal.pad_to(column);
  }
  terminal.text(text);
  terminal.end_line();
  return out;
}

std::string help_paragraph(const std::string& text) {
  if (text.empty()) return "";
  std::string out;
  write::Terminal terminal(help_options(), &out);
  terminal.begin_line(0, 0);
  terminal.lines(text);
  terminal.end_line();
  return out;
}

// A footer by its paragraphs, which tools/messages.py takes apart likewise:
// a line that ends in a colon is one by itself; indented lines are examples and
// stay what they are.
std::string translated_footer(const std::string& footer) {
  std::string out;
  std::string paragraph;
  const auto end_paragraph = [&] {
    out += help_paragraph(translated(paragraph));
    paragraph.clear();
  };
  for (size_t begin = 0; begin < footer.size();) {
    const size_t end = std::min(footer.find('\n', begin), footer.size());
    const std::string line = footer.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty() || line.starts_with("  ")) {
      end_paragraph();
      out += line + "\n";
      continue;
    }
    if (line.ends_with(':')) end_paragraph();
    paragraph += (paragraph.empty() ? "" : "\n") + line;
    if (line.ends_with(':')) end_paragraph();
  }
  end_paragraph();
  return out;
}

class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() {
    label("Usage", tr("Usage"));
    label("OPTIONS", tr("OPTIONS"));
    label("SUBCOMMAND", tr("SUBCOMMAND"));
    label("Positionals", tr("Positionals"));
    label("Options", tr("Options"));
    label("Subcommands", tr("Subcommands"));
    label("REQUIRED", tr("REQUIRED"));
    label("Excludes", tr("Excludes"));
    label("Needs", tr("Needs"));
  }

  std::string make_description(const CLI::App* app) const override {
    return help_paragraph(translated(app->get_description()));
  }

  std::string make_usage(const CLI::App* app, std::string name) const override {
    std::string usage = CLI::Formatter::make_usage(app, std::move(name));
    while (usage.ends_with('\n')) usage.pop_back();
    return help_paragraph(usage);
  }

  std::string make_footer(const CLI::App* app) const override {
    return translated_footer(app->get_footer());
  }

  std::string make_group(
      std::string group, bool is_positional,
      std::vector<const CLI::Option*> options) const override {
    return CLI::Formatter::make_group(get_label(group), is_positional,
                                      std::move(options));
  }

  std::string make_subcommands(const CLI::App* app,
                               CLI::AppFormatMode) const override {
    const std::vector<const CLI::App*> commands = app->get_subcommands({});
    if (commands.empty()) return "";
    std::string out = "\n" + get_label("Subcommands") + ":\n";
    for (const CLI::App* command : commands) {
      out +=
          help_row(command->get_name(), translated(command->get_description()));
    }
    return out;
  }

  std::string make_option(const CLI::Option* option,
                          bool is_positional) const override {
    return help_row(
        make_option_name(option, is_positional) + make_option_opts(option),
        translated(option->get_description()));
  }
};

}  // namespace

void set_help(CLI::App* program) {
  program->set_help_flag("-h,--help", "Print this help message and exit");
  // CLI11 asks for it when help is printed; its words are read then.
  program->formatter_fn(
      [](const CLI::App* app, std::string name, CLI::AppFormatMode mode) {
        return HelpFormatter().make_help(app, std::move(name), mode);
      });
}

}  // namespace khitai::cli
