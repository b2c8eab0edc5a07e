#pragma once

#include <vector>

#include "sim/gallery/contact_sheet.h"
#include "sim/gallery/people.h"
#include "sim/gallery/render.h"

namespace uketsuke::gallery {

/// The cells of a sheet, and its number of columns.
struct SheetPlan {
  std::vector<Cell> cells;
  int columns = 4;
};

/// @param people  who is on it: all of them for `heads` and `personas`, the first ones for the others; at
/// least four
/// @param common  default day, light and seed of every image
SheetPlan plan_sheet(Sheet sheet, const std::vector<Person>& people, const Shot& common);

}  // namespace uketsuke::gallery
