#include "camera_model/head/skin/look.h"

#include <algorithm>
#include <vector>

#include "camera_model/head/draw.h"

namespace uketsuke::camera {
namespace {

using Names = std::vector<std::string>;

Vec3 mix(Vec3 a, Vec3 b, float share) { return a * (1.0F - share) + b * share; }

/// Hair styles by generation and sex, so that ageing changes the style twice in a life at most.
const Names& hair_choices(const HeadProfile& profile) {
  static const Names kGirl = {"bob01", "bob02", "ponytail01", "short03", "long01"};
  static const Names kWoman = {"bob01", "bob02", "long01", "ponytail01", "short03", "Braid01"};
  static const Names kOldWoman = {"short03", "bob02", "short03", "bob01"};
  static const Names kBoy = {"short01", "short02", "short02"};
  static const Names kMan = {"short01", "short02", "short04", "short03"};
  static const Names kOldMan = {"short01", "short02", "short04"};
  if (profile.sex == Sex::female) return profile.age < 16 ? kGirl : profile.age < 62 ? kWoman : kOldWoman;
  return profile.age < 16 ? kBoy : profile.age < 62 ? kMan : kOldMan;
}

std::string hair_of(const HeadProfile& profile, const Draw& draw) {
  if (!profile.hair.empty()) return profile.hair;
  if (profile.ancestry.african > 0.5F && (profile.sex == Sex::male || draw.even("afro") < 0.4F))
    return "afro01";
  const Names& choices = hair_choices(profile);
  const std::string& drawn = choices[draw.pick("hair", choices.size())];
  return drawn == "long01" && grey_share(profile) > 0.2F ? "bob02" : drawn;  // its parting shows on grey hair
}

/// Hair colour: black to dark brown for Asian or African ancestry, brown to fair for Caucasian; some people
/// dye.
Vec3 pigment(const HeadProfile& profile, const Draw& draw) {
  constexpr Vec3 kBlack{0.010F, 0.008F, 0.007F};
  constexpr Vec3 kDarkBrown{0.032F, 0.018F, 0.011F};
  constexpr Vec3 kBrown{0.085F, 0.045F, 0.022F};
  constexpr Vec3 kFair{0.30F, 0.20F, 0.10F};
  const float light = draw.even("hair-light");
  if (profile.ancestry.caucasian > 0.5F) return mix(kDarkBrown, light > 0.7F ? kFair : kBrown, light);
  const bool dyed =
      profile.age >= 18 && profile.age < 60 && profile.sex == Sex::female && draw.even("dye") < 0.3F;
  return dyed ? mix(kDarkBrown, kBrown, light * 0.7F) : mix(kBlack, kDarkBrown, light * 0.7F);
}

std::string eyes_of(const HeadProfile& profile, const Draw& draw) {
  static const Names kMixed = {"brown", "brownlight", "deepblue", "green", "grey"};
  if (profile.ancestry.caucasian > 0.5F) return kMixed[draw.pick("eyes", kMixed.size())];
  return draw.even("eyes") < 0.75F ? "brown" : "brownlight";
}

std::string top_of(const HeadProfile& profile, const Draw& draw) {
  static const Names kChild = {"male_casualsuit02", "male_casualsuit06"};
  static const Names kWoman = {"male_casualsuit02", "male_casualsuit06", "female_elegantsuit01",
                               "female_elegantsuit01"};
  static const Names kMan = {"male_casualsuit02", "male_casualsuit03", "male_casualsuit05",
                             "male_casualsuit06", "male_elegantsuit01"};
  const Names& choices = profile.age < 16 ? kChild : profile.sex == Sex::female ? kWoman : kMan;
  return choices[draw.pick("top", choices.size())];
}

Vec3 top_colour_of(const Draw& draw) {
  static const std::vector<Vec3> kCloth = {
      {0.55F, 0.56F, 0.58F}, {0.03F, 0.05F, 0.12F}, {0.12F, 0.16F, 0.25F},
      {0.25F, 0.06F, 0.07F}, {0.09F, 0.16F, 0.10F}, {0.40F, 0.34F, 0.25F},
      {0.10F, 0.10F, 0.11F}, {0.45F, 0.30F, 0.33F}, {0.20F, 0.32F, 0.42F}};
  return kCloth[draw.pick("cloth", kCloth.size())];
}

std::string beard_of(const HeadProfile& profile, const Draw& draw) {
  if (profile.sex == Sex::female || profile.age < 30) return "";
  const float value = draw.even("beard");
  return value < 0.03F ? "Full_beard" : value < 0.08F ? "Moustache" : "";
}

}  // namespace

float grey_share(const HeadProfile& profile) {
  const float start = 48.0F + 8.0F * Draw(profile.seed).normal("grey");
  const float share = std::clamp((profile.age - start) / 28.0F, 0.0F, 1.0F);
  return share * share * (3.0F - 2.0F * share);
}

Look look_of(const HeadProfile& profile) {
  static const Names kThinBrows = {"eyebrow001", "eyebrow002", "eyebrow003", "eyebrow004",
                                   "eyebrow005", "eyebrow008", "eyebrow010", "eyebrow012"};
  static const Names kThickBrows = {"eyebrow001", "eyebrow003", "eyebrow008", "eyebrow009",
                                    "eyebrow010", "eyebrow011", "eyebrow012"};
  static const Names kLashes = {"Eyelashes01", "eyelashes02", "eyelashes03"};
  constexpr Vec3 kGrey{0.21F, 0.21F, 0.215F};
  constexpr Vec3 kBrowGrey{0.16F, 0.155F, 0.15F};  // brows turn grey later and less
  const Draw draw(profile.seed);
  const float grey = grey_share(profile);
  const Vec3 colour = pigment(profile, draw);
  const Names& brows = profile.sex == Sex::female ? kThinBrows : kThickBrows;
  Look look;
  look.hair = hair_of(profile, draw);
  look.brows = brows[draw.pick("brows", brows.size())];
  const float thick = profile.sex == Sex::female ? 1.05F : 1.35F;
  look.brow_thickness = std::clamp(thick + 0.35F * draw.normal("brow-thickness"), 0.6F, 2.3F);
  look.brow_rise = std::clamp(1.6F * draw.normal("brow-rise"), -3.0F, 4.0F);
  look.lashes = kLashes[draw.pick("lashes", kLashes.size())];
  look.beard = beard_of(profile, draw);
  look.eyes = eyes_of(profile, draw);
  look.top = top_of(profile, draw);
  look.hair_colour = mix(colour, kGrey, grey);
  look.brow_colour = mix(colour, kBrowGrey, grey * 0.8F);
  const float tone = 1.0F + 0.05F * draw.normal("tone");
  const float red = 0.02F * draw.normal("red");
  const float tan = profile.sex == Sex::male ? std::clamp((profile.age - 35.0F) / 40.0F, 0.0F, 1.0F) : 0.0F;
  // The published old men have orange skin.
  look.skin_tone = Vec3{tone * (1.0F + red), tone * (1.0F + 0.20F * tan),
                        tone * (1.0F - red - 0.02F * draw.normal("yellow") + 0.35F * tan)};
  look.top_colour = top_colour_of(draw);
  return look;
}

}  // namespace uketsuke::camera
