#pragma once

#include <memory>

#include "base/enum_names.h"
#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"
#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// How a printed photo, a presentation attack instrument (ISO/IEC 30107-3), is cut.
UKETSUKE_ENUM(PhotoCut,
              sheet,    ///< with a white border and the hand that holds it
              outline,  ///< along hair and shoulders; needs an image with alpha
              filling,  ///< so large that the camera sees no edge
)

/// The image that an attacker shows, and its size. Eyes and width come from PortraitShot.
struct ShownPicture {
  std::shared_ptr<const Image> image;  ///< sRGB, 3 or 4 channels
  Vec2 eyes{0.5F, 0.45F};              ///< midpoint of the eyes, as fractions from the top left
  float width_mm = 250;                ///< width of the image at life size
};

struct PrintedPhoto {
  PhotoCut cut = PhotoCut::sheet;
  float scale = 1;           ///< 1 is life-size
  float bend_radius_mm = 0;  ///< bent round a vertical axis, the middle towards the camera; 0 is flat
  bool hand = true;          ///< fingers at the lower edge of a sheet or an outline
};

/// A photo on matt paper. Its origin is the midpoint of the image's eyes, so it can be placed like a head.
/// @throws std::invalid_argument if there is no image, if an outline's image has no alpha, or if the radius
/// is so small that the sheet would close
Model printed_photo(const ShownPicture& picture, const PrintedPhoto& photo);

UKETSUKE_ENUM(ScreenDevice,
              phone,   ///< 71 x 147 mm: the face is smaller than life
              tablet,  ///< 180 x 248 mm: nearly life-size
              wall,    ///< so large and near that the bezel is out of view
)

struct ScreenReplay {
  ScreenDevice device = ScreenDevice::tablet;
  float brightness = 1;  ///< radiance of its white
  /// Amplitude of the light's change by interference of screen and sensor pixels; 0 none
  float moire = 0.03F;
  float glare = 0.06F;  ///< share of the room's light that the glass mirrors at its brightest place
};

/// A screen in its case that shows the image; the origin is as in printed_photo().
/// @throws std::invalid_argument if there is no image
Model screen_replay(const ShownPicture& picture, const ScreenReplay& screen);

}  // namespace uketsuke::camera
