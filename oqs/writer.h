#pragma once

#include "oqs/message.h"
#include "oqs/xml/encoding.h"

namespace uketsuke::oqs {

// XML of a message: elements in the order of message_fields.h, an optional field that is not set without
// element, InsurerNumber filled up with spaces, NameKana in half width, CharacterCodeIdentifier as the
// encoding is. Characters that the encoding has not become ●, and are counted.

Encoded write(const Result& result, Encoding encoding);
Encoded write(const Request& request, Encoding encoding);

}  // namespace uketsuke::oqs
