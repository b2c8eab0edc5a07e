#include "reader_model/face_match/plugin/plugin_checks.h"

#include <gmock/gmock.h>

#include <cmath>
#include <cstddef>
#include <cstring>
#include <limits>

namespace uketsuke::reader {
namespace plugin_checks_test {

using ::testing::HasSubstr;

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinite = std::numeric_limits<float>::infinity();

/// A table with every function; none of them is called.
uketsuke_face_plugin table() {
  uketsuke_face_plugin whole{};
  whole.abi_version = UKETSUKE_FACE_PLUGIN_ABI;
  whole.struct_size = sizeof whole;
  whole.name = "test";
  whole.version = "1";
  whole.create = [](const char*, uketsuke_face**, char*, std::size_t) -> std::int32_t { return 0; };
  whole.enrol = [](uketsuke_face*, const uketsuke_face_image*, char*, std::size_t) -> std::int32_t {
    return 0;
  };
  whole.analyse = [](uketsuke_face*, const uketsuke_face_image*, std::uint32_t, uketsuke_face_observation*,
                     std::uint32_t, std::uint32_t*, char*, std::size_t) -> std::int32_t { return 0; };
  whole.wipe = [](uketsuke_face*) {};
  whole.destroy = [](uketsuke_face*) {};
  whole.make_template = [](uketsuke_face*, const uketsuke_face_image*, std::uint8_t*, std::uint32_t,
                           std::uint32_t*, char*, std::size_t) -> std::int32_t { return 0; };
  whole.compare = [](uketsuke_face*, const std::uint8_t*, std::uint32_t, const std::uint8_t*, std::uint32_t,
                     float*, char*, std::size_t) -> std::int32_t { return 0; };
  return whole;
}

template <class Work>
std::string refusal(PluginProblem expected, Work work) {
  try {
    work();
  } catch (const PluginError& error) {
    EXPECT_EQ(error.problem(), expected);
    EXPECT_EQ(error.library(), "lib.so");
    return error.what();
  }
  ADD_FAILURE() << "was accepted";
  return "";
}

std::string refused_table(const uketsuke_face_plugin& wrong,
                          PluginProblem expected = PluginProblem::bad_table) {
  return refusal(expected, [&] { check_table(&wrong, "lib.so"); });
}

TEST(PluginTable, AWholeTableIsAccepted) {
  const uketsuke_face_plugin whole = table();
  EXPECT_NO_THROW(check_table(&whole, "lib.so"));
}

TEST(PluginTable, NoTableIsRefused) {
  EXPECT_EQ(refusal(PluginProblem::bad_table, [] { check_table(nullptr, "lib.so"); }),
            "face plug-in lib.so: uketsuke_face_plugin_get gave NULL; it must give a table that stays");
}

TEST(PluginTable, AnotherAbiIsRefusedBeforeAnythingElseIsRead) {
  uketsuke_face_plugin other{};
  other.abi_version = UKETSUKE_FACE_PLUGIN_ABI + 1;
  EXPECT_THAT(refused_table(other, PluginProblem::wrong_abi), HasSubstr("is built for ABI"));
}

TEST(PluginTable, EveryFunctionThatIsNeededIsNamed) {
  const auto without = [](auto forget) {
    uketsuke_face_plugin part = table();
    forget(part);
    return refused_table(part);
  };
  EXPECT_THAT(without([](auto& part) { part.name = nullptr; }), HasSubstr("has no name;"));
  EXPECT_THAT(without([](auto& part) { part.version = nullptr; }), HasSubstr("has no version;"));
  EXPECT_THAT(without([](auto& part) { part.create = nullptr; }), HasSubstr("has no create;"));
  EXPECT_THAT(without([](auto& part) { part.enrol = nullptr; }), HasSubstr("has no enrol;"));
  EXPECT_THAT(without([](auto& part) { part.analyse = nullptr; }), HasSubstr("has no analyse;"));
  EXPECT_THAT(without([](auto& part) { part.wipe = nullptr; }), HasSubstr("has no wipe;"));
  EXPECT_THAT(without([](auto& part) { part.destroy = nullptr; }), HasSubstr("has no destroy;"));
}

TEST(PluginTable, TemplatesNeedBothFunctionsOrNeither) {
  uketsuke_face_plugin one = table();
  one.compare = nullptr;
  EXPECT_THAT(refused_table(one),
              HasSubstr("has no compare; make_template and compare are of use together only"));
  one = table();
  one.make_template = nullptr;
  EXPECT_THAT(refused_table(one), HasSubstr("has no make_template;"));
  one.compare = nullptr;
  EXPECT_NO_THROW(check_table(&one, "lib.so"));
  EXPECT_FALSE(makes_templates(one));
  EXPECT_TRUE(makes_templates(table()));
}

// The first header with this ABI ended before make_template: what lies there is not the plug-in's.
TEST(PluginTable, ATableOfTheFirstHeaderHasNoTemplates) {
  uketsuke_face_plugin first = table();
  first.struct_size = offsetof(uketsuke_face_plugin, make_template);
  first.compare = nullptr;
  EXPECT_NO_THROW(check_table(&first, "lib.so"));
  EXPECT_FALSE(makes_templates(first));
}

TEST(PluginTable, AShorterTableIsRefused) {
  uketsuke_face_plugin less = table();
  less.struct_size = offsetof(uketsuke_face_plugin, make_template) - 1;
  EXPECT_THAT(refused_table(less), HasSubstr("set struct_size to sizeof(uketsuke_face_plugin)"));
}

uketsuke_face_observation face() {
  uketsuke_face_observation seen{};
  seen.x = 10, seen.y = 20, seen.width = 100, seen.height = 120;
  seen.confidence = 0.9F;
  seen.landmark_count = 0;
  seen.liveness = 0.5F;
  seen.similarity = 0.25F;
  return seen;
}

FaceObservation check_face(const uketsuke_face_observation& seen) {
  return checked(seen, camera::Image::blank(640, 480, 3), "lib.so");
}

TEST(PluginFace, NumbersInTheirRangesAreTaken) {
  const FaceObservation observation = check_face(face());
  EXPECT_EQ(observation.box.x, 10);
  EXPECT_EQ(observation.box.height, 120);
  EXPECT_EQ(observation.confidence, 0.9F);
  EXPECT_EQ(observation.liveness, 0.5F);
  EXPECT_EQ(observation.similarity, 0.25F);
}

TEST(PluginFace, AScoreThatIsNotMeasuredIsNothing) {
  uketsuke_face_observation seen = face();
  seen.liveness = seen.similarity = kNan;
  EXPECT_FALSE(check_face(seen).liveness);
  EXPECT_FALSE(check_face(seen).similarity);
}

// A cosine of 1.0000002 is rounding; one of 1.01 is a fault.
TEST(PluginFace, AScoreJustOutsideIsPutOnTheEdge) {
  uketsuke_face_observation seen = face();
  seen.similarity = 1.0005F;
  seen.liveness = -0.0005F;
  EXPECT_EQ(check_face(seen).similarity, 1.0F);
  EXPECT_EQ(check_face(seen).liveness, 0.0F);
}

TEST(PluginFace, ANumberOutsideItsRangeIsNamedWithItsValue) {
  const auto with = [](auto change) {
    uketsuke_face_observation seen = face();
    change(seen);
    return refusal(PluginProblem::bad_number, [&] { check_face(seen); });
  };
  EXPECT_EQ(with([](auto& seen) { seen.similarity = 1.5F; }),
            "face plug-in lib.so: analyse gave similarity = 1.5, which must be from -1 to 1");
  EXPECT_THAT(with([](auto& seen) { seen.liveness = -0.5F; }),
              HasSubstr("liveness = -0.5, which must be from 0 to 1"));
  EXPECT_THAT(with([](auto& seen) { seen.confidence = kNan; }), HasSubstr("confidence = nan"));
  EXPECT_THAT(with([](auto& seen) { seen.x = kInfinite; }), HasSubstr("x = inf"));
  EXPECT_THAT(with([](auto& seen) { seen.x = -1281; }), HasSubstr("from -1280 to 1280"));
  EXPECT_THAT(with([](auto& seen) { seen.width = 0; }), HasSubstr("width = 0"));
  EXPECT_THAT(with([](auto& seen) { seen.height = 1921; }), HasSubstr("from 1 to 1920"));
}

TEST(PluginFace, LandmarksAreNoneFiveOrSixtyEight) {
  for (const std::uint32_t count : {0U, 5U, 68U}) {
    uketsuke_face_observation seen = face();
    seen.landmark_count = count;
    EXPECT_EQ(check_face(seen).landmarks.size(), count);
  }
  for (const std::uint32_t count : {1U, 4U, 67U, 69U, 0xFFFFFFFFU}) {
    uketsuke_face_observation seen = face();
    seen.landmark_count = count;
    EXPECT_THAT(refusal(PluginProblem::bad_count, [&] { check_face(seen); }),
                HasSubstr("which must be 0, 5 or 68"));
  }
}

TEST(PluginFace, ALandmarkIsANumber) {
  uketsuke_face_observation seen = face();
  seen.landmark_count = 5;
  seen.landmarks[4].y = kNan;
  EXPECT_THAT(refusal(PluginProblem::bad_number, [&] { check_face(seen); }), HasSubstr("landmarks.y = nan"));
}

TEST(PluginSimilarity, IsACosine) {
  EXPECT_EQ(checked_similarity(0.5F, "lib.so"), 0.5F);
  EXPECT_EQ(checked_similarity(-1.0005F, "lib.so"), -1.0F);
  EXPECT_EQ(refusal(PluginProblem::bad_number, [] { checked_similarity(2, "lib.so"); }),
            "face plug-in lib.so: compare gave similarity = 2, which must be from -1 to 1");
  EXPECT_THAT(refusal(PluginProblem::bad_number, [] { checked_similarity(kNan, "lib.so"); }),
              HasSubstr("nan"));
}

std::string plain(const std::string& text) { return plain_text(text.data(), text.size()); }

TEST(PluginText, EndsAtAZeroOrWithItsRoom) {
  EXPECT_EQ(plain_text("abc\0def", 7), "abc");
  EXPECT_EQ(plain_text("abcdef", 3), "abc");
  EXPECT_EQ(plain_text("abc", 0), "");
}

TEST(PluginText, ControlCharactersBecomeBlanks) { EXPECT_EQ(plain("a\x1b[31m\nb\x7F"), "a [31m b "); }

TEST(PluginText, Utf8StaysAsItIs) { EXPECT_EQ(plain("顔é𠮷"), "顔é𠮷"); }

// RFC 3629: overlong forms, halves of surrogate pairs and code points above 10FFFF are no UTF-8.
TEST(PluginText, WhatIsNoUtf8IsReplacedByteByByte) {
  EXPECT_EQ(plain("a\xFFz"), "a?z");
  EXPECT_EQ(plain("\xC0\x80"), "??");
  EXPECT_EQ(plain("\xE0\x80\x80"), "???");
  EXPECT_EQ(plain("\xED\xA0\x80"), "???");
  EXPECT_EQ(plain("\xF4\x90\x80\x80"), "????");
  EXPECT_EQ(plain("\xE5\x90"), "??") << "cut in the middle";
}

TEST(PluginStatus, HasTheNameOfTheHeader) {
  EXPECT_EQ(status_name(UKETSUKE_FACE_OK), "UKETSUKE_FACE_OK");
  EXPECT_EQ(status_name(UKETSUKE_FACE_NO_FACE), "UKETSUKE_FACE_NO_FACE");
  EXPECT_EQ(status_name(UKETSUKE_FACE_BAD_IMAGE), "UKETSUKE_FACE_BAD_IMAGE");
  EXPECT_EQ(status_name(UKETSUKE_FACE_NO_MODEL), "UKETSUKE_FACE_NO_MODEL");
  EXPECT_EQ(status_name(UKETSUKE_FACE_BAD_OPTION), "UKETSUKE_FACE_BAD_OPTION");
  EXPECT_EQ(status_name(UKETSUKE_FACE_FAILED), "UKETSUKE_FACE_FAILED");
  EXPECT_EQ(status_name(17), "status 17");
  EXPECT_EQ(status_name(-1), "status -1");
}

}  // namespace plugin_checks_test
}  // namespace uketsuke::reader
