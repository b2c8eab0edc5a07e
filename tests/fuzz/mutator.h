#pragma once

#include <random>
#include <vector>

#include "base/bytes.h"

namespace uketsuke::fuzz {

/// Mutates inputs: flips bits, inserts bytes that matter to a card, truncates, repeats and joins. It also
/// mutates whole steps, so that the bytes after a change are still parsed as intended. Equal seeds give equal
/// inputs.
class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  /// A mutated copy of one of the inputs; there must be at least one.
  Bytes next(const std::vector<Bytes>& corpus);

 private:
  std::mt19937_64 random_;

  std::size_t below(std::size_t limit) { return random_() % limit; }
  void change_bytes(Bytes& command);
  void change_command(Bytes& command);
  void change_steps(std::vector<Bytes>& steps, const std::vector<Bytes>& corpus);
};

}  // namespace uketsuke::fuzz
