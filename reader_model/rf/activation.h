#pragma once

#include <optional>

#include "reader_model/rf/antenna.h"
#include "reader_model/rf/link_settings.h"

namespace uketsuke::reader {

/// A card selected by ATTRIB, and the agreed parameters.
struct ActiveCard {
  Atqb atqb;
  BitRates rates;
  std::size_t frame_size = 0;  ///< FSC, limited to the reader's maximum
  Duration waiting_time{};     ///< FWT
  Duration guard_time{};       ///< SFGT: from the answer to ATTRIB to the first block
  unsigned mbli = 0;           ///< maximum buffer length index
  std::size_t cards = 0;       ///< number of cards that answered in the field, including this one
};

/// Finds the cards in the field, halts all but one and activates that one: REQB and WUPB, slot markers, HLTB,
/// ATTRIB (ISO/IEC 14443-3 §7). If there are several cards, it is the one that answered first, in the round
/// without collisions.
///
/// The field must be on, and `field_guard` must have passed.
/// @return empty if no card answers, or none that supports ISO/IEC 14443-4
std::optional<ActiveCard> activate(Antenna& antenna, const LinkSettings& settings);

}  // namespace uketsuke::reader
