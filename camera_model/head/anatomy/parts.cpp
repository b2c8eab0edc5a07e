#include "camera_model/head/anatomy/parts.h"

#include <cmath>
#include <stdexcept>
#include <utility>

#include "base/error.h"
#include "camera_model/head/anatomy/fit.h"
#include "camera_model/head/attire/fringe.h"
#include "camera_model/head/attire/worn_things.h"
#include "camera_model/head/skin/skin.h"

namespace uketsuke::camera {
namespace {

constexpr float kBrowDensity = 1.8F;  // the published brows are sparse compared with Japanese ones
constexpr float kDecimetre = 100.0F;  // in mm

Material hair_material(std::shared_ptr<const Image> grey, Vec3 colour) {
  Material material;
  material.texture = std::move(grey);
  material.colour = colour * (1.0F / TextureStore::kGreyMean);
  material.specular = 0.06F;
  material.shininess = 12.0F;
  material.see_through = true;
  material.both_sides = true;
  return material;
}

Material glossy(std::shared_ptr<const Image> texture, float specular, float shininess) {
  Material material;
  material.texture = std::move(texture);
  material.specular = specular;
  material.shininess = shininess;
  return material;
}

/// Tops with logos or loud stripes are drawn as plain cloth; suit and jacket keep their textures.
bool is_plain(const std::string& top) { return top != "male_casualsuit05" && top != "male_elegantsuit01"; }

constexpr float kCloth = 2.5F;  // in mm
// Depth in mm by which covered skin is pushed in; with less, it shows at the collar of some bodies.
constexpr float kUnder = 5.0F;

}  // namespace

namespace {

/// Makes brows thicker and moves them up, but keeps their curve: each half is stretched about its own
/// parabola.
void raise(std::vector<Vec3>& places, float stretch, float rise) {
  for (const float side : {1.0F, -1.0F}) {
    // Least-squares fit of y = a + b x + c x^2 to the vertices of one side, by Cramer's rule; x in
    // centimetres from the middle of a brow, which keeps the sums small.
    constexpr double kMiddle = 3.2;
    double n = 0, x1 = 0, x2 = 0, x3 = 0, x4 = 0, y0 = 0, y1 = 0, y2 = 0;
    const auto at = [&](Vec3 p) { return static_cast<double>(p.x * side) * 0.1 - kMiddle; };
    for (const Vec3& p : places) {
      if (p.x * side <= 0) continue;
      const double x = at(p), y = static_cast<double>(p.y);
      n += 1, x1 += x, x2 += x * x, x3 += x * x * x, x4 += x * x * x * x;
      y0 += y, y1 += x * y, y2 += x * x * y;
    }
    const double determinant = n * (x2 * x4 - x3 * x3) - x1 * (x1 * x4 - x3 * x2) + x2 * (x1 * x3 - x2 * x2);
    if (std::fabs(determinant) < 1e-9) continue;
    const double a =
        (y0 * (x2 * x4 - x3 * x3) - x1 * (y1 * x4 - x3 * y2) + x2 * (y1 * x3 - x2 * y2)) / determinant;
    const double b =
        (n * (y1 * x4 - y2 * x3) - y0 * (x1 * x4 - x3 * x2) + x2 * (x1 * y2 - x2 * y1)) / determinant;
    const double c =
        (n * (x2 * y2 - x3 * y1) - x1 * (x1 * y2 - x2 * y1) + y0 * (x1 * x3 - x2 * x2)) / determinant;
    for (Vec3& p : places) {
      if (p.x * side <= 0) continue;
      const double x = at(p);
      const auto middle = static_cast<float>(a + b * x + c * x * x);
      p.y = middle + (p.y - middle) * stretch + rise;
    }
  }
}

}  // namespace

Surface Worn::surface(const std::vector<Vec3>& places) const {
  std::vector<Vec3> fit = fitted(*proxy, places, scale);
  const std::vector<Vec3> normals = smooth_normals(proxy->patch, fit);
  if (thickness > 0)
    for (std::size_t v = 0; v < fit.size(); ++v) fit[v] = fit[v] + normals[v] * thickness;
  if (stretch != 1 || rise != 0) raise(fit, stretch, rise);
  return surface_of(proxy->kind, layout, fit, normals, material);
}

Worn Head::Parts::worn(const Proxy& proxy, Material material) const {
  const Vec3 ratio = size_ratio(library_->slice, proxy, body_.at_rest(), kDecimetre);
  return {&proxy, layout_of(proxy.patch), ratio * kDecimetre, std::move(material), 0, 1, 0};
}

Worn Head::Parts::top(const std::string& name, Vec3 colour) const {
  const Proxy* proxy = nullptr;
  for (const Proxy& each : library_->slice.proxies())
    if (each.kind == "top" && each.name == name) proxy = &each;
  if (proxy == nullptr) throw InputError(InputProblem::unknown_name, {}, "unknown top: " + name);
  Material material;
  material.both_sides = true;
  if (is_plain(name)) {
    material.colour = colour;
  } else {
    material.texture = library_->textures.plain(proxy->texture);
  }
  Worn top = worn(*proxy, std::move(material));
  top.thickness = kCloth;
  return top;
}

Head::Parts::Parts(std::shared_ptr<const HeadLibrary::Data> library, const HeadProfile& profile)
    : library_(std::move(library)),
      look_(look_of(profile)),
      body_(library_->slice, profile),
      seed_(profile.seed),
      measures_(measures_of(body_)) {
  const Slice& slice = library_->slice;
  const TextureStore& textures = library_->textures;
  skin_ = glossy(skin_of(profile, textures), 0.05F, 14.0F);
  skin_.colour = look_.skin_tone;

  const Proxy& brows = slice.proxy("brows", look_.brows);
  moving_.push_back(
      worn(brows, hair_material(textures.grey(brows.texture, kBrowDensity), look_.brow_colour)));
  moving_.back().stretch = look_.brow_thickness;
  moving_.back().rise = look_.brow_rise;
  const Proxy& lashes = slice.proxy("lashes", look_.lashes);
  moving_.push_back(worn(lashes, hair_material(textures.grey(lashes.texture), {0.006F, 0.005F, 0.005F})));
  if (!look_.beard.empty()) {
    const Proxy& beard = slice.proxy("beard", look_.beard);
    moving_.push_back(worn(beard, hair_material(textures.grey(beard.texture), look_.brow_colour)));
  }
  for (const auto& [kind, name] : {std::pair{"teeth", "Teeth_Base"}, std::pair{"tongue", "tongue01"}}) {
    const Proxy& proxy = slice.proxy(kind, name);
    mouth_.push_back(worn(proxy, glossy(textures.plain(proxy.texture), 0.3F, 30.0F)));
  }
  top_ = top(look_.top, look_.top_colour);
  bare_ = layout_of(slice.body(), top_.proxy->hides);
  const Proxy& eyes = slice.proxy("eyes", "Low-Poly");
  eyes_ = worn(eyes, glossy(textures.eyes("eyes-" + look_.eyes + ".png"), 0.35F, 300.0F))
              .surface(body_.at_rest());
  const Proxy& hair = slice.proxy("hair", look_.hair);
  hair_ = worn(hair, hair_material(textures.grey(hair.texture), look_.hair_colour)).surface(body_.at_rest());
  clear_the_eyes(hair_);
}

Surface Head::Parts::bare(const std::vector<Vec3>& places, const View<std::uint8_t>& hides,
                          const Layout& layout) const {
  const Patch& patch = library_->slice.body();
  const std::vector<Vec3> normals = smooth_normals(patch, places);
  std::vector<Vec3> under = places;
  for (std::size_t v = 0; v < hides.count; ++v)
    if (hides[v] != 0) under[v] = under[v] - normals[v] * kUnder;
  return surface_of("body", layout, under, normals, skin_);
}

Model Head::Parts::model(const Attire& attire, const Expression& expression) const {
  const std::vector<Vec3> places = body_.with(expression);
  Model model;
  const bool own = attire.top.empty() && !attire.top_colour;
  const Worn other =
      own ? Worn{}
          : top(attire.top.empty() ? look_.top : attire.top, attire.top_colour.value_or(look_.top_colour));
  const Worn& cloth = own ? top_ : other;
  const View<std::uint8_t>& hides = cloth.proxy->hides;
  model.surfaces.push_back(bare(places, hides, own ? bare_ : layout_of(library_->slice.body(), hides)));
  model.surfaces.push_back(eyes_);
  if (expression.mouth_open > 0.02F || expression.smile > 0.3F)
    for (const Worn& part : mouth_) model.surfaces.push_back(part.surface(places));
  model.surfaces.push_back(cloth.surface(body_.at_rest()));
  for (const Worn& part : moving_) model.surfaces.push_back(part.surface(places));
  model.surfaces.push_back(hair_);
  if (attire.hat != Hat::none) press_under_hat(measures_, model.surfaces.back());
  dress(attire, places, model);
  return model;
}

void Head::Parts::dress(const Attire& attire, const std::vector<Vec3>& places, Model& model) const {
  const auto add = [&](std::vector<Surface> worn) {
    for (Surface& surface : worn) model.surfaces.push_back(std::move(surface));
  };
  if (attire.mask) {
    const MaskCloth cloth(measures_, places);
    for (Surface& surface : model.surfaces)
      if (surface.name == "beard") cloth.press(surface);
    add(surgical_mask(measures_, cloth, seed_));
  }
  if (attire.glasses != Glasses::none) add(spectacles(measures_, attire.glasses, seed_));
  if (attire.hat != Hat::none) model.surfaces.push_back(hat_on(measures_, attire.hat, seed_));
}

}  // namespace uketsuke::camera
