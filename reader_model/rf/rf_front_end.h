#pragma once

#include <systemc>

#include "reader_model/ports/card_body.h"
#include "reader_model/rf/card_link.h"
#include "reader_model/rf/frame_journal.h"
#include "record/record.h"

namespace uketsuke::reader {

/// The reader's end of the RF link: powers the card in the field and carries commands to its chip.
///
/// CardLink computes a whole exchange at once; this module waits once until its end. A waiting caller is
/// notified at once when the card leaves the field, and the card loses the field at that nanosecond.
class RfFrontEnd : public sc_core::sc_module {
 public:
  RfFrontEnd(sc_core::sc_module_name name, const LinkSettings& settings, record::Record& record);

  /// Sets the observer of frames, for traces; call it before the first card. It is told of frames after the
  /// exchange that they belong to, with their own times.
  void observe(FrameObserver& observer) { observer_ = &observer; }

  /// Switches the field on and activates the card; the first command waits for that.
  void card_entered(std::shared_ptr<CardInField> chip);
  void card_left();

  /// Whether a card answered the field and has not been given up since.
  bool has_card() const { return link_ && link_->active(); }

  /// Sends a command and waits for the answer; call it from a thread process.
  /// @return the answer, or empty if the card left the field before it was complete, or no longer answers
  std::optional<Bytes> transceive(const Bytes& command);

 private:
  LinkSettings settings_;
  record::Record& record_;
  FrameObserver* observer_ = nullptr;
  FrameJournal journal_;
  std::shared_ptr<CardInField> chip_;
  std::optional<CardLink> link_;
  unsigned cards_ = 0;  ///< counts cards, to detect that the card was replaced
  sc_core::sc_event lost_{"lost"};

  void switch_off();
  void note(const Bytes& command, const Bytes* answer);
};

/// The name of a command by its instruction byte, as in ISO/IEC 7816-4 and among users of the card: VERIFY,
/// READ BINARY, …
std::string command_name(const Bytes& command);

}  // namespace uketsuke::reader
