#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace uketsuke::virtual_reader {

/// The peer of a card's connection, controlled by a test: a server on 127.0.0.1 and the one connection that
/// it has accepted.
class FakeVpcd {
 public:
  /// @param listens  whether connections are possible; a port is reserved in any case
  explicit FakeVpcd(bool listens = true);
  ~FakeVpcd();
  FakeVpcd(const FakeVpcd&) = delete;
  FakeVpcd& operator=(const FakeVpcd&) = delete;

  std::uint16_t port() const { return port_; }

  void listen() const;
  /// Accepts the next connection, and closes the one before.
  /// @throws std::runtime_error if none comes within some seconds
  void accept();
  void close();

  /// Sends bytes given in hexadecimal; spaces are allowed.
  void send(std::string_view hex) const;
  /// The payload of the next frame, in hexadecimal; "closed" if the connection is closed.
  std::string receive() const;

  /// Frames this payload, sends it, and returns the answer.
  std::string ask(std::string_view hex) const;

 private:
  int server_;
  int client_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace uketsuke::virtual_reader
