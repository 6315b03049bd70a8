// SPDX-License-Identifier: Apache-2.0
//
// khitai concordance NAME FILES: where any form of a name stands in documents,
// with what stands around it.

#include <algorithm>
#include <memory>

#include "cli/annotate_wish.h"
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/each_document.h"
#include "cli/find_entity.h"
#include "cli/messages.h"
#include "fold/fold.h"
#include "write/concordance.h"
#include "write/words.h"

namespace khitai::cli {
namespace {

using write::PassageOrder;
using write::Passages;

constexpr int64_t kMostColumns = 1000;
constexpr int64_t kMostPassages = 1000000000;

struct ConcordanceWish {
  Common common;
  ReadWish read;
  std::string name;
  std::vector<std::string> files, forms;
  std::string sort = "place";
  std::string offsets = "byte";
  size_t width = 40;
  size_t limit = 0;
  double decide = kDecideMention;
  bool ambiguous = false;
  const CLI::Option* width_given = nullptr;
};

PassageOrder order_of(const std::string& word) {
  constexpr std::pair<const char*, PassageOrder> kOrders[] = {
      {"form", PassageOrder::kForm},
      {"left", PassageOrder::kLeft},
      {"right", PassageOrder::kRight},
      {"before", PassageOrder::kBefore},
      {"after", PassageOrder::kAfter}};
  for (const auto& [name, order] : kOrders) {
    if (word == name) return order;
  }
  return PassageOrder::kPlace;
}

// What is wrong with the options together; "" if nothing.
std::string concordance_problem(const ConcordanceWish& wish) {
  for (const std::string& form : wish.forms) {
    if (!fold::match_key(form).empty()) continue;
    return tr("--form: '{1}', expected a spelling with letters", form);
  }
  if (std::count(wish.files.begin(), wish.files.end(), "-") > 1) {
    return tr("-: standard input can be read once only");
  }
  return read_problem(wish.read);
}

// Writes passages as they come, or all of them sorted.
class ConcordanceRun {
 public:
  ConcordanceRun(const Lexicon& lexicon, const ConcordanceWish& wish,
                 std::vector<uint32_t> entities)
      : lexicon_(lexicon), wish_(wish), order_(order_of(wish.sort)) {
    wanted_.entities = std::move(entities);
    for (const std::string& form : wish.forms) {
      wanted_.forms.push_back(fold::match_key(form));
    }
    wanted_.ambiguous = wish.ambiguous;
    wanted_.width = wish.width;
    wanted_.offsets = offsets_of(wish.offsets);
    shown_.write = write_options(wish.common);
    shown_.context = wish.width;
    shown_.by_document = order_ == PassageOrder::kPlace;
    // Who asks for a width gets it.
    if (wish.width_given->count() > 0) shown_.write.width = 0;
  }

  Passages work(const Annotation& annotation) const {
    return passages_of(lexicon_, annotation, wanted_);
  }

  // False: no more are wanted, or nobody reads on.
  bool take(Passages passages) {
    ambiguous_ += passages.ambiguous;
    if (passages.rows.empty()) return true;
    ++documents_;
    if (order_ != PassageOrder::kPlace) {
      std::move(passages.rows.begin(), passages.rows.end(),
                std::back_inserter(kept_));
      return true;
    }
    const size_t most = wish_.limit == 0 ? SIZE_MAX : wish_.limit - count_;
    if (passages.rows.size() > most) passages.rows.resize(most);
    const bool read_on = write(passages.rows);
    return read_on && (wish_.limit == 0 || count_ < wish_.limit);
  }

  void end() {
    write::sort_passages(order_, &kept_);
    if (wish_.limit > 0 && kept_.size() > wish_.limit) {
      kept_.resize(wish_.limit);
    }
    if (!kept_.empty()) write(kept_);
    begin();
    if (wish_.common.format == "html") {
      std::string out;
      write::end_passages_html(&out);
      put(out);
    }
  }

  size_t count() const { return count_; }

  // "3 passages in 2 of 5 documents; 1 more may name it (--ambiguous)"
  std::string summary(size_t documents) const {
    const std::string words =
        tr_n("{1} passage", "{1} passages", count_) + " " +
        tr_n("in {2} of {1} document", "in {2} of {1} documents", documents,
             std::to_string(documents_));
    if (ambiguous_ == 0) return words;
    return words + "; " +
           tr_n("{1} more may name it (--ambiguous)",
                "{1} more may name it (--ambiguous)", ambiguous_);
  }

 private:
  std::string title() const {
    std::string labels;
    for (uint32_t entity : wanted_.entities) {
      write::append_joined(", ", lexicon_.entity(entity).label, &labels);
    }
    return "Concordance: " + labels;
  }

  // What stands before the first row. Once.
  void begin() {
    if (begun_) return;
    begun_ = true;
    std::string out;
    if (wish_.common.format == "csv") write::write_passages_csv_header(&out);
    if (wish_.common.format == "html") {
      write::begin_passages_html(title(), &out);
    }
    put(out);
  }

  bool write(const std::vector<write::Passage>& rows) {
    begin();
    const std::string& format = wish_.common.format;
    std::string out;
    if (format == "csv") {
      write::write_passages_csv(lexicon_, rows, &out);
    } else if (format == "jsonl") {
      write::write_passages_jsonl(lexicon_, rows, &out);
    } else if (format == "html") {
      write::write_passages_html(lexicon_, rows, &out);
    } else {
      if (count_ > 0) out += "\n";
      write::write_passages_text(lexicon_, rows, shown_, &out);
    }
    count_ += rows.size();
    return put(out);
  }

  const Lexicon& lexicon_;
  const ConcordanceWish& wish_;
  const PassageOrder order_;
  write::PassageWish wanted_;
  write::ConcordanceOptions shown_;
  std::vector<write::Passage> kept_;  // to be sorted
  size_t count_ = 0;                  // written
  size_t documents_ = 0;              // with passages
  size_t ambiguous_ = 0;
  bool begun_ = false;
};

int run_concordance(const ConcordanceWish& wish) {
  const std::string wrong = concordance_problem(wish);
  if (!wrong.empty()) return fail(kUsage, wrong);
  const FileTree tree = documents_of(wish.files, wish.read, wish.common.quiet);
  const auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string type = type_problem(**lexicon, wish.common.type);
  if (!type.empty()) return fail(kUsage, "--type: " + type);
  std::vector<uint32_t> entities =
      need_entities(**lexicon, wish.common, wish.name);
  if (entities.empty()) return kNothingFound;
  ConcordanceRun run(**lexicon, wish, std::move(entities));
  EachDocument documents{.lexicon = **lexicon,
                         .tree = tree,
                         .annotate = annotate_options(wish.read, wish.common),
                         .jobs = wish.common.jobs,
                         .quiet = wish.common.quiet};
  documents.annotate.decide = wish.decide;
  documents.annotate.explain = false;
  const EachDone done = each_document(
      documents, [&](const Annotation& page, size_t) { return run.work(page); },
      [&](Passages passages) { return run.take(std::move(passages)); });
  run.end();
  if (!wish.common.quiet) {
    std::fflush(stdout);
    std::fprintf(stderr, "%s\n", run.summary(done.documents).c_str());
  }
  if (done.code != kDone) return done.code;
  return run.count() == 0 ? kNothingFound : kDone;
}

void add_concordance_choices(CLI::App* command, ConcordanceWish* wish) {
  command
      ->add_option("--form", wish->forms,
                   "Only this spelling (may be repeated)")
      ->type_name("FORM")
      ->allow_extra_args(false);
  command->add_flag("--ambiguous", wish->ambiguous,
                    "Undecided passages that may name it, too");
  command
      ->add_option("--sort", wish->sort,
                   "Order: by place, by spelling, by the column on the left or "
                   "right of the name, by what is read before or after it")
      ->type_name("ORDER")
      ->check(one_of({"place", "form", "left", "right", "before", "after"}));
  wish->width_given =
      command
          ->add_option("--width", wish->width,
                       "Columns of context on either side (East Asian "
                       "characters take two)")
          ->type_name("N")
          ->check(whole_number(kMostColumns));
  command->add_option("--limit", wish->limit, "Passages shown at most (0: all)")
      ->type_name("N")
      ->check(whole_number(kMostPassages));
  command
      ->add_option("--decide", wish->decide, "Least probability of a decision")
      ->type_name("P")
      ->check(probability());
  add_offsets_option(command, "Unit of start and end", &wish->offsets);
}

}  // namespace

void add_concordance(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "concordance", "Show a name in all its forms where it stands in texts");
  auto wish = std::make_shared<ConcordanceWish>();
  command->add_option("name", wish->name, "Id of an entity, or a name")
      ->type_name("NAME")
      ->required();
  command
      ->add_option("files", wish->files,
                   "Documents, and folders of them; - is standard input")
      ->type_name("FILE")
      ->required();
  add_format(command, {"text", "csv", "jsonl", "html"}, &wish->common);
  add_concordance_choices(command, wish.get());
  add_read_options(command, &wish->read);
  add_common(
      command,
      kTakesLexicon | kTakesTime | kTakesFilter | kTakesDisplay | kTakesJobs,
      &wish->common);
  command->footer(
      "Of texts that run from the right, what follows the name stands on its\n"
      "left, as in print; csv and jsonl have before and after.\n\n"
      "Examples:\n"
      "  khitai concordance qara-khitai chapters/*.txt\n"
      "  khitai concordance Sanjar --year 1141 library --sort after\n"
      "  khitai concordance qara-khitai *.txt --form \xD8\xAE\xD8\xB7\xD8\xA7\n"
      "  khitai concordance qara-khitai *.txt --format csv > passages.csv");
  command->callback(
      [wish, action] { *action = [wish] { return run_concordance(*wish); }; });
}

}  // namespace khitai::cli
