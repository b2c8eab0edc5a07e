#include "camera_model/scene/attack.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "camera_model/render/shading/srgb.h"
#include "camera_model/scene/shapes.h"

namespace uketsuke::camera {

namespace {

constexpr Vec3 kStudioWall{0.70F, 0.75F, 0.80F};  // behind the person if the image has alpha
constexpr Vec3 kSkin{0.50F, 0.31F, 0.22F};
constexpr Vec3 kSleeve{0.10F, 0.12F, 0.17F};
constexpr float kBorder = 9;       // mm of white paper round the image
constexpr float kFilling = 900;    // mm from the eyes to the edge of an image that fills the view
constexpr float kTightest = 1.3F;  // half of the sheet, in radians of its bend

/// Reduces the range as ink and screens do: linear value times `range` plus `least`.
std::shared_ptr<const Image> reproduced(const Image& image, float least, float range, bool keep_alpha) {
  auto copy = std::make_shared<Image>(Image::blank(image.width, image.height, keep_alpha ? 4 : 3));
  const float wall[3] = {kStudioWall.x, kStudioWall.y, kStudioWall.z};
  const auto channels = static_cast<std::size_t>(image.channels),
             to = static_cast<std::size_t>(copy->channels);
  for (std::size_t i = 0; i < image.pixels.size() / channels; ++i) {
    const std::uint8_t* pixel = &image.pixels[i * channels];
    const float alpha = image.channels == 4 ? static_cast<float>(pixel[3]) * (1.0F / 255) : 1.0F;
    for (std::size_t c = 0; c < 3; ++c) {
      float light = linear_of(pixel[image.channels == 1 ? 0 : c]);
      if (!keep_alpha) light = alpha * light + (1 - alpha) * wall[c];
      copy->pixels[i * to + c] = encoded_of(least + range * light);
    }
    if (keep_alpha) copy->pixels[i * to + 3] = pixel[3];
  }
  return copy;
}

/// The fist below an edge, the thumb in front of it, the arm.
void add_hand(Model& model, float x, float edge, float z) {
  Material skin;
  skin.colour = kSkin;
  skin.specular = 0.08F, skin.shininess = 12;
  Material sleeve;
  sleeve.colour = kSleeve;
  const auto add = [&](const char* name, Vec3 from, Vec3 to, float radius, const Material& material) {
    model.surfaces.push_back(rod(from, to, radius, material));
    model.surfaces.back().name = name;
  };
  add("hand", {x - 14, edge + 20, z + 9.5F}, {x + 6, edge - 18, z + 12}, 9, skin);
  add("hand", {x + 6, edge - 18, z + 12}, {x + 16, edge - 52, z - 2}, 12.5F, skin);
  for (int finger = 0; finger < 4; ++finger) {
    const float shift = 17.0F * static_cast<float>(finger) - 26;
    add("hand", {x + shift, edge + 6, z - 13}, {x + 12 + 0.6F * shift, edge - 46, z - 16}, 9, skin);
  }
  add("hand", {x + 4, edge - 52, z - 12}, {x + 26, edge - 66, z - 12}, 25, skin);
  add("sleeve", {x + 24, edge - 125, z - 12}, {x + 80, edge - 420, z + 10}, 44, sleeve);
  add("hand", {x + 14, edge - 60, z - 12}, {x + 28, edge - 140, z - 12}, 26, skin);
}

void check(const ShownPicture& picture) {
  if (!picture.image || picture.image->pixels.empty())
    throw std::invalid_argument("an attack without a picture");
}

/// Adds the light and dark bands that two fine grids produce together.
std::shared_ptr<const Image> with_moire(std::shared_ptr<const Image> picture, float strength) {
  if (strength <= 0) return picture;
  auto copy = std::make_shared<Image>(*picture);
  for (int y = 0; y < copy->height; ++y) {
    for (int x = 0; x < copy->width; ++x) {
      const float u = static_cast<float>(x) / static_cast<float>(copy->width),
                  v = static_cast<float>(y) / static_cast<float>(copy->height);
      std::uint8_t* pixel = copy->at(x, y);
      for (int c = 0; c < 3; ++c) {
        const float wave = std::sin(190 * u + 60 * v + 14 * u * v + 2.1F * static_cast<float>(c)) +
                           std::sin(20 * u - 170 * v + 9 * v * v + 1.3F * static_cast<float>(c));
        pixel[c] = encoded_of(linear_of(pixel[c]) * (1 + 0.5F * strength * wave));
      }
    }
  }
  return copy;
}

/// A lamp's reflection: a slanting band that is brightest in its middle.
std::shared_ptr<const Image> glare_band() {
  constexpr int kSide = 64;
  auto image = std::make_shared<Image>(Image::blank(kSide, kSide, 4));
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const float across = (static_cast<float>(x) + 0.45F * static_cast<float>(y)) / kSide - 1.05F;
      std::uint8_t* pixel = image->at(x, y);
      pixel[0] = pixel[1] = pixel[2] = 255;
      pixel[3] = static_cast<std::uint8_t>(40.0F * std::max(0.0F, 1 - across * across * 28) + 3);
    }
  }
  return image;
}

struct Device {
  float width, height, screen_width, screen_height, corner;
};

Device device_of(ScreenDevice device) {
  switch (device) {
    case ScreenDevice::phone:
      return {71, 147, 66, 141, 9};
    case ScreenDevice::tablet:
      return {180, 248, 160, 213, 12};
    case ScreenDevice::wall:
      return {1620, 940, 1600, 900, 5};
  }
  throw std::invalid_argument("no such device");
}

}  // namespace

Model printed_photo(const ShownPicture& picture, const PrintedPhoto& photo) {
  check(picture);
  const bool outline = photo.cut == PhotoCut::outline;
  if (outline && picture.image->channels != 4)
    throw std::invalid_argument("a photo cut along its outline needs a picture with alpha");
  const float width = picture.width_mm * photo.scale;
  const float height =
      width * static_cast<float>(picture.image->height) / static_cast<float>(picture.image->width);
  Sheet sheet_shape{-picture.eyes.x * width, (1 - picture.eyes.x) * width, (picture.eyes.y - 1) * height,
                    picture.eyes.y * height};
  sheet_shape.bend_radius = photo.bend_radius_mm;
  if (photo.cut == PhotoCut::filling) {
    // The texture's outermost row and column extend to the edge: the wall beside, the clothes below.
    sheet_shape.left = sheet_shape.bottom = -kFilling;
    sheet_shape.right = sheet_shape.top = kFilling;
    if (photo.bend_radius_mm > 0) {
      sheet_shape.left = -kTightest * photo.bend_radius_mm;
      sheet_shape.right = -sheet_shape.left;
    }
    const auto coordinate = [&](float x, float y) {
      return Vec2{picture.eyes.x + x / width, 1 - picture.eyes.y + y / height};
    };
    sheet_shape.bottom_left = coordinate(sheet_shape.left, sheet_shape.bottom);
    sheet_shape.top_right = coordinate(sheet_shape.right, sheet_shape.top);
  }
  const float reach = std::max(-sheet_shape.left, sheet_shape.right);
  if (photo.bend_radius_mm < 0 ||
      (photo.bend_radius_mm > 0 && reach > 1.001F * kTightest * photo.bend_radius_mm))
    throw std::invalid_argument("a photo " + std::to_string(static_cast<int>(width)) +
                                " mm wide cannot be bent so far");

  Model model;
  Material print;
  print.texture = reproduced(*picture.image, 0.03F, 0.80F, outline);
  print.both_sides = true;
  print.see_through = outline;
  model.surfaces.push_back(sheet(sheet_shape, print));
  model.surfaces.back().name = "picture";
  if (photo.cut == PhotoCut::sheet) {
    Sheet paper = sheet_shape;
    paper.left -= kBorder, paper.right += kBorder, paper.bottom -= kBorder, paper.top += kBorder;
    paper.z = -0.4F;
    Material white;
    white.colour = {0.84F, 0.84F, 0.82F};
    white.both_sides = true;
    model.surfaces.push_back(sheet(paper, white));
    model.surfaces.back().name = "paper";
  }
  if (photo.hand && photo.cut != PhotoCut::filling)
    add_hand(model, 0.22F * width, sheet_shape.bottom - (outline ? 0 : kBorder), 0);
  return model;
}

Model screen_replay(const ShownPicture& picture, const ScreenReplay& screen) {
  check(picture);
  const Device device = device_of(screen.device);
  const float aspect = static_cast<float>(picture.image->height) / static_cast<float>(picture.image->width);
  // As people show it: the image fills a screen of its own shape; on a narrower screen the ears are cut off.
  // It is never shown larger than life.
  const float covers = std::max(device.screen_width, device.screen_height / aspect);
  const float width = std::min({covers, 1.15F * device.screen_width, picture.width_mm});
  const float height = width * aspect;
  // The image's centre is at the screen's centre; the origin is at the eyes.
  const Vec3 middle{(0.5F - picture.eyes.x) * width, (picture.eyes.y - 0.5F) * height, 0};
  const float half_width = 0.5F * device.screen_width, half_height = 0.5F * device.screen_height;

  Sheet glass{-half_width, half_width, -half_height, half_height};
  glass.z = 0.3F;
  glass.bottom_left = {0.5F - half_width / width, 0.5F - half_height / height};
  glass.top_right = {0.5F + half_width / width, 0.5F + half_height / height};

  constexpr float kReflects = 0.04F;  // share of the room's light that the panel itself reflects
  Material panel;
  panel.texture = with_moire(reproduced(*picture.image, 0.004F, 0.996F, false), screen.moire);
  panel.colour = Vec3{0.97F, 1.0F, 1.03F} * kReflects;
  panel.emission = screen.brightness / kReflects;
  Material frame;
  frame.colour = {0.018F, 0.018F, 0.020F};
  frame.specular = 0.05F;
  frame.shininess = 30;
  Material reflection;
  reflection.texture = glare_band();
  reflection.colour = Vec3{1, 1, 1} * (screen.glare * 255.0F / 43.0F);
  reflection.see_through = true;

  Model model;
  const auto add = [&](const char* name, Surface surface) {
    surface.name = name;
    model.surfaces.push_back(moved(std::move(surface), middle));
  };
  add("case", slab(device.width, device.height, 8, device.corner, frame));
  add("screen", sheet(glass, panel));
  Sheet front = glass;
  front.z = 1.2F;
  front.bottom_left = {0, 0}, front.top_right = {1, 1};
  add("glare", sheet(front, reflection));
  if (screen.device != ScreenDevice::wall)
    add_hand(model, middle.x + 0.25F * device.width, middle.y - 0.5F * device.height, 0);
  return model;
}

}  // namespace uketsuke::camera
