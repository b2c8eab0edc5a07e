#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/enum_names.h"
#include "base/yaml/value.h"

namespace uketsuke::scenario {

/// One line of a `matrix:`, a name and the values that it takes in turn.
struct Axis {
  std::string name;
  yaml::Value key;  ///< where the name stands
  std::vector<yaml::Value> values;

  /// The value written so, or nothing.
  std::optional<yaml::Value> find(const std::string& text) const;
};

using Matrix = std::vector<Axis>;

/// One case's settlement of the matrix: every axis with its value, in order of writing.
using Parameters = std::vector<std::pair<std::string, yaml::Value>>;

/// Axes with these names set the key of the same name; every other axis is a parameter, `${name}`.
UKETSUKE_ENUM(SettingKey, date, time, patient, site, asks, reader, face, light)

/// @throws InputError: an axis that is empty, has a value twice or one that would make case ids ambiguous;
/// more than 10,000 cases.
Matrix read_matrix(const yaml::Value& matrix);

/// How many combinations there are; 1 for an empty matrix.
std::size_t combination_count(const Matrix& matrix);

/// One combination, counted from 0 with the last axis changing fastest; empty for an empty matrix.
Parameters combination(const Matrix& matrix, std::size_t index);

/// `date=2024-10-06,site=clinic-default`
std::string describe(const Parameters& parameters);

}  // namespace uketsuke::scenario
