#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

/// Kinds of phone. They differ in how they are unlocked.
UKETSUKE_ENUM(PhoneKind,
              iphone,   ///< Face ID or Touch ID on the phone
              android,  ///< four digits typed on the reader
)

/// Result of checking a phone on the external reader.
UKETSUKE_ENUM(PhoneCheck,
              accepted,        ///< unlocked, and it proved that it has its certificate's key
              wrong,           ///< wrong digits, but tries are left
              blocked,         ///< no tries are left
              not_unlocked,    ///< its owner did not unlock it
              unreadable,      ///< removed too soon, or it does not answer
              other_kind,      ///< not of the kind that was chosen
              no_certificate,  ///< it has no certificate
)

}  // namespace uketsuke::record
