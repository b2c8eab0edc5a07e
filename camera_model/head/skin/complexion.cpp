#include "camera_model/head/skin/complexion.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/draw.h"

namespace uketsuke::camera {
namespace {

/// Maps a place on the published mesh's face to a pixel. Places are in mm, x to the person's left, y up, from
/// the midpoint of the eyes. The face lies on its side in the skin textures; its unwrapping is so even that
/// one scale suffices (error at most 5 pixels).
Vec2 pixel_of(Vec2 place, const Image& skin) {
  const float scale = static_cast<float>(skin.width) / 512.0F;
  return {(429.5F - 0.5297F * place.y) * scale, (264.6F - 0.5131F * place.x) * scale};
}

constexpr float kPixelsPerMm = 0.52F;  // for a 512-pixel skin texture

/// Paints on one skin texture.
class Painter {
 public:
  explicit Painter(Image& skin) : skin_(skin) {}

  /// Blends the colour towards itself times `tint` inside a soft ellipse.
  void dab(Vec2 place, float radius_x, float radius_y, Vec3 tint) {
    const Vec2 centre = pixel_of(place, skin_);
    const float scale = kPixelsPerMm * static_cast<float>(skin_.width) / 512.0F;
    const float wide = radius_y * scale;  // the face lies on its side
    const float high = radius_x * scale;
    const int left = std::max(0, static_cast<int>(centre.x - 2.5F * wide));
    const int right = std::min(skin_.width - 1, static_cast<int>(centre.x + 2.5F * wide) + 1);
    const int top = std::max(0, static_cast<int>(centre.y - 2.5F * high));
    const int bottom = std::min(skin_.height - 1, static_cast<int>(centre.y + 2.5F * high) + 1);
    for (int y = top; y <= bottom; ++y)
      for (int x = left; x <= right; ++x) {
        const float dx = (static_cast<float>(x) + 0.5F - centre.x) / wide;
        const float dy = (static_cast<float>(y) + 0.5F - centre.y) / high;
        const float share = std::exp(-(dx * dx + dy * dy));
        std::uint8_t* p = skin_.at(x, y);
        blend(p[0], tint.x, share);
        blend(p[1], tint.y, share);
        blend(p[2], tint.z, share);
      }
  }

  /// Paints the dab on both halves of the face.
  void dabs(Vec2 place, float radius_x, float radius_y, Vec3 tint) {
    dab(place, radius_x, radius_y, tint);
    dab({-place.x, place.y}, radius_x, radius_y, tint);
  }

  /// Paints a soft line on both halves of the face.
  void folds(Vec2 from, Vec2 to, float width, Vec3 tint) {
    constexpr int kSteps = 8;
    for (int i = 0; i <= kSteps; ++i)
      dabs(from + (to - from) * (static_cast<float>(i) / kSteps), width, width * 1.6F, tint);
  }

 private:
  static void blend(std::uint8_t& sample, float tint, float share) {
    const float value = static_cast<float>(sample) * (1.0F + (tint - 1.0F) * share);
    sample = static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
  }

  Image& skin_;
};

/// A tint: redder and darker by `strength`; negative is paler.
Vec3 flush(float strength) {
  return {1.0F + 0.05F * strength, 1.0F - 0.35F * strength, 1.0F - 0.25F * strength};
}
Vec3 shade(float strength) { return {1.0F - strength, 1.0F - 1.1F * strength, 1.0F - 1.1F * strength}; }

Vec2 somewhere(const Draw& draw, const std::string& name) {
  return {-62.0F + 124.0F * draw.even(name + "-x"), -100.0F + 170.0F * draw.even(name + "-y")};
}

void paint_features(const HeadProfile& profile, const Draw& draw, Painter& painter) {
  const float old = std::clamp((profile.age - 30.0F) / 50.0F, 0.0F, 1.0F);
  const bool woman = profile.sex == Sex::female && profile.age >= 17;
  painter.dab({0, -66}, 22, 8,
              flush(std::clamp((woman ? 0.5F : 0.1F) + 0.45F * draw.normal("lips"), -0.4F, 1.6F)));
  painter.dabs({43, -36}, 18, 16, flush(std::max(-0.05F, 0.08F + 0.14F * draw.normal("blush"))));
  painter.dab({0, -38}, 13, 12, flush(std::max(-0.05F, 0.06F + 0.14F * draw.normal("nose-red"))));
  painter.dabs({31, -15}, 15, 6,
               shade(std::clamp(0.05F + 0.07F * old + 0.11F * draw.normal("under-eyes"), -0.12F, 0.22F)));
  painter.dabs({31, 11}, 16, 6,
               shade(std::clamp((woman ? 0.08F : 0.0F) + 0.14F * draw.normal("lids"), -0.12F, 0.3F)));
  // Double eyelids or single ones.
  const float crease = std::clamp(0.12F + 0.14F * draw.normal("crease"), 0.0F, 0.4F);
  const float crease_y = 9.0F + 1.2F * draw.normal("crease-height");
  painter.folds({18, crease_y - 2}, {31, crease_y + 1}, 1.4F, shade(crease * 0.5F));
  painter.folds({31, crease_y + 1}, {44, crease_y - 3}, 1.4F, shade(crease * 0.5F));
  painter.dabs({13, 4}, 6, 12, shade(0.13F * draw.normal("nose-side")));
  painter.dabs({31, 22}, 17, 5, shade(0.10F + 0.12F * draw.normal("brow-shadow")));
  painter.dabs({38, -66}, 12, 18, shade(0.10F * draw.normal("hollow-cheeks")));
  painter.dab({0, -82}, 16, 5, shade(0.08F + 0.08F * draw.normal("under-lip")));
  painter.dab({0, -102}, 16, 9, shade(0.09F * draw.normal("chin")));
  painter.dab({0, 48}, 30, 18, shade(0.07F * draw.normal("forehead")));
  painter.dabs({52, 30}, 12, 22, shade(0.11F * draw.normal("temples")));
  painter.folds({20, -42}, {33, -66}, 2.5F, shade(std::max(0.0F, 0.05F * old + 0.02F * draw.normal("fold"))));
  painter.folds({28, -74}, {31, -90}, 2.5F,
                shade(std::max(0.0F, 0.04F * old + 0.02F * draw.normal("corner-fold"))));
  for (const float y : {45.0F, 54.0F, 63.0F})
    painter.folds({0, y}, {34, y - 2}, 1.6F,
                  shade(std::max(0.0F, 0.025F * old + 0.01F * draw.normal("brow-lines"))));
}

void paint_stubble(const HeadProfile& profile, const Draw& draw, Painter& painter) {
  if (profile.sex == Sex::female || profile.age < 17) return;
  const float strength = std::clamp(0.10F + 0.12F * draw.normal("stubble"), 0.0F, 0.35F);
  const Vec3 tint{1.0F - strength, 1.0F - 0.9F * strength, 1.0F - 0.75F * strength};
  painter.dab({0, -52}, 20, 7, tint);
  painter.dab({0, -95}, 26, 18, tint);
  painter.dabs({42, -85}, 20, 26, tint);
}

void paint_spots(const HeadProfile& profile, const Draw& draw, Painter& painter) {
  for (int i = 0; i < 30; ++i) {
    const std::string name = "blotch" + std::to_string(i);
    const float radius = 7.0F + 20.0F * draw.even(name);
    const float strength = 0.06F * draw.normal(name + "-strength");
    painter.dab(somewhere(draw, name), radius, radius,
                {1.0F + 0.8F * strength, 1.0F + strength, 1.0F + strength});
  }
  const auto moles = draw.pick("moles", 5);
  for (std::size_t i = 0; i < moles; ++i) {
    const std::string name = "mole" + std::to_string(i);
    const float radius = 1.3F + 1.2F * draw.even(name);
    painter.dab(somewhere(draw, name), radius, radius, {0.45F, 0.38F, 0.38F});
  }
  if (draw.even("freckled") < 0.12F)
    for (int i = 0; i < 60; ++i) {
      const std::string name = "freckle" + std::to_string(i);
      painter.dab({38.0F * draw.normal(name + "-x") * 0.6F, -24.0F + 9.0F * draw.normal(name + "-y")}, 1.6F,
                  1.6F, shade(0.16F));
    }
  const int age_spots = static_cast<int>(std::clamp((profile.age - 55.0F) * 0.5F, 0.0F, 14.0F));
  for (int i = 0; i < age_spots; ++i) {
    const std::string name = "age-spot" + std::to_string(i);
    const float radius = 2.5F + 3.5F * draw.even(name);
    painter.dab(somewhere(draw, name), radius, radius, shade(0.10F + 0.12F * draw.even(name + "-strength")));
  }
}

}  // namespace

void paint_complexion(const HeadProfile& profile, Image& skin) {
  const Draw draw(profile.seed);
  Painter painter(skin);
  paint_features(profile, draw, painter);
  paint_stubble(profile, draw, painter);
  paint_spots(profile, draw, painter);
}

}  // namespace uketsuke::camera
