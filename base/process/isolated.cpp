#include "base/process/isolated.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "base/error.h"
#include "base/process/forking_heap.h"
#include "base/process/huge_pages.h"

namespace uketsuke::process {

namespace {

[[noreturn]] void fail(const char* what) {
  throw SystemError(fmt::format("cannot {}: {}", what, std::generic_category().message(errno)));
}

/// Memory shared by parent, lanes and children. Untouched pages cost nothing.
class SharedMemory {
 public:
  explicit SharedMemory(std::size_t bytes) : bytes_(bytes) {
    data_ = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (data_ == MAP_FAILED) fail("get shared memory");
  }
  ~SharedMemory() { ::munmap(data_, bytes_); }
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;

  char* data() const { return static_cast<char*>(data_); }

 private:
  std::size_t bytes_;
  void* data_;
};

/// Header of a lane's memory; the texts follow.
struct Box {
  std::atomic<std::size_t> record;
  std::atomic<std::size_t> result;
  std::atomic<bool> complete;
  std::array<char, kNoteBytes> note;
};

class SharedOutbox : public Outbox {
 public:
  SharedOutbox(Box& box, char* record, std::size_t record_limit, char* result, std::size_t result_limit)
      : box_(box),
        record_(record),
        record_limit_(record_limit),
        result_(result),
        result_limit_(result_limit) {}

  void write_record(std::string_view bytes) override {
    append(box_.record, record_, record_limit_, bytes, "record");
  }
  void write_result(std::string_view bytes) override {
    append(box_.result, result_, result_limit_, bytes, "result");
    box_.complete.store(true, std::memory_order_release);
  }
  char* note() override { return box_.note.data(); }

 private:
  Box& box_;
  char* record_;
  std::size_t record_limit_;
  char* result_;
  std::size_t result_limit_;

  static void append(std::atomic<std::size_t>& used, char* data, std::size_t limit, std::string_view bytes,
                     const char* what) {
    const std::size_t at = used.load(std::memory_order_relaxed);
    if (bytes.size() > limit - at)
      throw std::length_error(fmt::format("the {} is larger than {} bytes", what, limit));
    std::memcpy(data + at, bytes.data(), bytes.size());
    // After the bytes: a crash leaves only complete ones.
    used.store(at + bytes.size(), std::memory_order_release);
  }
};

/// Header of a message in a lane's pipe; the two texts follow.
struct Frame {
  std::size_t index;
  std::size_t record;
  std::size_t result;
  int signal;
  bool complete;
  std::array<char, kNoteBytes> note;
};

void write_all(int descriptor, const char* data, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(descriptor, data, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) ::_exit(1);  // the parent has ended
    data += written;
    size -= static_cast<std::size_t>(written);
  }
}

/// @return false at the end of the stream
bool read_all(int descriptor, char* data, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(descriptor, data, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    data += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

/// State shared by all lanes: which job is next, and whether to continue.
struct Shared {
  std::atomic<std::size_t> next;
  std::atomic<bool> stop;
};

struct Lane {
  pid_t pid = -1;
  int pipe = -1;
};

class LaneProcess {
 public:
  LaneProcess(int number, int pipe, Shared& shared, const SharedMemory& memory, const IsolationLimits& limits)
      : number_(number),
        pipe_(pipe),
        shared_(shared),
        limits_(limits),
        box_(*new (memory.data()) Box{}),
        record_(memory.data() + sizeof(Box)),
        result_(record_ + limits.record_bytes) {}

  [[noreturn]] void run(std::size_t count, const std::function<std::size_t(std::size_t)>& order,
                        const std::function<void(std::size_t, Outbox&)>& job) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::signal(SIGINT, SIG_IGN);
    ::signal(SIGTERM, SIG_IGN);
    stay_on_one_processor();
    ChildHeap::reserve();
    settle_before_forking();
    while (!shared_.stop.load()) {
      const std::size_t turn = shared_.next.fetch_add(1);
      if (turn >= count) break;
      run_one(order(turn), job);
    }
    ::_exit(0);
  }

 private:
  int number_;
  int pipe_;
  Shared& shared_;
  const IsolationLimits& limits_;
  Box& box_;
  char* record_;
  char* result_;

  /// Forking, running and waiting on one processor avoids wake-ups across processors.
  void stay_on_one_processor() const {
    cpu_set_t allowed;
    if (::sched_getaffinity(0, sizeof(allowed), &allowed) != 0) return;
    const int count = CPU_COUNT(&allowed);
    if (!limits_.one_processor || count < 1 || limits_.lanes > count) return;
    int wanted = number_ % count;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
      if (!CPU_ISSET(cpu, &allowed) || wanted-- > 0) continue;
      cpu_set_t one;
      CPU_ZERO(&one);
      CPU_SET(cpu, &one);
      ::sched_setaffinity(0, sizeof(one), &one);
      return;
    }
  }

  void run_one(std::size_t index, const std::function<void(std::size_t, Outbox&)>& job) {
    box_.record = 0;
    box_.result = 0;
    box_.complete = false;
    box_.note[0] = '\0';
    const pid_t child = ::fork();
    if (child == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      ::alarm(limits_.seconds);
      ChildHeap::use();
      SharedOutbox outbox(box_, record_, limits_.record_bytes, result_, limits_.result_bytes);
      job(index, outbox);
      ::_exit(0);  // no destructors and no flushing: buffered output belongs to the parent
    }
    int status = 0;
    Frame frame{index, 0, 0, 0, false, {}};
    if (child > 0) {
      while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
      }
      frame.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
      frame.complete =
          frame.signal == 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0 && box_.complete.load();
      frame.record = box_.record.load();
      frame.result = box_.complete.load() ? box_.result.load() : 0;
      frame.note = box_.note;
    }
    write_all(pipe_, reinterpret_cast<const char*>(&frame), sizeof(frame));
    write_all(pipe_, record_, frame.record);
    write_all(pipe_, result_, frame.result);
  }
};

/// Reads one outcome from a lane's pipe. @return false if the lane has ended
bool receive(int pipe, Outcome& outcome) {
  Frame frame{};
  if (!read_all(pipe, reinterpret_cast<char*>(&frame), sizeof(frame))) return false;
  outcome.index = frame.index;
  outcome.signal = frame.signal;
  outcome.complete = frame.complete;
  outcome.note.assign(frame.note.data(), ::strnlen(frame.note.data(), frame.note.size()));
  outcome.record.resize(frame.record);
  outcome.result.resize(frame.result);
  return read_all(pipe, outcome.record.data(), frame.record) &&
         read_all(pipe, outcome.result.data(), frame.result);
}

/// Ends all remaining lanes if the parent leaves early.
struct Lanes {
  std::vector<Lane> lanes;
  Shared& shared;
  ~Lanes() {
    shared.stop = true;
    for (const Lane& lane : lanes) {
      ::close(lane.pipe);
      while (::waitpid(lane.pid, nullptr, 0) < 0 && errno == EINTR) {
      }
    }
  }
};

}  // namespace

void run_isolated(std::size_t count, const std::function<std::size_t(std::size_t)>& order,
                  const IsolationLimits& limits, const std::function<void(std::size_t, Outbox&)>& job,
                  const std::function<void(Outcome&&)>& done, const std::atomic<bool>& stop) {
  const SharedMemory control(sizeof(Shared));
  Shared& shared = *new (control.data()) Shared{};
  std::vector<std::unique_ptr<SharedMemory>> boxes;
  Lanes running{{}, shared};
  const int lanes = static_cast<int>(std::min(count, static_cast<std::size_t>(limits.lanes)));
  for (int number = 0; number < lanes; ++number) {
    boxes.push_back(std::make_unique<SharedMemory>(sizeof(Box) + limits.record_bytes + limits.result_bytes));
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) fail("make a pipe");
    const pid_t pid = ::fork();
    if (pid < 0) fail("start a process");
    if (pid == 0) {
      ::close(ends[0]);
      for (const Lane& other : running.lanes) ::close(other.pipe);
      LaneProcess(number, ends[1], shared, *boxes.back(), limits).run(count, order, job);
    }
    ::close(ends[1]);
    running.lanes.push_back({pid, ends[0]});
  }
  std::vector<pollfd> polled;
  for (const Lane& lane : running.lanes) polled.push_back({lane.pipe, POLLIN, 0});
  std::size_t open = polled.size();
  while (open > 0) {
    if (stop) shared.stop = true;
    constexpr int kLook = 100;  // ms between two checks of `stop`
    if (::poll(polled.data(), polled.size(), kLook) < 0 && errno != EINTR) fail("wait for the cases");
    for (pollfd& lane : polled) {
      if (lane.fd < 0 || (lane.revents & (POLLIN | POLLHUP)) == 0) continue;
      Outcome outcome;
      if (receive(lane.fd, outcome)) {
        done(std::move(outcome));
      } else {
        lane.fd = -1;
        --open;
      }
    }
  }
}

}  // namespace uketsuke::process
