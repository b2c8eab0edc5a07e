#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace uketsuke::conformance::cost {

/// Whole yen. Money is never a floating-point number here: 50 sen decide the rounding.
using Yen = std::int64_t;

/// No monthly claim has come near it (1,000,000,000); a larger number is a typing error.
constexpr Yen kMostYen = 1'000'000'000;

/// `percent` of a non-negative amount, to the nearest multiple of `unit`; half rounds up.
/// Source: 健康保険法施行令 art. 42 (under 50 sen down, 50 sen and more up).
Yen percent_of(Yen amount, int percent, Yen unit = 1);

/// Whether `percent_of(amount, percent)` has to round.
bool has_sen(Yen amount, int percent);

/// `1,000,000`
std::string format_yen(Yen amount);

/// Parses `1000000` or `1,000,000`, from 1 to kMostYen.
/// @param name  where the text was given, for the message
/// @throws InputError `wrong_type` or `bad_value`
Yen read_yen(std::string_view text, const std::string& name);

}  // namespace uketsuke::conformance::cost
