#include "camera_model/head/anatomy/shape.h"

#include <algorithm>
#include <cmath>

#include "camera_model/head/anatomy/shape_axes.h"
#include "camera_model/head/draw.h"

namespace uketsuke::camera {
namespace {

constexpr float kFurthest = 0.85F;  // largest weight of a target; beyond it, lids and lips cross

/// Weights of the ages for which the mesh has shapes.
ShapeWeights ages(float years) {
  struct Anchor {
    const char* name;
    float years;
  };
  constexpr Anchor kAnchors[] = {{"baby", 1}, {"child", 10}, {"young", 25}, {"old", 90}};
  if (years >= kAnchors[3].years) return {{"old", 1.0F}};
  std::size_t upper = 1;
  while (years > kAnchors[upper].years) ++upper;
  const Anchor& from = kAnchors[upper - 1];
  const Anchor& to = kAnchors[upper];
  const float share = std::max(0.0F, (years - from.years) / (to.years - from.years));
  return {{from.name, 1.0F - share}, {to.name, share}};
}

void add_macro(const HeadProfile& profile, ShapeWeights& weights) {
  const Ancestry& is = profile.ancestry;
  const float sum = is.asian + is.caucasian + is.african;
  const float heavy = std::clamp(Draw(profile.seed).normal("weight") * 0.35F, -0.8F, 0.8F);
  for (const auto& [age, share] : ages(profile.age)) {
    const std::string tail = std::string(to_name(profile.sex)) + "-" + age;
    weights.emplace_back("macrodetails/asian-" + tail, share * is.asian / sum);
    weights.emplace_back("macrodetails/caucasian-" + tail, share * is.caucasian / sum);
    weights.emplace_back("macrodetails/african-" + tail, share * is.african / sum);
    const std::string universal = "macrodetails/universal-" + tail + "-averagemuscle-";
    weights.emplace_back(universal + "averageweight", share * (1.0F - std::fabs(heavy)));
    weights.emplace_back(universal + (heavy < 0 ? "minweight" : "maxweight"), share * std::fabs(heavy));
  }
}

void add_side(std::string target, float weight, ShapeWeights& weights) {
  const auto at = target.find("{side}");
  if (at == std::string::npos) {
    weights.emplace_back(std::move(target), weight);
    return;
  }
  for (const char* side : {"l", "r"}) weights.emplace_back(std::string(target).replace(at, 6, side), weight);
}

/// Corrects the average mesh towards the average person: at rest it looks stern, which most patients at a
/// desk do not.
void add_to_average(ShapeWeights& weights) {
  weights.emplace_back("eyebrows/eyebrows-angle-up", 0.30F);
  weights.emplace_back("mouth/mouth-angles-up", 0.25F);
  // The mesh's eyes are 55 and 58 mm apart; the averages are 62 mm for women and 64 mm for men (ANSUR II).
  add_side("eyes/{side}-eye-move-out", 0.5F, weights);
}

/// Children's faces vary less than adults'.
float amplitude_at(float years) { return std::clamp(0.7F + 0.3F * (years - 4.0F) / 10.0F, 0.5F, 1.0F); }

}  // namespace

ShapeWeights shape_weights(const HeadProfile& profile) {
  ShapeWeights weights;
  add_macro(profile, weights);
  add_to_average(weights);
  const Draw own(profile.seed);
  const Draw kin(profile.kin_seed);
  const float amplitude = profile.amplitude * amplitude_at(profile.age);
  for (std::size_t i = 0; i < shape_axis_count(); ++i) {
    const ShapeAxis& axis = shape_axes()[i];
    float value = own.normal(axis.name);
    if (profile.kin_share > 0) value += (kin.normal(axis.name) - value) * profile.kin_share;
    value = std::clamp(value * axis.deviation * amplitude, -kFurthest, kFurthest);
    const char* target = value < 0 ? axis.less : axis.more;
    if (*target != '\0') add_side(target, std::fabs(value), weights);
  }
  weights.erase(
      std::remove_if(weights.begin(), weights.end(), [](const auto& one) { return one.second <= 0; }),
      weights.end());
  return weights;
}

void move_towards(const Target& target, float weight, std::vector<Vec3>& places) {
  const float unit = weight * 1e-3F;  // moves count in units of 0.1 mm; positions are in decimetres
  for (std::size_t row = 0; row < target.rows.count; ++row) {
    const std::int16_t* move = &target.moves[3 * row];
    Vec3& place = places[target.rows[row]];
    place =
        place +
        Vec3{static_cast<float>(move[0]), static_cast<float>(move[1]), static_cast<float>(move[2])} * unit;
  }
}

std::vector<Vec3> shaped(const Slice& slice, const ShapeWeights& weights) {
  std::vector<Vec3> places(slice.vertices());
  for (std::size_t v = 0; v < places.size(); ++v) places[v] = slice.position(v);
  for (const auto& [name, weight] : weights) move_towards(slice.target(name), weight, places);
  return places;
}

}  // namespace uketsuke::camera
