#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace uketsuke::process {

/// Where a child puts what must survive it. It is shared memory: bytes are safe as soon as `write` returns,
/// even if the child crashes.
class Outbox {
 public:
  virtual ~Outbox() = default;
  /// Adds lines of the record, the evidence so far. @throws std::length_error if the box is full
  virtual void write_record(std::string_view bytes) = 0;
  /// Sets the result; a child without a result counts as crashed.
  virtual void write_result(std::string_view bytes) = 0;
  /// What the child is doing, as a NUL-terminated text that the child keeps up to date. It is reported if the
  /// child dies; the next job finds it empty.
  virtual char* note() = 0;
};

/// Size of an outbox's note in bytes, including the NUL.
inline constexpr std::size_t kNoteBytes = 256;

/// The outcome of one job.
struct Outcome {
  std::size_t index = 0;
  bool complete = false;  ///< the child wrote its result and exited by itself
  int signal = 0;         ///< signal that killed the child; 0: none
  std::string record;
  std::string result;
  std::string note;  ///< what the child was doing when it ended
};

struct IsolationLimits {
  int lanes = 1;  ///< number of children at a time; never more than jobs
  /// Pin a child to one processor; false: it may have threads on other processors.
  bool one_processor = true;
  unsigned seconds = 30;  ///< wall-clock timeout per child; a child that takes longer is killed (SIGALRM)
  std::size_t record_bytes = 32U << 20;  ///< maximum size of one child's record
  std::size_t result_bytes = 4U << 20;
};

/// Runs jobs 0 to `count` - 1, each in a process forked from this one.
///
/// `order[i]` is the i-th job to be started. `done` is called in this process, once at a time, in the order
/// in which jobs end. Once `stop` is true, no further job is started. Children ignore SIGINT and SIGTERM;
/// this process handles them.
///
/// Each lane is a process that forks its cases one after another, by default on one processor: forking and
/// waiting there takes half the time that it takes across two.
/// @throws SystemError if no process can be started or no memory is available
void run_isolated(std::size_t count, const std::function<std::size_t(std::size_t)>& order,
                  const IsolationLimits& limits, const std::function<void(std::size_t, Outbox&)>& job,
                  const std::function<void(Outcome&&)>& done, const std::atomic<bool>& stop);

}  // namespace uketsuke::process
