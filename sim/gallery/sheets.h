#pragma once

#include <vector>

#include "sim/gallery/contact_sheet.h"
#include "sim/gallery/people.h"
#include "sim/gallery/render.h"

namespace uketsuke::gallery {

/// What stands on a sheet, and in how many columns.
struct SheetPlan {
  std::vector<Cell> cells;
  int columns = 4;
};

/// @param people  who is on it, all of them on `heads` and `personas`, the first ones on the others; at least
/// four
/// @param common  day, light and seed of every picture that does not say otherwise
SheetPlan plan_sheet(Sheet sheet, const std::vector<Person>& people, const Shot& common);

}  // namespace uketsuke::gallery
