#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

/// Categories of information that may be given to the doctor or pharmacist. Named after the elements of the
/// on-line eligibility result.
UKETSUKE_CAMEL_ENUM(Category,
                    diagnosis_info,                 ///< 診療情報
                    pharmacists_info,               ///< 薬剤情報
                    operation_info,                 ///< 手術情報
                    specific_health_checkups_info,  ///< 特定健診情報
                    limit_application_certificate,  ///< 限度額適用認定証情報
                    specific_diseases_certificate,  ///< 特定疾病療養受療証情報
                    eligibility,                    ///< 資格情報, who is insured and where
)

/// How a prescription is issued (PrescriptionIssueSelect, 1 and 2).
UKETSUKE_ENUM(PrescriptionForm,
              electronic,  ///< 電子処方箋
              paper,       ///< 紙の処方箋
)

}  // namespace uketsuke::record
