#pragma once

#include <string>

#include "oqs/xml/xml_node.h"

namespace uketsuke::oqs {

/// Formats a message for people: per line, an element with its Japanese name, its value, the meaning of a
/// code, and an English gloss. Also works for a file in which `validate` finds errors.
std::string table_of(const XmlFile& file);

}  // namespace uketsuke::oqs
