#pragma once

#include <string>

#include "oqs/xml/xml_node.h"

namespace uketsuke::oqs {

/// A message for people: an element a line, its Japanese name, its value with what a code means, and an
/// English gloss. Also of a file in which `validate` finds errors.
std::string table_of(const XmlFile& file);

}  // namespace uketsuke::oqs
