#include "harness/receipt/of_request.h"

#include <algorithm>

#include "harness/receipt/facility.h"
#include "harness/receipt/of_persona.h"
#include "oqs/own_codes.h"
#include "oqs/validation/field_values.h"
#include "oqs/xml/half_width_kana.h"

namespace uketsuke::oqs {

namespace {

struct Match {
  const scenario::Persona* persona = nullptr;
  const scenario::Insurance* insurance = nullptr;
};

bool same(const std::string& a, const std::string& b) {
  return half_width_letters(a) == half_width_letters(b);
}

bool asks_for(const QualificationConfirmSearchInfo& asked, const scenario::Persona& persona,
              const scenario::Insurance& insurance) {
  return trimmed(asked.insurer_number) == trimmed(insurance.insurer_number) &&
         same(asked.insured_identification_number, insurance.number) && asked.birthdate == persona.born &&
         (!asked.insured_card_symbol || same(*asked.insured_card_symbol, insurance.symbol)) &&
         (!asked.insured_branch_number || same(*asked.insured_branch_number, insurance.branch));
}

std::vector<Match> find(const QualificationConfirmSearchInfo& asked, const People& people) {
  std::vector<Match> found;
  for (const auto& persona : people) {
    for (const scenario::Insurance& insurance : persona->insurance) {
      if (asks_for(asked, *persona, insurance)) found.push_back({persona.get(), &insurance});
    }
  }
  return found;
}

std::string validity_of(const Match& match, Date day) {
  const bool medical_aid = match.insurance->kind == scenario::InsuranceKind::medical_aid;
  if (match.insurance->from > day) return "4";
  if (in_force(*match.insurance, day)) return medical_aid ? "6" : "1";
  const auto& all = match.persona->insurance;
  const bool newer = std::any_of(all.begin(), all.end(),
                                 [&](const scenario::Insurance& other) { return in_force(other, day); });
  return newer ? "3" : "2";
}

ResultHeader header_of(const scenario::Site& site, DateTime now) {
  ResultHeader header;
  header.process_execution_time = now;
  header.qualification_confirmation_date = std::chrono::floor<date::days>(now);
  header.medical_institution_code = institution_code(site);
  header.reference_classification = "2";
  header.segment_of_result = "1";
  return header;
}

}  // namespace

Result answer(const Request& request, const People& people, const scenario::Site& site, DateTime now) {
  Result result;
  result.header = header_of(site, now);
  result.header.medical_institution_code = request.header.medical_institution_code;
  result.header.arbitrary_file_identifier = request.header.arbitrary_file_identifier;
  Date& day = result.header.qualification_confirmation_date;
  if (request.header.qualification_confirmation_date) day = *request.header.qualification_confirmation_date;
  const QualificationConfirmSearchInfo& asked = request.body.search_info;
  result.body.search_info = asked;
  result.body.processing_result_status = "1";

  const std::vector<Match> found = find(asked, people);
  if (found.size() != 1) {
    result.body.qualification_validity = found.empty() ? "4" : "5";
    return result;
  }
  result.body.qualification_validity = validity_of(found.front(), day);
  if (result.body.qualification_validity == "4") return result;
  result.body.results.push_back(membership(*found.front().persona, *found.front().insurance, day));
  result.body.results.back().limit =
      asked.limit_flag == "1" ? OpenConsent::given(now) : OpenConsent::refused();
  return result;
}

Result refusal(const std::string& reason, const scenario::Site& site, DateTime now) {
  Result result;
  result.header = header_of(site, now);
  result.header.segment_of_result = "9";
  result.header.error_code = kUnreadableRequest.code;
  result.header.error_message = std::string(kUnreadableRequest.message) + reason;
  return result;
}

}  // namespace uketsuke::oqs
