#include "sim/vision/presentations.h"

#include "camera_model/scene/attack.h"
#include "camera_model/scene/portrait.h"

namespace uketsuke::sim {

using camera::Presentation;
using camera::Vec3;
using scenario::Attack;
using scenario::Face;
using scenario::Standing;
using scenario::Wearing;

namespace {

constexpr Duration kStepsUp = std::chrono::milliseconds(700);
constexpr Vec3 kDoor{140, 15, -1000};    // where people come from
constexpr Vec3 kBeside{210, -15, -520};  // position of a person who looks over the patient's shoulder
constexpr int kPrintWidth = 480, kPrintHeight = 600;
constexpr float kBend = 130;           // mm; about the radius of a face
constexpr float kTabletShare = 0.72F;  // 180 mm wide, where a life-size image is 250 mm wide

Vec3 place_of(Standing standing) {
  const Vec3 middle = good_place();
  switch (standing) {
    case Standing::near:
      return {middle.x, middle.y, -170};
    case Standing::far:
      return {middle.x, middle.y, -1000};
    case Standing::left:  // the patient's own left is the right of the image
      return {middle.x + 150, middle.y, middle.z};
    case Standing::right:
      return {middle.x - 150, middle.y, middle.z};
    case Standing::middle:
      break;
  }
  return middle;
}

camera::Attire attire_of(const std::set<Wearing>& wearing) {
  camera::Attire attire;
  for (const Wearing item : wearing) {
    switch (item) {
      case Wearing::mask:
        attire.mask = true;
        break;
      case Wearing::glasses:
        attire.glasses = camera::Glasses::clear;
        break;
      case Wearing::sunglasses:
        attire.glasses = camera::Glasses::dark;
        break;
      case Wearing::cap:
        attire.hat = camera::Hat::cap;
        break;
      case Wearing::hat:
        attire.hat = camera::Hat::brimmed;
        break;
    }
  }
  return attire;
}

/// The face on a tablet is smaller than life, so it is held nearer.
Vec3 place_of(Attack attack, Standing standing) {
  Vec3 place = place_of(standing);
  if (attack == Attack::screen) place.z *= kTabletShare;
  return place;
}

/// What an attacker makes from an image of the holder.
camera::Model picture_of(const camera::Head& head, Attack attack) {
  const camera::Model model = head.model({}, {});
  const auto image =
      std::make_shared<const camera::Image>(camera::portrait_cutout(model, kPrintWidth, kPrintHeight));
  const camera::PortraitShot shot = camera::portrait_shot(model, kPrintWidth, kPrintHeight);
  const camera::ShownPicture picture{image, shot.eyes, shot.width_mm};
  camera::PrintedPhoto photo;
  camera::ScreenReplay screen;
  switch (attack) {
    case Attack::printed_photo:
      return camera::printed_photo(picture, photo);
    case Attack::cut_photo:
      photo.cut = camera::PhotoCut::outline;
      return camera::printed_photo(picture, photo);
    case Attack::filling_photo:
      photo.cut = camera::PhotoCut::filling;
      return camera::printed_photo(picture, photo);
    case Attack::bent_photo:
      photo.bend_radius_mm = kBend;
      return camera::printed_photo(picture, photo);
    case Attack::screen:
      return camera::screen_replay(picture, screen);
    case Attack::filling_screen:
      screen.device = camera::ScreenDevice::wall;
      return camera::screen_replay(picture, screen);
  }
  return {};
}

camera::Movement coming(Vec3 stand, Duration now, std::uint64_t seed) {
  camera::Movement movement;
  movement.seed = seed;
  movement.stand = stand;
  movement.from = kDoor;
  movement.approach_at = now;
  movement.approach_lasts = kStepsUp;
  return movement;
}

}  // namespace

Vec3 good_place() { return {0, 0, -450}; }

std::vector<Presentation> presentations_for(const PatientModels& patient_models,
                                            const scenario::Persona& holder, const scenario::Appearance& as,
                                            Date day, Duration now, std::uint64_t seed) {
  std::vector<Presentation> presentations;
  if (!as.attack && as.face.value_or(Face::same) == Face::none) return presentations;
  Presentation first;
  first.subject = declared_subject(as);
  first.movement = coming(as.attack ? place_of(*as.attack, as.standing) : place_of(as.standing), now, seed);
  if (as.leaves_after) first.movement.leave_at = now + kStepsUp + *as.leaves_after;
  if (as.attack) {
    first.prop = std::make_shared<const camera::Model>(
        picture_of(*patient_models.head(holder, day, Role::holder), *as.attack));
  } else {
    first.head = patient_models.head(holder, day,
                                     as.face == Face::other       ? Role::other
                                     : as.face == Face::lookalike ? Role::lookalike
                                                                  : Role::holder);
    first.attire = attire_of(as.wearing);
  }
  presentations.push_back(std::move(first));
  if (as.companion) {
    Presentation second;
    second.subject = camera::Subject::stranger;
    second.head = patient_models.head(holder, day, Role::companion);
    second.movement = coming(kBeside, now, seed + 1);
    presentations.push_back(std::move(second));
  }
  return presentations;
}

camera::LightName light_name(scenario::Light light) {
  switch (light) {
    case scenario::Light::backlight:
      return camera::LightName::backlight;
    case scenario::Light::sun:
      return camera::LightName::sun;
    case scenario::Light::dark:
      return camera::LightName::dark;
    case scenario::Light::good:
      break;
  }
  return camera::LightName::good;
}

record::Shown shown(const scenario::Appearance& as) {
  if (as.attack) {
    switch (*as.attack) {
      case Attack::printed_photo:
        return record::Shown::printed_photo;
      case Attack::cut_photo:
        return record::Shown::cut_photo;
      case Attack::filling_photo:
        return record::Shown::filling_photo;
      case Attack::bent_photo:
        return record::Shown::bent_photo;
      case Attack::screen:
        return record::Shown::screen;
      case Attack::filling_screen:
        return record::Shown::filling_screen;
    }
  }
  switch (as.face.value_or(Face::same)) {
    case Face::same:
      return record::Shown::holder;
    case Face::other:
      return record::Shown::other;
    case Face::lookalike:
      return record::Shown::lookalike;
    case Face::none:
      break;
  }
  return record::Shown::nobody;
}

camera::Subject declared_subject(const scenario::Appearance& as) {
  if (as.attack) return camera::Subject::stranger;
  switch (as.face.value_or(Face::same)) {
    case Face::same:
      return camera::Subject::holder;
    case Face::other:
    case Face::lookalike:
      return camera::Subject::stranger;
    case Face::none:
      break;
  }
  return camera::Subject::nobody;
}

}  // namespace uketsuke::sim
