#pragma once

#include "oqs/layout.h"
#include "oqs/validation/finding.h"
#include "oqs/xml/xml_node.h"

namespace uketsuke::oqs {

enum class MessageKind { request, result };

/// By the file's name where it is one of the exchange, or else by what stands in it.
MessageKind kind_of(const XmlFile& file);

inline constexpr std::size_t kMostFindings = 200;  ///< then elements are no longer looked at

/// What is wrong with a well-formed file, in order of its lines. Order of elements is not looked at: a
/// capture in a public program has them in none.
Findings validate(const XmlFile& file, MessageKind kind);

bool has_errors(const Findings& findings);

// Parts of `validate`.

/// The child of this name (or what `alias` makes of it), null where there is none.
const XmlNode* find_child(const XmlNode& node, std::string_view name);

/// Text of an element whose form is text, date or time.
void check_field(const XmlFile& file, const XmlNode& node, const Element& element, Findings& findings);

/// The oracles of one ResultOfQualificationConfirmation's consents.
void check_consents(const XmlFile& file, const XmlNode& result, Findings& findings);

/// States, error codes and lists of a whole result, and what the day of the inquiry changes.
void check_result(const XmlFile& file, Findings& findings);

}  // namespace uketsuke::oqs
