#pragma once

#include <string>
#include <string_view>

#include "oqs/xml/encoding.h"

namespace uketsuke::oqs {

/// A file's text, and what it was written in.
struct XmlText {
  Encoding encoding = Encoding::utf8;
  std::string text;       ///< UTF-8 without byte order mark
  std::size_t begin = 0;  ///< where the declaration ends
};

/// Finds out the encoding, from the declaration and not by guessing, and decodes. Bytes that contradict the
/// declaration are refused, with what they seem to be.
/// @throws XmlError
XmlText decode_xml(std::string_view bytes, const std::string& name);

/// Line and column of an offset in a text, found by walking on from the last one asked for.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  /// Moves on to `offset`, which is not before the last one.
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
