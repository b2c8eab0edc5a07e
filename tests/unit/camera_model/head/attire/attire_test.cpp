#include "camera_model/head/attire/attire.h"

#include <algorithm>
#include <cmath>

#include "camera_model/head/attire/mask_cloth.h"
#include "camera_model/head/identities.h"
#include "tests/unit/camera_model/head/support.h"

namespace uketsuke::camera {
namespace attire_test {

/// People of all sizes.
std::vector<HeadProfile> people() {
  std::vector<HeadProfile> all;
  for (std::uint32_t seed = 1; seed <= 8; ++seed)
    all.push_back(person(seed, seed % 2 ? Sex::female : Sex::male, 5.0F + 11.0F * static_cast<float>(seed)));
  return all;
}

/// How far the surface is in front of a place (within `near` in x and y); a large negative number if it has
/// no point there.
float front_of(const Surface& surface, Vec3 place, float near) {
  float most = -1e6F;
  for (const Vec3& p : surface.positions)
    if (std::hypot(p.x - place.x, p.y - place.y) < near) most = std::max(most, p.z - place.z);
  return most;
}

TEST(Attire, LensesAreBeforeTheEyesAndNotFarFromThem) {
  for (const HeadProfile& profile : people()) {
    const auto head = library().build(profile);
    Attire attire;
    attire.glasses = Glasses::clear;
    const Model model = head->model(attire, {});
    const Surface* lenses = find(model, "lenses");
    ASSERT_NE(lenses, nullptr);
    for (const Vec3& eye : {head->points().left_eye, head->points().right_eye}) {
      EXPECT_GT(front_of(*lenses, eye, 12), 14) << profile.seed;  // an eyeball reaches 12 mm from its centre
      EXPECT_LT(front_of(*lenses, eye, 12), 50) << profile.seed;
    }
  }
}

TEST(Attire, DarkLensesLetLittleThrough) {
  const auto head = library().build(person(1, Sex::female, 30));
  const auto opacity = [&](Glasses glasses) {
    Attire attire;
    attire.glasses = glasses;
    const Model model = head->model(attire, {});
    return find(model, "lenses")->material.texture->pixels[3];
  };
  EXPECT_GT(opacity(Glasses::dark), 200);
  EXPECT_LT(opacity(Glasses::clear), 50);
}

TEST(Attire, MaskCoversMouthAndNoseTipAndLeavesTheEyes) {
  for (const HeadProfile& profile : people()) {
    const auto head = library().build(profile);
    Attire attire;
    attire.mask = true;
    const Model model = head->model(attire, {});
    const Surface* mask = find(model, "mask");
    ASSERT_NE(mask, nullptr);
    const FacePoints points = head->points();
    const Vec3 mouth = (points.left_mouth + points.right_mouth) * 0.5F;
    EXPECT_GT(front_of(*mask, points.nose, 8), -1) << profile.seed;
    EXPECT_GT(front_of(*mask, mouth, 8), 0) << profile.seed;
    for (const Vec3& p : mask->positions) EXPECT_LT(p.y, -4) << profile.seed;
  }
}

TEST(Attire, MaskIsAboutTheSameOnBothSides) {
  Attire attire;
  attire.mask = true;
  for (const Identity& person : load_identities("camera_model/head/identities.yaml").people) {
    const Model model = library().build(person.profile)->model(attire, {});
    const auto& cloth = find(model, "mask")->positions;
    ASSERT_EQ(cloth.size(), MaskCloth::kColumns * MaskCloth::kRows);
    for (std::size_t row = 0; row < MaskCloth::kRows; ++row) {
      for (std::size_t column = 0; column < MaskCloth::kColumns; ++column) {
        const Vec3 here = cloth[row * MaskCloth::kColumns + column];
        const Vec3 other = cloth[(row + 1) * MaskCloth::kColumns - 1 - column];
        EXPECT_LT(length(here - Vec3{-other.x, other.y, other.z}), 8) << person.name << row << ' ' << column;
      }
    }
  }
}

TEST(Attire, MaskHangsOnBelowTheChin) {
  Attire attire;
  attire.mask = true;
  for (const Identity& person : load_identities("camera_model/head/identities.yaml").people) {
    const Model model = library().build(person.profile)->model(attire, {});
    const auto& cloth = find(model, "mask")->positions;
    const auto width = [&](std::size_t row) {  // without the ends, which hang from their loops
      return cloth[row * MaskCloth::kColumns + 18].x - cloth[row * MaskCloth::kColumns + 6].x;
    };
    EXPECT_GT(width(MaskCloth::kRows - 1), 0.5F * width(MaskCloth::kRows / 2)) << person.name;
  }
}

TEST(Attire, MaskLiesOverABeard) {
  Attire attire;
  attire.mask = true;
  const Identities known = load_identities("camera_model/head/identities.yaml");
  for (const char* name : {"man-46", "man-39", "man-86"}) {
    const Model model = library().build(known.named(name))->model(attire, {});
    const Surface *mask = find(model, "mask"), *beard = find(model, "beard");
    ASSERT_NE(beard, nullptr) << name;
    std::size_t under = 0;
    for (const Vec3& hair : beard->positions) {
      // There is no cloth beside the mask, and none below its lower edge.
      const auto beneath = [&](const Vec3& p) {
        return std::hypot(p.x - hair.x, p.y - hair.y) < 5 && p.y < hair.y - 1;
      };
      if (std::none_of(mask->positions.begin(), mask->positions.end(), beneath)) continue;
      ++under;
      EXPECT_GT(front_of(*mask, hair, 5), 0) << name << ' ' << hair.x << ' ' << hair.y;
    }
    EXPECT_GT(under, 50U) << name;
  }
}

TEST(Attire, MaskFollowsTheJaw) {
  const auto head = library().build(person(3, Sex::female, 30));
  Attire attire;
  attire.mask = true;
  const Model shut = head->model(attire, {});
  const Model open = head->model(attire, {0, 0, 1});
  float most = 0;
  const auto& before = find(shut, "mask")->positions;
  const auto& after = find(open, "mask")->positions;
  for (std::size_t i = 0; i < before.size(); ++i) most = std::max(most, length(before[i] - after[i]));
  EXPECT_GT(most, 1);
}

TEST(Attire, HatsLeaveTheEyesFree) {
  for (const HeadProfile& profile : people())
    for (const Hat hat : {Hat::cap, Hat::brimmed}) {
      Attire attire;
      attire.hat = hat;
      const Model model = library().build(profile)->model(attire, {});
      const Surface* worn = find(model, "hat");
      ASSERT_NE(worn, nullptr);
      for (const Vec3& p : worn->positions) EXPECT_TRUE(p.z <= 0 || p.y > 14) << profile.seed;
    }
}

TEST(Attire, HairIsUnderTheHat) {
  for (const std::string& hair : library().hair_names()) {
    HeadProfile profile = person(6, Sex::female, 30);
    profile.hair = hair;
    Attire attire;
    attire.hat = Hat::cap;
    const Model model = library().build(profile)->model(attire, {});
    const auto top = [&](const char* name) {
      float most = -1e6F;
      for (const Vec3& p : find(model, name)->positions) most = std::max(most, p.y);
      return most;
    };
    EXPECT_LT(top("hair"), top("hat")) << hair;
  }
}

TEST(Attire, ColourOfTheTopIsAsAsked) {
  Attire attire;
  attire.top = "male_casualsuit02";
  attire.top_colour = Vec3{0.1F, 0.2F, 0.3F};
  const Model model = library().build(person(1, Sex::male, 30))->model(attire, {});
  EXPECT_FLOAT_EQ(find(model, "top")->material.colour.z, 0.3F);
}

TEST(Attire, EveryTopFitsBothSexes) {
  for (const std::string& top : library().top_names())
    for (const Sex sex : {Sex::female, Sex::male}) {
      Attire attire;
      attire.top = top;
      const Model model = library().build(person(2, sex, 45))->model(attire, {});
      EXPECT_GT(find(model, "top")->triangles.size(), 900U) << top;
    }
}

}  // namespace attire_test
}  // namespace uketsuke::camera
