#pragma once

#include "oqs/message.h"
#include "oqs/xml/xml_node.h"

namespace uketsuke::oqs {

// Reads a file into values. Errors of `validate` are refused; values with warnings are read as they were
// meant.

/// @throws InputError at the first error
Result read_result(const XmlFile& file);

/// @throws InputError at the first error
Request read_request(const XmlFile& file);

}  // namespace uketsuke::oqs
