#pragma once

#include <chrono>
#include <optional>

#include "base/calendar.h"
#include "sim/virtual_reader/endpoint.h"
#include "sim/virtual_reader/vpcd_frame.h"

namespace uketsuke::virtual_reader {

/// How a wait ended.
enum class Wait {
  ready,    ///< what was waited for has happened
  closed,   ///< the other end closed or reset the connection
  late,     ///< not within the time
  stopped,  ///< the stop descriptor became readable: somebody wants the program to end
};

/// A TCP connection to a vpcd that never blocks longer than it is told, and wakes up when it has to stop.
class Connection {
 public:
  /// @param stop descriptor that becomes readable when waiting has to end; -1: none
  /// @throws VpcdError `unreachable`
  /// @return nothing where it was stopped before it was connected.
  static std::optional<Connection> open(const Endpoint& endpoint, Duration within, int stop);

  Connection(Connection&& other) noexcept;
  Connection& operator=(Connection&&) = delete;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  /// Puts what comes into the buffer: at least one byte where it is `ready`. @param within none: for ever
  Wait receive(FrameBuffer& into, std::optional<Duration> within);

  /// Sends all of it.
  Wait send(chip::ByteView bytes, Duration within);

  /// Sends nothing and waits, as a slow card does. `late` is the normal end; `closed` is seen at once.
  Wait pause(Duration time);

 private:
  int socket_;
  int stop_;
  std::chrono::steady_clock::time_point look_at_stop_{};

  Connection(int socket, int stop) : socket_(socket), stop_(stop) {}
};

/// Waits for the stop descriptor alone: `late` or `stopped`.
Wait wait_for_stop(int stop, Duration within);

}  // namespace uketsuke::virtual_reader
