#pragma once

#include "camera_model/image.h"
#include "camera_model/render/drawing.h"
#include "camera_model/render/raster/bands.h"
#include "camera_model/render/raster/samples.h"
#include "camera_model/render/raster/see_through.h"

namespace uketsuke::camera {

/// Draws one band at a time. Several painters may draw bands of one image concurrently.
class BandPainter {
 public:
  /// @param solid, see_through  triangles of `drawing`, sorted by band
  /// @param out  has the image's size; only the rows of the band are written
  void paint(const Drawing& drawing, const Bands& solid, const NearestFirst& see_through, int band,
             const Radiance& background, Radiance& out);

 private:
  Samples samples_;
  SeeThroughLayer layer_;
};

}  // namespace uketsuke::camera
