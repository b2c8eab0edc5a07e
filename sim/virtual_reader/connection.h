#pragma once

#include <chrono>
#include <optional>

#include "base/calendar.h"
#include "sim/virtual_reader/endpoint.h"
#include "sim/virtual_reader/vpcd_frame.h"

namespace uketsuke::virtual_reader {

/// How a wait ended.
enum class Wait {
  ready,    ///< the awaited event occurred
  closed,   ///< the peer closed or reset the connection
  late,     ///< the time elapsed
  stopped,  ///< the stop descriptor became readable: the program must end
};

/// A TCP connection to a vpcd with time limits on all waits, which wakes up if it has to stop.
class Connection {
 public:
  /// @param stop  descriptor that becomes readable when waiting has to end; -1: none
  /// @throws VpcdError `unreachable`
  /// @returns nothing if it was stopped before it was connected
  static std::optional<Connection> open(const Endpoint& endpoint, Duration within, int stop);

  Connection(Connection&& other) noexcept;
  Connection& operator=(Connection&&) = delete;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  /// Receives into the buffer: at least one byte if the result is `ready`.
  /// @param within  none: no limit
  Wait receive(FrameBuffer& into, std::optional<Duration> within);

  /// Sends all bytes.
  Wait send(chip::ByteView bytes, Duration within);

  /// Sends nothing and waits, as a slow card does. `late` is the normal result; `closed` is detected at once.
  Wait pause(Duration time);

 private:
  int socket_;
  int stop_;
  std::chrono::steady_clock::time_point look_at_stop_{};

  Connection(int socket, int stop) : socket_(socket), stop_(stop) {}
};

/// Waits only for the stop descriptor: `late` or `stopped`.
Wait wait_for_stop(int stop, Duration within);

}  // namespace uketsuke::virtual_reader
