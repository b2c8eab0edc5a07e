#include "oqs/layout.h"

#include <gmock/gmock.h>

namespace uketsuke::oqs {
namespace layout_test {

TEST(Layout, AnAliasMeansAnElementThatExists) {
  const Element* result =
      result_layout().child("MessageBody")->child("ResultList")->child("ResultOfQualificationConfirmation");
  for (const char* written :
       {"PharmaceuticalInfoConsFlg", "PharmaceuticalInfoConsTime", "PharmaceuticalInfoAcquisitionTime",
        "SpecificHealthCheckupsInfoAcquisitionTime", "DiagnosisInfoConsTim"}) {
    EXPECT_NE(result->child(canonical(written)), nullptr) << written;
    EXPECT_EQ(result->child(written), nullptr) << written;
  }
}

using ::testing::ElementsAre;

const Element& at(const Element& root, std::initializer_list<std::string_view> path) {
  const Element* here = &root;
  for (const std::string_view name : path) {
    here = here->child(name);
    if (here == nullptr) throw std::runtime_error("no element " + std::string(name));
  }
  return *here;
}

const Element& one_result() {
  return at(result_layout(), {"MessageBody", "ResultList", "ResultOfQualificationConfirmation"});
}

TEST(Layout, AMessageHasHeaderAndBody) {
  EXPECT_THAT(result_layout().child_names(), ElementsAre("MessageHeader", "MessageBody"));
  EXPECT_THAT(request_layout().child_names(), ElementsAre("MessageHeader", "MessageBody"));
  EXPECT_EQ(result_layout().name, "XmlMsg");
  EXPECT_EQ(request_layout().name, "XmlMsg");
}

// The order of golden/request.utf-8.xml, which was written by hand from public programs.
TEST(Layout, ARequestAsksInThisOrder) {
  EXPECT_THAT(
      at(request_layout(), {"MessageBody", "QualificationConfirmSearchInfo"}).child_names(),
      ElementsAre("InsurerNumber", "InsuredCardSymbol", "InsuredIdentificationNumber", "InsuredBranchNumber",
                  "Birthdate", "LimitApplicationCertificateRelatedConsFlg", "ArbitraryIdentifier"));
}

TEST(Layout, WhatAnElementHoldsIsAsItsNameSays) {
  const Element& header = at(result_layout(), {"MessageHeader"});
  EXPECT_EQ(header.child("ProcessExecutionTime")->form, Form::time);
  EXPECT_EQ(header.child("QualificationConfirmationDate")->form, Form::date);
  EXPECT_EQ(header.child("MedicalInstitutionCode")->form, Form::text);
  EXPECT_EQ(one_result().form, Form::group);
  EXPECT_EQ(at(result_layout(), {"MessageBody", "ResultList"}).form, Form::list);
  EXPECT_EQ(one_result().child("SpecificDiseasesCertificateList")->form, Form::list);
  EXPECT_EQ(one_result().child("PharmacistsInfoConsTime")->form, Form::time);
  EXPECT_EQ(one_result().child("Birthdate")->form, Form::date);
}

void expect_dates_and_times(const Element& element) {
  const std::string name(element.name);
  const auto ends = [&](const std::string& with) {
    return name.size() > with.size() && name.substr(name.size() - with.size()) == with;
  };
  if (ends("Date") || name == "Birthdate") {
    EXPECT_EQ(element.form, Form::date) << name;
  }
  if (ends("ConsTime") || ends("AvailableTime")) {
    EXPECT_EQ(element.form, Form::time) << name;
  }
  if (ends("Flg")) {
    EXPECT_EQ(element.form, Form::text) << name;
  }
  for (const Element& child : element.children) expect_dates_and_times(child);
}

TEST(Layout, EveryDateIsADateAndEveryTimeATime) {
  expect_dates_and_times(result_layout());
  expect_dates_and_times(request_layout());
}

TEST(Layout, OnlyWhatEveryResultHasIsRequired) {
  std::vector<std::string> required;
  for (const Element& element : one_result().children)
    if (element.required) required.emplace_back(element.name);
  EXPECT_THAT(required, ElementsAre("InsuredCardClassification", "Name", "Sex1", "Birthdate", "InsurerName"));
}

TEST(Layout, AListMayBeEmptyAndMayBeMissing) {
  const Element& list = at(result_layout(), {"MessageBody", "ResultList"});
  EXPECT_FALSE(list.required);
  ASSERT_EQ(list.children.size(), 1U);
  EXPECT_FALSE(list.children.front().required);
}

// docs/oqs.md: four categories, and six more from 2025, each with a flag and two times.
TEST(Layout, TenCategoriesHaveAFlagAndTwoTimes) {
  for (const std::string category :
       {"SpecificHealthCheckupsInfo", "PharmacistsInfo", "DiagnosisInfo", "OperationInfo", "DiagnosisName",
        "InfectiousInfo", "AllergyInfo", "ContraindicationInfo", "TestInfo", "PrescriptionInfo"}) {
    for (const char* part : {"ConsFlg", "ConsTime", "AvailableTime"})
      EXPECT_NE(one_result().child(category + part), nullptr) << category << part;
  }
}

TEST(Layout, LimitAndSpecifiedDiseaseHaveNoEnd) {
  EXPECT_EQ(one_result().child("LimitApplicationCertificateRelatedAvailableTime"), nullptr);
  EXPECT_EQ(one_result().child("SpecificDiseasesCertificateRelatedAvailableTime"), nullptr);
}

TEST(Layout, AChildIsFoundByItsWholeName) {
  EXPECT_EQ(one_result().child("Nam"), nullptr);
  EXPECT_EQ(one_result().child("Names"), nullptr);
  EXPECT_EQ(one_result().child(""), nullptr);
  EXPECT_EQ(one_result().child("Name")->name, "Name");
}

TEST(Layout, ANameThatNobodyUsesWronglyIsItsOwn) {
  EXPECT_EQ(alias("Name"), nullptr);
  EXPECT_EQ(canonical("Name"), "Name");
  EXPECT_EQ(canonical("NoSuchElement"), "NoSuchElement");
  EXPECT_EQ(canonical(""), "");
}

TEST(Layout, AnAliasSaysWhoWritesIt) {
  ASSERT_NE(alias("DiagnosisInfoConsTim"), nullptr);
  EXPECT_EQ(alias("DiagnosisInfoConsTim")->meant, "DiagnosisInfoConsTime");
  EXPECT_EQ(alias("DiagnosisInfoConsTim")->who, "the layout table of one program");
  EXPECT_EQ(canonical("OperationInfoAcquisitionTime"), "OperationInfoAvailableTime");
}

}  // namespace layout_test
}  // namespace uketsuke::oqs
