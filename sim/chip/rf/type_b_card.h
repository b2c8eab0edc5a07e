#pragma once

#include <memory>

#include "sim/chip/rf/card_blocks.h"

namespace uketsuke::chip {

/// The card's radio end: ISO/IEC 14443-3 Type B from field on to ATTRIB, then ISO/IEC 14443-4.
///
/// Ignores frames with a wrong CRC_B, of unknown form, or out of sequence, as §7.3 requires: no bytes make it
/// fail or wait.
class TypeBCard : public reader::CardInField {
 public:
  /// Card state (ISO/IEC 14443-3 §7.4).
  enum class State {
    power_off,
    idle,
    ready_requested,  ///< requested, its slot has not come yet
    ready_declared,   ///< has sent its ATQB
    active,           ///< selected by ATTRIB
    halt,
  };

  /// @param seed  of PUPI and of the choice of slots
  TypeBCard(std::shared_ptr<CardApplication> application, const LinkParameters& link, std::uint64_t seed);
  TypeBCard(const TypeBCard&) = delete;
  TypeBCard& operator=(const TypeBCard&) = delete;

  void field_on(Duration at) override;
  void field_off(Duration at) override;
  bool receive(const reader::ReaderFrame& frame, reader::CardFrame& answer) override;

  State state() const { return state_; }
  const reader::Atqb& atqb() const { return link_.atqb; }

 private:
  std::shared_ptr<CardApplication> application_;
  LinkParameters link_;
  std::uint64_t random_;
  CardBlocks blocks_;
  State state_ = State::power_off;
  Duration awake_at_{};
  reader::BitRates rates_;
  unsigned slot_ = 0;      ///< in which it answers; the first is 0
  bool extended_ = false;  ///< the reader understands an extended ATQB

  bool initialise(ByteView frame, Bytes& answer);
  bool on_request(std::uint8_t family, std::uint8_t parameter, Bytes& answer);
  bool on_attrib(ByteView frame, Bytes& answer);
  bool declare(Bytes& answer);
  bool is_mine(const std::uint8_t* pupi) const;
  bool belongs_to(std::uint8_t family) const;
  std::uint64_t random();
};

}  // namespace uketsuke::chip
