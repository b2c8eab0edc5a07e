#include "camera_model/sensor/demosaic.h"

#include <cstddef>

namespace uketsuke::camera {

namespace {

struct Rows {
  const std::uint16_t *above, *here, *below;
};

std::uint16_t mean(int a, int b) { return static_cast<std::uint16_t>((a + b + 1) >> 1); }
std::uint16_t mean(int a, int b, int c, int d) {
  return static_cast<std::uint16_t>((a + b + c + d + 2) >> 2);
}

/// A red or blue pixel; `own` is its colour, `other` is the opposite one.
void corner_colour(const Rows& rows, int l, int x, int r, std::uint16_t* out, int own, int other) {
  out[own] = rows.here[x];
  out[1] = mean(rows.here[l], rows.here[r], rows.above[x], rows.below[x]);
  out[other] = mean(rows.above[l], rows.above[r], rows.below[l], rows.below[r]);
}

/// A green pixel; `beside` is the colour of its neighbours in the row.
void green(const Rows& rows, int l, int x, int r, std::uint16_t* out, int beside, int upright) {
  out[beside] = mean(rows.here[l], rows.here[r]);
  out[1] = rows.here[x];
  out[upright] = mean(rows.above[x], rows.below[x]);
}

template <bool RedRow>
void row_of(const Rows& rows, int width, std::uint16_t* out) {
  constexpr int kInRow = RedRow ? 0 : 2;
  constexpr int kOther = RedRow ? 2 : 0;
  const auto pixel = [&](int l, int x, int r) {
    const bool is_green = ((x & 1) == 0) != RedRow;
    if (is_green) {
      green(rows, l, x, r, out + x * 3, kInRow, kOther);
    } else {
      corner_colour(rows, l, x, r, out + x * 3, kInRow, kOther);
    }
  };
  pixel(1, 0, 1);
  int x = 1;
  for (; x + 2 < width; x += 2) {
    pixel(x - 1, x, x + 1);
    pixel(x, x + 1, x + 2);
  }
  for (; x < width; ++x) pixel(x - 1, x, x + 1 < width ? x + 1 : x - 1);
}

}  // namespace

void demosaic_row(const std::vector<std::uint16_t>& raw, int width, int height, int y, std::uint16_t* out) {
  const auto row = [&](int line) {
    return raw.data() + static_cast<std::size_t>(line) * static_cast<std::size_t>(width);
  };
  const Rows rows{row(y > 0 ? y - 1 : 1), row(y), row(y + 1 < height ? y + 1 : y - 1)};
  if ((y & 1) == 0) {
    row_of<true>(rows, width, out);
  } else {
    row_of<false>(rows, width, out);
  }
}

}  // namespace uketsuke::camera
