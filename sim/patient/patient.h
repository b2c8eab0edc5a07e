#pragma once

#include <deque>
#include <functional>
#include <random>
#include <systemc>

#include "camera_model/camera.h"
#include "reader_model/reader.h"
#include "record/record.h"

namespace uketsuke::sim {

/// How long people take. Middle values; each movement varies by up to `spread` of it, from the case's seed.
struct Habits {
  Duration insert = std::chrono::milliseconds(900);
  Duration remove = std::chrono::milliseconds(300);
  Duration touch = std::chrono::milliseconds(1200);
  Duration digit = std::chrono::milliseconds(450);
  Duration face = std::chrono::milliseconds(600);
  Duration phone = std::chrono::milliseconds(2500);  ///< to unlock it and to lay it on the reader
  double spread = 0.2;
};

/// The person before the reader: does what he is told, one thing after the other, with a person's delays.
class Patient : public sc_core::sc_module {
 public:
  Patient(sc_core::sc_module_name name, const Habits& habits, std::uint64_t seed, record::Record& record);

  void stand_before(reader::Reader& reader) { reader_ = &reader; }

  void arrive(const std::string& patient);  ///< takes no time
  void insert(const reader::CardBody& card);
  void remove();
  void touch(record::Button button);
  void type_pin(const record::Secret& pin);
  void hold_phone(const reader::PhoneBody& phone);
  /// @param also  what else comes with it, at the same time
  void show_face(camera::Subject subject, std::function<void()> also);

  camera::Subject subject() const { return subject_; }  ///< who is before the camera now

 private:
  struct Movement {
    Duration takes{};
    std::function<void()> act;
  };

  Habits habits_;
  std::mt19937_64 random_;
  record::Record& record_;
  reader::Reader* reader_ = nullptr;
  camera::Subject subject_ = camera::Subject::nobody;
  std::deque<Movement> movements_;
  sc_core::sc_event told_{"told"};

  void run();
  void then(Duration takes, std::function<void()> act);
};

}  // namespace uketsuke::sim
