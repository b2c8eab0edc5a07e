#include "sim/patient/patient.h"

#include <utility>

#include "kernel/time.h"

namespace uketsuke::sim {

Patient::Patient(sc_core::sc_module_name name, const Habits& habits, std::uint64_t seed,
                 record::Record& record)
    : sc_module(name), habits_(habits), random_(seed), record_(record) {
  SC_HAS_PROCESS(Patient);
  SC_THREAD(run);
}

void Patient::run() {
  for (;;) {
    while (movements_.empty()) wait(task_added_);
    const Movement movement = std::move(movements_.front());
    movements_.pop_front();
    wait(to_sc_time(movement.takes));
    movement.act();
  }
}

void Patient::then(Duration takes, std::function<void()> act) {
  // Not std::uniform_real_distribution: its results differ between standard libraries, and runs must be
  // repeatable.
  const double unit = static_cast<double>(random_() >> 11) * 0x1.0p-53;
  const double factor = 1.0 + habits_.spread * (2.0 * unit - 1.0);
  movements_.push_back(
      {std::chrono::microseconds(static_cast<long>(static_cast<double>(takes.count()) / 1000 * factor)),
       std::move(act)});
  task_added_.notify(sc_core::SC_ZERO_TIME);
}

void Patient::arrive(const std::string& patient) {
  record_.add(record::Source::patient, record::PatientArrived{patient});
  subject_ = camera::Subject::nobody;
}

void Patient::insert(const HeldCard& card) {
  then(habits_.insert, [this, card] {
    if (card_slot->insert(card.body)) card_field->place(card.chip);
  });
}

void Patient::remove() {
  then(habits_.remove, [this] { card_slot->remove(); });
}

void Patient::touch(record::Button button) {
  then(habits_.touch, [this, button] { touch_screen->touch(button); });
}

void Patient::type_pin(const record::Secret& pin) {
  then(habits_.digit * static_cast<long>(pin.size()), [this, pin] { pin_pad->type_pin(pin); });
}

void Patient::hold_phone(const reader::PhoneBody& phone) {
  then(habits_.phone, [this, phone] { phone_reader->hold_phone(phone); });
}

void Patient::show_face(camera::Subject subject, std::function<void()> also) {
  then(habits_.face, [this, subject, also = std::move(also)] {
    subject_ = subject;
    also();
  });
}

}  // namespace uketsuke::sim
