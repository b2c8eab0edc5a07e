// Editors go by the JSON Schemas, the program by the loader: they must say the same.

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace schema_test {

using Json = nlohmann::json;

Json schema(const std::string& name) {
  std::ifstream in("scenarios/schema/" + name + ".schema.json");
  return Json::parse(in);
}

template <class Enum>
Json words() {
  Json names = Json::array();
  for (const auto& [value, name] : enum_names(Enum{})) names.push_back(std::string(name));
  return names;
}

Json defined(const std::string& file, const std::string& name) {
  return schema(file)["definitions"].value(name, Json::object()).value("enum", Json());
}

TEST(Schema, WordsOfScenariosAreTheLoaders) {
  EXPECT_EQ(defined("scenario", "Method"), words<record::Method>());
  EXPECT_EQ(defined("scenario", "Screen"), words<record::Screen>());
  EXPECT_EQ(defined("scenario", "Button"), words<record::Button>());
  EXPECT_EQ(defined("scenario", "Category"), words<record::Category>());
  EXPECT_EQ(defined("scenario", "Refusal"), words<record::Refusal>());
  EXPECT_EQ(defined("scenario", "CertificateStatus"), words<record::CertificateStatus>());
  EXPECT_EQ(defined("scenario", "Validity"), words<record::Validity>());
  EXPECT_EQ(defined("scenario", "AbortReason"), words<record::AbortReason>());
  EXPECT_EQ(defined("scenario", "StaffMode"), words<record::StaffMode>());
  EXPECT_EQ(defined("scenario", "Certificate"), words<record::Certificate>());
  EXPECT_EQ(defined("scenario", "DeskDecision"), words<record::DeskDecision>());
  EXPECT_EQ(defined("scenario", "Reception"), words<Reception>());
  EXPECT_EQ(defined("scenario", "ConsentState"), words<ConsentState>());
  EXPECT_EQ(defined("scenario", "Provision"), words<Provision>());
  EXPECT_EQ(defined("scenario", "Capability"), words<Capability>());
  EXPECT_EQ(defined("scenario", "Face"), words<Face>());
  EXPECT_EQ(defined("scenario", "Light"), words<Light>());
  EXPECT_EQ(defined("scenario", "Attack"), words<Attack>());
  EXPECT_EQ(defined("scenario", "Wearing"), words<Wearing>());
  EXPECT_EQ(defined("scenario", "Standing"), words<Standing>());
  EXPECT_EQ(defined("scenario", "CameraState"), words<CameraState>());
  EXPECT_EQ(defined("scenario", "Guidance"), words<record::Guidance>());
  EXPECT_EQ(schema("scenario")["properties"]["vision"]["enum"], words<Vision>());
  const Json photo = schema("scenario")["properties"]["given"]["properties"]["card_photo"]["anyOf"];
  EXPECT_EQ(photo.at(0)["enum"], words<CardPhoto::Kind>());
  EXPECT_EQ(defined("scenario", "CardInHand"), words<CardInHand>());
  EXPECT_EQ(defined("scenario", "Exchange"), words<Exchange>());
  EXPECT_EQ(defined("scenario", "RevocationSource"), words<RevocationSource>());
  EXPECT_EQ(defined("scenario", "StatementFault"), words<StatementFault>());
  EXPECT_EQ(defined("scenario", "InsuranceKind"), words<InsuranceKind>());
  EXPECT_EQ(defined("scenario", "LossReason"), words<LossReason>());
  EXPECT_EQ(defined("scenario", "PinChoice"), words<PinChoice>());
  EXPECT_EQ(defined("scenario", "Reply"), words<Reply>());
}

TEST(Schema, WordsOfPersonasAndSitesAreTheLoaders) {
  EXPECT_EQ(defined("persona", "Sex"), words<Sex>());
  EXPECT_EQ(defined("persona", "CardType"), words<CardType>());
  EXPECT_EQ(defined("persona", "InsuranceKind"), words<InsuranceKind>());
  EXPECT_EQ(defined("persona", "LossReason"), words<LossReason>());
  EXPECT_EQ(defined("persona", "Category"), words<record::Category>());
  EXPECT_EQ(defined("site", "SiteKind"), words<SiteKind>());
}

/// The keys that a reader asks for, out of its message about a key that nobody knows.
std::vector<std::string> keys_known_to_the_loader(const std::string& text) {
  try {
    cases_of(text);
  } catch (const InputError& error) {
    const std::string what = error.what();
    std::vector<std::string> keys;
    std::string key;
    for (std::size_t i = what.find("(known: ") + 8; i < what.size(); ++i) {
      if (what[i] == ',' || what[i] == ')') {
        keys.push_back(key);
        key.clear();
      } else if (what[i] != ' ') {
        key += what[i];
      }
    }
    return keys;
  }
  return {};
}

TEST(Schema, KeysOfGivenAreTheLoaders) {
  const Json properties = schema("scenario")["properties"]["given"]["properties"];
  const auto keys = keys_known_to_the_loader(
      scenario_with("given: { zzzzzzzzzzzzzz: 1 }\nscript: [insert_card]\nexpect: { reception: none }\n"));
  EXPECT_EQ(keys.size(), properties.size());
  for (const std::string& key : keys) EXPECT_TRUE(properties.contains(key)) << key;
}

TEST(Schema, KeysOfAMembershipAreTheLoaders) {
  const auto keys = keys_known_to_the_loader(scenario_with(
      "given: { insurance: [{ zzzzzzzzzzzzzz: 1, insurer_number: \"1\", insurer_name: x, number: "
      "\"1\", branch: \"00\", from: 2024-10-07 }] }\nscript: [insert_card]\nexpect: { reception: "
      "none }\n"));
  for (const Json& properties :
       {schema("scenario")["properties"]["given"]["properties"]["insurance"]["items"]["properties"],
        schema("persona")["properties"]["insurance"]["items"]["properties"]}) {
    EXPECT_EQ(keys.size(), properties.size());
    for (const std::string& key : keys) EXPECT_TRUE(properties.contains(key)) << key;
  }
}

TEST(Schema, KeysOfAnAppearanceAreTheLoaders) {
  const Json properties = schema("scenario")["definitions"]["Appearance"]["properties"];
  const auto keys = keys_known_to_the_loader("vision: rendered\n" +
                                             with_script("  - look_at_camera: { zzzzzzzzzzzzzz: 1 }\n"));
  EXPECT_EQ(keys.size(), properties.size());
  for (const std::string& key : keys) EXPECT_TRUE(properties.contains(key)) << key;
}

TEST(Schema, KeysOfAnAnswerAreTheLoaders) {
  const auto keys = keys_known_to_the_loader(with_script("  - answer: { zzzzzzzzzzzzzz: agree }\n"));
  const std::string text = schema("scenario").dump();
  EXPECT_EQ(keys.size(), 7u);  // all, and one for each question
  for (const std::string& key : keys) EXPECT_NE(text.find("\"" + key + "\""), std::string::npos) << key;
}

TEST(Schema, EveryKeyOfAnExpectationHasADescription) {
  const auto scenario = schema("scenario");  // has to outlive the loop
  for (const auto& [key, value] : scenario["properties"]["expect"]["properties"].items()) {
    EXPECT_TRUE(value.contains("description")) << key;
  }
}

TEST(Schema, SoundScenarioIsTakenByTheLoader) {
  EXPECT_EQ(load_suite("tests/unit/scenarios/sound_scenario.yaml", shipped_library(), {}).size(), 4u);
}

// The schema refuses the same table: tests/integration/schema_test.py.
TEST(Schema, BadScenariosAreRefusedByTheLoader) {
  const auto rows = yaml::load("tests/unit/scenarios/bad_scenarios.yaml");
  ASSERT_GT(rows.size(), 20u);
  for (const yaml::Value& row : rows) {
    yaml::Map map = row.map();
    const std::string wrong = map.required("wrong").text();
    EXPECT_THROW(read_scenario(map.required("document"), shipped_library(), {}), InputError) << wrong;
  }
}

}  // namespace schema_test
}  // namespace uketsuke::scenario
