#include "scenarios/loader/matrix.h"

#include <fmt/format.h>

namespace uketsuke::scenario {

using yaml::Value;

namespace {

constexpr std::size_t kMostCases = 10'000;

bool is_identifier(const std::string& text) {
  for (const char c : text) {
    if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_') return false;
  }
  return !text.empty();
}

/// Checks a value: it becomes part of the case's id, `axis=value,axis=value`, and of a file name.
void check_axis_value(const Value& value) {
  const std::string text = value.text();
  bool good = !text.empty();
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    good = good && byte >= 0x20 && byte != 0x7f && c != '/' && c != ',' && c != '=' && c != '$';
  }
  if (!good) {
    value.fail(InputProblem::bad_value,
               "the value of an axis is part of the case's name: it must not be empty or contain / , = or $");
  }
}

Axis read_axis(const Value& key, const Value& list) {
  Axis axis{key.text(), key, {}};
  if (!is_identifier(axis.name)) {
    key.fail(
        InputProblem::bad_value,
        fmt::format("\"{}\" is not a name of an axis (use lower-case letters, digits and _)", axis.name));
  }
  for (const Value& value : list.items()) {
    check_axis_value(value);
    if (axis.find(value.text())) {
      value.fail(InputProblem::duplicate_name,
                 fmt::format("\"{}\" appears twice on the axis \"{}\"", value.text(), axis.name));
    }
    axis.values.push_back(value);
  }
  if (axis.values.empty()) {
    list.fail(InputProblem::empty, fmt::format("the axis \"{}\" has no value", axis.name));
  }
  return axis;
}

}  // namespace

std::optional<Value> Axis::find(const std::string& text) const {
  for (const Value& value : values) {
    if (value.text() == text) return value;
  }
  return std::nullopt;
}

Matrix read_matrix(const Value& matrix) {
  Matrix axes;
  std::size_t cases = 1;
  for (const auto& [key, list] : matrix.map().entries()) {
    axes.push_back(read_axis(key, list));
    cases *= axes.back().values.size();
    if (cases > kMostCases) {
      key.fail(InputProblem::too_large, fmt::format("more than {} cases in one scenario", kMostCases));
    }
  }
  if (axes.empty()) matrix.fail(InputProblem::empty, "the matrix has no axis");
  return axes;
}

std::size_t combination_count(const Matrix& matrix) {
  std::size_t count = 1;
  for (const Axis& axis : matrix) count *= axis.values.size();
  return count;
}

Parameters combination(const Matrix& matrix, std::size_t index) {
  Parameters parameters;
  std::size_t weight = combination_count(matrix);
  for (const Axis& axis : matrix) {
    weight /= axis.values.size();
    parameters.emplace_back(axis.name, axis.values[index / weight % axis.values.size()]);
  }
  return parameters;
}

std::string describe(const Parameters& parameters) {
  std::string text;
  for (const auto& [name, value] : parameters) {
    if (!text.empty()) text += ',';
    text += name + '=' + value.text();
  }
  return text;
}

}  // namespace uketsuke::scenario
