// How the firmware reads a phone on the external reader.

#include "kernel/time.h"
#include "reader_model/firmware/firmware.h"

namespace uketsuke::reader {

void Firmware::phone_held(const PhoneBody& phone) {
  held_.phone = phone;
  push(input::PhoneHeld{});
}

void Firmware::read_phone(record::PhoneKind kind) {
  const PhoneBody body = *held_.phone;
  const bool lifted = body.lift_after && *body.lift_after < profile_.phone_read_time;
  wait(to_sc_time(lifted ? *body.lift_after : profile_.phone_read_time));
  PhoneAnswer answer{record::PhoneCheck::unreadable, std::nullopt, {}, {}};
  Bytes challenge;
  if (!lifted && body.phone != nullptr) {
    challenge = make_challenge();
    answer = body.phone->answer(
        {kind, kind == record::PhoneKind::android ? held_.pin : record::Secret(), challenge});
  }
  if (answer.result == record::PhoneCheck::accepted) {
    held_.from_phone = true;
    held_.certificate = std::move(answer.certificate);
    held_.challenge = std::move(challenge);
    held_.signature = std::move(answer.signature);
  }
  record::PhoneChecked checked{answer.result, std::nullopt};
  if (answer.tries_left) checked.tries_left = *answer.tries_left;
  parts_.record.add(record::Source::reader, checked);
  push(input::PhoneChecked{answer.result, answer.tries_left.value_or(-1)});
}

}  // namespace uketsuke::reader
