#include "reader_model/input/pin_pad.h"

namespace uketsuke::reader {

void PinPad::type_pin(const record::Secret& pin) {
  if (display_.screen() != record::Screen::enter_pin) return;
  record_.add(record::Source::patient, record::PinEntered{static_cast<std::int64_t>(pin.size())});
  firmware->pin_typed(pin);
}

}  // namespace uketsuke::reader
