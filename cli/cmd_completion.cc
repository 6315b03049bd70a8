// SPDX-License-Identifier: Apache-2.0
//
// khitai completion SHELL: a completion script made from the definition of the
// commands, so that the two cannot differ.

#include <algorithm>
#include <memory>

#include "cli/command.h"

namespace khitai::cli {
namespace {

// In single quotes, as fish reads them: \' is a quote within.
std::string fish_quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

// "--long" names of a command's options, separated by spaces.
std::string completed_options(const CLI::App& command) {
  std::string out;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      out += (out.empty() ? "--" : " --") + name;
    }
  }
  return out;
}

// The words an option takes, separated by spaces; "" when it takes others.
// They stand in braces in the name of its type, as the help shows them.
std::string values_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const size_t open = type.find('{');
  const size_t close = type.find('}');
  if (open == std::string::npos || close == std::string::npos) return "";
  std::string words = type.substr(open + 1, close - open - 1);
  std::replace(words.begin(), words.end(), ',', ' ');
  return words;
}

// The cases of bash for what stands behind the options of a command.
std::string value_cases(const CLI::App& command) {
  std::string out;
  for (const CLI::Option* option : command.get_options()) {
    const std::string words = values_of(*option);
    if (words.empty() || option->get_lnames().empty()) continue;
    out += "        --" + option->get_lnames().front() + ") values=\"" + words +
           "\" ;;\n";
  }
  return out.empty() ? out : "      case $last in\n" + out + "      esac ;;\n";
}

std::vector<const CLI::App*> completed_commands(const CLI::App& program) {
  std::vector<const CLI::App*> commands;
  for (const CLI::App* command : program.get_subcommands(nullptr)) {
    commands.push_back(command);
  }
  return commands;
}

std::string bash(const CLI::App& program) {
  std::string verbs;
  std::string cases;
  for (const CLI::App* command : completed_commands(program)) {
    verbs += (verbs.empty() ? "" : " ") + command->get_name();
    const std::string values = value_cases(*command);
    cases += "    " + command->get_name() + ") options=\"" +
             completed_options(*command) +
             (values.empty() ? "\" ;;\n" : "\"\n") + values;
  }
  return "_khitai() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} options= values=\n"
         "  local last=${COMP_WORDS[COMP_CWORD-1]} IFS=$' \\t\\n'\n"
         "  [ \"$word\" = = ] && word=\n"
         "  [ \"$last\" = = ] && last=${COMP_WORDS[COMP_CWORD-2]}\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    COMPREPLY=($(compgen -W \"" +
         verbs + " --help --version\" -- \"$word\"))\n" +
         "    return\n"
         "  fi\n"
         "  case ${COMP_WORDS[1]} in\n" +
         cases +
         "  esac\n"
         "  if [ -n \"$values\" ]; then\n"
         "    COMPREPLY=($(compgen -W \"$values\" -- \"$word\"))\n"
         "    return\n"
         "  fi\n"
         "  case $word in\n"
         "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
         "    *) IFS=$'\\n'; COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
         "  esac\n"
         "}\n"
         "complete -o filenames -F _khitai khitai\n";
}

std::string zsh(const CLI::App& program) {
  return "#compdef khitai\n"
         "autoload -U +X bashcompinit && bashcompinit\n" +
         bash(program);
}

std::string fish(const CLI::App& program) {
  std::string out;
  for (const CLI::App* command : completed_commands(program)) {
    const std::string& verb = command->get_name();
    out += "complete -c khitai -n __fish_use_subcommand -f -a " + verb +
           " -d " + fish_quoted(command->get_description()) + "\n";
    for (const CLI::Option* option : command->get_options()) {
      const std::string values = values_of(*option);
      for (const std::string& name : option->get_lnames()) {
        out += "complete -c khitai -n '__fish_seen_subcommand_from " + verb +
               "' -l " + name +
               (values.empty() ? "" : " -x -a '" + values + "'") + " -d " +
               fish_quoted(option->get_description()) + "\n";
      }
    }
  }
  return out;
}

}  // namespace

void add_completion(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "completion", "Print a completion script for a shell");
  auto shell = std::make_shared<std::string>();
  command->add_option("shell", *shell, "bash, zsh or fish")
      ->type_name("SHELL")
      ->required()
      ->check(one_of({"bash", "zsh", "fish"}));
  command->footer(
      "Examples:\n"
      "  source <(khitai completion bash)\n"
      "  khitai completion fish > ~/.config/fish/completions/khitai.fish");
  command->callback([shell, program, action] {
    *action = [shell, program] {
      put(*shell == "bash"  ? bash(*program)
          : *shell == "zsh" ? zsh(*program)
                            : fish(*program));
      return static_cast<int>(kDone);
    };
  });
}

}  // namespace khitai::cli
