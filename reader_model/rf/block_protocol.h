#pragma once

#include "reader_model/rf/activation.h"

namespace uketsuke::reader {

/// The reader's end of the half-duplex block protocol (ISO/IEC 14443-4 §7.5): chaining in both directions,
/// waiting time extension, retransmission. Rules cited in the source are those of §7.5.4 and §7.5.5.
///
/// Block numbers ensure that a command reaches the card's application at most once, whatever is lost.
class BlockProtocol {
 public:
  BlockProtocol(Antenna& antenna, const LinkSettings& settings) : antenna_(antenna), settings_(settings) {}

  /// Starts with a new card: block number 0 (rule A).
  void begin(const ActiveCard& card);

  /// Sends a command and receives its answer.
  /// @param command any number of bytes
  /// @return whether the answer is complete; if not, the card is lost, and it is unknown what it did
  bool transceive(const Bytes& command, Bytes& answer);

  /// S(DESELECT). @return whether the card confirmed
  bool deselect();

 private:
  Antenna& antenna_;
  LinkSettings settings_;
  Duration waiting_time_{};
  std::size_t information_ = 0;  ///< maximum number of bytes of INF that the card accepts
  std::uint8_t number_ = 0;

  bool send_command(const Bytes& command);
  bool receive_answer(Bytes& answer);
  bool exchange(bool card_is_chaining);
  Duration confirm_extension();
  void put_block(std::uint8_t pcb, const std::uint8_t* information = nullptr, std::size_t size = 0);
};

}  // namespace uketsuke::reader
