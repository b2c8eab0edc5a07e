#include "conformance/cost/income_class.h"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "base/error.h"
#include "base/nearest.h"

namespace uketsuke::conformance::cost {

namespace {

constexpr std::size_t kOneKana = 3;  // bytes in UTF-8

// In the order of the enumeration.
constexpr std::array<std::string_view, 16> kCodes = {"A01", "A02", "A03", "A04", "A05", "A06", "B01", "B02",
                                                     "B03", "B04", "B05", "B06", "B07", "B08", "B09", "B10"};

void replace(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

/// Converts to the spelling of table 012: not every keyboard has Ⅲ.
std::string as_in_the_table(std::string_view text) {
  std::string word(text);
  if (word.size() == 3 && (word[0] == 'a' || word[0] == 'b'))
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
  replace(word, "(", "（");
  replace(word, ")", "）");
  replace(word, "III", "Ⅲ");
  replace(word, "II", "Ⅱ");
  replace(word, "I", "Ⅰ");
  return word;
}

}  // namespace

bool is_under_70(IncomeClass income_class) { return income_class <= IncomeClass::o_borderline; }

std::string_view code_of(IncomeClass income_class) {
  return kCodes.at(static_cast<std::size_t>(income_class));
}

IncomeClass unmarked(IncomeClass income_class) {
  switch (income_class) {
    case IncomeClass::o_borderline:
      return IncomeClass::o;
    case IncomeClass::low_1_welfare_pension:
    case IncomeClass::low_1_borderline:
      return IncomeClass::low_1;
    default:
      return income_class;
  }
}

IncomeClass ceiling_class(IncomeClass income_class) {
  const bool divided = income_class == IncomeClass::general_1 || income_class == IncomeClass::general_2;
  return divided ? IncomeClass::general : unmarked(income_class);
}

IncomeClass read_income_class(std::string_view text, const std::string& name) {
  const std::string word = as_in_the_table(text);
  std::vector<std::string> known;
  std::string list;
  for (const auto& [income_class, japanese] : enum_names(IncomeClass{})) {
    if (word == japanese || word == code_of(income_class)) return income_class;
    if (japanese.size() > kOneKana) known.emplace_back(japanese);  // all single kana are equally near
    known.emplace_back(code_of(income_class));
    list += fmt::format("{}{} {}", list.empty() ? "" : ", ", code_of(income_class), japanese);
  }
  const auto near = nearest(word, known);
  throw InputError(InputProblem::unknown_name, Place{name},
                   fmt::format("there is no class \"{}\"{}; the classes: {}", text,
                               near ? fmt::format(" (did you mean \"{}\"?)", *near) : "", list));
}

}  // namespace uketsuke::conformance::cost
