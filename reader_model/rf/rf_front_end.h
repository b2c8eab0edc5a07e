#pragma once

#include <systemc>

#include "reader_model/ports/card_body.h"
#include "reader_model/rf/card_link.h"
#include "reader_model/rf/frame_journal.h"
#include "record/record.h"

namespace uketsuke::reader {

/// The reader's end of the radio link: powers the card in the field and carries commands to its chip.
///
/// CardLink reckons a whole exchange at once; this module waits until its end, once. Whoever waits here is
/// told at once when the card leaves the field, and the card loses the field at that nanosecond.
class RfFrontEnd : public sc_core::sc_module {
 public:
  RfFrontEnd(sc_core::sc_module_name name, const LinkSettings& settings, record::Record& record);

  /// Who listens to the frames, for traces; before the first card. Told of them after the exchange that they
  /// belong to, with their own times.
  void observe(FrameObserver& observer) { observer_ = &observer; }

  /// Switches the field on and activates the card; the first command waits until that is done.
  void card_entered(std::shared_ptr<CardInField> chip);
  void card_left();

  /// Whether a card answered the field and was not given up since.
  bool has_card() const { return link_ && link_->active(); }

  /// Sends a command and waits for the answer; call it from a thread process.
  /// @return the answer, or nothing where the card left the field before it was complete, or answers no more
  std::optional<Bytes> transceive(const Bytes& command);

 private:
  LinkSettings settings_;
  record::Record& record_;
  FrameObserver* observer_ = nullptr;
  FrameJournal journal_;
  std::shared_ptr<CardInField> chip_;
  std::optional<CardLink> link_;
  unsigned cards_ = 0;  ///< counts them, to know whether the card is still the same
  sc_core::sc_event lost_{"lost"};

  void switch_off();
  void note(const Bytes& command, const Bytes* answer);
};

/// VERIFY, READ BINARY, …: the name of a command by its instruction byte, as ISO/IEC 7816-4 and the card's
/// users call it.
std::string command_name(const Bytes& command);

}  // namespace uketsuke::reader
