// `specific_diseases:` of personas and of `given:`.

#include "scenarios/loader/persona/specific_disease.h"

#include <gmock/gmock.h>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace specific_disease_test {

using testing::HasSubstr;

std::vector<SpecificDiseaseCertificate> read(const std::string& text) {
  return read_specific_diseases(yaml::parse(text, "t.yaml").at(0));
}

TEST(SpecificDiseases, AreReadWithTheirDays) {
  const auto all = read(
      "[{ disease: dialysis, from: 2020-04-01, until: 2025-03-31, self_pay: 10000 },"
      " { disease: hiv, from: 2021-01-01 }]");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].disease, SpecificDisease::dialysis);
  EXPECT_EQ(all[0].self_pay, 10000);
  EXPECT_EQ(format_date(all[0].from), "2020-04-01");
  EXPECT_EQ(format_date(*all[0].until), "2025-03-31");
  EXPECT_FALSE(all[1].until);
  EXPECT_TRUE(read("[]").empty());
}

TEST(SpecificDiseases, WrongCertificatesAreRefused) {
  EXPECT_THAT(failure([] { read("[{ disease: dialisys, from: 2020-04-01 }]"); }).what,
              HasSubstr("did you mean \"dialysis\""));
  EXPECT_THAT(failure([] { read("[{ disease: hiv, from: 2020-04-01, until: 2020-03-31 }]"); }).what,
              HasSubstr("before its first day"));
  EXPECT_EQ(failure([] { read("[{ disease: hiv, from: 2020-04-01, yen: 1 }]"); }).problem,
            InputProblem::unknown_key);
}

TEST(SpecificDiseases, GivenCertificatesReplaceThePersonas) {
  const std::string script =
      "given: { specific_diseases: [] }\nscript: [insert_card, { answer: { "
      "specific_disease: refuse } }]\nexpect: { reception: complete }\n";
  const Case test_case = cases_of(scenario_with(script)).at(0);
  ASSERT_TRUE(test_case.given.specific_diseases);
  EXPECT_TRUE(test_case.given.specific_diseases->empty());
  const auto& answer = std::get<step::Answer>(test_case.script.at(1).action);
  EXPECT_EQ(answer.each.at(0).first, record::Screen::specific_disease);
  EXPECT_EQ(answer.each.at(0).second, Reply::refuse);
}

TEST(SpecificDiseases, ShippedHolderHasOne) {
  const auto& holder = *shipped_library().personas.at("hirano-setsu");
  ASSERT_EQ(holder.specific_diseases.size(), 1U);
  EXPECT_EQ(holder.specific_diseases[0].disease, SpecificDisease::dialysis);
}

}  // namespace specific_disease_test
}  // namespace uketsuke::scenario
