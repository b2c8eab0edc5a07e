#include "camera_model/head/draw.h"

namespace uketsuke::camera {
namespace {

/// FNV-1a of the name, with the seed as its start value.
std::uint64_t state_of(std::uint32_t seed, std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325U ^ (static_cast<std::uint64_t>(seed) * 0x9e3779b97f4a7c15U);
  for (const char letter : name) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
  return hash;
}

/// SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t next(std::uint64_t& state) {
  std::uint64_t z = state += 0x9e3779b97f4a7c15U;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

float unit(std::uint64_t bits) { return static_cast<float>(bits >> 40U) * (1.0F / 16777216.0F); }

}  // namespace

float Draw::even(std::string_view name) const {
  std::uint64_t state = state_of(seed_, name);
  return unit(next(state));
}

float Draw::normal(std::string_view name) const {
  std::uint64_t state = state_of(seed_, name);
  float sum = -6.0F;
  for (int i = 0; i < 12; ++i) sum += unit(next(state));
  return sum;
}

std::size_t Draw::pick(std::string_view name, std::size_t count) const {
  return static_cast<std::size_t>(even(name) * static_cast<float>(count));
}

}  // namespace uketsuke::camera
