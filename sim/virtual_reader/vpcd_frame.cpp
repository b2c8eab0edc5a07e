#include "sim/virtual_reader/vpcd_frame.h"

#include <cstring>
#include <stdexcept>

namespace uketsuke::virtual_reader {

namespace {
constexpr std::size_t kSizeField = 2;
}

void append_frame(Bytes& out, chip::ByteView payload) {
  if (payload.size > kMostPayload) throw std::length_error("a frame of vpcd holds 65535 bytes at most");
  out.push_back(static_cast<std::uint8_t>(payload.size >> 8));
  out.push_back(static_cast<std::uint8_t>(payload.size));
  out.insert(out.end(), payload.begin(), payload.end());
}

FrameBuffer::FrameBuffer() : bytes_(kSizeField + kMostPayload) {}

void FrameBuffer::added(std::size_t count) {
  if (count > room()) throw std::length_error("more bytes than there was room for");
  end_ += count;
}

std::size_t FrameBuffer::announced() const {
  if (end_ - begin_ < kSizeField) return 0;
  return kSizeField + (static_cast<std::size_t>(bytes_[begin_]) << 8 | bytes_[begin_ + 1]);
}

std::optional<chip::ByteView> FrameBuffer::front() const {
  const std::size_t size = announced();
  if (size == 0 || end_ - begin_ < size) return std::nullopt;
  return chip::ByteView(bytes_.data() + begin_ + kSizeField, size - kSizeField);
}

void FrameBuffer::pop() {
  begin_ += announced();
  // Moves the remaining bytes, usually none, to the front: there is again room for a frame of any size.
  std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
}

std::size_t FrameBuffer::unfinished() const { return front() ? 0 : end_ - begin_; }

}  // namespace uketsuke::virtual_reader
