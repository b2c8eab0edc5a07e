#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

/// How the patient is identified as the holder of the card (本人確認).
UKETSUKE_ENUM(Method,
              face,        ///< 顔認証
              pin,         ///< 暗証番号, four digits
              visual,      ///< 目視確認, by a member of staff
              smartphone,  ///< スマートフォンのマイナ保険証 unlocked by its owner, from 2025-09-19
)

/// The chip's answer to a PIN or to the number printed on the card.
UKETSUKE_ENUM(SecretCheck,
              accepted,  ///< right
              wrong,     ///< wrong, but tries are left
              blocked,   ///< no tries are left
)

/// Why an identification was refused.
UKETSUKE_ENUM(Refusal,
              face_mismatch,         ///< the face is not the one on the card's photo
              no_face,               ///< no usable picture of a face in time
              not_live,              ///< a picture or a screen instead of a person
              no_photo,              ///< the card carries no photo
              photo_unusable,        ///< the card's photo cannot be decoded or shows no face
              camera_failed,         ///< the camera delivers no picture, or only repeats one
              pin_wrong,             ///< wrong, but tries are left
              pin_locked,            ///< no tries are left
              number_locked,         ///< 照合番号B is blocked, so the photo cannot be read
              number_misread,        ///< 照合番号B could not be read off the card
              not_genuine,           ///< the card could not prove that it is genuine
              no_method,             ///< no method of identification is left
              visual_mismatch,       ///< staff found that card and person differ
              phone_not_unlocked,    ///< its owner did not unlock it
              phone_unreadable,      ///< removed too soon, or it does not answer
              phone_other_kind,      ///< not of the kind that was chosen
              phone_no_certificate,  ///< it has no certificate
)

}  // namespace uketsuke::record
