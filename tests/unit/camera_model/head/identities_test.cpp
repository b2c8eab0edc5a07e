#include "camera_model/head/identities.h"

#include <fstream>
#include <set>

#include "base/error.h"
#include "tests/unit/camera_model/head/support.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::camera {
namespace identities_test {

namespace fs = std::filesystem;

const Identities& shipped() {
  static const Identities all = load_identities("camera_model/head/identities.yaml");
  return all;
}

std::string error_of(const std::string& text) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "identities.yaml";
  std::ofstream(file) << text;
  std::string what;
  try {
    load_identities(file);
  } catch (const InputError& error) {
    what = error.what();
  }
  return what.substr(what.find(".yaml") + 5);
}

TEST(Identities, AsManyAreShippedAsTheThresholdLeaves) { EXPECT_GE(shipped().people.size(), 40U); }

TEST(Identities, ShippedIdentitiesCoverBothSexesAndAllAges) {
  std::set<int> decades[2];
  for (const Identity& one : shipped().people)
    decades[one.profile.sex == Sex::female ? 0 : 1].insert(static_cast<int>(one.profile.age) / 10);
  EXPECT_GE(decades[0].size(), 7U);
  EXPECT_GE(decades[1].size(), 7U);
}

TEST(Identities, MostShippedIdentitiesLookJapanese) {
  std::size_t asian = 0;
  for (const Identity& one : shipped().people) asian += one.profile.ancestry.asian > 0.6F ? 1 : 0;
  EXPECT_GT(2 * asian, shipped().people.size());
}

TEST(Identities, EveryShippedOneHasAHead) {
  for (const Identity& one : shipped().people)
    EXPECT_FALSE(library().build(one.profile)->model({}, {}).surfaces.empty()) << one.name;
}

TEST(Identities, LookalikesAreShipped) {
  EXPECT_GE(shipped().lookalikes.size(), 2U);
  for (const Lookalikes& pair : shipped().lookalikes)
    EXPECT_NE(library().build(pair.one), nullptr) << pair.name;
}

TEST(Identities, NobodyOfThatNameIsAnError) { EXPECT_THROW(shipped().named("nobody"), std::out_of_range); }

TEST(Identities, NameTwiceIsRefused) {
  EXPECT_EQ(
      error_of(
          "people:\n- { name: a, seed: 1, sex: male, age: 30 }\n- { name: a, seed: 2, sex: male, age: 30 }\n"
          "lookalikes: []\n"),
      ":3:11: \"a\" appears twice");
}

TEST(Identities, UnknownKeyIsRefused) {
  EXPECT_EQ(error_of("people:\n- { name: a, seed: 1, sex: male, age: 30, hare: x }\nlookalikes: []\n")
                .substr(0, 24),
            ":2:43: unknown key \"hare");
}

TEST(Identities, SexOtherIsRefused) {
  EXPECT_EQ(error_of("people:\n- { name: a, seed: 1, sex: other, age: 30 }\nlookalikes: []\n"),
            ":2:28: expected female or male, found \"other\"");
}

TEST(Identities, AgeBeyondAHundredIsRefused) {
  EXPECT_EQ(error_of("people:\n- { name: a, seed: 1, sex: male, age: 130 }\nlookalikes: []\n"),
            ":2:39: \"130\" is not a number in the range of this key");
}

TEST(Identities, KinIsRead) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "kin.yaml";
  std::ofstream(file) << "people: []\nlookalikes:\n- name: x\n  one: { seed: 1, sex: male, age: 30 }\n"
                         "  other: { seed: 2, sex: male, age: 30, kin: { seed: 1, share: 0.75 } }\n";
  const Identities read = load_identities(file);
  EXPECT_EQ(read.lookalikes.at(0).other.kin_seed, 1U);
  EXPECT_FLOAT_EQ(read.lookalikes.at(0).other.kin_share, 0.75F);
}

}  // namespace identities_test
}  // namespace uketsuke::camera
