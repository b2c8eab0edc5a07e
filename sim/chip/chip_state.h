#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "record/secret.h"
#include "sim/chip/card_image.h"

namespace uketsuke::chip {

/// What a chip keeps without power: counters, and secrets that their holder changed. A value: copy it to keep
/// a card between two insertions, or to see what a torn card holds.
struct ChipState {
  struct Entry {
    std::uint8_t tries_left = 0;
    std::optional<record::Secret> changed;  ///< replaces the value of the image
  };
  std::vector<Entry> secrets;  ///< as long as `CardImage::secrets`

  ChipState() = default;

  /// A card as delivered: full counters; none left where the image has no value.
  explicit ChipState(const CardImage& image);

  /// Sets how many tries are left, from 0 to the most that the card allows.
  /// @throws std::invalid_argument for an unknown name or a number out of range.
  void set_tries(const CardImage& image, std::string_view secret, int tries);
};

}  // namespace uketsuke::chip
