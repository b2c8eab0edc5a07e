#include "scenarios/model/appearance.h"

#include <gtest/gtest.h>

namespace uketsuke::scenario {
namespace appearance_model_test {

Appearance with(void (*change)(Appearance&)) {
  Appearance as;
  change(as);
  return as;
}

TEST(AppearanceModel, FaceOfTheHolderOrAnotherNeedsNoPixels) {
  EXPECT_FALSE(Appearance{}.needs_pixels());
  EXPECT_FALSE(with([](Appearance& as) { as.face = Face::other; }).needs_pixels());
  EXPECT_FALSE(with([](Appearance& as) { as.face = Face::none; }).needs_pixels());
}

TEST(AppearanceModel, WhatADeclaredFaceCannotExpressNeedsPixels) {
  EXPECT_TRUE(with([](Appearance& as) { as.face = Face::lookalike; }).needs_pixels());
  EXPECT_TRUE(with([](Appearance& as) { as.attack = Attack::screen; }).needs_pixels());
  EXPECT_TRUE(with([](Appearance& as) { as.wearing = {Wearing::mask}; }).needs_pixels());
  EXPECT_TRUE(with([](Appearance& as) { as.standing = Standing::far; }).needs_pixels());
  EXPECT_TRUE(with([](Appearance& as) { as.companion = true; }).needs_pixels());
  EXPECT_TRUE(with([](Appearance& as) { as.follows_guidance = false; }).needs_pixels());
  EXPECT_TRUE(with([](Appearance& as) { as.leaves_after = Duration{}; }).needs_pixels());
}

TEST(CardPhotoModel, DiffersByKindOrAge) {
  EXPECT_FALSE(CardPhoto{} != CardPhoto{});
  EXPECT_TRUE((CardPhoto{CardPhoto::Kind::blank, 0}) != CardPhoto{});
  EXPECT_TRUE((CardPhoto{CardPhoto::Kind::usual, 1}) != CardPhoto{});
}

}  // namespace appearance_model_test
}  // namespace uketsuke::scenario
