#pragma once

#include <string>
#include <tuple>

namespace uketsuke {

/// A text for people: Japanese as on the device, and its English gloss.
struct Text {
  std::string ja;
  std::string en;

  friend bool operator==(const Text& a, const Text& b) {
    return std::tie(a.ja, a.en) == std::tie(b.ja, b.en);
  }
  friend bool operator!=(const Text& a, const Text& b) { return !(a == b); }
};

}  // namespace uketsuke
