#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

/// The reader's mode of operation; staff set it at the terminal.
UKETSUKE_ENUM(StaffMode,
              unattended,    ///< 無人運転モード
              visual_check,  ///< 目視確認モード
)

/// The paper that a patient shows at the desk instead of the card, or with it.
UKETSUKE_ENUM(Certificate,
              legacy_certificate,       ///< 健康保険証, no longer issued from 2024-12-02
              eligibility_certificate,  ///< 資格確認書
              eligibility_notice,       ///< 資格情報のお知らせ
              nothing,                  ///< no paper at all
)

/// What the clerk does with the paper.
UKETSUKE_ENUM(DeskDecision,
              accept,            ///< insured; the patient pays their share
              accept_with_card,  ///< valid only with the My Number Card, which was shown
              look_up,           ///< the clerk looks the number up on line (transitional, to 2026-03-31)
              declaration,       ///< the patient signs 被保険者資格申立書, or earlier data are used
              refuse,            ///< not accepted: the patient pays in full until insurance is shown
)

}  // namespace uketsuke::record
