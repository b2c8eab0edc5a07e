#pragma once

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>
#include <string_view>

#include "tests/unit/sim/personalisation/test_factory.h"

namespace uketsuke::personalisation {

/// A data object as a reader of the card finds it.
struct Object {
  std::size_t at = 0;  ///< offset of its tag in the file
  Bytes whole;
  Bytes value;
};

/// Consecutive data objects, with tags of two bytes if they begin with DF, FF, 7F or 5F, else of one. Expects
/// only lengths of one byte or of the form `82 hh ll`.
inline std::map<int, Object> objects(const Bytes& bytes, std::size_t base = 0) {
  std::map<int, Object> found;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t start = at;
    int tag = bytes.at(at++);
    if ((tag & 0x1F) == 0x1F) tag = tag << 8 | bytes.at(at++);
    std::size_t length = bytes.at(at++);
    EXPECT_NE(length, 0x81U);
    if (length == 0x82) {
      length = static_cast<std::size_t>(bytes.at(at) << 8 | bytes.at(at + 1));
      EXPECT_GT(length, 127U);
      at += 2;
    }
    const auto begin = bytes.begin() + static_cast<long>(at);
    if (at + length > bytes.size()) throw std::out_of_range("an object longer than the file");
    at += length;
    found[tag] = {base + start,
                  Bytes(bytes.begin() + static_cast<long>(start), bytes.begin() + static_cast<long>(at)),
                  Bytes(begin, begin + static_cast<long>(length))};
  }
  return found;
}

/// The content of a file on a person's card.
inline Bytes file(const scenario::Persona& persona, std::string_view name) {
  const auto card = TestFactory::instance().factory.make(persona);
  for (const chip::ElementaryFile& candidate : card.image->files) {
    if (candidate.name == name) return candidate.content;
  }
  throw std::logic_error("no such file");
}

}  // namespace uketsuke::personalisation
