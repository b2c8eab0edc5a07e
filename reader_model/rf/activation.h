#pragma once

#include <optional>

#include "reader_model/rf/antenna.h"
#include "reader_model/rf/link_settings.h"

namespace uketsuke::reader {

/// A card that ATTRIB has chosen, and what was agreed with it.
struct ActiveCard {
  Atqb atqb;
  BitRates rates;
  std::size_t frame_size = 0;  ///< FSC, at most what the reader sends
  Duration waiting_time{};     ///< FWT
  Duration guard_time{};       ///< SFGT: from the answer to ATTRIB to the first block
  unsigned mbli = 0;           ///< maximum buffer length index
  std::size_t cards = 0;       ///< how many cards answered in the field, this one included
};

/// Finds the cards in the field, halts all but one and activates that one: REQB and WUPB, slot markers, HLTB,
/// ATTRIB (ISO/IEC 14443-3 §7). Of several cards it is the one that answered first, in the round in which no
/// two answered at a time.
///
/// The field must be on, and `field_guard` over.
/// @return nothing where no card answers, or none that speaks ISO/IEC 14443-4
std::optional<ActiveCard> activate(Antenna& antenna, const LinkSettings& settings);

}  // namespace uketsuke::reader
