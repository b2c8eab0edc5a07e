#pragma once

#include <random>
#include <vector>

#include "base/bytes.h"

namespace uketsuke::fuzz {

/// Makes inputs out of inputs: flips bits, puts in bytes that matter to a card, cuts, repeats and joins, and
/// gets at the steps as such, so that what comes after a change is still understood. The same seed gives the
/// same inputs.
class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  /// A changed copy of one of the inputs, which are at least one.
  Bytes next(const std::vector<Bytes>& corpus);

 private:
  std::mt19937_64 random_;

  std::size_t below(std::size_t limit) { return random_() % limit; }
  void change_bytes(Bytes& command);
  void change_command(Bytes& command);
  void change_steps(std::vector<Bytes>& steps, const std::vector<Bytes>& corpus);
};

}  // namespace uketsuke::fuzz
