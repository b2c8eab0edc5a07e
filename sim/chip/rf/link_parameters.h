#pragma once

#include <filesystem>

#include "base/calendar.h"
#include "reader_model/rf/air_time.h"
#include "reader_model/rf/atqb.h"

namespace uketsuke::chip {

/// How a card's radio end behaves; sim/chip/timing/link.yaml.
struct LinkParameters {
  /// Without PUPI, which each card has of its own. The values are those seen of real cards
  /// (docs/card-facts.md §5.1).
  reader::Atqb atqb{{}, {0x00, 0x00, 0x41, 0xE0}, {0xB3, 0x81, 0xA1}};
  std::uint8_t application_family = 0;  ///< AFI; 0: answers to 0 only
  Duration start_up{};                  ///< from the field to the first frame understood: ChipTiming's
  Duration tr0 = reader::kTr0;          ///< end of the reader's frame to subcarrier
  Duration tr1 = reader::kTr1;          ///< subcarrier to SOF
  unsigned most_extension = 59;         ///< the largest multiplier asked for in S(WTX)

  /// Frame waiting time integer, 0 to 14.
  unsigned fwi() const { return reader::abilities(atqb).fwi; }
  void set_fwi(unsigned fwi);

  /// @throws InputError
  static LinkParameters load(const std::filesystem::path& path);
};

}  // namespace uketsuke::chip
