#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <random>
#include <systemc>

#include "camera_model/camera.h"
#include "reader_model/ports/card_field_if.h"
#include "reader_model/ports/card_slot_if.h"
#include "reader_model/ports/phone_reader_if.h"
#include "reader_model/ports/pin_pad_if.h"
#include "reader_model/ports/touch_screen_if.h"
#include "record/record.h"

namespace uketsuke::sim {

/// How long people take. Each value is a mean; a movement varies by up to the share `spread` of it, by the
/// case's seed.
struct Habits {
  Duration insert = std::chrono::milliseconds(900);
  Duration remove = std::chrono::milliseconds(300);
  Duration touch = std::chrono::milliseconds(1200);
  Duration digit = std::chrono::milliseconds(450);
  Duration face = std::chrono::milliseconds(600);
  Duration phone = std::chrono::milliseconds(2500);  ///< to unlock the phone and lay it on the reader
  double spread = 0.2;
};

/// A card in a patient's hand.
struct HeldCard {
  reader::CardBody body;
  std::shared_ptr<reader::CardInField> chip;  ///< null: nothing answers in the field
};

/// The person in front of the reader. Follows instructions one after another, with a person's delays.
class Patient : public sc_core::sc_module {
 public:
  sc_core::sc_port<reader::CardSlotIf> card_slot{"card_slot"};
  sc_core::sc_port<reader::CardFieldIf> card_field{"card_field"};
  sc_core::sc_port<reader::TouchScreenIf> touch_screen{"touch_screen"};
  sc_core::sc_port<reader::PinPadIf> pin_pad{"pin_pad"};
  sc_core::sc_port<reader::PhoneReaderIf> phone_reader{"phone_reader"};

  Patient(sc_core::sc_module_name name, const Habits& habits, std::uint64_t seed, record::Record& record);

  void arrive(const std::string& patient);  ///< takes no time
  void insert(const HeldCard& card);
  void remove();
  void touch(record::Button button);
  void type_pin(const record::Secret& pin);
  void hold_phone(const reader::PhoneBody& phone);
  /// @param also called at the same moment
  void show_face(camera::Subject subject, std::function<void()> also);

  camera::Subject subject() const { return subject_; }  ///< the person in front of the camera now

 private:
  struct Movement {
    Duration takes{};
    std::function<void()> act;
  };

  Habits habits_;
  std::mt19937_64 random_;
  record::Record& record_;
  camera::Subject subject_ = camera::Subject::nobody;
  std::deque<Movement> movements_;
  sc_core::sc_event task_added_{"task_added"};

  void run();
  void then(Duration takes, std::function<void()> act);
};

}  // namespace uketsuke::sim
