#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace uketsuke::oqs {

/// The kind of content of an element.
enum class Form {
  text,
  date,   ///< yyyyMMdd
  time,   ///< yyyyMMddHHmmss
  group,  ///< child elements, each at most once
  list,   ///< child elements of one name
};

/// An element as described in message_fields.h.
struct Element {
  std::string_view name;
  Form form = Form::text;
  bool required = false;
  std::vector<Element> children = {};

  /// The child with this name, or null.
  const Element* child(std::string_view child_name) const;
  std::vector<std::string> child_names() const;
};

const Element& result_layout();
const Element& request_layout();

/// A name that a public program uses for an element with another name.
struct Alias {
  std::string_view written;
  std::string_view meant;
  std::string_view who;
};

/// The alias with this name, or null if no public program is known to use it.
const Alias* alias(std::string_view written);

/// The layout's name: the alias' target, or the name itself.
std::string_view canonical(std::string_view written);

}  // namespace uketsuke::oqs
