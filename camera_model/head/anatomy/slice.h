#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "camera_model/geometry/vector.h"

namespace uketsuke::camera {

/// A view of an array inside heads.bin.
template <class T>
struct View {
  const T* data = nullptr;
  std::size_t count = 0;

  const T& operator[](std::size_t at) const { return data[at]; }
  const T* begin() const { return data; }
  const T* end() const { return data + count; }
};

/// Quads over vertices, with separately numbered texture coordinates: four of each per quad,
/// counter-clockwise seen from outside.
struct Patch {
  View<std::uint16_t> quads;
  View<std::uint16_t> quad_uvs;
  View<float> uvs;  ///< u, v; v points up
};

/// A shape towards which the mesh can be moved: displacements of some vertices at weight 1.
struct Target {
  View<std::uint16_t> rows;
  View<std::int16_t> moves;  ///< x, y, z per row, in 0.1 mm
};

/// Something grown or worn. Each vertex is w0 b[i0] + w1 b[i1] + w2 b[i2] + offset, with body vertices b.
struct Proxy {
  std::string kind;  ///< eyes, teeth, tongue, brows, lashes, hair, beard, top
  std::string name;
  std::string texture;  ///< file beside heads.bin; empty for eyes
  std::size_t vertices = 0;
  Patch patch;
  View<std::uint16_t> references;  ///< three per vertex
  View<float> weights;             ///< three per vertex
  View<float> offsets;             ///< x, y, z per vertex, in dm
  View<std::uint8_t> hides;        ///< for a top: 1 per body vertex that it covers
};

/// heads.bin and heads.json in memory, validated: every index is in range. Lengths are in decimetres as in
/// MakeHuman.
class Slice {
 public:
  /// @throws InputError if a file is missing, has another version, or contains an index out of range
  explicit Slice(const std::filesystem::path& folder);

  std::size_t vertices() const { return positions_.count / 3; }
  Vec3 position(std::size_t vertex) const {
    return {positions_[3 * vertex], positions_[3 * vertex + 1], positions_[3 * vertex + 2]};
  }
  const Patch& body() const { return body_; }
  /// Weights of the left and the right arm, two numbers per vertex.
  const View<float>& arms() const { return arms_; }
  /// Each vertex's number in the published mesh, by which landmarks are identified.
  const View<std::uint16_t>& original() const { return original_; }
  /// @throws std::out_of_range for a name that the slicer does not write
  const Target& target(const std::string& name) const { return targets_.at(name); }
  const std::map<std::string, Target>& targets() const { return targets_; }
  const std::vector<Proxy>& proxies() const { return proxies_; }
  /// @throws std::out_of_range if there is no proxy of that kind and name
  const Proxy& proxy(const std::string& kind, const std::string& name) const;
  /// Vertices whose mean is the joint's position.
  const std::vector<std::uint16_t>& joint(const std::string& name) const { return joints_.at(name); }

 private:
  std::vector<std::byte> bytes_;
  View<float> positions_;
  View<float> arms_;
  View<std::uint16_t> original_;
  Patch body_;
  std::map<std::string, Target> targets_;
  std::vector<Proxy> proxies_;
  std::map<std::string, std::vector<std::uint16_t>> joints_;
};

}  // namespace uketsuke::camera
