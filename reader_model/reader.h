#pragma once

#include <memory>

#include "reader_model/firmware/firmware.h"
#include "reader_model/firmware/reader_settings.h"
#include "reader_model/input/phone_reader.h"
#include "reader_model/input/pin_pad.h"
#include "reader_model/input/staff_terminal.h"

namespace uketsuke::reader {

/// A face-authentication card reader: slot, RF front end, camera, display, PIN pad, firmware.
///
/// The world is joined to it by these ports and exports alone (docs/simulator.md). A port that is not bound
/// stops elaboration with its name.
class Reader : public sc_core::sc_module {
 public:
  // What people can do.
  sc_core::sc_export<CardSlotIf> card_slot{"card_slot"};
  sc_core::sc_export<TouchScreenIf> touch_screen{"touch_screen"};
  sc_core::sc_export<PinPadIf> pin_pad{"pin_pad"};
  sc_core::sc_export<PhoneReaderIf> phone_reader{"phone_reader"};
  sc_core::sc_export<StaffTerminalIf> staff_terminal{"staff_terminal"};

  // What the world gives and takes.
  sc_core::sc_port<ServiceLineIf> service_line{"service_line"};
  sc_core::sc_export<ServiceRepliesIf> service_replies{"service_replies"};
  sc_core::sc_port<camera::FrameSourceIf> frames{"frames"};
  sc_core::sc_export<camera::CameraBodyIf> camera_body{"camera_body"};
  sc_core::sc_port<CardFieldIf> card_field{"card_field"};

  /// @param screens, matcher, guidance, record  outlive the reader
  Reader(sc_core::sc_module_name name, const ReaderSettings& settings, const ScreenBook& screens,
         FaceMatcher& matcher, const GuidanceBook& guidance, record::Record& record);

  /// Sends the frames at the antenna to an observer, for traces; before the first card.
  void observe(FrameObserver& observer) { rf_.observe(observer); }

  /// Keeps pictures that explain a decision. A real reader keeps none.
  void keep_pictures(PictureKeeper& keeper) { firmware_.keep_pictures(keeper); }

 private:
  RfFrontEnd rf_;
  CardSlot slot_;
  camera::Camera camera_;
  Display display_;
  PinPad pad_;
  PhoneReader phones_;
  StaffTerminal terminal_;
  Firmware firmware_;
};

}  // namespace uketsuke::reader
