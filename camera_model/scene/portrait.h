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
  Vec2 eyes;            ///< the middle between the eyes, as fractions of width and height from the top left
  float width_mm =
      0;  ///< what the picture's width is in the plane of the eyes: printed so wide it is life-size
};

constexpr float kIdPhoto = 0.75F;   ///< head, crown to chin, as a share of the picture's height: an ID photo
constexpr float kSnapshot = 0.45F;  ///< with shoulders and wall: printed life-size, its edges leave the view

/// Taken from 1.5 m, as in a studio. The model is a head with its origin between the eyes.
PortraitShot portrait_shot(const Model& head, int width, int height, float head_share = kIdPhoto);

/// The photo for the card: soft frontal light, plain light background (facts of the card application: no
/// shadow, no pattern).
void studio_portrait(const Model& head, int width, int height, Radiance& out);

/// The same as somebody would print it or show it on a telephone: sRGB with alpha, which is 0 beside the
/// person.
Image portrait_cutout(const Model& head, int width, int height, float head_share = kIdPhoto);

}  // namespace uketsuke::camera
