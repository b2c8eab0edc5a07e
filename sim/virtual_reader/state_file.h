#pragma once

#include <filesystem>
#include <optional>

#include "sim/chip/chip_state.h"

namespace uketsuke::virtual_reader {

/// What a card remembers without power, in a file: for each secret its tries left and, where its holder
/// changed it, the new value encrypted (RSA-OAEP) to a key of the card itself, so that a value can be read
/// with the card's keys only. JSON; the card is told by a digest of that key.
class StateFile {
 public:
  /// @param image of the card whose state it is; must have an authentication key (RSA, private part)
  /// @throws std::invalid_argument where it has none
  StateFile(std::filesystem::path path, const chip::CardImage& image);

  /// The state in the file; nothing where there is no file.
  /// @throws InputError for a file that cannot be read, is damaged, or belongs to another card.
  std::optional<chip::ChipState> load() const;

  /// Puts this state in the place of the old one, whole or not at all. @throws SystemError
  void save(const chip::ChipState& state) const;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  const chip::CardImage& image_;
  EVP_PKEY* key_ = nullptr;  ///< of `image_`
};

}  // namespace uketsuke::virtual_reader
