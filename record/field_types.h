#pragma once

#include <optional>
#include <type_traits>
#include <vector>

namespace uketsuke::record {

/// Whether the type of an event's field is a std::optional.
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

/// Whether the type of an event's field is a std::vector.
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

}  // namespace uketsuke::record
