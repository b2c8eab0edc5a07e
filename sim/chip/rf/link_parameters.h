#pragma once

#include <filesystem>

#include "base/calendar.h"
#include "reader_model/rf/air_time.h"
#include "reader_model/rf/atqb.h"

namespace uketsuke::chip {

/// Behaviour of a card's radio end; sim/chip/timing/link.yaml.
struct LinkParameters {
  /// Without PUPI, which is individual to each card. The values were observed on real cards
  /// (docs/card-facts.md §5.1).
  reader::Atqb atqb{{}, {0x00, 0x00, 0x41, 0xE0}, {0xB3, 0x81, 0xA1}};
  std::uint8_t application_family = 0;  ///< AFI; 0: answers only to 0
  Duration start_up{};                  ///< from field on to the first frame understood: ChipTiming's
  Duration tr0 = reader::kTr0;          ///< from the end of the reader's frame to subcarrier
  Duration tr1 = reader::kTr1;          ///< from subcarrier to SOF
  unsigned most_extension = 59;         ///< largest multiplier requested in S(WTX)

  /// Frame waiting time integer, 0 to 14.
  unsigned fwi() const { return reader::abilities(atqb).fwi; }
  void set_fwi(unsigned fwi);

  /// @throws InputError
  static LinkParameters load(const std::filesystem::path& path);
};

}  // namespace uketsuke::chip
