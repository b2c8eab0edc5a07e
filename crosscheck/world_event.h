#pragma once

#include <string>

namespace uketsuke::crosscheck {

/// Something that the reader receives from a patient, staff, a clock, a chip, a camera or a service.
struct WorldEvent {
  enum class Kind {
    card_in,  ///< value: record::CardKind
    card_out,
    touch,          ///< value: record::Button
    timer,          ///< the running timer expired; value: reader::TimerPurpose
    staff_mode,     ///< value: record::StaffMode
    staff_decides,  ///< value: whether it is the same person
    card_identified,
    face_ready,    ///< number accepted, photo read, card genuine
    number_wrong,  ///< the printed number was misread; tries are left
    number_blocked,
    no_photo,
    photo_unusable,
    not_genuine,
    face_judged,  ///< value: record::FaceResult
    camera_fails,
    pin_tries_told,
    pin_typed,
    pin_right,
    pin_wrong,
    certificate,   ///< value: record::CertificateStatus
    registration,  ///< value: whether it is registered
    enrolled,
    eligibility,            ///< value: record::Validity
    eligibility_of_holder,  ///< as `eligibility`, for a patient with a 特定疾病療養受療証
    stored,
    phone_pin_typed,
    phone_held,
    phone_checked,  ///< value: record::PhoneCheck; `wrong` means that tries are left
    phone_locks,    ///< wrong digits, and no tries are left
  };
  Kind kind{};
  int value = 0;
};

/// `touch agree_all`, `certificate in_grace`
std::string to_string(const WorldEvent& event);

}  // namespace uketsuke::crosscheck
