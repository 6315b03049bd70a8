// SPDX-License-Identifier: Apache-2.0

#include "cli/index_run.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

#include "base/new_file.h"
#include "base/ordered_pool.h"
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/messages.h"
#include "cli/run_talk.h"

namespace khitai::cli {
namespace {

// What became of a document.
struct Gathered {
  size_t number = 0;
  Status status = Done{};
  DocumentCounts counts;
  Replayed replayed;
  write::GatheredNames names;
};

RunTalk::Wish index_talk(const IndexRun& run) {
  RunTalk::Wish wish;
  wish.summary = !run.quiet && run.tree.documents.size() != 1;
  wish.progress = wish.summary && isatty(STDERR_FILENO) != 0;
  for (const DocumentPath& one : run.tree.documents) wish.bytes += one.bytes;
  wish.entities = run.lexicon.entity_count();
  return wish;
}

class IndexRunner {
 public:
  IndexRunner(const IndexRun& run, Decisions* decisions)
      : run_(run), decisions_(decisions), talk_(index_talk(run)) {
    for (const std::string& error : run.tree.errors) {
      code_ = talk_.failed(error);
    }
  }

  // On several threads.
  Gathered work(size_t number) const {
    Gathered out;
    out.number = number;
    const std::string& path = run_.tree.documents[number].path;
    auto source = read_source(path);
    if (!source.ok()) {
      out.status = source.error();
      return out;
    }
    out.counts.bytes = source->size();
    auto annotation = annotate_document(
        run_.lexicon, path, std::move(source).value(), run_.annotate);
    if (!annotation.ok()) {
      out.status = annotation.error();
      return out;
    }
    out.replayed = decisions_->replay(run_.lexicon, number, run_.annotate,
                                      &annotation.value());
    out.names = write::gather_names(run_.lexicon, *annotation, run_.wish);
    count_names(annotation->mentions.size(), &out);
    return out;
  }

  // In the order of the documents.
  bool take(Gathered gathered) {
    if (!gathered.status.ok()) {
      code_ = talk_.failed(gathered.status.error().message);
      return true;
    }
    const std::string& path = run_.tree.documents[gathered.number].path;
    if (!gathered.replayed.orphans.empty() ||
        !gathered.replayed.overridden.empty()) {
      talk_.clear();
      decisions_->tell(path, gathered.number, gathered.replayed, run_.quiet);
    }
    if (!gathered.names.remark.empty() && !run_.quiet) {
      talk_.clear();
      std::fprintf(stderr, "khitai: %s: %s\n",
                   path == "-" ? "standard input" : path.c_str(),
                   gathered.names.remark.c_str());
    }
    ambiguous_ += gathered.names.ambiguous;
    talk_.annotated(gathered.counts);
    documents_.push_back(std::move(gathered.names));
    return true;
  }

  int end() {
    const write::NameIndex index =
        write::build_index(run_.lexicon, documents_, run_.order, run_.wish);
    put(written(index));
    list_ambiguous();
    talk_.clear();
    decisions_->tell_count();
    if (index.entries.empty() && code_ == kDone) {
      if (!run_.quiet) {
        std::fprintf(stderr, "%s\n", tr("no names were found").c_str());
      }
      code_ = kNothingFound;
    }
    tell_ambiguous();
    talk_.end();
    return code_;
  }

 private:
  static void count_names(size_t mentions, Gathered* out) {
    out->counts.mentions = mentions;
    out->counts.matched = out->names.matched;
    out->counts.ambiguous = out->names.ambiguous;
    std::vector<uint32_t>& entities = out->counts.entities;
    for (const write::NameAt& name : out->names.names) {
      entities.push_back(name.key.entity);
    }
    std::sort(entities.begin(), entities.end());
    entities.erase(std::unique(entities.begin(), entities.end()),
                   entities.end());
  }

  std::string written(const write::NameIndex& index) const {
    std::string out;
    if (run_.format == "markdown") {
      write::write_index_markdown(index, &out);
    } else if (run_.format == "html") {
      write::write_index_html(index, &out);
    } else if (run_.format == "latex") {
      write::write_index_latex(index, &out);
    } else if (run_.format == "json") {
      write::write_index_json(index, &out);
    } else {
      write::write_index_text(index, run_.write, &out);
    }
    return out;
  }

  void list_ambiguous() {
    if (run_.ambiguous.empty()) return;
    std::string table;
    write::write_ambiguous_header(&table);
    for (const write::GatheredNames& document : documents_) {
      write::write_ambiguous(run_.lexicon, document, run_.wish, &table);
    }
    auto file = base::NewFile::begin(run_.ambiguous);
    Status done = file.ok() ? (*file)->add(table) : Status(file.error());
    if (done.ok()) done = (*file)->end();
    if (!done.ok()) code_ = talk_.failed(done.error().message);
  }

  void tell_ambiguous() const {
    if (run_.quiet || ambiguous_ == 0) return;
    std::string words =
        tr_n("{1} ambiguous name is not in the index",
             "{1} ambiguous names are not in the index", ambiguous_);
    if (run_.ambiguous.empty()) {
      words += "; " + tr("--ambiguous FILE lists them");
    }
    std::fprintf(stderr, "%s\n", words.c_str());
  }

  const IndexRun& run_;
  Decisions* const decisions_;
  RunTalk talk_;
  std::vector<write::GatheredNames> documents_;
  size_t ambiguous_ = 0;
  int code_ = kDone;
};

}  // namespace

int index_documents(const IndexRun& run, Decisions* decisions) {
  IndexRunner runner(run, decisions);
  const auto work = [&](size_t number) { return runner.work(number); };
  const auto take = [&](Gathered gathered) {
    return runner.take(std::move(gathered));
  };
  base::run_numbers(run.jobs, run.tree.documents.size(), work, take);
  return runner.end();
}

}  // namespace khitai::cli
