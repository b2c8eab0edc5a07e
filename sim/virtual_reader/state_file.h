#pragma once

#include <filesystem>
#include <optional>

#include "sim/chip/chip_state.h"

namespace uketsuke::virtual_reader {

/// A card's non-volatile state in a JSON file: for each secret its tries left and, if the holder changed it,
/// the new value, encrypted (RSA-OAEP) to a key of the card itself, so that only the card's keys can read it.
/// A digest of that key identifies the card.
class StateFile {
 public:
  /// @param image  of the card; must have an authentication key (RSA, private part)
  /// @throws std::invalid_argument if it has none
  StateFile(std::filesystem::path path, const chip::CardImage& image);

  /// The state in the file; nothing if there is no file.
  /// @throws InputError if a file cannot be read, is damaged, or belongs to another card
  std::optional<chip::ChipState> load() const;

  /// Replaces the state atomically.
  /// @throws SystemError
  void save(const chip::ChipState& state) const;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  const chip::CardImage& image_;
  EVP_PKEY* key_ = nullptr;  ///< of `image_`
};

}  // namespace uketsuke::virtual_reader
