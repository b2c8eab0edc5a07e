#include "harness/receipt/of_request.h"

#include <gtest/gtest.h>

#include "harness/receipt/of_persona.h"
#include "oqs/reader.h"
#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace of_request_test {

const DateTime kNow = Date(2024_y / 10 / 7) + std::chrono::hours(9);

Request request() { return read_request(parse_xml(golden("request.utf-8.xml"), "f.xml")); }

Result answered(const Request& asked, const scenario::Persona& persona = sample_persona()) {
  return answer(asked, {std::make_shared<const scenario::Persona>(persona)}, clinic(), kNow);
}

TEST(Answer, FindsAPersonByTheDataOfTheCertificate) {
  const Result result = answered(request());
  EXPECT_EQ(result.body.qualification_validity, "1");
  EXPECT_EQ(result.body.results.at(0).name, "佐藤　花子");
  EXPECT_EQ(result.header.arbitrary_file_identifier, "REQ-1");
  EXPECT_EQ(result.header.reference_classification, "2");
  EXPECT_EQ(result.body.search_info->insured_card_symbol, "１２３");
  EXPECT_FALSE(result.body.results.at(0).pharmacists_info.flag);  // nobody stood at the reader
}

TEST(Answer, FullAndHalfWidthAreEqual) {
  Request asked = request();
  asked.body.search_info.insured_card_symbol = "123";
  asked.body.search_info.insured_identification_number = "４５６７";
  EXPECT_EQ(answered(asked).body.qualification_validity, "1");
}

TEST(Answer, EveryPartOfTheQuestionCounts) {
  for (const auto change :
       {+[](QualificationConfirmSearchInfo& s) { s.insurer_number = "06999983"; },
        +[](QualificationConfirmSearchInfo& s) { s.insured_card_symbol = "124"; },
        +[](QualificationConfirmSearchInfo& s) { s.insured_identification_number = "4568"; },
        +[](QualificationConfirmSearchInfo& s) { s.insured_branch_number = "01"; },
        +[](QualificationConfirmSearchInfo& s) { s.birthdate = Date(1985_y / 4 / 13); }}) {
    Request asked = request();
    change(asked.body.search_info);
    const Result result = answered(asked);
    EXPECT_EQ(result.body.qualification_validity, "4");
    EXPECT_TRUE(result.body.results.empty());
  }
}

TEST(Answer, SymbolAndBranchMayBeLeftOut) {
  Request asked = request();
  asked.body.search_info.insured_card_symbol.reset();
  asked.body.search_info.insured_branch_number.reset();
  EXPECT_EQ(answered(asked).body.qualification_validity, "1");
}

TEST(Answer, TwoPersonsAreSeveral) {
  const auto persona = std::make_shared<const scenario::Persona>(sample_persona());
  EXPECT_EQ(answer(request(), {persona, persona}, clinic(), kNow).body.qualification_validity, "5");
}

TEST(Answer, AMembershipThatEndedIsInvalidOrReplaced) {
  scenario::Persona persona = sample_persona();
  persona.insurance[0].until = Date(2024_y / 10 / 6);
  persona.insurance[0].reason_of_loss = scenario::LossReason::other_insurance;
  const Result ended = answered(request(), persona);
  EXPECT_EQ(ended.body.qualification_validity, "2");
  EXPECT_EQ(ended.body.results.at(0).disqualification_date, Date(2024_y / 10 / 7));
  EXPECT_EQ(ended.body.results.at(0).reason_of_loss, "03");
  persona.insurance.push_back(persona.insurance[0]);
  persona.insurance[1].insurer_number = "06999983";
  persona.insurance[1].from = Date(2024_y / 10 / 7);
  persona.insurance[1].until.reset();
  EXPECT_EQ(answered(request(), persona).body.qualification_validity, "3");
}

TEST(Answer, TheLastDayIsStillInsured) {
  scenario::Persona persona = sample_persona();
  persona.insurance[0].until = Date(2024_y / 10 / 7);
  EXPECT_EQ(answered(request(), persona).body.qualification_validity, "1");
}

TEST(Answer, TheDayOfTheRequestCounts) {
  Request asked = request();
  asked.header.qualification_confirmation_date = Date(2020_y / 3 / 31);
  EXPECT_EQ(answered(asked).body.qualification_validity, "4");
}

TEST(Answer, LimitFollowsTheRequest) {
  Request asked = request();
  EXPECT_EQ(answered(asked).body.results.at(0).limit.flag, "1");
  asked.body.search_info.limit_flag = "0";
  EXPECT_EQ(answered(asked).body.results.at(0).limit.flag, "0");
}

TEST(Membership, SchoolBeginsAfterTheMarchThatFollowsTheSixthBirthday) {
  EXPECT_TRUE(before_school(Date(2018_y / 4 / 2), Date(2025_y / 3 / 31)));
  EXPECT_FALSE(before_school(Date(2018_y / 4 / 2), Date(2025_y / 4 / 1)));
  EXPECT_TRUE(before_school(Date(2018_y / 4 / 1), Date(2024_y / 3 / 31)));
  EXPECT_FALSE(before_school(Date(2018_y / 4 / 1), Date(2024_y / 4 / 1)));  // six on the eve, 31 March
}

}  // namespace of_request_test
}  // namespace uketsuke::oqs
