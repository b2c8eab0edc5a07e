#pragma once

#include "oqs/message.h"
#include "oqs/xml/encoding.h"

namespace uketsuke::oqs {

// Writes a message as XML: elements in the order of message_fields.h, no element for an empty optional field,
// InsurerNumber padded with spaces, NameKana in half width, CharacterCodeIdentifier according to the
// encoding. Characters that the encoding lacks become ● and are counted.

Encoded write(const Result& result, Encoding encoding);
Encoded write(const Request& request, Encoding encoding);

}  // namespace uketsuke::oqs
