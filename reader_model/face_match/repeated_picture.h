#pragma once

#include <cstdint>

#include "camera_model/image.h"

namespace uketsuke::reader {

/// Counts how often the same picture came in a row. A sensor's noise never makes two equal pictures, so equal
/// ones come from a driver that hangs, a file, or somebody who feeds pictures in.
class RepeatedPicture {
 public:
  /// @returns how many equal pictures there were in a row, this one included
  int look(const camera::Image& picture);
  void reset();

 private:
  std::uint64_t digest_ = 0;
  int count_ = 0;
};

}  // namespace uketsuke::reader
