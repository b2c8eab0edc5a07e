#include "scenarios/loader/seed.h"

namespace uketsuke::scenario {

std::uint64_t case_seed(std::uint64_t run_seed, std::string_view case_id) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  const auto add = [&hash](std::uint8_t byte) {
    hash ^= byte;
    hash *= 0x100000001b3ULL;
  };
  for (int shift = 0; shift < 64; shift += 8) add(static_cast<std::uint8_t>(run_seed >> shift));
  for (const char c : case_id) add(static_cast<std::uint8_t>(c));
  return hash;
}

}  // namespace uketsuke::scenario
