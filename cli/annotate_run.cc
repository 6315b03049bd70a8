// SPDX-License-Identifier: Apache-2.0

#include "cli/annotate_run.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <utility>

#include "base/checksum.h"
#include "base/memory.h"
#include "base/ordered_pool.h"
#include "cli/annotate_tasks.h"
#include "cli/command.h"
#include "cli/identity.h"
#include "cli/out_folder.h"
#include "cli/run_talk.h"
#include "cli/stats_file.h"

namespace khitai::cli {
namespace {

// What became of a document, or of a piece of one.
struct Outcome {
  size_t number = 0;
  Status status = Done{};
  bool done_before = false;
  DocumentCounts counts;
  Replayed replayed;
  std::string text;                      // for standard output
  std::string rows;                      // for the table
  std::string remark;                    // on what was left out
  std::optional<Annotation> annotation;  // where all are written together
  // Of a piece, which may change when those before it are known.
  std::shared_ptr<TextStream> stream;
  std::optional<TextStream::Annotated> piece;
};

void count(const Annotation& annotation, DocumentCounts* counts) {
  counts->mentions = annotation.mentions.size();
  for (const Mention& mention : annotation.mentions) {
    if (mention.decision == Decision::kAmbiguous) ++counts->ambiguous;
    if (mention.decision != Decision::kMatch) continue;
    ++counts->matched;
    counts->entities.push_back(mention.candidates.front().entity);
  }
  auto& entities = counts->entities;
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
}

RunTalk::Wish talk_of(const AnnotateRun& run) {
  const std::vector<DocumentPath>& documents = run.tree.documents;
  RunTalk::Wish wish;
  wish.summary = !run.quiet && (documents.size() != 1 || !run.out.empty());
  const bool takes_long =
      wish.summary || (documents.size() == 1 && is_long(documents.front()));
  wish.progress = !run.quiet && takes_long && isatty(STDERR_FILENO) != 0 &&
                  (!run.out.empty() || !is_terminal_output());
  for (const DocumentPath& one : documents) wish.bytes += one.bytes;
  wish.entities = run.lexicon.entity_count();
  return wish;
}

class Runner {
 public:
  Runner(const AnnotateRun& run, Decisions* decisions)
      : run_(run), decisions_(decisions), talk_(talk_of(run)) {}

  // False: nothing can be begun.
  bool open() {
    for (const std::string& error : run_.tree.errors) {
      code_ = talk_.failed(error);
    }
    if (!run_.out.empty()) {
      auto made =
          OutFolder::make(run_.out, run_.format, run_.lexicon, run_.write);
      if (!made.ok()) return refuse(made.error());
      folder_ = std::move(made).value();
    }
    if (!run_.stats.empty()) {
      auto begun = StatsFile::begin(run_.stats);
      if (!begun.ok()) return refuse(begun.error());
      stats_ = std::move(begun).value();
    }
    return true;
  }

  // Of one document, or a piece, all that needs no other one. On several
  // threads.
  Outcome work(AnnotateTask task) const {
    Outcome out;
    out.number = task.document;
    out.status = task.status;
    if (!out.status.ok()) return out;
    if (!task.piece) return work_on_document(task);
    out.stream = std::move(task.stream);
    out.piece = out.stream->annotate(std::move(*task.piece));
    write_piece(&out);
    return out;
  }

  // In the order of the documents. False: nobody reads on.
  bool take(Outcome outcome) {
    if (!outcome.status.ok()) {
      code_ = talk_.failed(outcome.status.error().message);
      return true;
    }
    if (outcome.piece && outcome.stream->settle(&*outcome.piece)) {
      write_piece(&outcome);
    }
    if (outcome.done_before) {
      talk_.done_before(outcome.counts.bytes);
      return true;
    }
    tell(outcome.number, outcome.replayed);
    tell_remark(outcome.number, outcome.remark);
    talk_.annotated(outcome.counts);
    add_rows(outcome.rows);
    if (folder_ != nullptr) return true;
    if (outcome.annotation) {
      together_.push_back(std::move(*outcome.annotation));
      return true;
    }
    if (first_ && run_.format.write_header != nullptr) {
      std::string header;
      run_.format.write_header(run_.write, &header);
      put(header);
    }
    first_ = false;
    if (put(outcome.text) || stats_ != nullptr) return true;
    left_ = true;
    return false;
  }

  int end() {
    if (!together_.empty()) {
      std::string out;
      run_.format.write_all(run_.lexicon, together_, run_.write, &out);
      put(out);
    }
    end_rows();
    talk_.clear();
    decisions_->tell_count();
    if (!left_) talk_.end();
    return code_;
  }

  int code() const { return code_; }

 private:
  Outcome work_on_document(const AnnotateTask& task) const {
    Outcome out;
    out.number = task.document;
    const size_t number = task.document;
    const DocumentPath& document = run_.tree.documents[number];
    auto source = read_source(task, document.path);
    if (!source.ok()) {
      out.status = source.error();
      return out;
    }
    out.counts.bytes = source->size();
    write::JournalMark mark;
    if (folder_ != nullptr) mark = mark_of(number, *source);
    out.done_before = folder_ != nullptr && !run_.again && stats_ == nullptr &&
                      folder_->is_done(document, mark);
    if (out.done_before) return out;
    AnnotateOptions options = run_.annotate;
    if (run_.tree.documents.size() == 1) options.jobs = run_.jobs;
    auto annotation = annotate_document(run_.lexicon, document.path,
                                        std::move(source).value(), options);
    if (!annotation.ok()) {
      out.status = annotation.error();
      return out;
    }
    out.replayed = decisions_->replay(run_.lexicon, number, run_.annotate,
                                      &annotation.value());
    deliver(document, mark, std::move(annotation).value(), &out);
    return out;
  }

  void write_piece(Outcome* out) const {
    const Annotation& annotation = out->piece->annotation;
    out->counts = {};
    out->counts.is_end = out->piece->is_last;
    out->counts.bytes = out->piece->size;
    count(annotation, &out->counts);
    out->text.clear();
    run_.format.write(run_.lexicon, annotation, run_.write, &out->text);
  }

  bool refuse(const Error& error) {
    code_ = fail(kInputError, error.message);
    return false;
  }

  void tell(size_t number, const Replayed& replayed) {
    if (replayed.orphans.empty() && replayed.overridden.empty()) return;
    talk_.clear();
    decisions_->tell(run_.tree.documents[number].path, number, replayed,
                     run_.quiet);
  }

  void tell_remark(size_t number, const std::string& remark) {
    if (remark.empty()) return;
    talk_.clear();
    std::fprintf(stderr, "khitai: %s: %s\n",
                 run_.tree.documents[number].path.c_str(), remark.c_str());
  }

  // A table that cannot be written is told once, and nothing of it is left.
  void add_rows(const std::string& rows) {
    if (stats_ == nullptr || stats_failed_) return;
    const Status added = stats_->add(rows);
    if (added.ok()) return;
    code_ = talk_.failed(added.error().message);
    stats_failed_ = true;
  }

  void end_rows() {
    if (stats_ == nullptr || stats_failed_) return;
    const Status ended = stats_->end();
    if (!ended.ok()) code_ = talk_.failed(ended.error().message);
  }

  write::JournalMark mark_of(size_t number, const std::string& source) const {
    Identity identity;
    identity.add(run_.identity);
    identity.add(run_.tree.documents[number].path);
    identity.add(decisions_->identity(number));
    return {base::hex64(base::checksum(source)), identity.hex()};
  }

  void deliver(const DocumentPath& document, const write::JournalMark& mark,
               Annotation annotation, Outcome* out) const {
    count(annotation, &out->counts);
    if (run_.format.remark != nullptr && !run_.quiet) {
      out->remark = run_.format.remark(annotation);
    }
    if (stats_ != nullptr) {
      out->rows =
          stats_->rows_of(run_.lexicon, annotation, run_.years[out->number]);
    }
    if (folder_ != nullptr) {
      out->status = folder_->write(document, annotation, mark);
    } else if (run_.format.several == Several::kTogether) {
      out->annotation = std::move(annotation);
    } else {
      run_.format.write(run_.lexicon, annotation, run_.write, &out->text);
    }
  }

  const AnnotateRun& run_;
  Decisions* const decisions_;
  RunTalk talk_;
  std::unique_ptr<OutFolder> folder_;  // null: to standard output
  std::unique_ptr<StatsFile> stats_;   // null: no table
  std::vector<Annotation> together_;
  bool first_ = true;
  bool stats_failed_ = false;
  bool left_ = false;  // nobody reads on
  int code_ = kDone;
};

}  // namespace

int annotate_documents(const AnnotateRun& run, Decisions* decisions) {
  Runner runner(run, decisions);
  if (!runner.open()) return runner.code();
  base::keep_memory();
  AnnotateTasks tasks(run, *decisions);
  base::run_in_order(
      tasks.jobs(), [&] { return tasks.next(); },
      [&](AnnotateTask task) { return runner.work(std::move(task)); },
      [&](Outcome outcome) { return runner.take(std::move(outcome)); });
  return runner.end();
}

}  // namespace khitai::cli
