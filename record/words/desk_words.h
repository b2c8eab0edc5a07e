#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

/// How the reader is run; staff switches it at the terminal.
UKETSUKE_ENUM(StaffMode,
              unattended,    ///< 無人運転モード
              visual_check,  ///< 目視確認モード
)

/// What a patient shows at the desk instead of, or beside, the card.
UKETSUKE_ENUM(Certificate,
              legacy_certificate,       ///< 健康保険証, no longer issued from 2024-12-02
              eligibility_certificate,  ///< 資格確認書
              eligibility_notice,       ///< 資格情報のお知らせ
              nothing,                  ///< no paper at all
)

/// What reception does with it.
UKETSUKE_ENUM(DeskDecision,
              accept,            ///< insured, normal share
              accept_with_card,  ///< valid together with the My Number Card only, and that was shown
              look_up,           ///< the desk looks the number up on line (transitional, to 2026-03-31)
              declaration,       ///< 被保険者資格申立書, or what is on file
              refuse,            ///< not usable; pays in full until insurance is shown
)

}  // namespace uketsuke::record
