#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"

namespace uketsuke::oqs {

// A single eligibility inquiry (OQSsiquc01req) and its result (OQSsiquc01res), as public programs read and
// write them; see docs/oqs.md. message_fields.h lists the fields and their order.

/// One consent of a result: flag (OQSCD016), and two times if it was given. Without a flag: the site does not
/// ask.
struct Consent {
  std::optional<std::string> flag;
  std::optional<DateTime> cons_time;
  std::optional<DateTime> available_time;

  /// A consent given at this second, valid for exactly 24 hours.
  static Consent given(DateTime at);

  /// A consent not given: without times.
  static Consent refused();
};

/// Consent to 限度額 or 特定疾病: a flag and a time, without an end.
struct OpenConsent {
  std::optional<std::string> flag;
  std::optional<DateTime> cons_time;

  static OpenConsent given(DateTime at) { return {"1", at}; }
  static OpenConsent refused() { return {"0", std::nullopt}; }
};

/// 高齢受給者証, for ages 70 to 74.
struct ElderlyRecipientCertificateInfo {
  std::optional<Date> date, valid_start, valid_end;
  std::optional<std::string> contribution_ratio;  ///< three digits, `020`
};

struct LimitApplicationCertificateRelatedInfo {
  std::optional<std::string> classification, classification_flag;
  std::optional<Date> date, valid_start, valid_end, long_term;
};

struct SpecificDiseasesCertificateInfo {
  std::optional<std::string> disease_category;
  std::optional<Date> date, valid_start, valid_end;
  std::optional<std::string> self_pay;
};

/// 医療券・調剤券: medical aid. The codes of its fields are not public, so the fields are texts.
struct MedicalTicketInfo {
  std::optional<std::string> ticket_type;
  std::optional<Date> valid, expiration;
  std::optional<std::string> issue_number, treatment_month, designated_code, designated_flag, designated_name,
      issuer_code, issuer_name, injury_name_1, injury_name_2, injury_name_3, treatment_type, self_pay_amount,
      district_contact_name, handling_contact_name, single_or_combined_use, social_insurance,
      consistency_flag, infection, elderly_medical_care, prefectural_expenses, remarks_1, remarks_2,
      remarks_3;
};

/// One insurance, as the patient's consents and the insurer's data describe it.
struct ResultOfQualificationConfirmation {
  std::string insured_card_classification;  ///< OQSCD010
  std::optional<std::string> insurer_number, insured_card_symbol, insured_identification_number,
      insured_branch_number, personal_family_classification, insured_name;
  std::string name;
  std::optional<std::string> name_of_other, name_kana, name_of_other_kana;
  std::string sex_1;  ///< OQSCD007
  std::optional<std::string> sex_2;
  Date birthdate{};
  std::optional<std::string> address, post_number;
  std::optional<Date> qualification_date, disqualification_date, certificate_issuance_date, card_valid_date,
      card_expiration_date;
  std::optional<std::string> partial_contribution_ratio, preschool_classification, reason_of_loss;
  std::string insurer_name;
  std::optional<ElderlyRecipientCertificateInfo> elderly_recipient;
  OpenConsent limit;
  std::optional<LimitApplicationCertificateRelatedInfo> limit_info;
  OpenConsent specific_diseases;
  std::vector<SpecificDiseasesCertificateInfo> specific_diseases_list;
  std::vector<MedicalTicketInfo> medical_tickets;
  Consent specific_health_checkups_info, pharmacists_info, diagnosis_info, operation_info;
  // For the record-sharing service; in ORCA since 2025-01-28.
  Consent diagnosis_name, infectious_info, allergy_info, contraindication_info, test_info, prescription_info;
  std::optional<std::string> reference_number;
};

/// The inquiry that a result answers.
struct QualificationConfirmSearchInfo {
  std::string insurer_number;
  std::optional<std::string> insured_card_symbol;
  std::string insured_identification_number;
  std::optional<std::string> insured_branch_number;
  Date birthdate{};
  std::optional<std::string> limit_flag;  ///< OQSCD001
  std::optional<std::string> arbitrary_identifier;
};

struct ResultHeader {
  DateTime process_execution_time{};
  Date qualification_confirmation_date{};
  std::string medical_institution_code;  ///< 10 digits
  std::optional<std::string> arbitrary_file_identifier;
  std::optional<std::string> reference_classification;  ///< OQSCD002
  std::string segment_of_result;                        ///< OQSCD003
  std::optional<std::string> error_code, error_message;
  std::string character_code_identifier = "0";  ///< OQSCD005; set by the writer
};

struct ResultBody {
  std::optional<std::string> processing_result_status, processing_result_code, processing_result_message,
      qualification_validity, prescription_issue_select;
  std::optional<QualificationConfirmSearchInfo> search_info;
  std::vector<ResultOfQualificationConfirmation> results;
};

/// The result message, OQSsiquc01res.
struct Result {
  ResultHeader header;
  ResultBody body;
};

struct RequestHeader {
  std::optional<DateTime> process_execution_time;
  std::optional<Date> qualification_confirmation_date;
  std::string medical_institution_code;
  std::optional<std::string> arbitrary_file_identifier, reference_classification, character_code_identifier;
};

struct RequestBody {
  QualificationConfirmSearchInfo search_info;
};

/// The request message, OQSsiquc01req.
struct Request {
  RequestHeader header;
  RequestBody body;
};

}  // namespace uketsuke::oqs
