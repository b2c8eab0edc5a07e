#include "camera_model/head/skin/skin.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "camera_model/head/draw.h"
#include "camera_model/head/skin/complexion.h"

namespace uketsuke::camera {
namespace {

constexpr float kNegligible = 0.02F;  // a skin with a smaller share is invisible and not read

std::vector<std::pair<const char*, float>> age_shares(float years) {
  constexpr float kYoung = 28, kMiddle = 50, kOld = 74;
  if (years <= kYoung) return {{"young", 1.0F}};
  if (years >= kOld) return {{"old", 1.0F}};
  if (years < kMiddle) {
    const float share = (years - kYoung) / (kMiddle - kYoung);
    return {{"young", 1.0F - share}, {"middleage", share}};
  }
  const float share = (years - kMiddle) / (kOld - kMiddle);
  return {{"middleage", 1.0F - share}, {"old", share}};
}

}  // namespace

std::shared_ptr<const Image> skin_of(const HeadProfile& profile, const TextureStore& store) {
  // Skin shows ancestry and age less clearly than the profile states them.
  const Draw draw(profile.seed);
  Ancestry is = profile.ancestry;
  const float blend = 0.5F * draw.even("skin-blend") * is.asian;
  is.asian -= blend;
  is.caucasian += blend;
  const float looks =
      profile.age < 20 ? profile.age : std::max(20.0F, profile.age + 6.0F * draw.normal("looks"));
  const float sum = is.asian + is.caucasian + is.african;
  const std::string sex = profile.sex == Sex::female ? "-female-" : "-male-";
  std::vector<std::pair<std::shared_ptr<const Image>, float>> skins;
  float total = 0;
  for (const auto& [name, share] :
       {std::pair{"asian", is.asian / sum}, std::pair{"caucasian", is.caucasian / sum},
        std::pair{"african", is.african / sum}})
    for (const auto& [age, part] : age_shares(looks)) {
      if (share * part < kNegligible) continue;
      skins.emplace_back(store.plain("skin-" + (name + sex) + age + ".png"), share * part);
      total += share * part;
    }
  std::vector<std::uint32_t> mixed(skins.front().first->pixels.size(), 128);
  for (const auto& [image, share] : skins) {
    if (image->pixels.size() != mixed.size())
      throw InputError(InputProblem::bad_value, {},
                       "skins differ in size; run ./uketsuke test, which sets up the heads");
    const auto factor = static_cast<std::uint32_t>(share / total * 256.0F + 0.5F);
    for (std::size_t i = 0; i < mixed.size(); ++i) mixed[i] += factor * image->pixels[i];
  }
  Image skin = *skins.front().first;
  for (std::size_t i = 0; i < mixed.size(); ++i)
    skin.pixels[i] = static_cast<std::uint8_t>(mixed[i] / 256 < 255 ? mixed[i] / 256 : 255);
  paint_complexion(profile, skin);
  return std::make_shared<const Image>(std::move(skin));
}

}  // namespace uketsuke::camera
