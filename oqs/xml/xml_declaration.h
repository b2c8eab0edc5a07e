#pragma once

#include <string>
#include <string_view>

#include "oqs/xml/encoding.h"

namespace uketsuke::oqs {

/// The text of a file, and its encoding.
struct XmlText {
  Encoding encoding = Encoding::utf8;
  std::string text;       ///< UTF-8 without a byte order mark
  std::size_t begin = 0;  ///< offset of the end of the declaration
};

/// Decodes a file. The encoding is taken from the declaration, not guessed. Bytes that contradict the
/// declaration are refused; the message names the encoding that they seem to be in.
/// @throws XmlError
XmlText decode_xml(std::string_view bytes, const std::string& name);

/// Line and column of an offset in a text, counted from the previous offset.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  /// Advances to `offset`, which must not be before the previous one.
  void move_to(std::size_t offset);

  int line() const { return line_; }
  int column() const { return column_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
};

}  // namespace uketsuke::oqs
