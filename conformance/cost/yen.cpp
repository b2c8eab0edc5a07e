#include "conformance/cost/yen.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"

namespace uketsuke::conformance::cost {

namespace {

constexpr Yen kPerCent = 100;
constexpr std::size_t kMostDigits = 15;  // far above kMostYen, and within the integer type

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The digits of the text; empty unless it is digits, optionally with commas between groups of three.
std::string digits_of(std::string_view text) {
  const auto comma = text.find(',');
  if (comma != std::string_view::npos) {
    if (comma == 0 || comma > 3 || (text.size() - comma) % 4 != 0) return {};
    for (std::size_t i = 0; i < text.size(); ++i) {
      if ((text[i] == ',') != (i >= comma && (i - comma) % 4 == 0)) return {};
    }
  }
  std::string digits;
  for (const char c : text) {
    if (c == ',') continue;
    if (!is_digit(c)) return {};
    digits += c;
  }
  return digits;
}

}  // namespace

Yen percent_of(Yen amount, int percent, Yen unit) {
  const Yen step = kPerCent * unit;
  return (amount * percent + step / 2) / step * unit;
}

bool has_sen(Yen amount, int percent) { return amount * percent % kPerCent != 0; }

std::string format_yen(Yen amount) {
  std::string text = fmt::format("{}", amount);
  const std::size_t first = amount < 0 ? 1 : 0;
  for (std::size_t at = text.size(); at > first + 3;) text.insert(at -= 3, ",");
  return text;
}

Yen read_yen(std::string_view text, const std::string& name) {
  const std::string_view unsigned_part = !text.empty() && text.front() == '-' ? text.substr(1) : text;
  const std::string digits = digits_of(unsigned_part);
  if (digits.empty()) {
    throw InputError(InputProblem::wrong_type, Place{name},
                     fmt::format("\"{}\" is not an amount in whole yen (write 1000000)", text));
  }
  const bool negative = unsigned_part.size() != text.size();
  const Yen amount = negative || digits.size() > kMostDigits ? 0 : std::stoll(digits);
  if (amount < 1 || amount > kMostYen) {
    throw InputError(InputProblem::bad_value, Place{name},
                     fmt::format("{} is not from 1 to {} yen", text, format_yen(kMostYen)));
  }
  return amount;
}

}  // namespace uketsuke::conformance::cost
