#include <gmock/gmock.h>

#include "bench/accuracy/report/files.h"

namespace uketsuke::bench {
namespace csv_files_test {

using ::testing::EndsWith;
using ::testing::HasSubstr;

Plan plan_of(const std::vector<std::string>& names, int folds = 0) {
  Plan plan;
  for (const std::string& name : names) plan.gallery.pictures.push_back({name, name, 0, false});
  plan.folds = folds;
  return plan;
}

std::string one_score(const std::optional<double>& score, const std::string& note = "", int folds = 0) {
  Plan plan = plan_of({"a/1.jpg", "b/2.jpg"}, folds);
  plan.comparisons = {{0, 1, true, 2}};
  Measurement measurement;
  measurement.comparisons = {{score, note}};
  return scores_csv(plan, measurement);
}

// RFC 4180: a header, lines that end with CR LF, quotes around what has a comma, a quote or a line end.

TEST(ScoresCsv, HasAHeaderAndALineForEveryComparison) {
  EXPECT_EQ(one_score(0.5), "reference,probe,genuine,fold,score,note\r\na/1.jpg,b/2.jpg,1,,0.5,\r\n");
}

TEST(ScoresCsv, WithoutComparisonsHasItsHeaderAlone) {
  EXPECT_EQ(scores_csv({}, {}), "reference,probe,genuine,fold,score,note\r\n");
}

TEST(ScoresCsv, AnImpostorComparisonIsZero) {
  Plan plan = plan_of({"a", "b"});
  plan.comparisons = {{1, 0, false, 0}};
  Measurement measurement;
  measurement.comparisons = {{-0.25, ""}};
  EXPECT_THAT(scores_csv(plan, measurement), EndsWith("\r\nb,a,0,,-0.25,\r\n"));
}

TEST(ScoresCsv, FoldsCountFromOneIfThereAreSeveral) {
  EXPECT_THAT(one_score(0.5, "", 10), EndsWith(",1,3,0.5,\r\n"));
  EXPECT_THAT(one_score(0.5, "", 1), EndsWith(",1,,0.5,\r\n"));
}

// The nearest float to 0.1 is printed as people write it, not as the double 0.10000000149011612.
TEST(ScoresCsv, AScoreIsTheShortestTextOfItsFloat) {
  EXPECT_THAT(one_score(static_cast<double>(0.1F)), EndsWith(",0.1,\r\n"));
}

TEST(ScoresCsv, WithoutAScoreTheNoteSaysWhy) {
  EXPECT_THAT(one_score(std::nullopt, "no face"), EndsWith(",,no face\r\n"));
}

TEST(ScoresCsv, CommasQuotesAndLineEndsAreQuoted) {
  EXPECT_THAT(one_score(std::nullopt, "a,b"), EndsWith(",\"a,b\"\r\n"));
  EXPECT_THAT(one_score(std::nullopt, "say \"no\""), EndsWith(",\"say \"\"no\"\"\"\r\n"));
  EXPECT_THAT(one_score(std::nullopt, "a\nb"), EndsWith(",\"a\nb\"\r\n"));
}

TEST(PicturesCsv, HasTheStateOfEveryPicture) {
  Measurement measurement;
  PictureState state;
  state.width = 640;
  state.height = 480;
  state.enrolled = true;
  state.face = false;
  state.liveness = 0.75;
  state.note = "no face found";
  measurement.pictures = {state};
  EXPECT_EQ(pictures_csv(plan_of({"a/1.jpg"}), {}, measurement),
            "picture,kind,width,height,enrolled,face,liveness,note\r\n"
            "a/1.jpg,bona fide,640,480,true,false,0.75,no face found\r\n");
}

TEST(PicturesCsv, WhatWasNotAskedIsEmpty) {
  Measurement measurement;
  measurement.pictures = {PictureState{}};
  EXPECT_THAT(pictures_csv(plan_of({"a/1.jpg"}), {}, measurement),
              EndsWith("\r\na/1.jpg,bona fide,0,0,,,,\r\n"));
}

TEST(PicturesCsv, AnUnreadablePictureSaysWhyAndNotWhatTheMatcherSays) {
  Measurement measurement;
  PictureState state;
  state.unusable = "cut off";
  state.note = "other";
  measurement.pictures = {state};
  EXPECT_THAT(pictures_csv(plan_of({"a"}), {}, measurement), EndsWith(",cut off\r\n"));
}

TEST(PicturesCsv, AnAttackHasItsKind) {
  Gallery attacks;
  attacks.persons = {"mask, paper", "screen"};
  attacks.pictures = {{"screen/1.png", "screen/1.png", 1, false}, {"m/1.png", "m/1.png", 0, false}};
  Measurement measurement;
  measurement.attacks = {PictureState{}, PictureState{}};
  const std::string csv = pictures_csv({}, attacks, measurement);
  EXPECT_THAT(csv, HasSubstr("\r\nscreen/1.png,screen,0,0"));
  EXPECT_THAT(csv, HasSubstr("\r\nm/1.png,\"mask, paper\",0,0"));
}

}  // namespace csv_files_test
}  // namespace uketsuke::bench
