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
/// Insertion takes effect after the mechanical travel time of the reader profile. Removal is immediate, even
/// in the middle of a command (ISO/IEC 14443-2: the field is lost).
class CardSlot : public sc_core::sc_module, public CardSlotIf {
 public:
  sc_core::sc_port<FirmwareInputIf> firmware{"firmware"};
  sc_core::sc_port<CardFieldIf> card_field{"card_field"};

  CardSlot(sc_core::sc_module_name name, Duration travel, RfFrontEnd& rf, record::Record& record);

  /// Closes the slot during a reception by phone. A card that is inserted meanwhile waits and goes in when
  /// the slot opens.
  void close() { closed_ = true; }
  void open();

  bool insert(const CardBody& card) override;
  void remove() override;

  /// The card in the slot. Null if it is empty.
  const CardBody* card() const { return in_ ? &*body_ : nullptr; }

 private:
  Duration travel_;
  RfFrontEnd& rf_;
  record::Record& record_;
  std::optional<CardBody> body_;
  bool in_ = false;
  bool closed_ = false;
  bool waits_ = false;  ///< a card waits at the closed slot
  sc_core::sc_event arrived_{"arrived"};

  void arrive();
};

}  // namespace uketsuke::reader
