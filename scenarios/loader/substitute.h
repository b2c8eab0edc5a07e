#pragma once

#include <set>
#include <string>

#include "base/yaml/value.h"
#include "scenarios/loader/matrix.h"

namespace uketsuke::scenario {

/// The names of the axes that a tree reads by `${name}`.
/// @throws InputError `unknown_name` for a name that is no axis, `bad_value` for `${` without an end.
void collect_uses(const yaml::Value& tree, const Matrix& matrix, std::set<std::string>& used);

/// The tree with every `${name}` replaced, in keys and in values. Nodes keep their places; what has nothing
/// to replace is shared, not copied. Names must have been checked by `collect_uses`.
/// @throws InputError `duplicate_key` where two keys become equal.
yaml::Value substitute(const yaml::Value& tree, const Parameters& parameters);

/// What an expectation says for one case: `{ 2024-10-06: a, 2024-10-07: b }` is a map by the values of an
/// axis, and the case's own value picks one. Such a map may stand for any value below `expect:`, one in
/// another for two axes; where two axes have a value, its key is `axis=value`. Under `consents:` a map whose
/// keys are categories is the consents themselves.
/// @throws InputError at a value of the axis that is missing, or a key that is not one of its values.
yaml::Value select_by_axis(const yaml::Value& expect, const Matrix& matrix, const Parameters& parameters);

/// The names of the axes that pick in `select_by_axis`.
void collect_selectors(const yaml::Value& expect, const Matrix& matrix, std::set<std::string>& used);

}  // namespace uketsuke::scenario
