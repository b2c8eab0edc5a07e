#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

/// How the holder of the card is shown to be the patient (本人確認).
UKETSUKE_ENUM(Method,
              face,        ///< 顔認証
              pin,         ///< 暗証番号, four digits
              visual,      ///< 目視確認, by a member of staff
              smartphone,  ///< スマートフォンのマイナ保険証, unlocked by its owner, from 2025-09-19
)

/// The chip's answer to a PIN or to the number printed on the card.
UKETSUKE_ENUM(SecretCheck,
              accepted,  ///< right
              wrong,     ///< tries are left
              blocked,   ///< no try is left
)

/// Why an identification was refused.
UKETSUKE_ENUM(Refusal,
              face_mismatch,         ///< another face than the one on the card's photo
              no_face,               ///< no usable picture of a face within the time
              not_live,              ///< a picture or a screen instead of a person
              no_photo,              ///< the card carries no photo
              photo_unusable,        ///< the card's photo cannot be decoded, or shows no face
              camera_failed,         ///< the camera delivers no pictures, or one again and again
              pin_wrong,             ///< tries are left
              pin_locked,            ///< no try is left
              number_locked,         ///< 照合番号B is blocked, so the photo cannot be read
              number_misread,        ///< 照合番号B could not be read off the card's print
              not_genuine,           ///< the card could not prove that it is genuine
              no_method,             ///< no way of identification is left
              visual_mismatch,       ///< staff takes the patient for another person
              phone_not_unlocked,    ///< its owner did not unlock it
              phone_unreadable,      ///< taken away too soon, or nothing answers
              phone_other_kind,      ///< a phone of the other kind than was chosen
              phone_no_certificate,  ///< no certificate was ever set up in it
)

}  // namespace uketsuke::record
