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

/// A proxy made ready for one person.
struct Worn {
  const Proxy* proxy = nullptr;
  Layout layout;
  Vec3 scale;  ///< of its offsets
  Material material;
  float thickness = 0;  ///< mm that it stands out along its normals
  float stretch = 1;    ///< of its height, for each half of the face about its own middle
  float rise = 0;       ///< mm upwards

  /// On the body as it is now.
  Surface surface(const std::vector<Vec3>& places) const;
};

/// What a head keeps between frames.
class Head::Parts {
 public:
  Parts(std::shared_ptr<const HeadLibrary::Data> library, const HeadProfile& profile);

  /// @throws InputError an unknown top
  Model model(const Attire& attire, const Expression& expression) const;
  const Body& body() const { return body_; }

 private:
  Worn worn(const Proxy& proxy, Material material) const;
  /// Skin that the top leaves bare.
  Surface bare(const std::vector<Vec3>& places, const View<std::uint8_t>& hides, const Layout& layout) const;
  void dress(const Attire& attire, const std::vector<Vec3>& places, Model& model) const;
  Worn top(const std::string& name, Vec3 colour) const;

  std::shared_ptr<const HeadLibrary::Data> library_;
  Look look_;
  Body body_;
  std::uint32_t seed_;
  Measures measures_;
  Material skin_;
  std::vector<Worn> moving_;  ///< follow the face: brows, lashes, beard
  std::vector<Worn> mouth_;   ///< teeth and tongue: seen when it opens
  Worn top_;                  ///< where nothing else is asked for
  Layout bare_;               ///< skin that it leaves bare
  Surface eyes_;
  Surface hair_;
};

}  // namespace uketsuke::camera
