#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/measures.h"
#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// The cloth of a surgical mask, stretched over nose, cheeks and chin in their current expression: a grid
/// bent round a vertical axis in the head.
class MaskCloth {
 public:
  static constexpr std::size_t kColumns = 25;  ///< from the head's right to its left
  static constexpr std::size_t kRows = 19;     ///< from the nose to below the chin
  using Grid = std::array<std::array<float, kColumns>, kRows>;

  /// @param face  body vertices with the expression applied, in mm
  MaskCloth(const Measures& head, const std::vector<Vec3>& face);

  Vec3 at(std::size_t column, std::size_t row) const;

  /// Moves the parts of a beard that would stick out of the cloth to below it.
  void press(Surface& beard) const;

 private:
  float top_, bottom_;
  Grid reach_;  // distance of the cloth from the axis, in mm

  Vec3 place(float column, float row, float reach) const;
};

}  // namespace uketsuke::camera
