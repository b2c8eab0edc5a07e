#pragma once

#include <string>
#include <string_view>

#include "base/enum_names.h"

namespace uketsuke::conformance::cost {

/// 所得区分, as on-line eligibility confirmation says it (table 012, public programs).
enum class IncomeClass {
  a,                      ///< under 70, from about 11.6 million yen a year
  i,                      ///< under 70, from about 7.7
  u,                      ///< under 70, from about 3.7
  e,                      ///< under 70, to about 3.7
  o,                      ///< under 70, exempt from residence tax
  o_borderline,           ///< 境界層: would live on public assistance otherwise
  active_3,               ///< from 70, 現役並み所得者
  active_2,               ///< likewise
  active_1,               ///< likewise
  general,                ///< from 70
  low_2,                  ///< from 70, exempt from residence tax
  low_1,                  ///< from 70, likewise and without income
  low_1_welfare_pension,  ///< 老齢福祉年金
  low_1_borderline,       ///< 境界層
  general_2,              ///< from 75, since 2022-10-01: 2割
  general_1,              ///< from 75, since 2022-10-01: 1割
};

constexpr auto enum_names(IncomeClass) {
  using C = IncomeClass;
  return EnumNames<C, 16>{{{C::a, "ア"},
                           {C::i, "イ"},
                           {C::u, "ウ"},
                           {C::e, "エ"},
                           {C::o, "オ"},
                           {C::o_borderline, "オ（境）"},
                           {C::active_3, "現役並みⅢ"},
                           {C::active_2, "現役並みⅡ"},
                           {C::active_1, "現役並みⅠ"},
                           {C::general, "一般"},
                           {C::low_2, "低所得Ⅱ"},
                           {C::low_1, "低所得Ⅰ"},
                           {C::low_1_welfare_pension, "低所得Ⅰ（老福）"},
                           {C::low_1_borderline, "低所得Ⅰ（境）"},
                           {C::general_2, "一般Ⅱ"},
                           {C::general_1, "一般Ⅰ"}}};
}

bool is_under_70(IncomeClass income_class);

/// `A03`
std::string_view code_of(IncomeClass income_class);

/// The class without its mark in brackets.
IncomeClass unmarked(IncomeClass income_class);

/// The class in whose line of the ceilings a class stands: 一般 for 一般Ⅰ and 一般Ⅱ.
IncomeClass ceiling_class(IncomeClass income_class);

/// Reads a name or a code; `III` does for `Ⅲ`, `(` for `（`, `a03` for `A03`.
/// @throws InputError `unknown_name` that lists them, with the nearest; `name` stands for its place.
IncomeClass read_income_class(std::string_view text, const std::string& name);

}  // namespace uketsuke::conformance::cost
