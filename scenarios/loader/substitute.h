#pragma once

#include <set>
#include <string>

#include "base/yaml/value.h"
#include "scenarios/loader/matrix.h"

namespace uketsuke::scenario {

/// Collects the names of the axes that a tree uses as `${name}`.
/// @throws InputError `unknown_name` for a name that is not an axis, `bad_value` for an unterminated `${`.
void collect_uses(const yaml::Value& tree, const Matrix& matrix, std::set<std::string>& used);

/// Returns the tree with every `${name}` replaced, in keys and in values. Nodes keep their places; unchanged
/// parts are shared, not copied. Names must have been checked by `collect_uses`.
/// @throws InputError `duplicate_key` if two keys become equal.
yaml::Value substitute(const yaml::Value& tree, const Parameters& parameters);

/// Resolves an expectation for one case: `{ 2024-10-06: a, 2024-10-07: b }` is a map by the values of an
/// axis, from which the case's own value selects. Such a map may replace any value below `expect:`, and may
/// be nested for two axes; if two axes share a value, its key is `axis=value`. Under `consents:` a map whose
/// keys are categories is the consents themselves.
/// @throws InputError at a missing axis value, or at a key that is not one of the axis' values.
yaml::Value select_by_axis(const yaml::Value& expect, const Matrix& matrix, const Parameters& parameters);

/// Collects the names of the axes that select in `select_by_axis`.
void collect_selectors(const yaml::Value& expect, const Matrix& matrix, std::set<std::string>& used);

}  // namespace uketsuke::scenario
