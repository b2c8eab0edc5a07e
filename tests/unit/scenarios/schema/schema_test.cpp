// Editors go by the JSON Schemas, the program by the loader: they must say the same.

#include <gtest/gtest.h>

#include <set>

#include "scenarios/loader/matrix.h"
#include "scenarios/loader/script/script_words.h"
#include "tests/unit/scenarios/support.h"
#include "tests/unit/schema_words.h"

namespace uketsuke::scenario {
namespace schema_test {

using Json = nlohmann::json;

std::string file_of(const std::string& name) { return "scenarios/schema/" + name + ".schema.json"; }

Json schema(const std::string& name) { return load_schema(file_of(name)); }

/// The words that a key takes beside those of its enumeration.
template <class Enum>
Words and_none() {
  Words words = names_of<Enum>();
  words.emplace_back("none");
  return words;
}

template <class Enum>
Words some(std::initializer_list<Enum> values) {
  Words words;
  for (const Enum value : values) words.emplace_back(to_name(value));
  return words;
}

const Words kStopped =
    some({record::CertificateStatus::suspended, record::CertificateStatus::revoked});  // given, not computed

TEST(Schema, WordsOfScenariosAgreeWithTheEnumerations) {
  const std::string identity = "properties/expect/properties/identity/anyOf/";
  const std::string step = "properties/script/items/anyOf/";
  Words stopped_or_none = kStopped;
  stopped_or_none.emplace_back("none");
  expect_word_lists(
      file_of("scenario"),
      {{"definitions/AbortReason", names_of<record::AbortReason>()},
       {"definitions/Attack", names_of<Attack>()},
       {"definitions/Button", names_of<record::Button>()},
       {"definitions/CameraState", names_of<CameraState>()},
       {"definitions/Capability", names_of<Capability>()},
       {"definitions/CardInHand", names_of<CardInHand>()},
       {"definitions/Category", names_of<record::Category>()},
       {"definitions/Certificate", names_of<record::Certificate>()},
       {"definitions/CertificateStatus", names_of<record::CertificateStatus>()},
       {"definitions/ConsentState", names_of<ConsentState>()},
       {"definitions/DeskDecision", names_of<record::DeskDecision>()},
       {"definitions/Exchange", names_of<Exchange>()},
       {"definitions/Face", names_of<Face>()},
       {"definitions/Guidance", names_of<record::Guidance>()},
       {"definitions/InsuranceKind", names_of<InsuranceKind>()},
       {"definitions/Light", names_of<Light>()},
       {"definitions/LossReason", names_of<LossReason>()},
       {"definitions/Method", names_of<record::Method>()},
       {"definitions/PhoneKind", names_of<record::PhoneKind>()},
       {"definitions/PinChoice", names_of<PinChoice>()},
       {"definitions/PrescriptionForm", names_of<record::PrescriptionForm>()},
       {"definitions/Provision", names_of<Provision>()},
       {"definitions/Reception", names_of<Reception>()},
       {"definitions/Refusal", names_of<record::Refusal>()},
       {"definitions/Reply", names_of<Reply>()},
       {"definitions/RevocationSource", names_of<RevocationSource>()},
       {"definitions/Screen", names_of<record::Screen>()},
       {"definitions/SpecificDisease", names_of<SpecificDisease>()},
       {"definitions/StaffMode", names_of<record::StaffMode>()},
       {"definitions/Standing", names_of<Standing>()},
       {"definitions/StatementFault", names_of<StatementFault>()},
       {"definitions/Validity", names_of<record::Validity>()},
       {"definitions/Wearing", names_of<Wearing>()},
       {"properties/vision", names_of<Vision>()},
       {"properties/given/properties/card/anyOf/0", names_of<Genuineness>()},
       {"properties/given/properties/card_photo/anyOf/0", names_of<CardPhotoKind>()},
       {"properties/given/properties/certificate/anyOf/0", kStopped},
       {"properties/given/properties/network/anyOf/0", names_of<LineState>()},
       {"properties/given/properties/phone/properties/certificate/anyOf/0", stopped_or_none},
       {step + "0", names_of<BareStep>()},
       {step + "4/properties/choose/anyOf/0", some({record::Method::face, record::Method::pin,
                                                    record::Method::smartphone})},  // staff chooses visual
       {step + "13/properties/visual_check/anyOf/0", names_of<VisualFinding>()},
       {step + "15/properties/network/anyOf/0", names_of<LineState>()},
       {step + "15/properties/network/anyOf/3/properties/lose/anyOf/0", names_of<ExchangeHalf>()},
       {step + "15/properties/network/anyOf/4/properties/duplicate/anyOf/0", some({ExchangeHalf::answer})},
       {identity + "0", and_none<record::Method>()},
       {identity + "2/additionalProperties/anyOf/0", and_none<record::Method>()},
       {identity + "2/additionalProperties/anyOf/2/additionalProperties/anyOf/0", and_none<record::Method>()},
       {"properties/expect/properties/reference", {"agrees"}}});  // the one thing to expect of it
}

TEST(Schema, WordsOfPersonasAgreeWithTheEnumerations) {
  expect_word_lists(file_of("persona"),
                    {{"definitions/CardType", names_of<CardType>()},
                     {"definitions/Category", names_of<record::Category>()},
                     {"definitions/HeadSex", names_of<HeadSex>()},
                     {"definitions/InsuranceKind", names_of<InsuranceKind>()},
                     {"definitions/LossReason", names_of<LossReason>()},
                     {"definitions/Sex", names_of<Sex>()},
                     {"definitions/SpecificDisease", names_of<SpecificDisease>()},
                     {"properties/phone/properties/kind", names_of<record::PhoneKind>()}});
}

TEST(Schema, WordsOfSitesAgreeWithTheEnumerations) {
  using record::Category;
  expect_word_lists(file_of("site"),
                    {{"definitions/SiteKind", names_of<SiteKind>()},
                     {"properties/asks/items",  // medical information; nothing else has a switch
                      some({Category::diagnosis_info, Category::pharmacists_info, Category::operation_info,
                            Category::specific_health_checkups_info})}});
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

std::set<std::string> keys_of(const Json& properties) {
  std::set<std::string> keys;
  for (const auto& [key, value] : properties.items()) keys.insert(key);
  return keys;
}

TEST(Schema, KeysThatAnAxisSetsAreTheLoaders) {
  const Words known = names_of<SettingKey>();
  EXPECT_EQ(keys_of(schema("scenario")["properties"]["matrix"]["properties"]),
            std::set<std::string>(known.begin(), known.end()));
}

TEST(Schema, StepsWithAValueAreTheLoaders) {
  std::set<std::string> keys;
  const Json scenario = schema("scenario");
  for (const Json& form : scenario["properties"]["script"]["items"]["anyOf"]) {
    if (form.contains("properties")) keys.merge(keys_of(form["properties"]));
  }
  const auto known = keys_known_to_the_loader(with_script("  - zzzzzzzzzzzzzz: 1\n"));
  EXPECT_EQ(keys, std::set<std::string>(known.begin(), known.end()));
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
  EXPECT_EQ(load_suite("tests/unit/scenarios/schema/sound_scenario.yaml", shipped_library(), {}).size(), 4u);
}

// The schema refuses the same table: tests/integration/schema_test.py.
TEST(Schema, BadScenariosAreRefusedByTheLoader) {
  const auto rows = yaml::load("tests/unit/scenarios/schema/bad_scenarios.yaml");
  ASSERT_GT(rows.size(), 20u);
  for (const yaml::Value& row : rows) {
    yaml::Map map = row.map();
    const std::string wrong = map.required("wrong").text();
    EXPECT_THROW(read_scenario(map.required("document"), shipped_library(), {}), InputError) << wrong;
  }
}

}  // namespace schema_test
}  // namespace uketsuke::scenario
