#include "camera_model/head/body.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>

#include "camera_model/head/anatomy/shape.h"
#include "camera_model/head/anatomy/warp.h"

namespace uketsuke::camera {
namespace {

constexpr float kMm = 100.0F;  // MakeHuman's unit is the decimetre

// Vertex numbers in the published mesh.
constexpr std::uint16_t kNoseTip = 5054;
constexpr std::uint16_t kRightMouthCorner = 369;
constexpr std::uint16_t kLeftMouthCorner = 7129;

/// The mesh holds its arms 50 degrees below horizontal; patients let them hang. sin and cos of 33 degrees.
constexpr float kArmSin = 0.5446390F;
constexpr float kArmCos = 0.8386706F;

Vec3 mean(const std::vector<Vec3>& places, const std::vector<std::uint16_t>& vertices) {
  Vec3 sum;
  for (const std::uint16_t vertex : vertices) sum = sum + places[vertex];
  return sum * (1.0F / static_cast<float>(vertices.size()));
}

/// Rotates about the shoulder in the image plane; `side` is 1 for the left arm, -1 for the right.
Vec3 lowered(Vec3 place, Vec3 shoulder, float side) {
  const Vec3 arm = place - shoulder;
  return shoulder +
         Vec3{arm.x * kArmCos + side * arm.y * kArmSin, arm.y * kArmCos - side * arm.x * kArmSin, arm.z};
}

void lower_arms(const Slice& slice, std::vector<Vec3>& places) {
  const Vec3 left = mean(places, slice.joint("upperarm01.L.head"));
  const Vec3 right = mean(places, slice.joint("upperarm01.R.head"));
  for (std::size_t v = 0; v < places.size(); ++v) {
    const float with_left = slice.arms()[2 * v];
    const float with_right = slice.arms()[2 * v + 1];
    if (with_left + with_right <= 0) continue;
    const Vec3 place = places[v];
    places[v] = place + (lowered(place, left, 1) - place) * with_left +
                (lowered(place, right, -1) - place) * with_right;
  }
}

}  // namespace

Body::Body(const Slice& slice, const HeadProfile& profile) : slice_(slice) {
  rest_ = shaped(slice, shape_weights(profile));
  warp_face(slice, profile, rest_);
  lower_arms(slice, rest_);
  const Vec3 eyes = (mean(rest_, slice.joint("eye.L.head")) + mean(rest_, slice.joint("eye.R.head"))) * 0.5F;
  for (Vec3& place : rest_) place = (place - eyes) * kMm;
  blink_ = unit_moves(profile, {{"eye-left-closure", 1.0F}, {"eye-right-closure", 1.0F}});
  smile_ = unit_moves(profile, {{"mouth-corner-puller", 0.65F}, {"mouth-parling", 0.25F}});
  open_ = unit_moves(profile, {{"mouth-open", 0.55F}});
}

Body::Moves Body::unit_moves(const HeadProfile& profile,
                             const std::vector<std::pair<const char*, float>>& units) const {
  const Ancestry& is = profile.ancestry;
  const float sum = is.asian + is.caucasian + is.african;
  std::map<std::uint16_t, Vec3> all;
  for (const auto& [ancestry, share] :
       {std::pair{"asian", is.asian / sum}, std::pair{"caucasian", is.caucasian / sum},
        std::pair{"african", is.african / sum}}) {
    if (share <= 0) continue;
    for (const auto& [unit, weight] : units) {
      const Target& target = slice_.target(std::string("expression/units/") + ancestry + "/" + unit);
      const float scale = share * weight * 1e-3F * kMm;
      for (std::size_t row = 0; row < target.rows.count; ++row) {
        const std::int16_t* move = &target.moves[3 * row];
        Vec3& by = all[target.rows[row]];
        by =
            by + Vec3{static_cast<float>(move[0]), static_cast<float>(move[1]), static_cast<float>(move[2])} *
                     scale;
      }
    }
  }
  Moves moves;
  for (const auto& [row, by] : all) {
    moves.rows.push_back(row);
    moves.by.push_back(by);
  }
  return moves;
}

void Body::add(const Moves& moves, float weight, std::vector<Vec3>& places) {
  const float cut = std::clamp(weight, 0.0F, 1.0F);
  if (cut <= 0) return;
  for (std::size_t i = 0; i < moves.rows.size(); ++i) {
    Vec3& place = places[moves.rows[i]];
    place = place + moves.by[i] * cut;
  }
}

std::vector<Vec3> Body::with(const Expression& expression) const {
  std::vector<Vec3> places = rest_;
  add(blink_, expression.blink, places);
  add(smile_, expression.smile, places);
  add(open_, expression.mouth_open, places);
  return places;
}

Vec3 Body::joint(const char* name) const { return mean(rest_, slice_.joint(name)); }

FacePoints Body::points() const {
  return {joint("eye.R.head"), joint("eye.L.head"), rest_[vertex(kNoseTip)], rest_[vertex(kRightMouthCorner)],
          rest_[vertex(kLeftMouthCorner)]};
}

std::size_t Body::vertex(std::uint16_t original) const {
  const View<std::uint16_t>& numbers = slice_.original();  // ascending
  const auto* found = std::lower_bound(numbers.begin(), numbers.end(), original);
  if (found == numbers.end() || *found != original)
    throw std::out_of_range("vertex " + std::to_string(original) + " is not in the slice");
  return static_cast<std::size_t>(found - numbers.begin());
}

}  // namespace uketsuke::camera
