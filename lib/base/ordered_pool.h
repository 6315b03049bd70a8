// SPDX-License-Identifier: Apache-2.0
//
// Work on several threads whose results come out in the order of the input:
//
//   run_in_order(jobs, produce, work, take);
//
//   produce() -> std::optional<Item>  the next item, nothing at the end
//   work(Item) -> Out                 on several threads at a time
//   take(Out) -> bool                 in order; false ends it all early
//
// `produce` is called by one thread at a time, `take` only by the caller's
// thread, so neither needs a lock of its own. What is taken does not depend on
// `jobs`. At most twice as many items as threads are under way: the room it
// takes does not grow with the input. With one job no thread is started.

#ifndef KHITAI_BASE_ORDERED_POOL_H_
#define KHITAI_BASE_ORDERED_POOL_H_

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace khitai::base {

// As many as asked for; 0: as many as there are processors.
inline unsigned job_count(unsigned asked) {
  return asked > 0 ? asked : std::max(1u, std::thread::hardware_concurrency());
}

template <typename Out, typename Produce, typename Work>
class OrderedPool {
 public:
  OrderedPool(unsigned jobs, const Produce& produce, const Work& work)
      : produce_(produce), work_(work), waiting_(size_t{jobs} * 2) {
    for (unsigned i = 0; i < jobs; ++i) {
      threads_.emplace_back([this] { run(); });
    }
  }
  ~OrderedPool() {
    stop();
    for (std::thread& thread : threads_) thread.join();
  }
  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;

  // The next result; nothing at the end.
  std::optional<Out> next() {
    std::unique_lock lock(mutex_);
    std::optional<Out>& place = waiting_[taken_ % waiting_.size()];
    changed_.wait(lock, [&] {
      return place.has_value() || (ended_ && begun_ == taken_);
    });
    std::optional<Out> out = std::move(place);
    place.reset();
    if (out.has_value()) ++taken_;
    changed_.notify_all();
    return out;
  }

 private:
  // No further item is begun.
  void stop() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

  bool wait_for_room() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock,
                  [&] { return ended_ || begun_ < taken_ + waiting_.size(); });
    return !ended_;
  }

  // The next item and its number; nothing at the end.
  auto begin(size_t* number) {
    const std::lock_guard one_at_a_time(input_);
    decltype(produce_()) item;
    if (!wait_for_room()) return item;
    item = produce_();
    const std::lock_guard lock(mutex_);
    if (!item.has_value()) ended_ = true;
    if (ended_) {
      item.reset();
      changed_.notify_all();
    } else {
      *number = begun_++;
    }
    return item;
  }

  void run() {
    size_t number = 0;
    for (auto item = begin(&number); item; item = begin(&number)) {
      Out out = work_(std::move(*item));
      const std::lock_guard lock(mutex_);
      waiting_[number % waiting_.size()] = std::move(out);
      changed_.notify_all();
    }
  }

  const Produce& produce_;
  const Work& work_;
  std::mutex input_, mutex_;
  std::condition_variable changed_;
  std::vector<std::optional<Out>> waiting_;  // by number, a ring
  std::vector<std::thread> threads_;
  size_t begun_ = 0;
  size_t taken_ = 0;
  bool ended_ = false;
};

template <typename Produce, typename Work, typename Take>
void run_in_order(unsigned jobs, const Produce& produce, const Work& work,
                  const Take& take) {
  using Out = decltype(work(*produce()));
  if (jobs <= 1) {
    for (auto item = produce(); item; item = produce()) {
      if (!take(work(std::move(*item)))) return;
    }
    return;
  }
  OrderedPool<Out, Produce, Work> pool(jobs, produce, work);
  for (auto out = pool.next(); out; out = pool.next()) {
    if (!take(std::move(*out))) return;
  }
}

// The same for the numbers below `count`: work(number), take(Out).
template <typename Work, typename Take>
void run_numbers(unsigned asked, size_t count, const Work& work,
                 const Take& take) {
  size_t next = 0;
  const auto produce = [&]() -> std::optional<size_t> {
    if (next == count) return std::nullopt;
    return next++;
  };
  const size_t jobs =
      std::min<size_t>(job_count(asked), std::max<size_t>(count, 1));
  run_in_order(static_cast<unsigned>(jobs), produce, work, take);
}

// The same for the numbers below `count` in blocks of `size`: work(begin, end).
template <typename Work, typename Take>
void run_blocks_in_order(unsigned asked, size_t count, size_t size,
                         const Work& work, const Take& take) {
  run_numbers(
      asked, (count + size - 1) / size,
      [&](size_t block) {
        return work(block * size, std::min(block * size + size, count));
      },
      take);
}

// work(number) for each number below `count`, on several threads, in no order.
template <typename Work>
void run_each(unsigned asked, size_t count, const Work& work) {
  run_numbers(
      asked, count,
      [&](size_t number) {
        work(number);
        return true;
      },
      [](bool) { return true; });
}

// work(begin, end) for the numbers below `count` in blocks of `size`; likewise.
template <typename Work>
void run_blocks(unsigned asked, size_t count, size_t size, const Work& work) {
  run_each(asked, (count + size - 1) / size, [&](size_t block) {
    work(block * size, std::min(block * size + size, count));
  });
}

}  // namespace khitai::base

#endif  // KHITAI_BASE_ORDERED_POOL_H_
