#include "reader_model/face_match/repeated_picture.h"

#include <cstddef>
#include <cstring>

namespace uketsuke::reader {

namespace {

/// 64-bit mixing of eight bytes at a time. Not a cryptographic digest: who can forge a collision can as well
/// add noise.
std::uint64_t digest(const camera::Image& picture) {
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15;
  std::uint64_t sum =
      static_cast<std::uint64_t>(picture.width) * kPrime + static_cast<std::uint64_t>(picture.height);
  const std::size_t size = picture.pixels.size();
  for (std::size_t at = 0; at < size; at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, &picture.pixels[at], size - at < sizeof(word) ? size - at : sizeof(word));
    sum = (sum ^ word) * kPrime;
    sum ^= sum >> 32;
  }
  return sum;
}

}  // namespace

int RepeatedPicture::look(const camera::Image& picture) {
  const std::uint64_t now = digest(picture);
  count_ = count_ > 0 && now == digest_ ? count_ + 1 : 1;
  digest_ = now;
  return count_;
}

void RepeatedPicture::reset() {
  digest_ = 0;
  count_ = 0;
}

}  // namespace uketsuke::reader
