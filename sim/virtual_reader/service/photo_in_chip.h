#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "scenarios/model/persona.h"

namespace uketsuke::virtual_reader {

/// The photo for a card, and one line that describes it.
struct PhotoInChip {
  std::optional<Bytes> jp2;  ///< none: the photo drawn by the card factory, if the card has any
  std::string note;
};

/// A photo of the persona's head at their age on the day of issue; if the models for this are not cached, the
/// drawn photo and the reason.
/// @param data  root of the installed data files
/// @param models  folder `models` of the cache
PhotoInChip photo_in_chip(const scenario::Persona& persona, const std::filesystem::path& data,
                          const std::filesystem::path& models);

}  // namespace uketsuke::virtual_reader
