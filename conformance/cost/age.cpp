#include "conformance/cost/age.h"

namespace uketsuke::conformance::cost {

namespace {

using date::days;
using date::year_month_day;

year_month_day fields(Date day) { return year_month_day(day); }

}  // namespace

std::string_view in_words(AgeGroup group) {
  switch (group) {
    case AgeGroup::preschool:
      return "preschool";
    case AgeGroup::to_69:
      return "school age to 69";
    case AgeGroup::from_70:
      return "70 to 74";
    case AgeGroup::from_75:
      return "75 and over";
  }
  return "?";
}

Date reached_on(Date born, int age) {
  const auto birthday = fields(born) + date::years(age);
  // In a year without 29 February, the birthday's eve is the end of the month, the day before 1 March.
  return birthday.ok() ? Date(birthday) - days(1) : Date(birthday.year() / birthday.month() / date::last);
}

Date preschool_until(const AgeLimits& limits, Date born) {
  const Date reached = reached_on(born, limits.preschool_to_march_after);
  const Date march = Date(fields(reached).year() / date::March / 31);
  return reached <= march ? march : Date((fields(reached).year() + date::years(1)) / date::March / 31);
}

Date seventy_from(const AgeLimits& limits, Date born) {
  const auto reached = fields(reached_on(born, limits.from_month_after));
  return Date((reached.year() / reached.month() + date::months(1)) / 1);
}

Date seventy_five_from(const AgeLimits& limits, Date born) {
  return reached_on(born, limits.from_birthday) + days(1);
}

AgeGroup group_of(const AgeLimits& limits, Date born, Date day) {
  if (day <= preschool_until(limits, born)) return AgeGroup::preschool;
  if (day < seventy_from(limits, born)) return AgeGroup::to_69;
  return day < seventy_five_from(limits, born) ? AgeGroup::from_70 : AgeGroup::from_75;
}

std::vector<AgeGroup> groups_at(const AgeLimits& limits, int age) {
  if (age < limits.preschool_to_march_after) return {AgeGroup::preschool};
  if (age == limits.preschool_to_march_after) return {AgeGroup::preschool, AgeGroup::to_69};
  if (age < limits.from_month_after) return {AgeGroup::to_69};
  if (age == limits.from_month_after) return {AgeGroup::to_69, AgeGroup::from_70};
  return {age < limits.from_birthday ? AgeGroup::from_70 : AgeGroup::from_75};
}

bool is_month_of_two_insurers(const AgeLimits& limits, Date born, Date day) {
  const auto change = fields(seventy_five_from(limits, born));
  const auto now = fields(day);
  return change.year() == now.year() && change.month() == now.month() && change.day() != date::day(1);
}

}  // namespace uketsuke::conformance::cost
