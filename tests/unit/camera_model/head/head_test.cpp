#include "camera_model/head/head.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "tests/unit/camera_model/head/support.h"

namespace uketsuke::camera {
namespace head_test {

Model plain(const HeadProfile& profile) { return library().build(profile)->model({}, {}); }

const Surface& body_of(const Model& model) {
  const Surface* body = find(model, "body");
  if (body == nullptr) throw std::logic_error("a head without a body");
  return *body;
}

TEST(Head, OriginIsInTheMiddleBetweenTheEyes) {
  const FacePoints points = library().build(person(3, Sex::female, 40))->points();
  const Vec3 middle = (points.left_eye + points.right_eye) * 0.5F;
  EXPECT_NEAR(length(middle), 0, 0.01F);
}

TEST(Head, FaceLooksAlongZ) {
  const FacePoints points = library().build(person(3, Sex::female, 40))->points();
  EXPECT_GT(points.nose.z, points.left_eye.z + 20);
  EXPECT_LT(points.nose.y, points.left_eye.y);
  EXPECT_LT(points.left_mouth.y, points.nose.y);
  EXPECT_GT(points.left_eye.x, points.right_eye.x);
  EXPECT_GT(points.left_mouth.x, points.right_mouth.x);
}

// The distance between the pupils of adults is 54 to 74 mm (C. C. Gordon et al., ANSUR II, 2014: 51 to 78).
TEST(Head, EyesOfAdultsAreAsFarApartAsPeoplesAre) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const FacePoints points = library().build(person(seed, seed % 2 ? Sex::female : Sex::male, 35))->points();
    const float distance = length(points.left_eye - points.right_eye);
    EXPECT_GT(distance, 51) << seed;
    EXPECT_LT(distance, 78) << seed;
  }
}

TEST(Head, ChildsIsSmallerThanTheSamePersonsLater) {
  const auto width = [](float age) {
    const Model model = plain(person(8, Sex::male, age));
    float most = 0;
    for (const Vec3& p : body_of(model).positions)
      if (std::fabs(p.y) < 30) most = std::max(most, p.x);
    return most;
  };
  EXPECT_LT(width(6), width(30));
}

TEST(Head, SameProfileIsTheSameToTheBit) {
  const Model one = plain(person(11, Sex::male, 50));
  const Model other = plain(person(11, Sex::male, 50));
  const auto& a = body_of(one).positions;
  const auto& b = body_of(other).positions;
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    ASSERT_EQ(a[i].x, b[i].x);
    ASSERT_EQ(a[i].y, b[i].y);
    ASSERT_EQ(a[i].z, b[i].z);
  }
  EXPECT_EQ(body_of(one).material.texture->pixels, body_of(other).material.texture->pixels);
}

TEST(Head, SurfacesAreWholeAtEveryAge) {
  Attire attire;
  attire.glasses = Glasses::clear;
  attire.mask = true;
  attire.hat = Hat::cap;
  for (const float age : {0.0F, 3.0F, 6.0F, 12.0F, 17.0F, 30.0F, 65.0F, 100.0F})
    for (const Sex sex : {Sex::female, Sex::male})
      for (const Surface& surface :
           library().build(person(21, sex, age))->model(attire, {0.5F, 1, 1}).surfaces) {
        ASSERT_EQ(surface.normals.size(), surface.positions.size()) << surface.name;
        ASSERT_EQ(surface.triangles.size() % 3, 0U);
        for (const std::uint32_t index : surface.triangles) ASSERT_LT(index, surface.positions.size());
        for (const Vec3& p : surface.positions)
          ASSERT_LT(length(p), 900) << surface.name << " at age " << age;
        for (const Vec3& n : surface.normals)
          ASSERT_NEAR(length(n), 1, 0.01F) << surface.name << " at age " << age;
      }
}

TEST(Head, BlinkBringsTheUpperLidDownAndLeavesTheChin) {
  const auto head = library().build(person(3, Sex::female, 40));
  const Model open = head->model({}, {});
  const Model shut = head->model({}, {1, 0, 0});
  const auto& before = body_of(open).positions;
  const auto& after = body_of(shut).positions;
  float lids = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const float down = before[i].y - after[i].y;
    if (std::fabs(before[i].y) < 15 && before[i].z > 5) lids = std::max(lids, down);
    EXPECT_TRUE(before[i].y >= -60 || down == 0) << before[i].y;
  }
  EXPECT_GT(lids, 4);  // an open eye is 8 to 12 mm high
}

TEST(Head, SmileRaisesTheCornersOfTheMouth) {
  const auto head = library().build(person(3, Sex::female, 40));
  const Vec3 corner = head->points().left_mouth;
  const Model rest = head->model({}, {});
  const Model smile = head->model({}, {0, 1, 0});
  const auto& before = body_of(rest).positions;
  const auto& after = body_of(smile).positions;
  float up = 0;
  for (std::size_t i = 0; i < before.size(); ++i)
    if (length(before[i] - corner) < 2) up = std::max(up, after[i].y - before[i].y);
  EXPECT_GT(up, 3);
}

TEST(Head, TeethAreThereWhenTheMouthOpens) {
  const auto head = library().build(person(3, Sex::female, 40));
  EXPECT_EQ(find(head->model({}, {}), "teeth"), nullptr);
  EXPECT_NE(find(head->model({}, {0, 0, 0.5F}), "teeth"), nullptr);
}

TEST(Head, NobodySitsThereBare) {
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    const Model model = plain(person(seed, seed % 2 ? Sex::female : Sex::male, 40));
    ASSERT_NE(find(model, "top"), nullptr);
    const Surface& top = *find(model, "top");
    // Skin of the chest, more than 22 cm below the eyes, is behind cloth; forearms may be bare.
    for (const Vec3& p : body_of(model).positions) {
      if (std::fabs(p.x) > 110 || p.y > -235 || p.z < 0) continue;
      float cloth = -1e6F;
      for (const Vec3& c : top.positions)
        if (std::hypot(c.x - p.x, c.y - p.y) < 25) cloth = std::max(cloth, c.z);
      EXPECT_GT(cloth, p.z) << seed << " at " << p.x << " " << p.y;
    }
  }
}

// The published bobs cover one eye. Pupils are within 6 mm of the eyeball's centre.
TEST(Head, NoHairHangsBeforeTheEyes) {
  for (const std::string& hair : library().hair_names()) {
    HeadProfile profile = person(5, Sex::female, 30);
    profile.hair = hair;
    const auto head = library().build(profile);
    const Model model = head->model({}, {});
    const Surface* strands = find(model, "hair");
    ASSERT_NE(strands, nullptr);
    for (const Vec3& eye : {head->points().left_eye, head->points().right_eye})
      for (const Vec3& p : strands->positions)
        EXPECT_FALSE(p.z > 10 && std::hypot(p.x - eye.x, p.y - eye.y) < 6) << hair;
  }
}

TEST(Head, HairGoesGreyWithAge) {
  const auto light = [](float age) {
    const Model model = plain(person(14, Sex::male, age));
    return find(model, "hair")->material.colour.y;
  };
  EXPECT_GT(light(85), 4 * light(30));
}

TEST(Head, OldSkinIsAnotherTexture) {
  EXPECT_NE(body_of(plain(person(14, Sex::male, 30))).material.texture->pixels,
            body_of(plain(person(14, Sex::male, 80))).material.texture->pixels);
}

TEST(Head, UnknownHairIsRefused) {
  HeadProfile profile = person(1, Sex::female, 30);
  profile.hair = "mohican";
  EXPECT_THROW(library().build(profile), InputError);
}

TEST(Head, AgeBeyondAHundredIsRefused) {
  EXPECT_THROW(library().build(person(1, Sex::female, 101)), InputError);
}

TEST(Head, AncestryOfNothingIsRefused) {
  HeadProfile profile = person(1, Sex::female, 30);
  profile.ancestry = {0, 0, 0};
  EXPECT_THROW(library().build(profile), InputError);
}

TEST(Head, UnknownTopIsRefused) {
  const auto head = library().build(person(1, Sex::female, 30));
  Attire attire;
  attire.top = "toga";
  EXPECT_THROW(head->model(attire, {}), InputError);
}

TEST(Head, OutlivesItsLibrary) {
  std::shared_ptr<const Head> head;
  {
    const HeadLibrary heads(heads_folder());
    head = heads.build(person(1, Sex::female, 30));
  }
  EXPECT_FALSE(head->model({}, {}).surfaces.empty());
}

}  // namespace head_test
}  // namespace uketsuke::camera
