#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace uketsuke::oqs {

/// What an element holds.
enum class Form {
  text,
  date,   ///< yyyyMMdd
  time,   ///< yyyyMMddHHmmss
  group,  ///< elements, each at most once
  list,   ///< elements of one name
};

/// An element as message_fields.h has it.
struct Element {
  std::string_view name;
  Form form = Form::text;
  bool required = false;
  std::vector<Element> children = {};

  /// Null where no child has this name.
  const Element* child(std::string_view child_name) const;
  std::vector<std::string> child_names() const;
};

const Element& result_layout();
const Element& request_layout();

/// A name that a public program used for an element of another name.
struct Alias {
  std::string_view written;
  std::string_view meant;
  std::string_view who;
};

/// Null for a name that nobody is known to use wrongly.
const Alias* alias(std::string_view written);

/// The name of the layout: what `alias` says, or the name itself.
std::string_view canonical(std::string_view written);

}  // namespace uketsuke::oqs
