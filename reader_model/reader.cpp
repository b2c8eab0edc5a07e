#include "reader_model/reader.h"

#include <utility>

namespace uketsuke::reader {

Reader::Reader(sc_core::sc_module_name name, const ReaderSettings& settings, const ScreenBook& screens,
               FaceMatcher& matcher, const GuidanceBook& guidance, record::Record& record)
    : sc_module(name),
      rf_("rf", settings.profile.link, record),
      slot_("slot", settings.profile.card_travel, rf_, record),
      camera_("camera", settings.camera),
      display_("display", screens, record),
      pad_("pad", display_, record),
      phones_("phone_antenna", display_, record),
      terminal_("terminal", record),
      firmware_("firmware", settings.profile, flow_settings(settings),
                Firmware::Parts{rf_, slot_, display_, camera_, matcher, guidance, record}, settings.seed) {
  if (settings.defect) firmware_.tamper(tampering(*settings.defect));
  slot_.firmware.bind(firmware_);
  display_.firmware.bind(firmware_);
  pad_.firmware.bind(firmware_);
  phones_.firmware.bind(firmware_);
  terminal_.firmware.bind(firmware_);
  camera_.sink.bind(firmware_);

  slot_.card_field.bind(card_field);
  camera_.source.bind(frames);
  firmware_.service_line.bind(service_line);

  card_slot.bind(slot_);
  touch_screen.bind(display_);
  pin_pad.bind(pad_);
  phone_reader.bind(phones_);
  staff_terminal.bind(terminal_);
  service_replies.bind(firmware_);
  camera_body.bind(camera_);
}

}  // namespace uketsuke::reader
