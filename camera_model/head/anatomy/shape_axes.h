#pragma once

#include <cstddef>

namespace uketsuke::camera {

/// One way in which faces differ: a drawn value moves the mesh towards one of two targets.
struct ShapeAxis {
  const char* name;  ///< name of the draw; `{side}` in a target stands for l and for r
  const char* less;  ///< target for negative values; empty: negative values have no effect
  const char* more;  ///< target for positive values
  float deviation;   ///< standard deviation of the drawn value, in weights of the target
};

/// All axes of the face. The deviations are this project's own: chosen by eye so that a head at amplitude 1
/// passes for a person.
const ShapeAxis* shape_axes();
std::size_t shape_axis_count();

}  // namespace uketsuke::camera
