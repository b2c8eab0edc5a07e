#include "reader_model/face_match/plugin/face_plugin.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <limits>

#include "reader_model/face_match/plugin/current_call.h"
#include "tests/unit/reader_model/face_match/scripted_plugin.h"
#include "tests/unit/reader_model/face_match/synthetic_face.h"

namespace uketsuke::reader {
namespace face_plugin_test {

using testing::HasSubstr;

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

class FacePluginTest : public testing::Test {
 protected:
  uketsuke_face_plugin table_ = scripted_table();
  camera::Image frame_ = camera::Image::blank(640, 360, 3);
  PluginScript& script_ = plugin_script() = {};

  std::unique_ptr<FaceInstance> create() { return FacePlugin(&table_, "libmine.so").create("{}"); }

  uketsuke_face_observation face() { return seen_face(Pinhole{}.project(synthetic_face(), {})); }

  void show(const uketsuke_face_observation& seen) {
    script_.faces = [seen](const auto&, auto) { return std::vector{seen}; };
  }

  std::vector<FaceObservation> analyse() {
    return create()->analyse(frame_, 7, 900, UKETSUKE_FACE_LANDMARKS);
  }

  template <class Call>
  PluginError error_of(Call&& call) {
    try {
      call();
    } catch (const PluginError& error) {
      return error;
    }
    throw std::logic_error("no PluginError");
  }
  PluginError error_of_analyse() {
    return error_of([&] { analyse(); });
  }
};

// ---- the table ----

TEST_F(FacePluginTest, NameAndVersionComeFromTheTable) {
  const FacePlugin plugin(&table_, "libmine.so");
  EXPECT_EQ(plugin.name(), "scripted");
  EXPECT_EQ(plugin.version(), "1.2");
}

TEST_F(FacePluginTest, NoTableIsRefused) {
  EXPECT_EQ(error_of([] { FacePlugin(nullptr, "x"); }).problem(), PluginProblem::bad_table);
}

TEST_F(FacePluginTest, AnotherAbiIsRefusedWithBothVersions) {
  table_.abi_version = 2;
  const PluginError error = error_of([&] { FacePlugin(&table_, "libmine.so"); });
  EXPECT_EQ(error.problem(), PluginProblem::wrong_abi);
  EXPECT_THAT(error.what(), HasSubstr("libmine.so: is built for ABI 2, this program has ABI 1"));
}

TEST_F(FacePluginTest, ATableShorterThanThatOfTheFirstHeaderIsRefused) {
  table_.struct_size = offsetof(uketsuke_face_plugin, make_template) - 8;
  EXPECT_EQ(error_of([&] { FacePlugin(&table_, "x"); }).problem(), PluginProblem::bad_table);
}

TEST_F(FacePluginTest, ATableOfTheFirstHeaderMakesNoTemplates) {
  table_.struct_size = offsetof(uketsuke_face_plugin, make_template);
  EXPECT_FALSE(create()->makes_templates());
}

TEST_F(FacePluginTest, ATableWithoutBothMakesNoTemplates) {
  table_.make_template = nullptr;
  table_.compare = nullptr;
  EXPECT_FALSE(create()->makes_templates());
}

TEST_F(FacePluginTest, TemplatesThatCannotBeComparedAreRefused) {
  table_.compare = nullptr;
  const PluginError error = error_of([&] { FacePlugin(&table_, "x"); });
  EXPECT_EQ(error.problem(), PluginProblem::bad_table);
  EXPECT_THAT(error.what(), HasSubstr("no compare"));
}

TEST_F(FacePluginTest, ALongerTableOfANewerHeaderIsTaken) {
  table_.struct_size += 8;
  EXPECT_NO_THROW(FacePlugin(&table_, "x"));
}

TEST_F(FacePluginTest, ATableWithoutAFunctionIsRefusedByItsName) {
  table_.analyse = nullptr;
  EXPECT_THAT(error_of([&] { FacePlugin(&table_, "x"); }).what(), HasSubstr("no analyse"));
}

TEST_F(FacePluginTest, StagesAloneMayBeMissing) {
  table_.stages = nullptr;
  show(face());
  auto instance = create();
  instance->analyse(frame_, 1, 0, 0);
  EXPECT_TRUE(instance->stages().empty());
}

TEST_F(FacePluginTest, AFileThatIsNotThereIsSaidSo) {
  const PluginError error = error_of([] { FacePlugin::open("/nowhere/libmine.so"); });
  EXPECT_EQ(error.problem(), PluginProblem::cannot_open);
  EXPECT_THAT(error.what(), HasSubstr("/nowhere/libmine.so: there is no such file"));
}

TEST_F(FacePluginTest, AFileThatIsNoLibraryCannotBeOpened) {
  EXPECT_EQ(error_of([] { FacePlugin::open("reader_model/face_match/policy/guidance.yaml"); }).problem(),
            PluginProblem::cannot_open);
}

// ---- create, enrol, wipe, destroy ----

TEST_F(FacePluginTest, OptionsReachThePlugin) {
  FacePlugin(&table_, "x").create(R"({"models":"/m"})");
  EXPECT_EQ(script_.options, R"({"models":"/m"})");
}

TEST_F(FacePluginTest, AnInstanceIsDestroyedOnce) {
  create().reset();
  EXPECT_EQ(script_.destroyed, 1);
}

TEST_F(FacePluginTest, AMissingModelIsItsOwnProblemWithThePluginsText) {
  script_.create_status = UKETSUKE_FACE_NO_MODEL;
  script_.error = "face/detect.onnx";
  const PluginError error = error_of([&] { create(); });
  EXPECT_EQ(error.problem(), PluginProblem::no_model);
  EXPECT_THAT(error.what(), HasSubstr("face/detect.onnx"));
}

TEST_F(FacePluginTest, ABadOptionIsItsOwnProblem) {
  script_.create_status = UKETSUKE_FACE_BAD_OPTION;
  EXPECT_EQ(error_of([&] { create(); }).problem(), PluginProblem::bad_option);
}

TEST_F(FacePluginTest, OkWithoutAnInstanceIsABadStatus) {
  script_.no_instance = true;
  EXPECT_EQ(error_of([&] { create(); }).problem(), PluginProblem::bad_status);
}

TEST_F(FacePluginTest, EnrolTellsThreeAnswersApart) {
  auto instance = create();
  EXPECT_EQ(instance->enrol(frame_).verdict, PhotoVerdict::enrolled);
  script_.enrol_status = UKETSUKE_FACE_NO_FACE;
  EXPECT_EQ(instance->enrol(frame_).verdict, PhotoVerdict::no_face);
  script_.enrol_status = UKETSUKE_FACE_BAD_IMAGE;
  EXPECT_EQ(instance->enrol(frame_).verdict, PhotoVerdict::bad_image);
}

TEST_F(FacePluginTest, AStatusThatEnrolMayNotReturnIsAnError) {
  script_.enrol_status = UKETSUKE_FACE_NO_MODEL;
  EXPECT_EQ(error_of([&] { create()->enrol(frame_); }).problem(), PluginProblem::bad_status);
  script_.enrol_status = 17;
  EXPECT_THAT(error_of([&] { create()->enrol(frame_); }).what(), HasSubstr("enrol may not return status 17"));
}

TEST_F(FacePluginTest, WipeReachesThePlugin) {
  create()->wipe();
  EXPECT_EQ(script_.wipes, 1);
}

// ---- analyse: results ----

TEST_F(FacePluginTest, AFaceComesBackAsItWasMeasured) {
  show(face());
  const auto faces = analyse();
  ASSERT_EQ(faces.size(), 1u);
  EXPECT_EQ(faces[0].landmarks.size(), 68u);
  EXPECT_FLOAT_EQ(faces[0].box.width, face().width);
  EXPECT_FLOAT_EQ(faces[0].similarity.value(), 0.9F);
}

TEST_F(FacePluginTest, NumberAndTimeOfTheFrameReachThePlugin) {
  analyse();
  EXPECT_EQ(script_.numbers, (std::vector<std::int64_t>{7}));
  EXPECT_EQ(script_.exposed, (std::vector<std::int64_t>{900}));
}

TEST_F(FacePluginTest, FacesAreSortedByTheHostTheLargestFirst) {
  auto small = face(), large = face();
  small.width = 20;
  script_.faces = [&](const auto&, auto) { return std::vector{small, large}; };
  EXPECT_FLOAT_EQ(analyse().front().box.width, large.width);
}

TEST_F(FacePluginTest, AScoreThatIsNanIsNotGiven) {
  auto seen = face();
  seen.liveness = seen.similarity = kNan;
  show(seen);
  EXPECT_FALSE(analyse()[0].liveness);
  EXPECT_FALSE(analyse()[0].similarity);
}

TEST_F(FacePluginTest, AScoreJustOutsideByRoundingIsPutOnTheEdge) {
  auto seen = face();
  seen.similarity = 1.0000005F;
  show(seen);
  EXPECT_EQ(analyse()[0].similarity, 1.0F);
}

struct BadNumber {
  const char* member;
  void (*spoil)(uketsuke_face_observation&);
};
void PrintTo(const BadNumber& bad, std::ostream* out) { *out << bad.member; }

class FacePluginGarbage : public FacePluginTest, public testing::WithParamInterface<BadNumber> {};

TEST_P(FacePluginGarbage, IsABadNumberThatIsNamed) {
  auto seen = face();
  GetParam().spoil(seen);
  show(seen);
  const PluginError error = error_of_analyse();
  EXPECT_EQ(error.problem(), PluginProblem::bad_number);
  EXPECT_THAT(error.what(), HasSubstr(std::string("analyse gave ") + GetParam().member));
}

using Seen = uketsuke_face_observation;
INSTANTIATE_TEST_SUITE_P(
    Numbers, FacePluginGarbage,
    testing::Values(BadNumber{"x", [](Seen& s) { s.x = kNan; }}, BadNumber{"y", [](Seen& s) { s.y = 1e30F; }},
                    BadNumber{"width", [](Seen& s) { s.width = -5; }},
                    BadNumber{"height", [](Seen& s) { s.height = std::numeric_limits<float>::infinity(); }},
                    BadNumber{"confidence", [](Seen& s) { s.confidence = kNan; }},
                    BadNumber{"confidence", [](Seen& s) { s.confidence = 1.1F; }},
                    BadNumber{"landmarks.x", [](Seen& s) { s.landmarks[67].x = kNan; }},
                    BadNumber{"landmarks.y", [](Seen& s) { s.landmarks[0].y = -1e9F; }},
                    BadNumber{"liveness", [](Seen& s) { s.liveness = -0.5F; }},
                    BadNumber{"liveness", [](Seen& s) { s.liveness = 1e30F; }},
                    BadNumber{"similarity", [](Seen& s) { s.similarity = 1.5F; }},
                    BadNumber{"similarity",
                              [](Seen& s) { s.similarity = -std::numeric_limits<float>::infinity(); }}));

TEST_F(FacePluginTest, SevenLandmarksHaveNoMeaning) {
  auto seen = face();
  seen.landmark_count = 7;
  show(seen);
  EXPECT_EQ(error_of_analyse().problem(), PluginProblem::bad_count);
}

TEST_F(FacePluginTest, MoreLandmarksThanThereIsRoomForAreNotRead) {
  auto seen = face();
  seen.landmark_count = 69;
  show(seen);
  EXPECT_EQ(error_of_analyse().problem(), PluginProblem::bad_count);
}

TEST_F(FacePluginTest, ACountBeyondTheCapacityIsNotFollowed) {
  script_.extra_count = 4'000'000'000U;
  EXPECT_EQ(error_of_analyse().problem(), PluginProblem::bad_count);
}

TEST_F(FacePluginTest, AFaceThatIsCountedButNotWrittenIsNoFaceOfAnEarlierFrame) {
  auto instance = create();
  show(face());
  instance->analyse(frame_, 1, 0, 0);
  script_.faces = nullptr;
  script_.extra_count = 1;
  EXPECT_THROW(instance->analyse(frame_, 2, 0, 0), PluginError);
}

TEST_F(FacePluginTest, WritingBeyondTheCapacityIsSeen) {
  script_.faces_past_end = 1;
  EXPECT_EQ(error_of_analyse().problem(), PluginProblem::wrote_past_end);
}

TEST_F(FacePluginTest, WritingBeyondTheErrorTextIsSeenInEveryFunction) {
  auto instance = create();
  script_.overrun = 3;
  EXPECT_EQ(error_of([&] { create(); }).problem(), PluginProblem::wrote_past_end);
  EXPECT_EQ(error_of([&] { instance->enrol(frame_); }).problem(), PluginProblem::wrote_past_end);
  EXPECT_EQ(error_of([&] { instance->analyse(frame_, 1, 0, 0); }).problem(), PluginProblem::wrote_past_end);
}

TEST_F(FacePluginTest, AFailureCarriesThePluginsText) {
  script_.analyse_status = UKETSUKE_FACE_FAILED;
  script_.error = "no tensor";
  EXPECT_THAT(error_of_analyse().what(), HasSubstr("analyse failed (UKETSUKE_FACE_FAILED): no tensor"));
}

TEST_F(FacePluginTest, AnErrorTextWithoutAnEndIsCutAtTheEndOfItsBuffer) {
  script_.analyse_status = UKETSUKE_FACE_FAILED;
  script_.error = std::string(1000, 'Z');
  script_.terminate = false;
  const std::string text = error_of_analyse().what();
  EXPECT_EQ(std::count(text.begin(), text.end(), 'Z'), 256) << text;  // the error_size passed to analyse
}

TEST_F(FacePluginTest, ControlCharactersAndBrokenUtf8AreReplaced) {
  script_.analyse_status = UKETSUKE_FACE_FAILED;
  script_.error = "\x1b[2J\xff\xe9\xa1\x94\xe9";
  EXPECT_THAT(error_of_analyse().what(), HasSubstr(": \x20[2J?\xe9\xa1\x94?"));
}

TEST_F(FacePluginTest, ACppExceptionThatGetsOutIsAnErrorOfThePlugin) {
  script_.throws = true;
  const PluginError error = error_of_analyse();
  EXPECT_EQ(error.problem(), PluginProblem::threw);
  EXPECT_THAT(error.what(), HasSubstr("out of tensors"));
}

TEST_F(FacePluginTest, TheCallInFlightIsNamedWhileItRuns) {
  std::string seen;
  script_.faces = [&](const auto&, auto) {
    seen = CurrentCall::text();
    return std::vector<uketsuke_face_observation>{};
  };
  analyse();
  EXPECT_EQ(seen, "analyse of face plug-in libmine.so");
  EXPECT_EQ(CurrentCall::text(), "");
}

// ---- stages ----

TEST_F(FacePluginTest, StagesComeBackInTheirOrder) {
  script_.stage_names = {"detect", "embed"};
  const auto stages = create()->stages();
  ASSERT_EQ(stages.size(), 2u);
  EXPECT_EQ(stages[1].name, "embed");
  EXPECT_EQ(stages[1].nanoseconds, 1000);
}

TEST_F(FacePluginTest, MoreStagesThanThereIsRoomForAreCutOff) {
  script_.stage_names.assign(100, "x");
  EXPECT_EQ(create()->stages().size(), 32u);
}

TEST_F(FacePluginTest, AStageWithANegativeTimeIsABadNumber) {
  script_.stage_names = {"detect"};
  script_.stage_time = -1;
  EXPECT_EQ(error_of([&] { create()->stages(); }).problem(), PluginProblem::bad_number);
}

// ---- templates ----

TEST_F(FacePluginTest, TemplatesAreComparedAsTheyWereMade) {
  auto instance = create();
  ASSERT_TRUE(instance->makes_templates());
  const TemplateAnswer photo = instance->make_template(frame_, 0);
  script_.made = {9};
  const TemplateAnswer frame = instance->make_template(frame_, 4);
  EXPECT_EQ(instance->compare(photo, frame), 0.5F);
  EXPECT_THAT(script_.template_numbers, testing::ElementsAre(0, 4));
  EXPECT_THAT(script_.compared, testing::ElementsAre(testing::ElementsAre(1, 2, 3), testing::ElementsAre(9)));
}

TEST_F(FacePluginTest, APictureWithoutAFaceHasNoTemplate) {
  script_.template_status = UKETSUKE_FACE_NO_FACE;
  script_.error = "too dark";
  const TemplateAnswer answer = create()->make_template(frame_, 1);
  EXPECT_EQ(answer.verdict, PhotoVerdict::no_face);
  EXPECT_EQ(answer.text, "no face in it: too dark");
  EXPECT_TRUE(answer.bytes.empty());
}

TEST_F(FacePluginTest, ATemplateBeyondItsRoomIsTheFaultOfThePlugin) {
  script_.template_past_end = 1;
  EXPECT_EQ(error_of([&] { create()->make_template(frame_, 1); }).problem(), PluginProblem::wrote_past_end);
}

TEST_F(FacePluginTest, ATemplateLargerThanItsRoomOrEmptyIsTheFaultOfThePlugin) {
  script_.template_size_off = 1U << 20U;
  EXPECT_EQ(error_of([&] { create()->make_template(frame_, 1); }).problem(), PluginProblem::bad_count);
  script_.template_size_off = 0;
  script_.made.clear();
  EXPECT_EQ(error_of([&] { create()->make_template(frame_, 1); }).problem(), PluginProblem::bad_count);
}

TEST_F(FacePluginTest, ASimilarityOfTemplatesIsANumberInItsRange) {
  auto instance = create();
  const TemplateAnswer made = instance->make_template(frame_, 0);
  for (const float likeness : {kNan, 1.5F, -2.0F}) {
    script_.likeness = likeness;
    const PluginError error = error_of([&] { instance->compare(made, made); });
    EXPECT_EQ(error.problem(), PluginProblem::bad_number);
    EXPECT_THAT(error.what(), HasSubstr("compare gave similarity"));
  }
}

TEST_F(FacePluginTest, AFailureOfTemplatesCarriesThePluginsText) {
  script_.error = "out of tensors";
  script_.template_status = UKETSUKE_FACE_FAILED;
  EXPECT_THAT(error_of([&] { create()->make_template(frame_, 1); }).what(), HasSubstr("out of tensors"));
  script_.compare_status = UKETSUKE_FACE_FAILED;
  EXPECT_THAT(error_of([&] { create()->compare({}, {}); }).what(), HasSubstr("out of tensors"));
}

}  // namespace face_plugin_test
}  // namespace uketsuke::reader
