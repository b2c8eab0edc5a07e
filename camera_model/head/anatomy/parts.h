#pragma once

#include <memory>
#include <string>
#include <vector>

#include "camera_model/head/anatomy/library_data.h"
#include "camera_model/head/anatomy/measures.h"
#include "camera_model/head/anatomy/mesh.h"
#include "camera_model/head/body.h"
#include "camera_model/head/skin/look.h"

namespace uketsuke::camera {

/// A proxy fitted to one person.
struct Worn {
  const Proxy* proxy = nullptr;
  Layout layout;
  Vec3 scale;  ///< factor for the proxy's offsets
  Material material;
  float thickness = 0;  ///< mm added along the normals
  float stretch = 1;    ///< factor for the height, for each half of the face about its own middle
  float rise = 0;       ///< mm upwards

  /// Builds the surface for the body's current vertex positions.
  Surface surface(const std::vector<Vec3>& places) const;
};

/// What a head caches between frames.
class Head::Parts {
 public:
  Parts(std::shared_ptr<const HeadLibrary::Data> library, const HeadProfile& profile);

  /// @throws InputError if the top is unknown
  Model model(const Attire& attire, const Expression& expression) const;
  const Body& body() const { return body_; }

 private:
  Worn worn(const Proxy& proxy, Material material) const;
  /// Skin that the top leaves uncovered.
  Surface bare(const std::vector<Vec3>& places, const View<std::uint8_t>& hides, const Layout& layout) const;
  void dress(const Attire& attire, const std::vector<Vec3>& places, Model& model) const;
  Worn top(const std::string& name, Vec3 colour) const;

  std::shared_ptr<const HeadLibrary::Data> library_;
  Look look_;
  Body body_;
  std::uint32_t seed_;
  Measures measures_;
  Material skin_;
  std::vector<Worn> moving_;  ///< follow the expression: brows, lashes, beard
  std::vector<Worn> mouth_;   ///< teeth and tongue: visible when the mouth opens
  Worn top_;                  ///< the default top
  Layout bare_;               ///< skin that the default top leaves uncovered
  Surface eyes_;
  Surface hair_;
};

}  // namespace uketsuke::camera
