#include "tests/unit/sim/virtual_reader/fake_vpcd.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

#include "sim/virtual_reader/vpcd_frame.h"

namespace uketsuke::virtual_reader {

namespace {

constexpr timeval kPatience = {10, 0};

void require(bool done, const char* what) {
  if (!done) throw std::runtime_error(what);
}

}  // namespace

FakeVpcd::FakeVpcd(bool listens) : server_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  require(::bind(server_, any, size) == 0 && ::getsockname(server_, any, &size) == 0, "cannot take a port");
  ::setsockopt(server_, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
  port_ = ntohs(address.sin_port);
  if (listens) listen();
}

FakeVpcd::~FakeVpcd() {
  close();
  ::close(server_);
}

void FakeVpcd::listen() const { require(::listen(server_, 4) == 0, "cannot listen"); }

void FakeVpcd::accept() {
  close();
  client_ = ::accept4(server_, nullptr, nullptr, SOCK_CLOEXEC);
  require(client_ >= 0, "nobody connects");
  ::setsockopt(client_, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
}

void FakeVpcd::close() {
  if (client_ >= 0) ::close(client_);
  client_ = -1;
}

void FakeVpcd::send(std::string_view hex) const {
  const Bytes bytes = from_hex(hex);
  require(::send(client_, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size()),
          "cannot send");
}

std::string FakeVpcd::receive() const {
  std::uint8_t size[2];
  if (::recv(client_, size, 2, MSG_WAITALL) != 2) return "closed";
  Bytes payload(static_cast<std::size_t>(size[0] << 8 | size[1]));
  const ssize_t got = ::recv(client_, payload.data(), payload.size(), MSG_WAITALL);
  return got == static_cast<ssize_t>(payload.size()) ? to_hex(payload) : "closed";
}

std::string FakeVpcd::ask(std::string_view hex) const {
  Bytes frame;
  append_frame(frame, from_hex(hex));
  send(to_hex(frame));
  return receive();
}

}  // namespace uketsuke::virtual_reader
