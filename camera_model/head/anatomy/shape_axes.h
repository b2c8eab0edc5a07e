#pragma once

#include <cstddef>

namespace uketsuke::camera {

/// One way in which faces differ: a drawn value moves the mesh towards one target or the other.
struct ShapeAxis {
  const char* name;  ///< what the draw is called; `{side}` in a target stands for l and for r
  const char* less;  ///< target for negative values; empty: none, negative values do nothing
  const char* more;  ///< target for positive values
  float deviation;   ///< of the drawn value, in weights of the target
};

/// All axes of the face. Deviations are ours: chosen by eye so that a head at amplitude 1 passes for a
/// person.
const ShapeAxis* shape_axes();
std::size_t shape_axis_count();

}  // namespace uketsuke::camera
