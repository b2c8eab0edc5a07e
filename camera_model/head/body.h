#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/profile.h"
#include "camera_model/head/anatomy/slice.h"
#include "camera_model/head/attire/attire.h"
#include "camera_model/head/head.h"

namespace uketsuke::camera {

/// Vertex positions of one person's mesh, in mm in the head's frame: shaped, arms lowered, origin between the
/// eyes. Applies expressions to them.
class Body {
 public:
  Body(const Slice& slice, const HeadProfile& profile);

  const std::vector<Vec3>& at_rest() const { return rest_; }
  /// Values outside 0 to 1 are clamped.
  std::vector<Vec3> with(const Expression& expression) const;

  FacePoints points() const;
  /// This body's index of a vertex of the published mesh.
  /// @throws std::out_of_range if the slicer removed it
  std::size_t vertex(std::uint16_t original) const;

 private:
  struct Moves {
    std::vector<std::uint16_t> rows;
    std::vector<Vec3> by;
  };
  Moves unit_moves(const HeadProfile& profile, const std::vector<std::pair<const char*, float>>& units) const;
  Vec3 joint(const char* name) const;
  static void add(const Moves& moves, float weight, std::vector<Vec3>& places);

  const Slice& slice_;
  std::vector<Vec3> rest_;
  Moves blink_, smile_, open_;
};

}  // namespace uketsuke::camera
