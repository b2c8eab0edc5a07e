#include "camera_model/render/raster/resolve.h"

#include <algorithm>
#include <cmath>

#include "camera_model/render/shading/shade.h"

namespace uketsuke::camera {

namespace {

constexpr float kSameDepth = 0.008F;  // relative difference of nearness: 4 mm at 450 mm
constexpr float kHidden = 1.0F / 64;

Vec3 colour(const Drawing& drawing, const ScreenTriangle& triangle, float x, float y) {
  Shade result;
  Shader(drawing, triangle).at(x, y, 0, result);
  return result.matt + result.gloss;
}

/// The four samples of a pixel.
struct Pixel {
  float nearness[4];
  std::uint32_t index[4];

  /// @param first  index of the pixel's first sample in a row of the block
  Pixel(const SampleBlock& block, int first)
      : nearness{block.nearness[0][first], block.nearness[0][first + 1], block.nearness[1][first],
                 block.nearness[1][first + 1]},
        index{block.index[0][first], block.index[0][first + 1], block.index[1][first],
              block.index[1][first + 1]} {}

  bool empty() const { return nearness[0] + nearness[1] + nearness[2] + nearness[3] == 0; }
  bool whole() const {
    return index[0] == index[1] && index[0] == index[2] && index[0] == index[3] && nearness[0] > 0 &&
           nearness[1] > 0 && nearness[2] > 0 && nearness[3] > 0;
  }
};

bool same_surface(const Drawing& drawing, const Pixel& pixel, int i, int j) {
  return drawing.solid[pixel.index[i]].surface == drawing.solid[pixel.index[j]].surface &&
         std::abs(pixel.nearness[i] - pixel.nearness[j]) < kSameDepth * pixel.nearness[i];
}

/// Mixes solid surfaces and the background behind them, each sample by its weight.
Vec3 mixed(const Drawing& drawing, const Pixel& pixel, float x, float y, Vec3 behind,
           const float (&weight)[4]) {
  if (pixel.whole()) {
    return colour(drawing, drawing.solid[pixel.index[0]], x + 0.5F, y + 0.5F) *
           ((weight[0] + weight[1]) + (weight[2] + weight[3]));
  }
  Vec3 sum;
  bool done[4] = {};
  for (int i = 0; i < 4; ++i) {
    if (done[i]) continue;
    if (pixel.nearness[i] == 0) {
      sum = sum + behind * weight[i];
      continue;
    }
    float middle_x = 0, middle_y = 0, all = 0;
    int own = 0;
    for (int j = i; j < 4; ++j) {
      if (done[j] || pixel.nearness[j] == 0) continue;
      const bool same = pixel.index[j] == pixel.index[i];
      if (!same && !same_surface(drawing, pixel, i, j)) continue;
      done[j] = true;
      all += weight[j];
      if (!same) continue;
      middle_x += Samples::kX[j], middle_y += Samples::kY[j];
      ++own;
    }
    const float scale = 1.0F / static_cast<float>(own);
    sum = sum +
          colour(drawing, drawing.solid[pixel.index[i]], x + middle_x * scale, y + middle_y * scale) * all;
  }
  return sum;
}

}  // namespace

void resolve(const Drawing& drawing, const Samples& samples, const SeeThroughLayer& layer, Rows rows,
             const Radiance& background, Radiance& out) {
  for (int y = rows.begin; y < rows.end; ++y) {
    const SampleBlock* blocks = samples.row(y);
    const SeeThroughLayer::Pixel* before = layer.row(y);
    const auto [begin, end] = layer.touched(y);
    const auto [solid_begin, solid_end] = samples.touched(y);
    const int first = std::min({begin, solid_begin, out.width}), last = std::max({end, solid_end, first});
    const std::size_t line = 3 * static_cast<std::size_t>(y) * static_cast<std::size_t>(out.width);
    const float* behind = &background.pixels[line];
    float* to = &out.pixels[line];
    std::copy(behind, behind + 3 * first, to);
    std::copy(behind + 3 * last, behind + 3 * out.width, to + 3 * last);
    behind += 3 * first, to += 3 * first;
    for (int x = first; x < last; ++x, behind += 3, to += 3) {
      Vec3 sent;
      float weight[4] = {0.25F, 0.25F, 0.25F, 0.25F};
      if (x >= begin && x < end) {
        const auto& [front, through] = before[x];
        sent = {front[0], front[1], front[2]};
        for (int i = 0; i < 4; ++i) weight[i] = 0.25F * through[i];
      }
      const float all = (weight[0] + weight[1]) + (weight[2] + weight[3]);
      Vec3 sum{behind[0] * all, behind[1] * all, behind[2] * all};
      const Pixel pixel(blocks[x / 2], x % 2 * 2);
      if (!pixel.empty() && all >= kHidden)
        sum = mixed(drawing, pixel, static_cast<float>(x), static_cast<float>(y),
                    {behind[0], behind[1], behind[2]}, weight);
      to[0] = sent.x + sum.x;
      to[1] = sent.y + sum.y;
      to[2] = sent.z + sum.z;
    }
  }
}

}  // namespace uketsuke::camera
