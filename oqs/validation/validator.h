#pragma once

#include "oqs/layout.h"
#include "oqs/validation/finding.h"
#include "oqs/xml/xml_node.h"

namespace uketsuke::oqs {

enum class MessageKind { request, result };

/// The kind of message: by the file name if it is one of the exchange, otherwise by the content.
MessageKind kind_of(const XmlFile& file);

inline constexpr std::size_t kMostFindings = 200;  ///< after this number, elements are no longer checked

/// Checks a well-formed file; findings are in line order. The order of elements is not checked: a capture in
/// a public program has an arbitrary order.
Findings validate(const XmlFile& file, MessageKind kind);

bool has_errors(const Findings& findings);

// Parts of `validate`.

/// The child with this name (after `alias`), or null.
const XmlNode* find_child(const XmlNode& node, std::string_view name);

/// Checks the text of an element whose form is text, date or time.
void check_field(const XmlFile& file, const XmlNode& node, const Element& element, Findings& findings);

/// Checks the consents of one ResultOfQualificationConfirmation.
void check_consents(const XmlFile& file, const XmlNode& result, Findings& findings);

/// Checks states, error codes and lists of a whole result, and the rules that depend on the day of the
/// inquiry.
void check_result(const XmlFile& file, Findings& findings);

}  // namespace uketsuke::oqs
