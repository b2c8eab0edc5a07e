#pragma once

#include <string_view>

#include "oqs/message.h"

namespace uketsuke::oqs {

// The elements of the exchange, each once, in order. Writer, reader and validator are derived from this list:
// an element is required if its field is not optional, and is a date, time, text or group according to the
// field's type.
//
// A visitor is called with name and field, and has `list(name, item, vector)` for an element that holds a
// list. Source of names and order: public programs (docs/oqs.md), not the official layout (別紙3-1), which
// was not available.

template <class T>
struct Fields;

template <class Visit, class Consent>
void visit_consent(Visit& visit, std::string_view flag, std::string_view cons_time,
                   std::string_view available_time, Consent& consent) {
  visit(flag, consent.flag);
  visit(cons_time, consent.cons_time);
  visit(available_time, consent.available_time);
}

template <>
struct Fields<ElderlyRecipientCertificateInfo> {
  template <class Self, class Visit>
  static void visit(Self& self, Visit&& visit) {
    visit("ElderlyRecipientCertificateDate", self.date);
    visit("ElderlyRecipientValidStartDate", self.valid_start);
    visit("ElderlyRecipientValidEndDate", self.valid_end);
    visit("ElderlyRecipientContributionRatio", self.contribution_ratio);
  }
};

template <>
struct Fields<LimitApplicationCertificateRelatedInfo> {
  template <class Self, class Visit>
  static void visit(Self& self, Visit&& visit) {
    visit("LimitApplicationCertificateClassification", self.classification);
    visit("LimitApplicationCertificateClassificationFlag", self.classification_flag);
    visit("LimitApplicationCertificateDate", self.date);
    visit("LimitApplicationCertificateValidStartDate", self.valid_start);
    visit("LimitApplicationCertificateValidEndDate", self.valid_end);
    visit("LimitApplicationCertificateLongTermDate", self.long_term);
  }
};

template <>
struct Fields<SpecificDiseasesCertificateInfo> {
  template <class Self, class Visit>
  static void visit(Self& self, Visit&& visit) {
    visit("SpecificDiseasesDiseaseCategory", self.disease_category);
    visit("SpecificDiseasesCertificateDate", self.date);
    visit("SpecificDiseasesValidStartDate", self.valid_start);
    visit("SpecificDiseasesValidEndDate", self.valid_end);
    visit("SpecificDiseasesSelfPay", self.self_pay);
  }
};

template <>
struct Fields<MedicalTicketInfo> {
  template <class Self, class Visit>
  static void visit(Self& self, Visit&& visit) {
    visit("TicketType", self.ticket_type);
    visit("MedicalTicketValidDate", self.valid);
    visit("MedicalTicketExpirationDate", self.expiration);
    visit("IssueNumber", self.issue_number);
    visit("MedicalTreatmentMonth", self.treatment_month);
    visit("DesignatedMedicalInstitutionCode", self.designated_code);
    visit("DesignatedMedicalInstitutionFlag", self.designated_flag);
    visit("DesignatedMedicalInstitutionName", self.designated_name);
    visit("PrescriptionIssuerMedicalInstitutionCode", self.issuer_code);
    visit("PrescriptionIssuerMedicalInstitutionName", self.issuer_name);
    visit("InjuryName1", self.injury_name_1);
    visit("InjuryName2", self.injury_name_2);
    visit("InjuryName3", self.injury_name_3);
    visit("MedicalTreatmentType", self.treatment_type);
    visit("SelfPayAmount", self.self_pay_amount);
    visit("DistrictContactName", self.district_contact_name);
    visit("HandlingContactName", self.handling_contact_name);
    visit("SingleOrCombinedUse", self.single_or_combined_use);
    visit("StatusOfSocialInsurance", self.social_insurance);
    visit("ConsistencyFlag", self.consistency_flag);
    // Two independent programs have this spelling, so it is probably the layout's own.
    visit("StatusOfInfecton", self.infection);
    visit("StatusOfElderlyMedicalCare", self.elderly_medical_care);
    visit("StatusOfPrefecturalExpenses", self.prefectural_expenses);
    visit("Remarks1", self.remarks_1);
    visit("Remarks2", self.remarks_2);
    visit("Remarks3", self.remarks_3);
  }
};

template <>
struct Fields<ResultOfQualificationConfirmation> {
  template <class Self, class Visit>
  static void visit(Self& self, Visit&& visit) {
    visit("InsuredCardClassification", self.insured_card_classification);
    visit("InsurerNumber", self.insurer_number);
    visit("InsuredCardSymbol", self.insured_card_symbol);
    visit("InsuredIdentificationNumber", self.insured_identification_number);
    visit("InsuredBranchNumber", self.insured_branch_number);
    visit("PersonalFamilyClassification", self.personal_family_classification);
    visit("InsuredName", self.insured_name);
    visit("Name", self.name);
    visit("NameOfOther", self.name_of_other);
    visit("NameKana", self.name_kana);
    visit("NameOfOtherKana", self.name_of_other_kana);
    visit("Sex1", self.sex_1);
    visit("Sex2", self.sex_2);
    visit("Birthdate", self.birthdate);
    visit("Address", self.address);
    visit("PostNumber", self.post_number);
    visit("QualificationDate", self.qualification_date);
    visit("DisqualificationDate", self.disqualification_date);
    visit("InsuredCertificateIssuanceDate", self.certificate_issuance_date);
    visit("InsuredCardValidDate", self.card_valid_date);
    visit("InsuredCardExpirationDate", self.card_expiration_date);
    visit("InsuredPartialContributionRatio", self.partial_contribution_ratio);
    visit("PreschoolClassification", self.preschool_classification);
    visit("ReasonOfLoss", self.reason_of_loss);
    visit("InsurerName", self.insurer_name);
    visit("ElderlyRecipientCertificateInfo", self.elderly_recipient);
    visit("LimitApplicationCertificateRelatedConsFlg", self.limit.flag);
    visit("LimitApplicationCertificateRelatedConsTime", self.limit.cons_time);
    visit("LimitApplicationCertificateRelatedInfo", self.limit_info);
    visit("SpecificDiseasesCertificateRelatedConsFlg", self.specific_diseases.flag);
    visit("SpecificDiseasesCertificateRelatedConsTime", self.specific_diseases.cons_time);
    visit.list("SpecificDiseasesCertificateList", "SpecificDiseasesCertificateInfo",
               self.specific_diseases_list);
    visit.list("PublicExpenseResultList", "MedicalTicketInfo", self.medical_tickets);
    visit_consent(visit, "SpecificHealthCheckupsInfoConsFlg", "SpecificHealthCheckupsInfoConsTime",
                  "SpecificHealthCheckupsInfoAvailableTime", self.specific_health_checkups_info);
    visit_consent(visit, "PharmacistsInfoConsFlg", "PharmacistsInfoConsTime", "PharmacistsInfoAvailableTime",
                  self.pharmacists_info);
    visit_consent(visit, "DiagnosisInfoConsFlg", "DiagnosisInfoConsTime", "DiagnosisInfoAvailableTime",
                  self.diagnosis_info);
    visit_consent(visit, "OperationInfoConsFlg", "OperationInfoConsTime", "OperationInfoAvailableTime",
                  self.operation_info);
    visit_consent(visit, "DiagnosisNameConsFlg", "DiagnosisNameConsTime", "DiagnosisNameAvailableTime",
                  self.diagnosis_name);
    visit_consent(visit, "InfectiousInfoConsFlg", "InfectiousInfoConsTime", "InfectiousInfoAvailableTime",
                  self.infectious_info);
    visit_consent(visit, "AllergyInfoConsFlg", "AllergyInfoConsTime", "AllergyInfoAvailableTime",
                  self.allergy_info);
    visit_consent(visit, "ContraindicationInfoConsFlg", "ContraindicationInfoConsTime",
                  "ContraindicationInfoAvailableTime", self.contraindication_info);
    visit_consent(visit, "TestInfoConsFlg", "TestInfoConsTime", "TestInfoAvailableTime", self.test_info);
    visit_consent(visit, "PrescriptionInfoConsFlg", "PrescriptionInfoConsTime",
                  "PrescriptionInfoAvailableTime", self.prescription_info);
    visit("ReferenceNumber", self.reference_number);
  }
};

template <>
struct Fields<QualificationConfirmSearchInfo> {
  template <class Self, class Visit>
  static void visit(Self& self, Visit&& visit) {
    visit("InsurerNumber", self.insurer_number);
    visit("InsuredCardSymbol", self.insured_card_symbol);
    visit("InsuredIdentificationNumber", self.insured_identification_number);
    visit("InsuredBranchNumber", self.insured_branch_number);
    visit("Birthdate", self.birthdate);
    visit("LimitApplicationCertificateRelatedConsFlg", self.limit_flag);
    visit("ArbitraryIdentifier", self.arbitrary_identifier);
  }
};

template <>
struct Fields<ResultHeader> {
  template <class Self, class Visit>
  static void visit(Self& self, Visit&& visit) {
    visit("ProcessExecutionTime", self.process_execution_time);
    visit("QualificationConfirmationDate", self.qualification_confirmation_date);
    visit("MedicalInstitutionCode", self.medical_institution_code);
    visit("ArbitraryFileIdentifier", self.arbitrary_file_identifier);
    visit("ReferenceClassification", self.reference_classification);
    visit("SegmentOfResult", self.segment_of_result);
    visit("ErrorCode", self.error_code);
    visit("ErrorMessage", self.error_message);
    visit("CharacterCodeIdentifier", self.character_code_identifier);
  }
};

template <>
struct Fields<ResultBody> {
  template <class Self, class Visit>
  static void visit(Self& self, Visit&& visit) {
    visit("ProcessingResultStatus", self.processing_result_status);
    visit("ProcessingResultCode", self.processing_result_code);
    visit("ProcessingResultMessage", self.processing_result_message);
    visit("QualificationValidity", self.qualification_validity);
    visit("PrescriptionIssueSelect", self.prescription_issue_select);
    visit("QualificationConfirmSearchInfo", self.search_info);
    visit.list("ResultList", "ResultOfQualificationConfirmation", self.results);
  }
};

template <>
struct Fields<RequestHeader> {
  template <class Self, class Visit>
  static void visit(Self& self, Visit&& visit) {
    visit("ProcessExecutionTime", self.process_execution_time);
    visit("QualificationConfirmationDate", self.qualification_confirmation_date);
    visit("MedicalInstitutionCode", self.medical_institution_code);
    visit("ArbitraryFileIdentifier", self.arbitrary_file_identifier);
    visit("ReferenceClassification", self.reference_classification);
    visit("CharacterCodeIdentifier", self.character_code_identifier);
  }
};

template <>
struct Fields<RequestBody> {
  template <class Self, class Visit>
  static void visit(Self& self, Visit&& visit) {
    visit("QualificationConfirmSearchInfo", self.search_info);
  }
};

template <>
struct Fields<Result> {
  template <class Self, class Visit>
  static void visit(Self& self, Visit&& visit) {
    visit("MessageHeader", self.header);
    visit("MessageBody", self.body);
  }
};

template <>
struct Fields<Request> {
  template <class Self, class Visit>
  static void visit(Self& self, Visit&& visit) {
    visit("MessageHeader", self.header);
    visit("MessageBody", self.body);
  }
};

}  // namespace uketsuke::oqs
