#include "sim/gallery/contact_sheet.h"

#include <algorithm>

#include "sim/gallery/lettering.h"

namespace uketsuke::gallery {

namespace {

constexpr int kLetters = 15;  // pixels
constexpr int kLine = 22;     // height of a label with margins
constexpr int kBelow = 7;     // space below the baseline, for descenders
constexpr std::uint8_t kPaper = 245;

/// Copies a half-size image into the sheet.
void paste(const camera::Image& picture, camera::Image& sheet, int left, int top) {
  for (int y = 0; y < picture.height / 2; ++y) {
    for (int x = 0; x < picture.width / 2; ++x) {
      const std::uint8_t* a = picture.at(2 * x, 2 * y);
      const std::uint8_t* b = picture.at(2 * x, 2 * y + 1);
      for (int c = 0; c < 3; ++c) {
        sheet.at(left + x, top + y)[c] =
            static_cast<std::uint8_t>((a[c] + a[c + 3] + b[c] + b[c + 3] + 2) / 4);
      }
    }
  }
}

}  // namespace

camera::Image contact_sheet(sim::PatientModels& patient_models, const std::vector<Cell>& cells, int columns) {
  const Lettering lettering(kLetters);
  const int width = patient_models.chain().profile().width / 2;
  const int height = patient_models.chain().profile().height / 2 + kLine;
  const int count = static_cast<int>(cells.size());
  const int rows = (count + columns - 1) / columns;
  camera::Image sheet = camera::Image::blank(std::min(columns, count) * width, rows * height, 3);
  std::fill(sheet.pixels.begin(), sheet.pixels.end(), kPaper);
  for (int i = 0; i < count; ++i) {
    const Cell& cell = cells[static_cast<std::size_t>(i)];
    const int left = i % columns * width, top = i / columns * height;
    paste(take(patient_models, cell.shot), sheet, left, top);
    const int written = lettering.width(cell.label);
    lettering.write(sheet, left + std::max(0, width - written) / 2, top + height - kBelow, cell.label);
  }
  return sheet;
}

}  // namespace uketsuke::gallery
