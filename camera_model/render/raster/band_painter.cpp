#include "camera_model/render/raster/band_painter.h"

#include "camera_model/render/raster/resolve.h"

namespace uketsuke::camera {

void BandPainter::paint(const Drawing& drawing, const Bands& solid, const NearestFirst& see_through, int band,
                        const Radiance& background, Radiance& out) {
  const Rows rows = Bands::rows(band, drawing.camera.height);
  samples_.clear(drawing.camera.width, rows);
  for (const std::uint32_t index : solid.of(band))
    samples_.scan(drawing.solid[index], drawing.vertices.data(), index);
  layer_.draw(drawing, see_through.of(band), samples_, rows);
  resolve(drawing, samples_, layer_, rows, background, out);
}

}  // namespace uketsuke::camera
