#include "reader_model/profile.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace uketsuke::reader {
namespace {

using namespace date::literals;

const std::filesystem::path kShipped = "reader_model/profiles";

TEST(ReaderProfiles, ThereAreSeveralKindsAndOneHasNoCamera) {
  const ReaderCatalogue readers = load_readers(kShipped);
  EXPECT_TRUE(readers.profiles.at("camera-slot").camera);
  EXPECT_TRUE(readers.profiles.at("camera-tray").camera);
  EXPECT_FALSE(readers.profiles.at("generic").camera);
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

}  // namespace
}  // namespace uketsuke::reader
