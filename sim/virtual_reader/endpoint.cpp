#include "sim/virtual_reader/endpoint.h"

#include <fmt/format.h>

#include <charconv>

#include "base/error.h"

namespace uketsuke::virtual_reader {

Endpoint parse_endpoint(std::string_view text, const std::string& option) {
  const auto refuse = [&] {
    return InputError(InputProblem::bad_value, {option, 0, 0},
                      fmt::format("\"{}\" is not HOST:PORT, such as 127.0.0.1:{}", text, kFirstSlot));
  };
  Endpoint endpoint;
  std::string_view port;
  if (!text.empty() && text.front() == '[') {
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos) throw refuse();
    endpoint.host = text.substr(1, close - 1);
    port = text.substr(close + 1);
    if (!port.empty() && port.front() != ':') throw refuse();
  } else {
    const std::size_t colon = text.find(':');
    if (colon != 0) endpoint.host = text.substr(0, colon);
    port = colon == std::string_view::npos ? std::string_view() : text.substr(colon);
  }
  if (endpoint.host.empty()) throw refuse();
  if (port.empty()) return endpoint;
  port.remove_prefix(1);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), endpoint.port);
  if (error != std::errc() || end != port.data() + port.size() || endpoint.port == 0) throw refuse();
  return endpoint;
}

std::string to_string(const Endpoint& endpoint) {
  const bool six = endpoint.host.find(':') != std::string::npos;
  return fmt::format(six ? "[{}]:{}" : "{}:{}", endpoint.host, endpoint.port);
}

std::string reader_name(const Endpoint& endpoint) {
  if (endpoint.port < kFirstSlot || endpoint.port > kLastSlot) return "";
  return fmt::format("Virtual PCD 00 {:02}", endpoint.port - kFirstSlot);
}

}  // namespace uketsuke::virtual_reader
