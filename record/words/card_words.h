#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

/// What the reader finds in the slot.
UKETSUKE_ENUM(CardKind,
              individual_number,  ///< a My Number Card (個人番号カード)
              other,              ///< an IC card of another kind
              unreadable,         ///< no card answers
)

}  // namespace uketsuke::record
