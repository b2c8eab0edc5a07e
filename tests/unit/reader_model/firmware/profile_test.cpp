#include "reader_model/firmware/profile.h"

#include <gtest/gtest.h>

#include <fstream>
#include <utility>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::reader {
namespace profile_test {

using namespace date::literals;

const std::filesystem::path kShipped = "reader_model/profiles";

TEST(ReaderProfiles, ThereAreSeveralKindsAndOneHasNoCamera) {
  const ReaderCatalogue readers = load_readers(kShipped);
  EXPECT_TRUE(readers.profiles.at("camera-slot").camera);
  EXPECT_TRUE(readers.profiles.at("camera-tray").camera);
  EXPECT_FALSE(readers.profiles.at("generic").camera);
}

TEST(ReaderProfiles, LinkOfTheTrayIsFasterThanThatOfTheSlot) {
  const ReaderCatalogue readers = load_readers(kShipped);
  EXPECT_EQ(readers.profiles.at("camera-slot").link.bit_rate, 106U);
  EXPECT_EQ(readers.profiles.at("camera-tray").link.bit_rate, 424U);
}

/// The shipped readers, with one line of the generic one in place of the one that has its key.
ReaderCatalogue load_with(const std::string& line, const std::string& indent = "  ") {
  const TemporaryFolder folder;
  std::filesystem::copy(kShipped / "releases.yaml", folder.path() / "releases.yaml");
  std::ifstream shipped(kShipped / "generic.yaml");
  std::ofstream changed(folder.path() / "generic.yaml");
  const std::string key = line.substr(0, line.find(':') + 1);
  for (std::string read; std::getline(shipped, read);) {
    changed << (read.rfind(indent + key, 0) == 0 ? indent + line : read) << '\n';
  }
  changed.close();
  return load_readers(folder.path());
}

TEST(ReaderProfiles, LinkOutsideTheStandardIsRefused) {
  for (const char* line : {"bit_rate: 1000", "bit_rate: 107", "slots: 3", "extra_guard_time: 7",
                           "retries: -1", "application_family: 256", "field_guard: 0s", "patience: -1s"}) {
    EXPECT_THROW(load_with(line), InputError) << line;
  }
}

TEST(ReaderProfiles, LinkCanBeChanged) {
  EXPECT_EQ(load_with("bit_rate: 848").profiles.at("generic").link.bit_rate, 848U);
  EXPECT_EQ(load_with("slots: 16").profiles.at("generic").link.slots, 16U);
}

TEST(ReaderProfiles, TimesOfTheCameraAreRead) {
  EXPECT_EQ(load_with("picture_interval: 200ms", "").profiles.at("generic").picture_interval,
            std::chrono::milliseconds(200));
  EXPECT_EQ(load_with("camera_patience: 7s", "").profiles.at("generic").limits.camera,
            std::chrono::seconds(7));
}

TEST(ReaderProfiles, CameraWithoutTimeIsRefused) {
  for (const char* line : {"picture_interval: 0ms", "camera_patience: 0s"})
    EXPECT_THROW(load_with(line, ""), InputError) << line;
}

TEST(ReaderProfiles, ParametersOfConsentAreRead) {
  const auto changed = [](const char* line) { return load_with(line, "").profiles.at("generic"); };
  EXPECT_FALSE(changed("specific_disease_after_reform: not_asked").asks_specific_disease);
  EXPECT_TRUE(changed("specific_disease_in_consent_all: true").specific_disease_in_consent_all);
  EXPECT_TRUE(changed("refuse_all_button: true").refuse_all_button);
  EXPECT_FALSE(changed("visual_check_asks_consent: false").visual_check_asks_consent);
  EXPECT_FALSE(changed("suspended_certificate_as_revoked: false").suspended_certificate_as_revoked);
  EXPECT_THROW(changed("specific_disease_after_reform: behind_limit"), InputError);
}

/// The generic reader and one more.
ReaderCatalogue load_beside_generic(const std::string& other) {
  const TemporaryFolder folder;
  for (const char* file : {"releases.yaml", "generic.yaml"})
    std::filesystem::copy(kShipped / file, folder.path() / file);
  std::ofstream(folder.path() / "another.yaml") << "reader: another\ntitle: { ja: 他, en: another }\n"
                                                << other;
  return load_readers(folder.path());
}

TEST(ReaderProfiles, AProfileLikeAnotherDiffersInItsOwnKeys) {
  const auto readers = load_beside_generic(
      "like: generic\ncamera: true\nface_time_limit: 7s\nlink: { bit_rate: 848 }\n"
      "consent_order: [consent_operations]\n");
  const ReaderProfile &generic = readers.profiles.at("generic"), &another = readers.profiles.at("another");
  EXPECT_TRUE(another.camera);
  EXPECT_EQ(another.limits.face, std::chrono::seconds(7));
  EXPECT_EQ(another.link.bit_rate, 848U);
  EXPECT_EQ(another.consent_order, std::vector{record::Screen::consent_operations});
  EXPECT_EQ(another.title.en, "another");
  EXPECT_EQ(another.limits.screen, generic.limits.screen);
  EXPECT_EQ(another.link.patience, generic.link.patience);
  EXPECT_EQ(another.suspended_certificate_as_revoked, generic.suspended_certificate_as_revoked);
}

TEST(ReaderProfiles, AProfileWithoutLikeNeedsAllKeys) {
  EXPECT_THROW(load_beside_generic("camera: true\n"), InputError);
}

TEST(ReaderProfiles, AMisspeltKeyOfAProfileLikeAnotherIsRefused) {
  EXPECT_THROW(load_beside_generic("like: generic\nface_time_limt: 7s\n"), InputError);
}

TEST(ReaderProfiles, AProfileThatAddsPhonesNeedsTheirKeys) {
  EXPECT_THROW(load_beside_generic("like: generic\nsmartphone: true\nphone_attempts: 3\n"), InputError);
}

TEST(ReaderProfiles, LikeNamesAWholeProfile) {
  for (const char* like : {"nobody", "another"}) {
    try {
      load_beside_generic(std::string("like: ") + like + "\n");
      FAIL() << like;
    } catch (const InputError& error) {
      const std::string wanted = std::string("another.yaml:3:7: \"") + like + "\" is not a profile";
      EXPECT_NE(std::string(error.what()).find(wanted), std::string::npos) << error.what();
    }
  }
}

TEST(ReaderProfiles, AProfileLikeAnotherCannotBeNamedByLikeInAnyOrder) {
  for (const auto& [first, second] : {std::pair{"a", "b"}, std::pair{"b", "a"}}) {
    const TemporaryFolder folder;
    for (const char* file : {"releases.yaml", "generic.yaml"})
      std::filesystem::copy(kShipped / file, folder.path() / file);
    const auto write = [&](const std::string& name, const std::string& like) {
      std::ofstream(folder.path() / (name + ".yaml"))
          << "reader: " << name << "\ntitle: { ja: 他, en: another }\nlike: " << like << '\n';
    };
    write(first, "generic");
    write(second, first);
    EXPECT_THROW(load_readers(folder.path()), InputError) << first;
  }
}

TEST(ReaderReleases, AskAboutADiseaseAfterTheLimitUntilTheReform) {
  const ReaderCatalogue readers = load_readers(kShipped);
  EXPECT_TRUE(readers.release_on(2024_y / 10 / 6).disease_after_limit);
  EXPECT_FALSE(readers.release_on(2024_y / 10 / 7).disease_after_limit);
}

TEST(ReaderProfiles, OneHasAReaderForPhones) {
  const ReaderCatalogue readers = load_readers(kShipped);
  for (const auto& [name, profile] : readers.profiles)
    EXPECT_EQ(profile.smartphone, name == "camera-slot-smartphone") << name;
  const ReaderProfile& reader = readers.profiles.at("camera-slot-smartphone");
  EXPECT_EQ(reader.phone_read_time, std::chrono::milliseconds(1500));
  EXPECT_EQ(reader.limits.done_without_card, std::chrono::seconds(5));
  EXPECT_FALSE(reader.phone_registers);
}

TEST(ReaderProfiles, ReaderForPhonesNeedsItsTimesAndNoOtherHasThem) {
  const TemporaryFolder folder;
  std::filesystem::copy(kShipped / "releases.yaml", folder.path() / "releases.yaml");
  const auto with_last_line = [&](const char* line) {
    std::filesystem::copy(kShipped / "generic.yaml", folder.path() / "generic.yaml",
                          std::filesystem::copy_options::overwrite_existing);
    std::ofstream(folder.path() / "generic.yaml", std::ios::app) << line << '\n';
    load_readers(folder.path());
  };
  EXPECT_NO_THROW(with_last_line("smartphone: false"));
  EXPECT_THROW(with_last_line("smartphone: true"), InputError);
  EXPECT_THROW(with_last_line("phone_attempts: 3"), InputError);
}

TEST(ReaderReleases, AcceptPhonesFromTheirFirstDay) {
  const ReaderCatalogue readers = load_readers(kShipped);
  EXPECT_FALSE(readers.release_on(2025_y / 9 / 18).smartphone);
  EXPECT_TRUE(readers.release_on(2025_y / 9 / 19).smartphone);
}

TEST(ReaderReleases, ChangeOnTheDayOfTheReformAndNotBefore) {
  const ReaderCatalogue readers = load_readers(kShipped);
  EXPECT_TRUE(readers.release_on(2024_y / 10 / 6).limit_screen);
  EXPECT_FALSE(readers.release_on(2024_y / 10 / 6).consent_all);
  EXPECT_FALSE(readers.release_on(2024_y / 10 / 7).limit_screen);
  EXPECT_TRUE(readers.release_on(2024_y / 10 / 7).consent_all);
}

TEST(ReaderReleases, BeforeTheFirstOneThereIsNoReader) {
  const ReaderCatalogue readers = load_readers(kShipped);
  EXPECT_THROW(readers.release_on(2021_y / 10 / 19), InputError);
  EXPECT_NO_THROW(readers.release_on(2021_y / 10 / 20));
}

}  // namespace profile_test
}  // namespace uketsuke::reader
