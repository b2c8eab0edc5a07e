#pragma once

#include <string>
#include <string_view>

#include "base/enum_names.h"

namespace uketsuke::conformance::cost {

/// 所得区分, as reported by on-line eligibility confirmation (table 012, public programs).
UKETSUKE_ENUM(
    IncomeClass,
    a UKETSUKE_NAME("ア"),                   ///< under 70, from about 11.6 million yen per year
    i UKETSUKE_NAME("イ"),                   ///< under 70, from about 7.7 million yen per year
    u UKETSUKE_NAME("ウ"),                   ///< under 70, from about 3.7 million yen per year
    e UKETSUKE_NAME("エ"),                   ///< under 70, up to about 3.7 million yen per year
    o UKETSUKE_NAME("オ"),                   ///< under 70, exempt from residence tax
    o_borderline UKETSUKE_NAME("オ（境）"),  ///< 境界層 under 70: would otherwise need public assistance
    active_3 UKETSUKE_NAME("現役並みⅢ"),     ///< from 70, 現役並み所得者 Ⅲ
    active_2 UKETSUKE_NAME("現役並みⅡ"),     ///< from 70, 現役並み所得者 Ⅱ
    active_1 UKETSUKE_NAME("現役並みⅠ"),     ///< from 70, 現役並み所得者 Ⅰ
    general UKETSUKE_NAME("一般"),           ///< from 70
    low_2 UKETSUKE_NAME("低所得Ⅱ"),          ///< from 70, exempt from residence tax
    low_1 UKETSUKE_NAME("低所得Ⅰ"),          ///< from 70, exempt from residence tax and without income
    low_1_welfare_pension UKETSUKE_NAME("低所得Ⅰ（老福）"),  ///< low_1 with 老齢福祉年金
    low_1_borderline UKETSUKE_NAME("低所得Ⅰ（境）"),         ///< low_1, 境界層
    general_2 UKETSUKE_NAME("一般Ⅱ"),                        ///< from 75, since 2022-10-01: 2割
    general_1 UKETSUKE_NAME("一般Ⅰ"),                        ///< from 75, since 2022-10-01: 1割
)

bool is_under_70(IncomeClass income_class);

/// The class's code in table 012: `A03`
std::string_view code_of(IncomeClass income_class);

/// The class without its mark in brackets.
IncomeClass unmarked(IncomeClass income_class);

/// The class whose ceilings apply: 一般 for 一般Ⅰ and 一般Ⅱ.
IncomeClass ceiling_class(IncomeClass income_class);

/// Parses a name or a code; `III` is accepted for `Ⅲ`, `(` for `（`, `a03` for `A03`.
/// @param name  where the text was given, for the message
/// @throws InputError `unknown_name` with all known names, or the nearest one
IncomeClass read_income_class(std::string_view text, const std::string& name);

}  // namespace uketsuke::conformance::cost
