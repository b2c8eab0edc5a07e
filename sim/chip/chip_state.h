#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "record/secret.h"
#include "sim/chip/card_image.h"

namespace uketsuke::chip {

/// A chip's non-volatile state: counters, and secrets that the holder changed. A value type: copy it to keep
/// a card between two insertions, or to inspect a torn card.
struct ChipState {
  struct Entry {
    std::uint8_t tries_left = 0;
    std::optional<record::Secret> changed;  ///< replaces the value in the image
  };
  std::vector<Entry> secrets;  ///< one per `CardImage::secrets`

  ChipState() = default;

  /// A card as delivered: full counters; no tries left if the image has no value.
  explicit ChipState(const CardImage& image);

  /// Sets the number of tries left, from 0 to the card's maximum.
  /// @throws std::invalid_argument if the name is unknown or the number is out of range
  void set_tries(const CardImage& image, std::string_view secret, int tries);
};

}  // namespace uketsuke::chip
