#include "scenarios/loader/script/appearance.h"

#include "scenarios/loader/words.h"

namespace uketsuke::scenario {

namespace {

constexpr int kOldestPhoto = 20;  // years; a card is valid for ten, and its photo may be older

}  // namespace

Appearance read_appearance(const yaml::Value& value) {
  Appearance as;
  if (!value.is_map()) {
    as.face = value.one_of<Face>();
    return as;
  }
  yaml::Map map = value.map();
  if (const auto face = map.optional("face")) as.face = face->one_of<Face>();
  if (const auto attack = map.optional("attack")) {
    as.attack = attack->one_of<Attack>();
    if (as.face)
      attack->fail(InputProblem::bad_value, "\"attack\" shows a picture of the holder; remove \"face\"");
  }
  if (const auto wearing = map.optional("wearing")) {
    as.wearing = set_of<Wearing>(*wearing);
    if (as.wearing.count(Wearing::cap) + as.wearing.count(Wearing::hat) > 1 ||
        as.wearing.count(Wearing::glasses) + as.wearing.count(Wearing::sunglasses) > 1) {
      wearing->fail(InputProblem::bad_value, "two things of one kind cannot be worn together");
    }
    if (as.attack)
      wearing->fail(InputProblem::bad_value,
                    "\"wearing\" and \"attack\" exclude each other; remove one of them");
  }
  if (const auto standing = map.optional("standing")) as.standing = standing->one_of<Standing>();
  if (const auto companion = map.optional("companion")) as.companion = companion->boolean();
  if (const auto follows = map.optional("follows_guidance")) as.follows_guidance = follows->boolean();
  if (const auto leaves = map.optional("leaves_after")) as.leaves_after = leaves->duration();
  map.finish();
  return as;
}

CardPhoto read_card_photo(const yaml::Value& value) {
  CardPhoto photo;
  if (!value.is_map()) {
    photo.kind = value.one_of<CardPhoto::Kind>();
    return photo;
  }
  yaml::Map map = value.map();
  photo.years_older = static_cast<int>(map.required("years_older").integer(0, kOldestPhoto));
  map.finish();
  return photo;
}

}  // namespace uketsuke::scenario
