#pragma once

#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/enum_names.h"

namespace uketsuke::conformance::cost {

/// Age groups with different shares.
UKETSUKE_ENUM(AgeGroup, preschool, to_69, from_70, from_75)

/// `70 to 74`
std::string_view in_words(AgeGroup group);

/// The ages in shares.yaml; the names say what happens from each.
struct AgeLimits {
  int preschool_to_march_after = 0;  ///< birthday
  int from_month_after = 0;          ///< birthday; born on the 1st: from that month
  int from_birthday = 0;
};

/// The day at whose end an age is completed: the eve of the birthday, also for 29 February.
/// Source: 年齢計算ニ関スル法律 with 民法 art. 143.
Date reached_on(Date born, int age);

/// The last day of preschool age: the first 31 March from the day on which the age is completed.
Date preschool_until(const AgeLimits& limits, Date born);

/// The first day of the month after the one in which 70 is completed.
Date seventy_from(const AgeLimits& limits, Date born);

/// The 75th birthday.
Date seventy_five_from(const AgeLimits& limits, Date born);

AgeGroup group_of(const AgeLimits& limits, Date born, Date day);

/// The possible groups of a patient of whom only the age in full years is known.
std::vector<AgeGroup> groups_at(const AgeLimits& limits, int age);

/// Whether two insurers share the month, each with half a ceiling: the month of the 75th birthday, unless the
/// new insurance begins on the 1st.
bool is_month_of_two_insurers(const AgeLimits& limits, Date born, Date day);

}  // namespace uketsuke::conformance::cost
