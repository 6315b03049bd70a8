// SPDX-License-Identifier: Apache-2.0
//
// khitai stats FILES: counts of names in documents, by form, document, century
// and more, as a table or a figure.

#include <algorithm>
#include <cstdio>
#include <memory>

#include "cli/command.h"
#include "cli/documents.h"
#include "cli/each_document.h"
#include "cli/find_entity.h"
#include "cli/messages.h"
#include "cli/stats_file.h"
#include "khitai/version.h"
#include "write/counts.h"
#include "write/plot.h"
#include "write/words.h"

namespace khitai::cli {
namespace {

using write::CountBy;
using write::CountTable;

constexpr int64_t kMostRows = 1000000000;

struct CountingWish {
  Common common;
  ReadWish read;
  std::vector<std::string> files, names;
  std::string by = "entity";
  std::string years, title;
  std::string bars = "stacked";
  size_t least = 1;
  size_t limit = 0;
  double decide = kDecideMention;
  bool relative = false;
  bool decided = false;
  const CLI::Option* bars_given = nullptr;
};

std::string listed_words() {
  std::string out;
  for (const std::string& word : write::all_count_words()) {
    out += (out.empty() ? "" : ", ") + word;
  }
  return out;
}

// The columns of --by; "" or what is wrong with them.
std::string read_columns(const std::string& words, std::vector<CountBy>* by) {
  for (size_t at = 0; at <= words.size();) {
    const size_t end = std::min(words.find(',', at), words.size());
    const std::string word = words.substr(at, end - at);
    const auto column = write::count_by(word);
    if (!column) {
      return tr("'{1}', expected one or more of {2}", word, listed_words());
    }
    if (std::find(by->begin(), by->end(), *column) != by->end()) {
      return tr("'{1}' twice, expected each once", word);
    }
    by->push_back(*column);
    at = end + 1;
  }
  return "";
}

std::string columns_problem(const std::string& words) {
  std::vector<CountBy> by;
  return read_columns(words, &by);
}

// What is wrong with the options together; "" if nothing.
std::string counting_problem(const CountingWish& wish,
                             const std::vector<CountBy>& by) {
  const bool svg = wish.common.format == "svg";
  if (svg && by.size() > 2) {
    return tr(
        "--format svg: {1} columns, expected one or two: what has a bar, "
        "and what it is made of",
        std::to_string(by.size()));
  }
  if (!svg && (!wish.title.empty() || wish.bars_given->count() > 0)) {
    return tr("--title, --bars: expected together with --format svg");
  }
  if (svg && wish.limit > write::kMostSeries) {
    return tr(
        "--limit {1}: as many colours cannot be told apart, expected at "
        "most {2}",
        std::to_string(wish.limit), std::to_string(write::kMostSeries));
  }
  const size_t inputs = static_cast<size_t>(std::count(wish.files.begin(),
                                                       wish.files.end(), "-")) +
                        (wish.years == "-" ? 1 : 0);
  if (inputs > 1) return tr("-: standard input can be read once only");
  return read_problem(wish.read);
}

// "Qara Khitai: mentions by century and form"
std::string figure_title(const Lexicon& lexicon, const CountingWish& wish,
                         const write::CountWish& counted) {
  if (!wish.title.empty()) return wish.title;
  std::string what;
  for (uint32_t entity : counted.entities) {
    write::append_joined(", ", lexicon.entity(entity).label, &what);
  }
  if (what.empty()) what = "Names";
  what += ": mentions by ";
  for (size_t i = 0; i < counted.by.size(); ++i) {
    if (i > 0) what += " and ";
    what += write::count_word(counted.by[i]);
  }
  return what;
}

std::string written_counts(const Lexicon& lexicon, const CountingWish& wish,
                           const write::CountWish& counted,
                           const CountTable& table) {
  std::string out;
  if (wish.common.format == "csv") {
    write_counts_csv(table, &out);
  } else if (wish.common.format == "tsv") {
    write_counts_tsv(table, &out);
  } else if (wish.common.format == "jsonl") {
    write_counts_jsonl(table, &out);
  } else if (wish.common.format == "svg") {
    write::PlotWish plot;
    plot.title = figure_title(lexicon, wish, counted);
    plot.source =
        std::string("khitai ") + kVersion + ", lexicon " + lexicon.hash();
    plot.series = wish.limit;
    plot.least = wish.least;
    plot.grouped = wish.bars == "grouped";
    write::write_plot_svg(write::plot_of(lexicon, table, plot), &out);
  } else {
    write_counts_text(table, &out);
  }
  return out;
}

// "120 mentions (4 ambiguous) in 12 of 15 documents; 3 rows left out"
std::string counting_summary(const CountTable& table) {
  std::string words = tr_n("{1} mention", "{1} mentions", table.mentions);
  if (table.ambiguous > 0) {
    words += " (" + tr("{1} ambiguous", std::to_string(table.ambiguous)) + ")";
  }
  words += " " + tr_n("in {2} of {1} document", "in {2} of {1} documents",
                      table.all_documents, std::to_string(table.documents));
  if (table.left_out == 0) return words;
  return words + "; " +
         tr_n("{1} row left out", "{1} rows left out", table.left_out);
}

// The entities of --name; false: one of them is not known.
bool find_names(const Lexicon& lexicon, const CountingWish& wish,
                std::vector<uint32_t>* entities) {
  bool all = true;
  for (const std::string& name : wish.names) {
    const auto meant = need_entities(lexicon, wish.common, name);
    if (meant.empty()) all = false;
    for (const uint32_t entity : meant) {
      if (std::find(entities->begin(), entities->end(), entity) ==
          entities->end()) {
        entities->push_back(entity);
      }
    }
  }
  return all;
}

int count_all(const Lexicon& lexicon, const CountingWish& wish,
              write::CountWish counted, const FileTree& tree) {
  if (!find_names(lexicon, wish, &counted.entities)) return kNothingFound;
  const auto years = years_of(tree.documents, wish.years, wish.common.written,
                              wish.common.quiet);
  if (!years.ok()) return fail(kInputError, years.error().message);
  EachDocument documents{.lexicon = lexicon,
                         .tree = tree,
                         .annotate = annotate_options(wish.read, wish.common),
                         .jobs = wish.common.jobs,
                         .quiet = wish.common.quiet};
  documents.annotate.decide = wish.decide;
  documents.annotate.explain = false;
  write::Counts counts(counted);
  const EachDone done = each_document(
      documents,
      [&](const Annotation& page, size_t number) {
        return write::count_document(lexicon, page, (*years)[number], counted);
      },
      [&](const write::DocumentCount& one) {
        counts.add(one);
        return true;
      });
  // A figure puts together what a table leaves out.
  const bool svg = wish.common.format == "svg";
  const CountTable table =
      counts.table(svg ? 0 : wish.least, svg ? 0 : wish.limit);
  if (table.mentions == 0) {
    const int code =
        fail(kNothingFound,
             tr_n("nothing to count in {1} document",
                  "nothing to count in {1} documents", table.all_documents));
    return done.code == kDone ? code : done.code;
  }
  put(written_counts(lexicon, wish, counted, table));
  if (!wish.common.quiet) {
    std::fflush(stdout);
    std::fprintf(stderr, "%s\n", counting_summary(table).c_str());
  }
  return done.code;
}

int run_stats(const CountingWish& wish) {
  write::CountWish counted;
  read_columns(wish.by, &counted.by);
  counted.relative = wish.relative;
  counted.decided = wish.decided;
  const std::string wrong = counting_problem(wish, counted.by);
  if (!wrong.empty()) return fail(kUsage, wrong);
  // The places of a figure stand in the order of a table by them.
  if (wish.common.format == "svg") {
    std::swap(counted.by[0], counted.by[write::place_column(counted.by)]);
  }
  const FileTree tree = documents_of(wish.files, wish.read, wish.common.quiet);
  const auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string type = type_problem(**lexicon, wish.common.type);
  if (!type.empty()) return fail(kUsage, "--type: " + type);
  return count_all(**lexicon, wish, std::move(counted), tree);
}

// What is counted.
void add_counting_options(CLI::App* command, CountingWish* wish) {
  command
      ->add_option("--by", wish->by,
                   "Columns, a comma between: " + listed_words())
      ->type_name("COLUMNS")
      ->check(told_by(columns_problem));
  command
      ->add_option("--name", wish->names,
                   "Only this entity, by its id or a name (may be repeated)")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command->add_flag("--decided", wish->decided,
                    "Only mentions that are decided");
  command
      ->add_option("--decide", wish->decide, "Least probability of a decision")
      ->type_name("P")
      ->check(probability());
  command
      ->add_option("--dates,--years", wish->years,
                   "Years of the documents: a table with the columns document "
                   "and year")
      ->type_name("FILE");
  command->add_flag("--relative", wish->relative,
                    "Mentions per 10,000 characters of the documents, too");
}

// What is shown of it.
void add_showing_options(CLI::App* command, CountingWish* wish) {
  add_format(command, {"text", "csv", "tsv", "jsonl", "svg"}, &wish->common);
  command
      ->add_option("--min", wish->least,
                   "Least mentions of a row; in a figure, of what has a colour")
      ->type_name("N")
      ->check(whole_number(kMostRows));
  command
      ->add_option("--limit", wish->limit,
                   "Rows shown at most, the most frequent (0: all); in a "
                   "figure, colours (7)")
      ->type_name("N")
      ->check(whole_number(kMostRows));
  wish->bars_given =
      command
          ->add_option("--bars", wish->bars,
                       "Bars of a figure: stacked, or beside each other")
          ->type_name("HOW")
          ->check(one_of({"stacked", "grouped"}));
  command->add_option("--title", wish->title, "Title of a figure")
      ->type_name("TEXT");
}

}  // namespace

void add_stats(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "stats", "Count names by form, document, century, as a table or figure");
  auto wish = std::make_shared<CountingWish>();
  command
      ->add_option("files", wish->files,
                   "Documents, and folders of them; - is standard input")
      ->type_name("FILE")
      ->required();
  add_counting_options(command, wish.get());
  add_showing_options(command, wish.get());
  add_read_options(command, &wish->read);
  add_common(
      command,
      kTakesLexicon | kTakesTime | kTakesFilter | kTakesDisplay | kTakesJobs,
      &wish->common);
  command->footer(
      "Examples:\n"
      "  khitai stats library --by form,century --name qara-khitai --dates "
      "years.tsv\n"
      "  khitai stats *.txt --by entity,document --min 3 --format csv > c.csv\n"
      "  khitai stats *.txt --by century,form --name qara-khitai --dates y.tsv "
      "\\\n      --format svg > forms.svg");
  command->callback(
      [wish, action] { *action = [wish] { return run_stats(*wish); }; });
}

}  // namespace khitai::cli
