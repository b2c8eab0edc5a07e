#include "sim/gallery/variation.h"

#include "camera_model/scene/hashed.h"

namespace uketsuke::gallery {

namespace {

constexpr float kGoodDistance = 450;  // in mm; distance of `standing: middle` (presentations.cpp)

/// FNV-1a, so that a person's images do not depend on the other people.
std::uint64_t number_of(const std::string& name) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char sign : name) hash = (hash ^ static_cast<unsigned char>(sign)) * 0x100000001B3ULL;
  return hash;
}

/// A sequence of random numbers.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : seed_(seed) {}

  float between(float least, float most) { return least + (most - least) * camera::hashed(seed_, ++drawn_); }
  float within(float most) { return between(-most, most); }

 private:
  std::uint64_t seed_;
  std::uint64_t drawn_ = 0;
};

}  // namespace

Shot varied(Shot common, const std::string& name, int number, const Variation& variation) {
  Shot shot = std::move(common);
  shot.seed = shot.seed * 1'000'003 + number_of(name) + static_cast<std::uint64_t>(number);
  Chance chance(shot.seed);
  shot.turn = {chance.within(variation.yaw), chance.within(variation.pitch), chance.within(variation.roll)};
  const float distance = chance.between(variation.nearest_mm, variation.farthest_mm);
  shot.shift = {chance.within(variation.sideways_mm), chance.within(variation.up_mm),
                kGoodDistance - distance};
  shot.expression.smile = chance.between(0, variation.smile);
  shot.expression.mouth_open = chance.between(0, variation.mouth_open);
  shot.expression.blink = chance.between(0, variation.blink);
  shot.light.level = chance.between(variation.dimmest, variation.brightest);
  shot.light.side = chance.between(0, 1) < 0.5F ? -1.0F : 1.0F;
  shot.sway_mm = 3;
  return shot;
}

}  // namespace uketsuke::gallery
