#pragma once

#include <string>
#include <vector>

#include "camera_model/image.h"
#include "sim/gallery/shot.h"

namespace uketsuke::gallery {

/// A picture of a sheet and what is said under it.
struct Cell {
  std::string label;  ///< a-z, 0-9, `-` `+`, `,` and spaces are drawn
  Shot shot;
};

/// Takes the pictures and puts them side by side, each half as wide and half as high, its label under it.
/// @param columns  more than 0; cells follow one another in rows
camera::Image contact_sheet(sim::PatientModels& patient_models, const std::vector<Cell>& cells, int columns);

}  // namespace uketsuke::gallery
