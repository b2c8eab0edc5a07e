#include "base/error.h"

#include <fmt/format.h>

#include <utility>

namespace uketsuke {

std::string to_string(const Place& place) {
  if (place.line == 0) return place.file;
  return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

InputError::InputError(InputProblem problem, Place place, const std::string& message)
    : std::runtime_error(to_string(place) + ": " + message), problem_(problem), place_(std::move(place)) {}

}  // namespace uketsuke
