#pragma once

#include "reader_model/rf/block_protocol.h"

namespace uketsuke::reader {

/// A reader's link to the card in its field, from the field to the APDU: ISO/IEC 14443-3 Type B and ISO/IEC
/// 14443-4, without a simulation kernel. No function waits: each one advances the link's own clock to the end
/// of its work.
///
/// One link per card. Not thread-safe.
class CardLink {
 public:
  /// @param card must outlive the link
  /// @param observer is told of each frame and field change at once; may be null
  CardLink(CardInField& card, const LinkSettings& settings, FrameObserver* observer = nullptr);

  /// Switches the field on and activates the card; on failure, tries again after a field reset, up to
  /// `retries` times. @param at simulated time
  bool activate(Duration at);

  /// Sends a command. @return whether the answer is complete; if not, the card is lost together with its
  /// security status, and the field should be switched off.
  bool transceive(const Bytes& command, Bytes& answer);

  /// Ends the block protocol (S(DESELECT)); the card is halted, the field stays on.
  void deselect();

  /// Switches the field off. @param at simulated time, which may be before `now()`: a card that leaves the
  /// field earlier than the link had computed
  void switch_off(Duration at);

  bool active() const { return active_; }
  /// The active card.
  const ActiveCard& card() const { return active_card_; }

  /// End of the last exchange.
  Duration now() const { return antenna_.now(); }
  /// Sends nothing before `time`.
  void idle_until(Duration time) { antenna_.idle_until(time); }

 private:
  LinkSettings settings_;
  Antenna antenna_;
  BlockProtocol blocks_;
  ActiveCard active_card_;
  bool active_ = false;
};

}  // namespace uketsuke::reader
