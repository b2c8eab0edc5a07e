#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/enum_names.h"
#include "base/yaml/value.h"

namespace uketsuke::scenario {

/// One axis of a `matrix:`: a name and its values.
struct Axis {
  std::string name;
  yaml::Value key;  ///< the name, with its place
  std::vector<yaml::Value> values;

  /// The value with this text, or empty.
  std::optional<yaml::Value> find(const std::string& text) const;
};

using Matrix = std::vector<Axis>;

/// One combination of the matrix: every axis with its value, in file order.
using Parameters = std::vector<std::pair<std::string, yaml::Value>>;

/// Whether the axis sets the key of the same name; any other axis is a parameter, `${name}`.
UKETSUKE_ENUM(SettingKey, date, time, patient, site, asks, reader, face, light)

/// @throws InputError: an axis that is empty, has a duplicate value or one that would make case ids
/// ambiguous; more than 10,000 cases.
Matrix read_matrix(const yaml::Value& matrix);

/// The number of combinations; 1 for an empty matrix.
std::size_t combination_count(const Matrix& matrix);

/// One combination, counted from 0, the last axis changing fastest; empty for an empty matrix.
Parameters combination(const Matrix& matrix, std::size_t index);

/// Formats as `date=2024-10-06,site=clinic-default`.
std::string describe(const Parameters& parameters);

}  // namespace uketsuke::scenario
