#pragma once

#include "oqs/message.h"
#include "oqs/xml/xml_node.h"

namespace uketsuke::oqs {

// A file as values. What `validate` calls an error is refused; what it warns of is read as it was meant.

/// @throws InputError at the first error
Result read_result(const XmlFile& file);

/// @throws InputError at the first error
Request read_request(const XmlFile& file);

}  // namespace uketsuke::oqs
