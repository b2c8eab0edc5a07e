#include "harness/receipt/of_persona.h"

namespace uketsuke::oqs {

namespace {

using namespace date::literals;

std::optional<std::string> present(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

std::string sex_code(scenario::Sex sex) {
  switch (sex) {
    case scenario::Sex::male:
      return "1";
    case scenario::Sex::female:
      return "2";
    case scenario::Sex::other:
      break;
  }
  return "3";
}

std::string loss_code(scenario::LossReason reason) {
  switch (reason) {
    case scenario::LossReason::death:
      return "01";
    case scenario::LossReason::medical_aid:
      return "02";
    case scenario::LossReason::other_insurance:
      return "03";
    case scenario::LossReason::other:
      break;
  }
  return "99";
}

/// OQSCD013
std::string disease_code(scenario::SpecificDisease disease) {
  switch (disease) {
    case scenario::SpecificDisease::dialysis:
      return "1";
    case scenario::SpecificDisease::clotting_factor:
      return "2";
    case scenario::SpecificDisease::hiv:
      break;
  }
  return "3";
}

}  // namespace

SpecificDiseasesCertificateInfo specific_disease(const scenario::SpecificDiseaseCertificate& certificate) {
  SpecificDiseasesCertificateInfo info;
  info.disease_category = disease_code(certificate.disease);
  info.date = info.valid_start = certificate.from;
  info.valid_end = certificate.until;
  if (certificate.self_pay) info.self_pay = std::to_string(*certificate.self_pay);
  return info;
}

bool before_school(Date born, Date day) {
  const Date six = add_months(born, 72) - date::days(1);
  date::year_month_day last = date::year_month_day(six).year() / 3 / 31;
  if (Date(last) < six) last += date::years(1);
  return day <= Date(last);
}

bool in_force(const scenario::Insurance& insurance, Date day) {
  return insurance.from <= day && (!insurance.until || day <= *insurance.until);
}

ResultOfQualificationConfirmation membership(const scenario::Persona& persona,
                                             const scenario::Insurance& insurance, Date day) {
  ResultOfQualificationConfirmation result;
  const bool medical_aid = insurance.kind == scenario::InsuranceKind::medical_aid;
  result.insured_card_classification = medical_aid ? "A1" : "01";
  result.insurer_number = insurance.insurer_number;
  result.insured_card_symbol = present(insurance.symbol);
  result.insured_identification_number = present(insurance.number);
  result.insured_branch_number = present(insurance.branch);
  result.name = persona.name.ja;
  result.name_kana = present(persona.kana);
  result.sex_1 = sex_code(persona.sex);
  result.birthdate = persona.born;
  result.address = present(persona.address);
  result.qualification_date = insurance.from;
  if (insurance.until && *insurance.until < day) {
    result.disqualification_date = *insurance.until + date::days(1);  // 喪失日 is the day after the last day
    if (insurance.reason_of_loss) result.reason_of_loss = loss_code(*insurance.reason_of_loss);
  }
  if (before_school(persona.born, day)) result.preschool_classification = "1";
  result.insurer_name = insurance.insurer_name;
  return result;
}

}  // namespace uketsuke::oqs
