#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "bench/accuracy/report/files.h"
#include "tests/unit/bench/accuracy/four_pictures.h"

namespace uketsuke::bench {
namespace json_file_test {

using nlohmann::json;

json written(const FourPictures& four) { return json::parse(evaluation_json(four.evaluated())); }

TEST(EvaluationJson, CountsComparisons) {
  const json comparisons = written({}).at("comparisons");
  EXPECT_EQ(comparisons.at("planned"), 4);
  EXPECT_EQ(comparisons.at("genuine"), 2);
  EXPECT_EQ(comparisons.at("impostor"), 2);
  EXPECT_EQ(comparisons.at("without_score"), 0);
}

// Wilson, 95 %, for 1 of 2 is symmetric about 0.5: 0.5 ± z √(1/8 + z²/16) / (1 + z²/2) = 0.5 ± 0.4055.
TEST(EvaluationJson, ARateHasCountsAndInterval) {
  FourPictures four;
  four.options.thresholds = {0.3};
  const json fmr = written(four).at("rates").at(0).at("fmr");
  EXPECT_EQ(fmr.at("errors"), 1);
  EXPECT_EQ(fmr.at("trials"), 2);
  EXPECT_EQ(fmr.at("rate"), 0.5);
  EXPECT_NEAR(fmr.at("wilson95").at(0).get<double>(), 0.0945, 1e-4);
  EXPECT_NEAR(fmr.at("wilson95").at(1).get<double>(), 0.9055, 1e-4);
}

TEST(EvaluationJson, ARowOfAnFmrSaysHowSoundItIs) {
  FourPictures four;
  four.options.fmr = {0.001};
  four.options.thresholds = {0.3};
  const json rates = written(four).at("rates");
  EXPECT_EQ(rates.at(0).at("asked_fmr"), 0.001);
  EXPECT_EQ(rates.at(0).at("evidence"), "too_few");
  EXPECT_FALSE(rates.at(1).contains("asked_fmr"));
  EXPECT_FALSE(rates.at(1).contains("evidence"));
}

TEST(EvaluationJson, ADetPointIsThresholdFmrFnmr) {
  const json det = written({}).at("det");
  ASSERT_FALSE(det.empty());
  EXPECT_EQ(det.front().at(1), 1.0) << "at the lowest threshold every impostor matches";
  EXPECT_EQ(det.front().at(2), 0.0);
  EXPECT_EQ(det.back().at(1), 0.0);
  EXPECT_EQ(det.back().at(2), 1.0);
}

TEST(EvaluationJson, LivenessHasItsThresholdAndTheWeakestKind) {
  FourPictures four;
  four.options.liveness_threshold = 0.5;
  four.attacks.persons = {"mask", "screen"};
  four.attacks.pictures = {{"m", "m", 0, false}, {"s", "s", 1, false}};
  PictureState caught;
  caught.examined = true;
  caught.face = true;
  caught.liveness = 0.1;
  PictureState passed = caught;
  passed.liveness = 0.9;
  four.measurement.attacks = {caught, passed};
  const json liveness = written(four).at("liveness");
  EXPECT_EQ(liveness.at("threshold"), 0.5);
  EXPECT_EQ(liveness.at("attacks").at("mask").at("apcer").at("errors"), 0);
  EXPECT_EQ(liveness.at("attacks").at("screen").at("apcer").at("errors"), 1);
  EXPECT_EQ(liveness.at("weakest"), "screen");
  EXPECT_EQ(liveness.at("bpcer").at("errors"), 0);
  EXPECT_EQ(liveness.at("bpcer").at("trials"), 2);
}

TEST(EvaluationJson, NamesWhatCouldNotBeUsed) {
  FourPictures four;
  four.measurement.pictures[0].unusable = "cut off";
  four.measurement.comparisons[0].score.reset();
  four.measurement.comparisons[1].score.reset();
  four.measurement.deaths = {"a/1.png: crashed"};
  four.plan.left_out = {"pairs.txt:2:1: no picture"};
  const json all = written(four);
  EXPECT_EQ(all.at("unusable"), json::parse(R"([{"name": "a/card.png", "text": "cut off"}])"));
  EXPECT_EQ(all.at("deaths"), json::parse(R"(["a/1.png: crashed"])"));
  EXPECT_EQ(all.at("left_out"), json::parse(R"(["pairs.txt:2:1: no picture"])"));
  EXPECT_EQ(all.at("not_enrolled"), json::array());
}

TEST(EvaluationJson, HasFoldsOnlyIfThereAreSeveral) {
  FourPictures four;
  EXPECT_FALSE(written(four).contains("folds"));
  four.plan.folds = 2;
  four.plan.comparisons[2].fold = four.plan.comparisons[3].fold = 1;
  EXPECT_EQ(written(four).at("folds").at("mean"), 1.0);
  EXPECT_EQ(written(four).at("folds").at("accuracy").size(), 2U);
}

// RFC 8259, 8.1: JSON is UTF-8; a file's name need not be.
TEST(EvaluationJson, ANameThatIsNoUtf8DoesNotBreakTheFile) {
  FourPictures four;
  four.plan.gallery.pictures[0].name = "a/\xFF.png";
  EXPECT_EQ(written(four).at("lowest_genuine").at(1).at("reference"), "a/\xEF\xBF\xBD.png");
}

TEST(EvaluationJson, SaysWhatItIsAndEndsWithALineFeed) {
  const std::string text = evaluation_json(FourPictures().evaluated());
  EXPECT_EQ(text.back(), '\n');
  EXPECT_EQ(json::parse(text).at("evaluation"), "uketsuke");
  EXPECT_EQ(json::parse(text).at("version"), 1);
}

}  // namespace json_file_test
}  // namespace uketsuke::bench
