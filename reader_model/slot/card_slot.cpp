#include "reader_model/slot/card_slot.h"

#include "kernel/time.h"

namespace uketsuke::reader {

CardSlot::CardSlot(sc_core::sc_module_name name, Duration travel, RfFrontEnd& rf, record::Record& record)
    : sc_module(name), travel_(travel), rf_(rf), record_(record) {
  SC_HAS_PROCESS(CardSlot);
  SC_METHOD(arrive);
  sensitive << arrived_;
  dont_initialize();
}

bool CardSlot::insert(const CardBody& card) {
  if (body_) return false;
  body_ = card;
  arrived_.notify(to_sc_time(travel_));
  return true;
}

void CardSlot::open() {
  closed_ = false;
  if (!waits_) return;
  waits_ = false;
  arrived_.notify(to_sc_time(travel_));
}

void CardSlot::arrive() {
  waits_ = closed_;
  if (waits_) return;
  in_ = true;
  record_.add(record::Source::patient, record::CardInserted{body_->pseudonym});
  rf_.card_entered(card_field->card());
  firmware->card_in();
}

void CardSlot::remove() {
  if (!body_) return;
  arrived_.cancel();
  waits_ = false;
  body_.reset();
  if (!in_) return;
  in_ = false;
  record_.add(record::Source::patient,
              record::CardRemoved{});  // before the field goes: events that follow from that come later
  rf_.card_left();
  firmware->card_out();
}

}  // namespace uketsuke::reader
