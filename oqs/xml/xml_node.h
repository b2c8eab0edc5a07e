#pragma once

#include <string>
#include <vector>

#include "base/enum_names.h"
#include "base/error.h"
#include "oqs/xml/encoding.h"

namespace uketsuke::oqs {

/// Why a file cannot be read at all.
UKETSUKE_ENUM(XmlProblem,
              unreadable,        ///< cannot be opened and read as a file
              too_large,         ///< more bytes than any single result has
              too_deep,          ///< deeper nesting than the layout has
              unknown_encoding,  ///< declared as an encoding other than UTF-8 or Shift_JIS
              wrong_encoding,    ///< the bytes are in the other encoding than declared
              bad_bytes,         ///< bytes that are invalid in the encoding
              doctype,           ///< a document type declaration, which is not parsed
              entity,            ///< an entity other than XML's five
              not_well_formed,   ///< any other breach of XML 1.0
)

/// A file that cannot be an OQS message, whatever its content. `what()`: where, what, and what to do.
class XmlError : public InputError {
 public:
  XmlError(XmlProblem problem, Place place, const std::string& message);

  XmlProblem xml_problem() const { return xml_problem_; }

 private:
  XmlProblem xml_problem_;
};

/// An element with its place. Text is kept as written, including blanks: InsurerNumber begins with some.
struct XmlNode {
  std::string name;
  std::string text;
  int line = 0;
  int column = 0;  ///< in characters, from 1
  std::vector<std::string> attributes;
  std::vector<XmlNode> children;
};

struct XmlFile {
  std::string name;  ///< file name in messages
  Encoding encoding = Encoding::utf8;
  XmlNode root;

  Place place_of(const XmlNode& node) const { return {name, node.line, node.column}; }
};

}  // namespace uketsuke::oqs
