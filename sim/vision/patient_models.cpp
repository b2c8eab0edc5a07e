#include "sim/vision/patient_models.h"

#include <fmt/format.h>

#include <cstddef>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/nearest.h"
#include "camera_model/render/shading/srgb.h"
#include "camera_model/scene/portrait.h"
#include "camera_model/sensor/camera_profile.h"
#include "sim/personalisation/photo/jpeg_2000.h"
#include "sim/vision/persona_head.h"

namespace uketsuke::sim {

namespace {

constexpr int kPhotoWidth = 192, kPhotoHeight = 240;
constexpr float kPhotoRatio = 7.7F;  // from 46,080 bytes of pixels to about 6 kB

std::string key_of(const scenario::Persona& persona, Date day, Role cast) {
  return fmt::format("{}/{}/{}", persona.id, age_on(persona.born, day), static_cast<int>(cast));
}

personalisation::GreyImage grey_of(const camera::Radiance& light) {
  personalisation::GreyImage grey{light.width, light.height, {}};
  grey.pixels.reserve(light.pixels.size() / 3);
  for (std::size_t i = 0; i < light.pixels.size(); i += 3) {
    // ITU-R BT.709 luminance of linear RGB.
    const float luminance =
        0.2126F * light.pixels[i] + 0.7152F * light.pixels[i + 1] + 0.0722F * light.pixels[i + 2];
    grey.pixels.push_back(camera::encoded_of(luminance));
  }
  return grey;
}

camera::CameraProfile camera_called(const std::string& name, const std::filesystem::path& file) {
  const auto cameras = camera::load_cameras(file);
  if (const auto found = cameras.find(name); found != cameras.end()) return found->second;
  std::vector<std::string> known;
  for (const auto& [other, profile] : cameras) known.push_back(other);
  throw InputError(InputProblem::unknown_name, {"camera", 0, 0},
                   "unknown camera \"" + name + "\"" + suggestion(name, known));
}

/// A JPEG 2000 whose header claims an image of 60000 x 60000: it crashes a decoder that trusts the header.
Bytes bomb(Bytes jp2) {
  // SIZ, FF51: its length, capabilities, then width and height of the reference grid in four bytes each.
  for (std::size_t i = 0; i + 14 < jp2.size(); ++i) {
    if (jp2[i] != 0xFF || jp2[i + 1] != 0x51) continue;
    for (const std::size_t at : {i + 6, i + 10}) {
      jp2[at] = 0;
      jp2[at + 1] = 0;
      jp2[at + 2] = 0xEA;
      jp2[at + 3] = 0x60;
    }
    break;
  }
  return jp2;
}

}  // namespace

PatientModels::PatientModels(const std::filesystem::path& data, const std::filesystem::path& models,
                             const std::string& camera)
    : library_(models / "heads"),
      identities_(camera::load_identities(data / "camera_model/head/identities.yaml")),
      chain_(std::make_unique<camera::ImagingChain>(
          camera_called(camera, data / "camera_model/sensor/cameras.yaml"), 1)) {}

camera::HeadProfile PatientModels::profile(const scenario::Persona& persona, Date day, Role cast) const {
  const camera::HeadProfile holder = head_profile(persona, identities_, age_on(persona.born, day));
  switch (cast) {
    case Role::holder:
      return holder;
    case Role::other:
      return stranger_to(holder, identities_, 0);
    case Role::companion:
      return stranger_to(holder, identities_, 1);
    case Role::lookalike:
      return lookalike_of(holder);
  }
  return holder;
}

void PatientModels::prepare(const scenario::Persona& persona, Date day, std::initializer_list<Role> roles) {
  for (const Role cast : roles) {
    auto& head = heads_[key_of(persona, day, cast)];
    if (head == nullptr) head = library_.build(profile(persona, day, cast));
  }
}

void PatientModels::prepare(const scenario::World& world) {
  const auto everybody = {Role::holder, Role::other, Role::lookalike, Role::companion};
  prepare(*world.patient, world.date, everybody);
  for (const auto& [name, persona] : world.others) prepare(*persona, world.date, everybody);
}

std::shared_ptr<const camera::Head> PatientModels::head(const scenario::Persona& persona, Date day,
                                                        Role cast) const {
  return heads_.at(key_of(persona, day, cast));
}

Bytes PatientModels::card_photo(const scenario::Persona& persona, const scenario::CardPhoto& photo) const {
  using Kind = scenario::CardPhoto::Kind;
  if (photo.kind == Kind::missing) return {};
  camera::Radiance light;
  if (photo.kind == Kind::blank) {
    light.resize(kPhotoWidth, kPhotoHeight);
    light.pixels.assign(light.pixels.size(), 0.5F);
  } else {
    const int age = age_on(persona.born, persona.card->issued) - photo.years_older;
    const auto head = library_.build(head_profile(persona, identities_, age));
    camera::studio_portrait(head->model({}, {}), kPhotoWidth, kPhotoHeight, light);
  }
  Bytes jp2 = personalisation::encode_jp2(grey_of(light), kPhotoRatio);
  if (photo.kind == Kind::broken) jp2.resize(jp2.size() / 3);
  if (photo.kind == Kind::bomb) jp2 = bomb(std::move(jp2));
  return jp2;
}

}  // namespace uketsuke::sim
