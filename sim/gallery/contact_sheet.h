#pragma once

#include <string>
#include <vector>

#include "camera_model/image.h"
#include "sim/gallery/shot.h"

namespace uketsuke::gallery {

/// One image of a sheet and its label.
struct Cell {
  std::string label;  ///< drawn characters: a-z, 0-9, `-` `+`, `,` and spaces
  Shot shot;
};

/// Takes the pictures and arranges them in a grid, each at half its width and height, with its label below.
/// @param columns  more than 0; cells are placed row by row
camera::Image contact_sheet(sim::PatientModels& patient_models, const std::vector<Cell>& cells, int columns);

}  // namespace uketsuke::gallery
