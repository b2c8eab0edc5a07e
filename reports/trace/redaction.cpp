#include "reports/trace/redaction.h"

#include <algorithm>

#include "reports/trace/block.h"
#include "reports/trace/crc_b.h"

namespace uketsuke::trace {

namespace {

template <class Change>
void change_with_crc(Bytes& frame, Change&& change) {
  if (frame.size() < kCrc) return;
  const std::size_t size = frame.size() - kCrc;
  const unsigned before = crc_b(frame.data(), size);
  change(size);
  const unsigned change_of_crc = before ^ crc_b(frame.data(), size);
  frame[size] = static_cast<std::uint8_t>(frame[size] ^ change_of_crc);
  frame[size + 1] = static_cast<std::uint8_t>(frame[size + 1] ^ change_of_crc >> 8U);
}

}  // namespace

void hide(Bytes& frame, std::size_t begin, std::size_t end) {
  change_with_crc(frame, [&](std::size_t size) {
    for (std::size_t i = begin; i < std::min(end, size); ++i) frame[i] = kHidden;
  });
}

void set_byte(Bytes& frame, std::size_t at, std::uint8_t value) {
  change_with_crc(frame, [&](std::size_t size) {
    if (at < size) frame[at] = value;
  });
}

}  // namespace uketsuke::trace
