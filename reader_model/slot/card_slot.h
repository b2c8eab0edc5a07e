#pragma once

#include <optional>
#include <systemc>

#include "reader_model/ports/card_field_if.h"
#include "reader_model/ports/card_slot_if.h"
#include "reader_model/ports/firmware_input_if.h"
#include "reader_model/rf/rf_front_end.h"
#include "record/record.h"

namespace uketsuke::reader {

/// Where the patient puts the card: a slot, a tray or a plate.
///
/// Insertion takes effect after the mechanical travel time of the reader profile; removal is immediate, as a
/// card pulled in the middle of a command is (ISO/IEC 14443-2: the field is lost).
class CardSlot : public sc_core::sc_module, public CardSlotIf {
 public:
  sc_core::sc_port<FirmwareInputIf> firmware{"firmware"};
  sc_core::sc_port<CardFieldIf> card_field{"card_field"};

  CardSlot(sc_core::sc_module_name name, Duration travel, RfFrontEnd& rf, record::Record& record);

  /// No card goes in from now on: a reception by phone runs. One that is brought waits at the slot, and goes
  /// in when it opens.
  void close() { closed_ = true; }
  void open();

  bool insert(const CardBody& card) override;
  void remove() override;

  /// The card that lies in the slot; null where it is empty.
  const CardBody* card() const { return in_ ? &*body_ : nullptr; }

 private:
  Duration travel_;
  RfFrontEnd& rf_;
  record::Record& record_;
  std::optional<CardBody> body_;
  bool in_ = false;
  bool closed_ = false;
  bool waits_ = false;  ///< a card is at the closed slot
  sc_core::sc_event arrived_{"arrived"};

  void arrive();
};

}  // namespace uketsuke::reader
