// A card slot of one's own in the place of the reader's: a tray that pulls cards in by motor. It stands
// behind the same interface, so the simulator's patient works with it unchanged. docs/simulator.md explains
// the parts.

#include <iostream>
#include <optional>

#include "kernel/hierarchy.h"
#include "kernel/main.h"
#include "kernel/time.h"
#include "reader_model/ports/card_slot_if.h"
#include "reader_model/ports/phone_reader_if.h"
#include "reader_model/ports/pin_pad_if.h"
#include "reader_model/ports/touch_screen_if.h"
#include "record/json_lines.h"
#include "sim/patient/card_field.h"
#include "sim/patient/patient.h"

using namespace uketsuke;

/// Takes a card, pulls it in for two seconds, and gives it out again after three more.
class MotorTray : public sc_core::sc_module, public reader::CardSlotIf {
 public:
  MotorTray(sc_core::sc_module_name name, record::Record& record) : sc_module(name), record_(record) {
    SC_HAS_PROCESS(MotorTray);
    SC_THREAD(work);
  }

  bool insert(const reader::CardBody& card) override {
    if (card_) return false;
    card_ = card;
    touched_.notify();
    return true;
  }
  void remove() override { card_.reset(); }

 private:
  record::Record& record_;
  std::optional<reader::CardBody> card_;
  sc_core::sc_event touched_{"touched"};

  void work() {
    for (;;) {
      wait(touched_);
      wait(2, sc_core::SC_SEC);
      if (!card_) continue;  // pulled back on its way in
      record_.add(record::Source::reader, record::CardInserted{card_->pseudonym});
      wait(3, sc_core::SC_SEC);
      record_.add(record::Source::reader, record::CardRemoved{});
      card_.reset();
    }
  }
};

/// The rest of a reader, of which this example has nothing.
struct NothingElse : reader::TouchScreenIf, reader::PinPadIf, reader::PhoneReaderIf {
  void touch(record::Button) override {}
  void type_pin(const record::Secret&) override {}
  void hold_phone(const reader::PhoneBody&) override {}
};

int main() {
  in_systemc([] {
    record::Record record;
    record.set_clock([] { return sc_now(); });
    MotorTray tray("tray", record);
    NothingElse nothing;
    sim::CardField field("field");
    sim::Patient patient("patient", sim::Habits{}, 1, record);
    patient.card_slot.bind(tray);
    patient.card_field.bind(field);
    patient.touch_screen.bind(nothing);
    patient.pin_pad.bind(nothing);
    patient.phone_reader.bind(nothing);

    patient.insert({{"sato-hanako", std::nullopt}, nullptr});
    sc_core::sc_start(10, sc_core::SC_SEC);
    print_hierarchy(std::cout);
    for (const record::Event& event : record.events()) std::cout << record::event_line(event);
  });
}
