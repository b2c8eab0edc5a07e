#pragma once

#include <string>
#include <vector>

#include "base/enum_names.h"
#include "base/error.h"
#include "oqs/xml/encoding.h"

namespace uketsuke::oqs {

/// Why a file cannot be read at all.
UKETSUKE_ENUM(XmlProblem,
              unreadable,        ///< not a file that can be opened and read
              too_large,         ///< more bytes than any single result has
              too_deep,          ///< elements in elements beyond what the layout has
              unknown_encoding,  ///< declared as something other than UTF-8 or Shift_JIS
              wrong_encoding,    ///< the bytes are of the other encoding than the declaration says
              bad_bytes,         ///< bytes that no character of the encoding begins with
              doctype,           ///< a document type; nothing of it is looked at
              entity,            ///< an entity other than the five of XML
              not_well_formed,   ///< any other breach of XML 1.0
)

/// A file that is no OQS message whatever stands in it. `what()`: where, what, and what to do.
class XmlError : public InputError {
 public:
  XmlError(XmlProblem problem, Place place, const std::string& message);

  XmlProblem xml_problem() const { return xml_problem_; }

 private:
  XmlProblem xml_problem_;
};

/// An element with its place. Text is kept as written, blanks too: InsurerNumber begins with some.
struct XmlNode {
  std::string name;
  std::string text;
  int line = 0;
  int column = 0;  ///< in characters, from 1
  std::vector<std::string> attributes;
  std::vector<XmlNode> children;
};

struct XmlFile {
  std::string name;  ///< as it stands in messages
  Encoding encoding = Encoding::utf8;
  XmlNode root;

  Place place_of(const XmlNode& node) const { return {name, node.line, node.column}; }
};

}  // namespace uketsuke::oqs
