#include "conformance/rules/rules.h"

#include <algorithm>

namespace uketsuke::conformance {
namespace {

bool fits(PaperState wanted, std::optional<Date> valid_until, Date day) {
  if (wanted == PaperState::any) return true;
  const bool past = valid_until && *valid_until < day;
  return past == (wanted == PaperState::past_date);
}

bool fits(CardAtReader wanted, bool card) {
  return wanted == CardAtReader::any || card == (wanted == CardAtReader::yes);
}

Date month_end(Date day) {
  const date::year_month_day ymd{day};
  return date::sys_days{ymd.year() / ymd.month() / date::last};
}

}  // namespace

const DeskRule* DeskPolicy::find(record::Certificate certificate, std::optional<Date> valid_until, Date day,
                                 bool card) const {
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const DeskRule& candidate) {
    return candidate.certificate == certificate && fits(candidate.paper, valid_until, day) &&
           fits(candidate.card, card);
  });
  return rule == rules.end() ? nullptr : &*rule;
}

Date Rules::first_day() const {
  return std::max({consent.entries().front().first.from, certificate.entries().front().first.from,
                   desk.entries().front().first.from, prescription.entries().front().first.from,
                   health_checks.entries().front().first.from, medical_aid.entries().front().first.from,
                   smartphone.entries().front().first.from});
}

RulesOnDay Rules::on(Date day) const {
  return {day,
          &consent.on(day),
          &certificate.on(day),
          &desk.on(day),
          &prescription.on(day),
          &health_checks.on(day),
          &parameters,
          &identification,
          &medical_aid.on(day),
          &smartphone.on(day)};
}

SpecificDiseaseQuestion RulesOnDay::specific_disease_question() const {
  return consent->specific_disease == SpecificDiseasePolicy::by_parameter
             ? parameters->specific_disease_after_reform
             : SpecificDiseaseQuestion::behind_limit;
}

record::CertificateStatus certificate_on(const RulesOnDay& rules, Date last_day) {
  using record::CertificateStatus;
  if (rules.day <= last_day) {
    return rules.day < add_months(last_day, -rules.certificate->expires_soon_months)
               ? CertificateStatus::valid
               : CertificateStatus::expires_soon;
  }
  const Date counted_from = rules.parameters->grace_until_month_end ? month_end(last_day) : last_day;
  Date grace_end = add_months(counted_from, rules.certificate->grace_months);
  if (rules.parameters->grace_until_month_end) grace_end = month_end(grace_end);
  return rules.day <= grace_end ? CertificateStatus::in_grace : CertificateStatus::expired;
}

}  // namespace uketsuke::conformance
