#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "oqs/xml/xml_node.h"

namespace uketsuke::oqs {

inline constexpr std::size_t kMostBytes = 1 << 20;  ///< a result of one person has a few thousand
inline constexpr std::size_t kMostDepth = 16;       ///< the layout has seven

inline constexpr std::size_t kLongestName = 128;  ///< bytes; the layout has 44

/// Parses a file of the exchange strictly. Document types and entities are refused where they begin, so that
/// nothing is expanded and nothing outside the file is opened.
///
/// pugixml is not used: it accepts two roots, unknown entities, duplicate attributes and control characters
/// as well-formed, and does not report lines.
/// @param name  file name in messages
/// @throws XmlError
XmlFile parse_xml(std::string_view bytes, const std::string& name);

/// @throws XmlError, also `unreadable` if the path is not a regular file
XmlFile load_xml(const std::filesystem::path& path);

/// The bytes of a regular file of at most `kMostBytes`. @throws XmlError
std::string read_bytes(const std::filesystem::path& path);

}  // namespace uketsuke::oqs
