#pragma once

#include <systemc>

#include "reader_model/ports/card.h"
#include "reports/record/record.h"

namespace uketsuke::reader {

/// The reader's end of the radio link: powers the card in the field and carries commands to its chip.
///
/// Time on the air follows from the bit rate; the chip says how long it works. Whoever waits here is told at
/// once when the card leaves the field.
class RfFrontEnd : public sc_core::sc_module {
 public:
  /// @param bit_rate kbit/s, 106 to 848 (ISO/IEC 14443-2)
  RfFrontEnd(sc_core::sc_module_name name, unsigned bit_rate, record::Record& record);

  void card_entered(std::shared_ptr<CardInField> chip);
  void card_left();

  /// Whether a chip answers the field.
  bool has_card() const { return chip_ != nullptr; }

  /// Sends a command and waits for the answer; call it from a thread process.
  /// @return the answer, or nothing where the card left the field before it was complete
  std::optional<Bytes> transceive(const Bytes& command);

 private:
  unsigned bit_rate_;
  record::Record& record_;
  std::shared_ptr<CardInField> chip_;
  sc_core::sc_event lost_;

  Duration on_air(std::size_t bytes) const;
  void note(const Bytes& command, const Bytes* answer);
};

/// VERIFY, READ BINARY, …: the name of a command by its instruction byte, as ISO/IEC 7816-4 and the card's
/// users call it.
std::string command_name(const Bytes& command);

}  // namespace uketsuke::reader
