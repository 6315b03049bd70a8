// SPDX-License-Identifier: Apache-2.0

#include "cli/journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/input_file.h"
#include "base/mapped_file.h"
#include "base/new_file.h"
#include "base/system_error.h"
#include "cli/messages.h"

namespace khitai::cli {
namespace {

// The same without what says nothing any more.
std::string shortened(const write::Journal& journal) {
  std::string out(write::journal_header());
  for (const auto& [output, mark] : journal.done) {
    out += write::journal_line(output, &mark);
  }
  return out;
}

}  // namespace

Result<std::unique_ptr<JournalFile>> JournalFile::open(
    const std::string& folder) {
  std::unique_ptr<JournalFile> journal(
      new JournalFile(folder + "/" + std::string(kJournalName)));
  const Status locked = journal->lock(folder);
  if (!locked.ok()) return locked.error();
  const Status read = journal->read();
  if (!read.ok()) return read.error();
  return journal;
}

JournalFile::~JournalFile() {
  if (file_ >= 0) ::close(file_);
  if (folder_ >= 0) ::close(folder_);
}

// Some file systems know no locks: there nobody is kept out.
Status JournalFile::lock(const std::string& folder) {
  folder_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder_ < 0) return base::system_error(folder, "cannot be opened");
  if (::flock(folder_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) {
    return Done{};
  }
  return Error{
      tr("{1}: another run writes there, expected one at a time; wait for it",
         folder)};
}

Status JournalFile::read() {
  std::string bytes;
  if (::access(path_.c_str(), F_OK) == 0) {
    auto all = base::read_whole(path_);
    if (!all.ok()) return all.error();
    bytes = std::move(all).value();
  }
  journal_ = write::read_journal(bytes);
  if (journal_.end == 0 || journal_.idle > journal_.done.size()) {
    const Status written = base::write_whole(path_, shortened(journal_));
    if (!written.ok()) return written;
  } else if (journal_.end < bytes.size() &&
             ::truncate(path_.c_str(), static_cast<off_t>(journal_.end)) != 0) {
    return base::system_error(path_, "cannot be written");
  }
  file_ = ::open(path_.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (file_ < 0) return base::system_error(path_, "cannot be written");
  return Done{};
}

bool JournalFile::has(const std::string& output,
                      const write::JournalMark& mark) const {
  const std::lock_guard lock(mutex_);
  const auto found = journal_.done.find(output);
  return found != journal_.done.end() && found->second == mark;
}

Status JournalFile::forget(const std::string& output,
                           const write::JournalMark& mark) {
  const std::lock_guard lock(mutex_);
  const auto found = journal_.done.find(output);
  if (found == journal_.done.end() || found->second == mark) return Done{};
  journal_.done.erase(found);
  return append(write::journal_line(output, nullptr));
}

Status JournalFile::add(const std::string& output,
                        const write::JournalMark& mark) {
  const std::lock_guard lock(mutex_);
  const auto [slot, fresh] = journal_.done.emplace(output, mark);
  if (!fresh && slot->second == mark) return Done{};
  slot->second = mark;
  return append(write::journal_line(output, &mark));
}

Status JournalFile::append(const std::string& line) {
  if (base::write_all(file_, line)) return Done{};
  return base::system_error(path_, "cannot be written");
}

}  // namespace khitai::cli
