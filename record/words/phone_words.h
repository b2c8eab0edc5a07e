#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

/// Kinds of phone, which are unlocked in different ways.
UKETSUKE_ENUM(PhoneKind,
              iphone,   ///< by Face ID or Touch ID on the phone itself
              android,  ///< by four digits typed on the reader
)

/// What came of a phone that was held on the reader.
UKETSUKE_ENUM(PhoneCheck,
              accepted,        ///< it is unlocked, and proved its certificate's key
              wrong,           ///< the four digits are wrong, tries are left
              blocked,         ///< no try is left
              not_unlocked,    ///< its owner did not unlock it
              unreadable,      ///< taken away too soon, or nothing answers
              other_kind,      ///< a phone of the other kind than was chosen
              no_certificate,  ///< no certificate was ever set up in it
)

}  // namespace uketsuke::record
