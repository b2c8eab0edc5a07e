#pragma once

#include "camera_model/image.h"
#include "camera_model/render/drawing.h"
#include "camera_model/render/raster/bands.h"
#include "camera_model/render/raster/samples.h"
#include "camera_model/render/raster/see_through.h"

namespace uketsuke::camera {

/// Draws one band after the other. Several of them may draw bands of one picture at the same time.
class BandPainter {
 public:
  /// @param solid, see_through  the triangles of `drawing` by bands
  /// @param out  of the picture's size; the rows of the band are written
  void paint(const Drawing& drawing, const Bands& solid, const NearestFirst& see_through, int band,
             const Radiance& background, Radiance& out);

 private:
  Samples samples_;
  SeeThroughLayer layer_;
};

}  // namespace uketsuke::camera
