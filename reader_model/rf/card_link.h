#pragma once

#include "reader_model/rf/block_protocol.h"

namespace uketsuke::reader {

/// A reader's link to the card in its field, from the field to the APDU: the whole of ISO/IEC 14443-3 Type B
/// and ISO/IEC 14443-4 without a simulation kernel. Nothing waits: each function runs the clock of the link
/// on to the end of what it did.
///
/// One card, one link. Not for several threads at once.
class CardLink {
 public:
  /// @param card must outlive the link
  /// @param observer told of each frame and field change at once; may be null
  CardLink(CardInField& card, const LinkSettings& settings, FrameObserver* observer = nullptr);

  /// Switches the field on and activates the card; where that fails, again after a field reset, `retries`
  /// times. @param at simulated time
  bool activate(Duration at);

  /// Sends a command. @return whether the answer is complete; otherwise the card is lost, and with it all it
  /// had verified: the field should be switched off.
  bool transceive(const Bytes& command, Bytes& answer);

  /// Ends the block protocol (S(DESELECT)); the card is halted, the field stays.
  void deselect();

  /// @param at simulated time, which may lie before `now()`: a card that leaves the field earlier than the
  /// link had reckoned
  void switch_off(Duration at);

  bool active() const { return active_; }
  /// The active card.
  const ActiveCard& card() const { return active_card_; }

  /// End of the last exchange.
  Duration now() const { return antenna_.now(); }
  /// Nothing is sent before `time`.
  void idle_until(Duration time) { antenna_.idle_until(time); }

 private:
  LinkSettings settings_;
  Antenna antenna_;
  BlockProtocol blocks_;
  ActiveCard active_card_;
  bool active_ = false;
};

}  // namespace uketsuke::reader
