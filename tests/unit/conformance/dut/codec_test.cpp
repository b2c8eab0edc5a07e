#include "conformance/dut/codec.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "conformance/dut/device_under_test.h"

namespace uketsuke::dut {
namespace codec_test {

using nlohmann::json;
using testing::HasSubstr;

std::string refusal(const std::string& text) {
  try {
    (void)stimulus_from_json(json::parse(text));
  } catch (const DeviceError& error) {
    return error.what();
  }
  return "accepted";
}

scenario::World small_world() {
  scenario::Persona patient;
  patient.id = "sato-hanako";
  patient.born = *parse_date("1980-05-01");
  patient.card.emplace();
  patient.card->pin = record::Secret("0109");
  patient.insurance.push_back(
      {"01130012", "12", "345", "00", "Somewhere", *parse_date("2020-04-01"), {}, {}, {}, {}});
  scenario::World world;
  world.id = "a-case/date=2024-10-07";
  world.date = *parse_date("2024-10-07");
  world.patient = std::make_shared<const scenario::Persona>(patient);
  world.others["mori-kiyoko"] = world.patient;
  world.site = std::make_shared<const scenario::Site>();
  world.given.network_delay = std::chrono::milliseconds(800);
  world.seed = 18446744073709551615U;
  return world;
}

TEST(Codec, ATouchIsItsKindAndItsButton) {
  EXPECT_EQ(to_json(Stimulus{Touch{record::Button::agree_all}}, Secrets::shown),
            json::parse(R"({"do": "touch", "button": "agree_all"})"));
}

TEST(Codec, AStimulusWithoutFieldsIsItsKindAlone) {
  EXPECT_EQ(to_json(Stimulus{RemoveCard{}}, Secrets::shown), json::parse(R"({"do": "remove_card"})"));
}

TEST(Codec, DurationsAreMicrosecondsInFieldsThatSaySo) {
  EXPECT_EQ(
      to_json(Stimulus{HoldPhone{"ito-sora", true, std::chrono::milliseconds(1500)}}, Secrets::shown),
      json::parse(R"({"do": "hold_phone", "owner": "ito-sora", "unlock": true, "lift_after_us": 1500000})"));
}

TEST(Codec, ASecretIsShownToADeviceOnly) {
  const Stimulus pin{EnterPin{record::Secret("0109")}};
  EXPECT_EQ(to_json(pin, Secrets::shown)["secret_pin"], "0109");
  EXPECT_EQ(to_json(pin, Secrets::hidden)["secret_pin"], "hidden");
}

TEST(Codec, NoSecretOfAWorldIsInItsHiddenForm) {
  EXPECT_THAT(to_json(small_world(), Secrets::shown).dump(), HasSubstr("0109"));
  EXPECT_THAT(to_json(small_world(), Secrets::hidden).dump(), testing::Not(HasSubstr("0109")));
}

TEST(Codec, EveryKindOfStimulusComesBackAsItWas) {
  scenario::Appearance as;
  as.face = scenario::Face::lookalike;
  as.wearing = {scenario::Wearing::mask, scenario::Wearing::hat};
  as.leaves_after = std::chrono::seconds(3);
  scenario::NetworkChange change;
  change.fault.emplace();
  change.fault->of = scenario::Exchange::enroll;
  change.fault->lose_answer = true;
  const std::vector<Stimulus> all = {
      Arrive{"ito-sora"},
      InsertCard{"ito-sora", scenario::CardInHand::other},
      RemoveCard{},
      Touch{record::Button::enroll},
      EnterPin{record::Secret("1234")},
      ShowFace{as},
      SetStaffMode{record::StaffMode::visual_check},
      DecideVisualCheck{false},
      ShowCertificate{record::Certificate::eligibility_certificate},
      ReportLost{"ito-sora"},
      SetNetwork{change},
      SetCamera{scenario::CameraState::black},
      ShiftServiceClock{std::chrono::hours(-2)},
      HoldPhone{"ito-sora", false, std::nullopt},
  };
  ASSERT_EQ(all.size(), std::variant_size_v<Stimulus>);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const json written = to_json(all[i], Secrets::shown);
    const Stimulus back = stimulus_from_json(written);
    EXPECT_EQ(back.index(), i) << written;
    EXPECT_EQ(to_json(back, Secrets::shown), written);
  }
}

TEST(Codec, AWorldComesBackAsItWas) {
  const json written = to_json(small_world(), Secrets::shown);
  const scenario::World back = world_from_json(written);
  EXPECT_EQ(to_json(back, Secrets::shown), written);
  EXPECT_EQ(back.patient->card->pin, record::Secret("0109"));
  EXPECT_EQ(back.given.network_delay, std::chrono::milliseconds(800));
  EXPECT_EQ(back.seed, 18446744073709551615U);
  EXPECT_EQ(back.start(), small_world().start());
}

TEST(Codec, AWorldHasNeitherScriptNorExpectations) {
  const json written = to_json(small_world(), Secrets::shown);
  for (const char* key : {"script", "expect", "requirements", "tags"})
    EXPECT_FALSE(written.contains(key)) << key;
}

TEST(Codec, WhatIsWrongIsSaidWithItsPath) {
  EXPECT_EQ(refusal(R"({"button": "face"})"), "/: the field \"do\" is missing");
  EXPECT_EQ(refusal(R"({"do": "dance"})"), "/do: unknown kind \"dance\"");
  EXPECT_EQ(refusal(R"({"do": "touch"})"), "/: the field \"button\" is missing");
  EXPECT_EQ(refusal(R"({"do": "touch", "button": "nose"})"), "/button: unknown word \"nose\"");
  EXPECT_EQ(refusal(R"({"do": "touch", "button": 1})"), "/button: 1 is of the wrong type");
  EXPECT_EQ(refusal(R"({"do": "touch", "button": "face", "x": 1})"), "/: there is no field \"x\"");
  EXPECT_EQ(refusal(R"({"do": "hold_phone", "owner": "a", "unlock": true, "lift_after_us": 1.5})"),
            "/lift_after_us: an integer number of microseconds was expected");
  EXPECT_EQ(refusal(R"({"do": "decide_visual_check", "same_person": "yes"})"),
            "/same_person: true or false was expected");
}

TEST(Codec, TheSchemaNamesEveryKindAndItsFields) {
  const auto kinds = json_schema()["$defs"]["stimulus"]["oneOf"];
  ASSERT_EQ(kinds.size(), std::variant_size_v<Stimulus>);
  EXPECT_EQ(kinds[0]["properties"]["do"]["const"], "arrive");
  EXPECT_EQ(kinds[0]["required"].dump(), R"(["do","patient"])");
  const auto world = json_schema()["$defs"]["world"]["properties"];
  EXPECT_EQ(world["vision"]["enum"].dump(), R"(["declared","rendered","recorded"])");
  EXPECT_EQ(world["given"]["properties"]["network_delay_us"]["type"], "integer");
}

}  // namespace codec_test
}  // namespace uketsuke::dut
