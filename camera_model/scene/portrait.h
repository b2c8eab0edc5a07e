#pragma once

#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"
#include "camera_model/render/model.h"
#include "camera_model/render/view_camera.h"

namespace uketsuke::camera {

/// How an ID photo of a head is framed: frontal, the head three quarters of the height.
struct PortraitShot {
  ViewCamera camera;
  Placement placement;  ///< of the head
  Vec2 eyes;            ///< midpoint of the eyes, as fractions of width and height from the top left
  float width_mm = 0;   ///< width of the image in the plane of the eyes: printed this wide, it is life-size
};

constexpr float kIdPhoto = 0.75F;  ///< share of the image's height from crown to chin in an ID photo
/// The share with shoulders and wall: printed life-size, its edges leave the view.
constexpr float kSnapshot = 0.45F;

/// Frames a photo taken from 1.5 m, as in a studio. The model is a head with its origin between the eyes.
PortraitShot portrait_shot(const Model& head, int width, int height, float head_share = kIdPhoto);

/// Renders the card photo: soft frontal light, plain light background (rules of the card application: no
/// shadow, no pattern).
void studio_portrait(const Model& head, int width, int height, Radiance& out);

/// The portrait as an attacker would print it or show it on a phone: sRGB with alpha, which is 0 outside the
/// person.
Image portrait_cutout(const Model& head, int width, int height, float head_share = kIdPhoto);

}  // namespace uketsuke::camera
