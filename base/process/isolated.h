#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace uketsuke::process {

/// Where a child puts what must outlive it. Shared memory: bytes are safe as soon as `write` returns, even if
/// the child crashes.
class Outbox {
 public:
  virtual ~Outbox() = default;
  /// Evidence on the way: lines of the record. @throws std::length_error beyond the size of the box
  virtual void write_record(std::string_view bytes) = 0;
  /// The result; without one the child counts as crashed.
  virtual void write_result(std::string_view bytes) = 0;
  /// What the child is doing, kept up to date by the child: a text that ends with 0. It is of use where the
  /// child dies; the next job finds it empty.
  virtual char* note() = 0;
};

/// Bytes of an outbox's note, with the 0 at its end.
inline constexpr std::size_t kNoteBytes = 256;

/// What became of one job.
struct Outcome {
  std::size_t index = 0;
  bool complete = false;  ///< the child wrote its result and ended by itself
  int signal = 0;         ///< that killed it, 0: none
  std::string record;
  std::string result;
  std::string note;  ///< what it was doing when it ended
};

struct IsolationLimits {
  int lanes = 1;                         ///< children at a time; never more than there are jobs
  bool one_processor = true;             ///< false: a child may have threads, and they other processors
  unsigned seconds = 30;                 ///< of wall time; a child that takes longer is killed (SIGALRM)
  std::size_t record_bytes = 32U << 20;  ///< of one child's record
  std::size_t result_bytes = 4U << 20;
};

/// Runs jobs 0 to `count` - 1, each in a process of its own forked from this one.
///
/// `order[i]` is the i-th job to be started. `done` is called in this process, one at a time, in the order in
/// which jobs end. Jobs that were not begun when `stop` became true are not begun. SIGINT and SIGTERM are
/// this process's business: children ignore them.
///
/// Each lane is a process that forks its cases one after the other, on one processor as a rule: forking and
/// waiting there takes half the time that it takes across two.
/// @throws SystemError where no process or memory can be had
void run_isolated(std::size_t count, const std::function<std::size_t(std::size_t)>& order,
                  const IsolationLimits& limits, const std::function<void(std::size_t, Outbox&)>& job,
                  const std::function<void(Outcome&&)>& done, const std::atomic<bool>& stop);

}  // namespace uketsuke::process
