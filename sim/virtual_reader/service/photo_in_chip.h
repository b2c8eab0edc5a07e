#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "scenarios/model/persona.h"

namespace uketsuke::virtual_reader {

/// The photo for a card, and one line that says what it shows.
struct PhotoInChip {
  std::optional<Bytes> jp2;  ///< none: the one that the card factory draws, if the card has any
  std::string note;
};

/// The persona's head, photographed as old as on the day of issue; where the models for that are not in the
/// cache, the drawn photo and the reason.
/// @param data    root of the installed data files
/// @param models  folder `models` of the cache
PhotoInChip photo_in_chip(const scenario::Persona& persona, const std::filesystem::path& data,
                          const std::filesystem::path& models);

}  // namespace uketsuke::virtual_reader
