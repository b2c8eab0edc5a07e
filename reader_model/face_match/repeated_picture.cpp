#include "reader_model/face_match/repeated_picture.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace uketsuke::reader {

namespace {

/// 64-bit mixing of eight bytes at a time, in four independent sums. Not a cryptographic digest: an attacker
/// who can forge a collision can also add noise.
std::uint64_t digest(const camera::Image& picture) {
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15;
  constexpr std::size_t kSums = 4, kWord = sizeof(std::uint64_t);
  std::uint64_t sums[kSums];
  for (std::size_t i = 0; i < kSums; ++i)
    sums[i] =
        (static_cast<std::uint64_t>(picture.width) + i) * kPrime + static_cast<std::uint64_t>(picture.height);
  const auto mix = [](std::uint64_t& sum, std::uint64_t word) {
    sum = (sum ^ word) * kPrime;
    sum ^= sum >> 32;
  };
  const std::size_t size = picture.pixels.size();
  std::size_t at = 0;
  for (; at + kSums * kWord <= size; at += kSums * kWord) {
    std::uint64_t words[kSums];
    std::memcpy(words, &picture.pixels[at], sizeof words);
    for (std::size_t i = 0; i < kSums; ++i) mix(sums[i], words[i]);
  }
  for (; at < size; at += kWord) {
    std::uint64_t word = 0;
    std::memcpy(&word, &picture.pixels[at], std::min(size - at, kWord));
    mix(sums[0], word);
  }
  for (std::size_t i = 1; i < kSums; ++i) mix(sums[0], sums[i]);
  return sums[0];
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
