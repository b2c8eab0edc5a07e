#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

/// Why a reception ended before it was complete.
UKETSUKE_ENUM(AbortReason,
              card_removed,          ///< the patient took it too soon
              timed_out,             ///< a screen was not answered
              card_not_recognised,   ///< error 001: no card in the slot answers
              not_my_number_card,    ///< error 002: an IC card of another kind
              identity_failed,       ///< no method of identification is left
              certificate_invalid,   ///< error 006: expired, suspended, revoked or untrusted
              not_insured,           ///< no valid insurance found
              registration_refused,  ///< the patient declined; the card stays unregistered
              service_unavailable,   ///< the eligibility service does not answer
              cancelled,             ///< the patient touched `cancel`
              phone_not_registered,  ///< the first registration needs the card
)

/// What the reader deletes at the end of a reception.
UKETSUKE_ENUM(WipedItem,
              pin,               ///< 暗証番号
              card_face_number,  ///< 照合番号B
              photo,             ///< as read from the chip
              probe,             ///< pictures taken at the desk
              certificate,       ///< 利用者証明用電子証明書
)

}  // namespace uketsuke::record
