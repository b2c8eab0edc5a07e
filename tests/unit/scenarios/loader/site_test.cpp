#include "scenarios/loader/site.h"

#include <gtest/gtest.h>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace site_test {

std::string site_error(const std::string& text) {
  return failure([&] { read_site(yaml::parse(text, "s.yaml").at(0), "s"); }).what;
}

Site read(const std::string& more) {
  return read_site(
      yaml::parse("site: s\ntitle: { ja: 例, en: S }\nkind: pharmacy\nreader: generic\n" + more, "s.yaml")
          .at(0),
      "s");
}

TEST(SiteFile, EveryKeyIsRead) {
  const Site site =
      read("asks: [OperationInfo]\nasks_prescription_form: true\nmedical_aid: false\nnetwork_delay: 2s\n");
  EXPECT_EQ(site.id, "s");
  EXPECT_EQ(site.title.ja, "例");
  EXPECT_EQ(site.kind, SiteKind::pharmacy);
  EXPECT_EQ(site.reader, "generic");
  EXPECT_EQ(site.asks, std::set<record::Category>{record::Category::operation_info});
  EXPECT_TRUE(site.asks_prescription_form);
  EXPECT_FALSE(site.medical_aid);
  EXPECT_EQ(site.network_delay, std::chrono::seconds(2));
}

TEST(SiteFile, NameOfTheFileIsTheNameOfTheSite) {
  EXPECT_EQ(failure([] { read_site(yaml::parse("site: r\n", "s.yaml").at(0), "s"); }).what,
            "s.yaml:1:7: \"r\" is in the file of \"s\"; rename one of them");
}

TEST(SiteFile, OnlyMedicalInformationCanBeAskedFor) {
  EXPECT_EQ(
      site_error("site: s\ntitle: { ja: 例, en: s }\nkind: clinic\nreader: generic\nasks: [Eligibility]\n"),
      "s.yaml:5:8: \"Eligibility\" is not a category that a site can switch on");
}

TEST(SiteFile, UnknownKindGetsASuggestion) {
  EXPECT_EQ(site_error("site: s\ntitle: { ja: 例, en: s }\nkind: clinik\nreader: generic\nasks: []\n"),
            "s.yaml:3:7: \"clinik\" is not a valid value of this key (did you mean \"clinic\"?)");
}

TEST(SiteFile, MedicalAidIsSetUpByDefault) {
  EXPECT_TRUE(shipped_library().sites.at("clinic-no-screens")->medical_aid);
  EXPECT_FALSE(shipped_library().sites.at("clinic-without-medical-aid")->medical_aid);
}

// The order of the reader's setting screen, as the error message of the loader states it.
TEST(Switches, AreOperationDiagnosisMedicinesAndHealthCheckups) {
  using record::Category;
  const std::pair<const char*, Category> each[] = {{"1000", Category::operation_info},
                                                   {"0100", Category::diagnosis_info},
                                                   {"0010", Category::pharmacists_info},
                                                   {"0001", Category::specific_health_checkups_info}};
  for (const auto& [text, category] : each) {
    EXPECT_EQ(read_switches(yaml::parse(std::string("\"") + text + "\"", "t.yaml").at(0)),
              std::set<Category>{category})
        << text;
  }
}

}  // namespace site_test
}  // namespace uketsuke::scenario
