#pragma once

#include <memory>

#include "base/enum_names.h"
#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"
#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// How a printed photo is cut (ISO/IEC 30107-3 calls it a presentation attack instrument).
enum class PhotoCut {
  sheet,    ///< with a white border and the hand that holds it
  outline,  ///< along hair and shoulders; needs a picture with alpha
  filling,  ///< so large that the camera sees no edge
};

constexpr auto enum_names(PhotoCut) {
  return EnumNames<PhotoCut, 3>{
      {{PhotoCut::sheet, "sheet"}, {PhotoCut::outline, "outline"}, {PhotoCut::filling, "filling"}}};
}

/// The picture that an attacker shows, and how large. Eyes and width come from PortraitShot.
struct ShownPicture {
  std::shared_ptr<const Image> image;  ///< sRGB, 3 or 4 channels
  Vec2 eyes{0.5F, 0.45F};              ///< where the middle between the eyes is, fractions from the top left
  float width_mm = 250;                ///< of the picture where it is life-size
};

struct PrintedPhoto {
  PhotoCut cut = PhotoCut::sheet;
  float scale = 1;           ///< 1 is life-size
  float bend_radius_mm = 0;  ///< bent round a vertical axis, the middle towards the camera; 0 is flat
  bool hand = true;          ///< fingers at the lower edge of a sheet or an outline
};

/// Matt paper; its origin is the middle between the eyes of the picture, so it can stand where a head stands.
/// @throws std::invalid_argument no image; an outline of an image without alpha; a radius so small that the
/// sheet
///         would close
Model printed_photo(const ShownPicture& picture, const PrintedPhoto& photo);

enum class ScreenDevice {
  phone,   ///< 71 x 147 mm: the face is smaller than life
  tablet,  ///< 180 x 248 mm: nearly life-size
  wall,    ///< so large and near that the bezel is out of view
};

constexpr auto enum_names(ScreenDevice) {
  return EnumNames<ScreenDevice, 3>{
      {{ScreenDevice::phone, "phone"}, {ScreenDevice::tablet, "tablet"}, {ScreenDevice::wall, "wall"}}};
}

struct ScreenReplay {
  ScreenDevice device = ScreenDevice::tablet;
  float brightness = 1;  ///< radiance of its white
  float moire = 0.03F;   ///< how far the beat of its pixels with the sensor's changes the light; 0 none
  float glare = 0.06F;   ///< the part of the room's light that the glass mirrors at its brightest place
};

/// A screen that shows the picture, in its case; the origin as in printed_photo().
/// @throws std::invalid_argument no image
Model screen_replay(const ShownPicture& picture, const ScreenReplay& screen);

}  // namespace uketsuke::camera
