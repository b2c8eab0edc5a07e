#pragma once

#include <memory>
#include <utility>

#include "camera_model/camera.h"
#include "reader_model/ports/card_field_if.h"
#include "reader_model/ports/firmware_input_if.h"
#include "reader_model/ports/service_line.h"

namespace uketsuke::reader {

/// Takes what a part of the reader tells and does nothing; a test overrides what it is about.
struct InputsIgnored : FirmwareInputIf {
  void card_in() override {}
  void card_out() override {}
  void touched(record::Button) override {}
  void pin_typed(const record::Secret&) override {}
  void phone_held(const PhoneBody&) override {}
  void staff_mode_set(record::StaffMode) override {}
  void visual_check_decided(bool) override {}
};

/// The space before the antenna.
struct OneCard : CardFieldIf {
  void place(std::shared_ptr<CardInField> card) override { there = std::move(card); }
  std::shared_ptr<CardInField> card() override { return there; }
  std::shared_ptr<CardInField> there;
};

/// A service that never answers.
struct NoService : ServiceLineIf {
  void send(const ServiceRequest&) override {}
};

/// A camera before which there is nothing.
struct NoFrames : camera::FrameSourceIf {
  camera::Exposure expose(std::int64_t, Duration) override { return {}; }
};

}  // namespace uketsuke::reader
