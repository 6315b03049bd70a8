// SPDX-License-Identifier: Apache-2.0

#include "cli/annotate_tasks.h"

#include <algorithm>
#include <utility>

#include "base/ordered_pool.h"
#include "cli/documents.h"

namespace khitai::cli {
namespace {

constexpr uint64_t kLongText = uint64_t{1} << 20;
// So much of it tells what it is.
constexpr size_t kBeginning = 8192;

Status read_beginning(base::InputFile* file, std::string* begin) {
  while (begin->size() < kBeginning) {
    const size_t had = begin->size();
    begin->resize(kBeginning);
    const Result<size_t> got =
        file->read(begin->data() + had, kBeginning - had);
    begin->resize(had + (got.ok() ? *got : 0));
    if (!got.ok()) return got.error();
    if (*got == 0) break;
  }
  return Done{};
}

// Reads what was read already, then the file.
TextStream::Read reader_of(std::string begin,
                           std::shared_ptr<base::InputFile> file) {
  return [begin = std::move(begin), file = std::move(file), done = size_t{0}](
             char* into, size_t room) mutable -> Result<size_t> {
    if (done == begin.size()) return file->read(into, room);
    const size_t size = begin.copy(into, room, done);
    done += size;
    return size;
  };
}

}  // namespace

bool is_long(const DocumentPath& document) {
  return document.bytes > kLongText || document.bytes == 0;  // of a pipe
}

Result<std::string> read_source(const AnnotateTask& task,
                                const std::string& path) {
  if (task.file == nullptr) return read_source(path);
  std::string bytes = task.begin;
  const Status read = task.file->read_rest(kMostRead, &bytes);
  if (!read.ok()) return read.error();
  return bytes;
}

unsigned AnnotateTasks::jobs() const {
  const size_t documents = run_.tree.documents.size();
  const unsigned jobs = base::job_count(run_.jobs);
  for (size_t i = 0; i < documents; ++i) {
    if (may_have_pieces(i)) return jobs;
  }
  return static_cast<unsigned>(
      std::min<size_t>(jobs, std::max<size_t>(documents, 1)));
}

// Tables of all mentions, folders with files that are there as a whole or not
// at all, and what readers decided need the document as one.
bool AnnotateTasks::may_have_pieces(size_t document) const {
  const DocumentPath& one = run_.tree.documents[document];
  return run_.format.in_pieces && is_long(one) && run_.out.empty() &&
         run_.stats.empty() && !decisions_.has_any(document);
}

std::optional<AnnotateTask> AnnotateTasks::next() {
  if (in_pieces_ != nullptr) return next_piece();
  if (next_ == run_.tree.documents.size()) return std::nullopt;
  return open(next_++);
}

AnnotateTask AnnotateTasks::open(size_t document) {
  AnnotateTask task;
  task.document = document;
  if (!may_have_pieces(document)) return task;
  const std::string& path = run_.tree.documents[document].path;
  auto file = base::InputFile::open(path);
  if (!file.ok()) {
    task.status = file.error();
    return task;
  }
  task.file = std::move(file).value();
  task.status = read_beginning(task.file.get(), &task.begin);
  if (!task.status.ok()) return task;
  if (!TextStream::can_read(path, task.begin, run_.annotate)) return task;
  in_pieces_ = std::make_shared<TextStream>(
      run_.lexicon, path, run_.annotate,
      reader_of(std::move(task.begin), std::move(task.file)));
  return next_piece();
}

AnnotateTask AnnotateTasks::next_piece() {
  AnnotateTask task;
  task.document = next_ - 1;
  task.stream = in_pieces_;
  auto piece = in_pieces_->next();
  if (!piece.ok()) {
    task.status = piece.error();
    in_pieces_ = nullptr;
    return task;
  }
  task.piece = std::move(piece).value();
  if (task.piece->is_last) in_pieces_ = nullptr;
  return task;
}

}  // namespace khitai::cli
