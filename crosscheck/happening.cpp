#include "crosscheck/happening.h"

#include <fmt/format.h>

#include "reader_model/firmware/flow/flow_input.h"
#include "record/words/card_words.h"
#include "record/words/desk_words.h"
#include "record/words/display_words.h"
#include "record/words/face_words.h"
#include "record/words/phone_words.h"
#include "record/words/service_words.h"

namespace uketsuke::crosscheck {

using namespace record;
using Kind = Happening::Kind;

namespace {

template <class Enum>
std::string_view word(int value) {
  return to_name(static_cast<Enum>(value));
}

}  // namespace

std::string to_string(const Happening& h) {
  switch (h.kind) {
    case Kind::card_in:
      return fmt::format("card in: {}", word<CardKind>(h.value));
    case Kind::card_out:
      return "card taken";
    case Kind::touch:
      return fmt::format("touch {}", word<Button>(h.value));
    case Kind::timer:
      return fmt::format("{} time is over", to_name(static_cast<reader::TimerPurpose>(h.value)));
    case Kind::staff_mode:
      return fmt::format("staff mode {}", word<StaffMode>(h.value));
    case Kind::staff_decides:
      return h.value != 0 ? "staff finds the same person" : "staff finds another person";
    case Kind::card_identified:
      return "card identified";
    case Kind::face_ready:
      return "photo read, card genuine";
    case Kind::number_wrong:
      return "照合番号B wrong";
    case Kind::number_blocked:
      return "照合番号B blocked";
    case Kind::no_photo:
      return "no photo on the card";
    case Kind::photo_unusable:
      return "the card's photo cannot be used";
    case Kind::not_genuine:
      return "card is not genuine";
    case Kind::face_judged:
      return fmt::format("face {}", word<FaceResult>(h.value));
    case Kind::camera_fails:
      return "the camera fails";
    case Kind::pin_tries_told:
      return "PIN tries told";
    case Kind::pin_typed:
      return "PIN typed";
    case Kind::pin_right:
      return "PIN right";
    case Kind::pin_wrong:
      return "PIN wrong";
    case Kind::certificate:
      return fmt::format("certificate {}", word<CertificateStatus>(h.value));
    case Kind::registration:
      return h.value != 0 ? "registered" : "not registered";
    case Kind::enrolled:
      return "registration stored";
    case Kind::eligibility:
      return fmt::format("eligibility {}", word<Validity>(h.value));
    case Kind::eligibility_of_holder:
      return fmt::format("eligibility {} with a specific disease", word<Validity>(h.value));
    case Kind::stored:
      return "consents stored";
    case Kind::phone_pin_typed:
      return "PIN of the phone typed";
    case Kind::phone_held:
      return "phone held";
    case Kind::phone_checked:
      return fmt::format("phone {}", word<PhoneCheck>(h.value));
    case Kind::phone_locks:
      return "phone wrong, no try left";
  }
  return {};
}

}  // namespace uketsuke::crosscheck
