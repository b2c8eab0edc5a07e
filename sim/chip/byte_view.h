#pragma once

#include <cstddef>
#include <cstdint>

#include "base/bytes.h"

namespace uketsuke::chip {

/// A non-owning view of bytes.
struct ByteView {
  const std::uint8_t* data = nullptr;
  std::size_t size = 0;

  ByteView() = default;
  ByteView(const std::uint8_t* first, std::size_t count) : data(first), size(count) {}
  ByteView(const Bytes& bytes) : data(bytes.data()), size(bytes.size()) {}  // NOLINT: a view of any buffer

  const std::uint8_t* begin() const { return data; }
  const std::uint8_t* end() const { return data + size; }
  bool empty() const { return size == 0; }
  std::uint8_t operator[](std::size_t i) const { return data[i]; }
};

}  // namespace uketsuke::chip
