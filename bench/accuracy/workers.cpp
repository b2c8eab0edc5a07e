#include "bench/accuracy/workers.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <sstream>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/process/isolated.h"

namespace uketsuke::bench {

namespace {

constexpr std::size_t kMostLost = 20;
// Opening a matcher with its models takes about 0.2 s: a run of items must be long enough to be worth it, and
// short enough for the progress bar to move.
constexpr std::size_t kShortestRun = 16;
constexpr std::size_t kLongestRun = 256;
constexpr std::size_t kRunsAJob = 8;

/// Items `first` to `end` - 1.
struct Run {
  std::size_t first = 0;
  std::size_t end = 0;
};

std::vector<Run> cut(const std::vector<Run>& open, int jobs) {
  std::size_t items = 0;
  for (const Run& run : open) items += run.end - run.first;
  const std::size_t length =
      std::clamp(items / (static_cast<std::size_t>(jobs) * kRunsAJob), kShortestRun, kLongestRun);
  std::vector<Run> runs;
  for (const Run& run : open) {
    for (std::size_t at = run.first; at < run.end; at += length)
      runs.push_back({at, std::min(run.end, at + length)});
  }
  return runs;
}

/// Runs in the child. The first line is the greeting; line i after it is the result of item i.
void work_run(const Run& run, const ItemWork& work, unsigned item_seconds, process::Outbox& outbox) {
  std::unique_ptr<ItemWorker> worker;
  try {
    worker = work.start();
  } catch (const std::exception& error) {
    outbox.write_result(error.what());
    return;
  }
  outbox.write_record(worker->greeting() + "\n");
  for (std::size_t item = run.first; item < run.end; ++item) {
    ::alarm(item_seconds);
    outbox.write_record(worker->work(item) + "\n");
  }
  ::alarm(0);
  outbox.write_result("");
}

std::string cause_of(const process::Outcome& outcome, unsigned seconds) {
  if (outcome.signal == SIGALRM) return fmt::format("took longer than {} s", seconds);
  if (outcome.signal == 0) return "ended its process";
  return fmt::format("crashed ({}, signal {})", ::strsignal(outcome.signal), outcome.signal);
}

/// Processes a run's output.
/// @returns the part of the run that is still open
Run take(const Run& run, const process::Outcome& outcome, const ItemWork& work, unsigned seconds) {
  std::istringstream lines(outcome.record);
  std::string line;
  if (!std::getline(lines, line)) {
    if (outcome.complete)
      throw InputError(InputProblem::bad_value, {"uketsuke evaluate", 0, 0}, outcome.result);
    throw SystemError("the matcher " + cause_of(outcome, seconds) + " while it was started");
  }
  work.greeted(line);
  std::size_t item = run.first;
  while (item < run.end && std::getline(lines, line)) work.done(item++, line);
  if (item == run.end) return {};  // even if the process died afterwards, in an exit handler
  work.lost(item, cause_of(outcome, seconds));
  return {item + 1, run.end};
}

}  // namespace

void work_items(const ItemWork& work, const WorkLimits& limits, const std::atomic<bool>& stop) {
  std::vector<Run> open{{0, work.count}};
  std::size_t lost = 0;
  while (!stop) {
    const std::vector<Run> runs = cut(open, limits.jobs);
    open.clear();
    if (runs.empty()) return;
    process::IsolationLimits isolation;
    isolation.lanes = std::min(limits.jobs, static_cast<int>(runs.size()));
    isolation.seconds = limits.item_seconds;
    process::run_isolated(
        runs.size(), [](std::size_t turn) { return turn; }, isolation,
        [&](std::size_t index, process::Outbox& outbox) {
          work_run(runs[index], work, limits.item_seconds, outbox);
        },
        [&](process::Outcome&& outcome) {
          const Run rest = take(runs[outcome.index], outcome, work, limits.item_seconds);
          if (rest.end == 0) return;
          if (++lost > kMostLost) {
            throw SystemError(fmt::format("the matcher died {} times, the last time it {}", lost,
                                          cause_of(outcome, limits.item_seconds)));
          }
          open.push_back(rest);
        },
        stop);
  }
}

}  // namespace uketsuke::bench
