#pragma once

#include <cstdint>

#include "camera_model/image.h"

namespace uketsuke::reader {

/// Counts how often the same picture is repeated. A sensor's noise never gives two equal pictures, so equal
/// ones come from a hanging driver, a file, or an attacker who injects pictures.
class RepeatedPicture {
 public:
  /// @returns the number of equal pictures in a row, including this one
  int look(const camera::Image& picture);
  void reset();

 private:
  std::uint64_t digest_ = 0;
  int count_ = 0;
};

}  // namespace uketsuke::reader
