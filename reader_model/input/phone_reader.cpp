#include "reader_model/input/phone_reader.h"

namespace uketsuke::reader {

void PhoneReader::hold_phone(const PhoneBody& phone) {
  if (display_.screen() != record::Screen::hold_phone) return;
  record_.add(record::Source::patient, record::PhoneHeld{phone.pseudonym, phone.kind});
  firmware->phone_held(phone);
}

}  // namespace uketsuke::reader
