// The firmware before a face: a matcher that says what the test wrote down, a camera of blank pictures.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "tests/unit/reader_model/firmware/face_desk.h"

#if defined(__SANITIZE_ADDRESS__)
/// A SystemC thread that waits when a test ends is never unwound: what its stack owns is no leak of ours.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:uketsuke::reader::Firmware::run\n"; }
#endif

namespace uketsuke::reader::face_test {
namespace firmware_face_test {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(FirmwareFace, GuidanceIsShownOnceForEachChange) {
  at_desk([](Desk& desk) {
    for (const auto guidance : {Guidance::come_closer, Guidance::come_closer, Guidance::too_dark,
                                Guidance::too_dark, Guidance::come_closer})
      desk.matcher.script.push_back(looking(guidance));
    desk.matcher.script.push_back(decided(FaceResult::match));
    desk.face_the_camera();
    ASSERT_TRUE(desk.run_until<record::IdentityConfirmed>());
    EXPECT_THAT(desk.guided(), ElementsAre(Guidance::come_closer, Guidance::too_dark, Guidance::come_closer));
  });
}

TEST(FirmwareFace, GuidanceThatWasNotNeededForAFrameIsShownAgain) {
  at_desk([](Desk& desk) {
    for (const std::optional<Guidance> guidance :
         {std::optional(Guidance::hold_still), std::optional<Guidance>(),
          std::optional(Guidance::hold_still)})
      desk.matcher.script.push_back(looking(guidance));
    desk.matcher.script.push_back(decided(FaceResult::match));
    desk.face_the_camera();
    ASSERT_TRUE(desk.run_until<record::IdentityConfirmed>());
    EXPECT_THAT(desk.guided(), ElementsAre(Guidance::hold_still, Guidance::hold_still));
  });
}

TEST(FirmwareFace, GuidanceHasTheTextOfTheBook) {
  at_desk([](Desk& desk) {
    desk.guidance[Guidance::turn_head].ja = "横を向いてください";
    desk.matcher.script = {looking(Guidance::turn_head), decided(FaceResult::match)};
    desk.face_the_camera();
    ASSERT_TRUE(desk.run_until<record::GuidanceShown>());
    EXPECT_EQ(desk.all<record::GuidanceShown>().at(0).text, "横を向いてください");
  });
}

TEST(FirmwareFace, TimeOfTheMatcherPassesBeforeTheDecision) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {decided(FaceResult::match, milliseconds(137))};
    desk.face_the_camera();
    ASSERT_TRUE(desk.run_until<record::IdentityConfirmed>());
    EXPECT_EQ(desk.time_of<record::FaceCompared>() - desk.matcher.asked.at(0), milliseconds(137));
  });
}

TEST(FirmwareFace, NoPictureIsTakenWhileTheMatcherWorks) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {looking(std::nullopt, milliseconds(250))};
    desk.face_the_camera();
    desk.run(seconds(2));
    // Ticks every 100 ms; each picture keeps the matcher busy over the next two.
    ASSERT_GE(desk.pictures.asked.size(), 4U);
    for (std::size_t i = 1; i < desk.pictures.asked.size(); ++i)
      EXPECT_EQ(desk.pictures.asked[i] - desk.pictures.asked[i - 1], milliseconds(300));
  });
}

TEST(FirmwareFace, SlowMatcherIsNotTakenForASilentCamera) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {looking(std::nullopt, seconds(3)), decided(FaceResult::match)};
    desk.face_the_camera();
    ASSERT_TRUE(desk.run_until<record::IdentityConfirmed>());
    EXPECT_THAT(desk.all<record::CameraFailed>(), IsEmpty());
  });
}

TEST(FirmwareFace, FrozenCameraIsRefusedAsCameraFailedAndThePinIsOffered) {
  at_desk([](Desk& desk) {
    FaceJudgement frozen;
    frozen.frozen = true;
    desk.matcher.script = {frozen};
    desk.face_the_camera();
    ASSERT_TRUE(desk.run_until<record::IdentityRefused>());
    desk.run(milliseconds(10));
    ASSERT_THAT(desk.all<record::CameraFailed>(), SizeIs(1));
    EXPECT_EQ(desk.all<record::CameraFailed>()[0].trouble, record::CameraTrouble::frozen);
    EXPECT_THAT(desk.refusals(), ElementsAre(Refusal::camera_failed));
    EXPECT_EQ(desk.screen(), Screen::choose_method);
    EXPECT_THAT(desk.buttons(), ElementsAre(Button::pin));
    EXPECT_FALSE(desk.reader.camera_body->is_on());
  });
}

TEST(FirmwareFace, SilentCameraHasFailedAfterItsPatience) {
  at_desk(
      [](Desk& desk) {
        desk.matcher.script = {looking(std::nullopt)};
        desk.reader.camera_body->set_fault(camera::CameraFault::unplugged);
        desk.face_the_camera();
        ASSERT_TRUE(desk.run_until<record::IdentityRefused>());
        desk.run(milliseconds(10));
        EXPECT_EQ(desk.all<record::CameraFailed>().at(0).trouble, record::CameraTrouble::silent);
        Duration guide{};
        for (const record::Event& event : desk.record.events()) {
          const auto* shown = record::as<record::ScreenShown>(event);
          if (shown != nullptr && shown->screen == Screen::face_guide) guide = event.time;
        }
        EXPECT_EQ(desk.time_of<record::CameraFailed>() - guide, milliseconds(1700));
        EXPECT_THAT(desk.refusals(), ElementsAre(Refusal::camera_failed));
        EXPECT_THAT(desk.buttons(), ElementsAre(Button::pin));
      },
      milliseconds(1700));
}

TEST(FirmwareFace, CameraThatFallsSilentLaterFailsItsPatienceAfterTheLastPicture) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {looking(std::nullopt)};
    desk.face_the_camera();
    desk.run(seconds(5));
    desk.reader.camera_body->set_fault(camera::CameraFault::unplugged);
    ASSERT_TRUE(desk.run_until<record::CameraFailed>());
    EXPECT_EQ(desk.time_of<record::CameraFailed>() - desk.pictures.asked.back(), kPatience);
  });
}

TEST(FirmwareFace, PictureInTheHandIsRefusedAsNotLiveAndMayTryAgain) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {decided(FaceResult::not_live)};
    desk.face_the_camera();
    ASSERT_TRUE(desk.run_until<record::IdentityRefused>());
    desk.run(milliseconds(10));
    EXPECT_THAT(desk.refusals(), ElementsAre(Refusal::not_live));
    EXPECT_EQ(desk.all<record::FaceCompared>().at(0).result, FaceResult::not_live);
    EXPECT_EQ(desk.screen(), Screen::face_failed);
    EXPECT_THAT(desk.buttons(), ElementsAre(Button::retry, Button::pin));
  });
}

TEST(FirmwareFace, PhotoThatCannotBeUsedIsRefusedBeforeTheCameraIsOn) {
  at_desk([](Desk& desk) {
    desk.matcher.enrolled = {EnrolStatus::no_face, "nobody in it", milliseconds(20)};
    desk.matcher.script = {decided(FaceResult::match)};
    desk.choose_face();
    ASSERT_TRUE(desk.run_until<record::IdentityRefused>());
    desk.run(seconds(1));
    EXPECT_THAT(desk.refusals(), ElementsAre(Refusal::photo_unusable));
    EXPECT_THAT(desk.pictures.asked, IsEmpty());
    EXPECT_THAT(desk.buttons(), ElementsAre(Button::pin));
  });
}

TEST(FirmwareFace, MatcherGetsThePhotoFromTheChip) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {decided(FaceResult::match)};
    desk.face_the_camera();
    EXPECT_THAT(desk.matcher.photos, ElementsAre(kPhoto));
  });
}

TEST(FirmwareFace, FaceIsDeletedAfterEachDecision) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {decided(FaceResult::no_match)};
    desk.matcher.held.photo = true;
    desk.face_the_camera();
    ASSERT_TRUE(desk.run_until<record::FaceDataWiped>());
    EXPECT_EQ(desk.matcher.wipes, 1);
    desk.card->answers_for_a_face();
    desk.reader.touch_screen->touch(Button::retry);
    ASSERT_TRUE(desk.run_until<record::FaceDataWiped>());
    EXPECT_EQ(desk.matcher.wipes, 2);
    for (const auto& wiped : desk.all<record::FaceDataWiped>()) {
      EXPECT_TRUE(wiped.photo);
      EXPECT_TRUE(wiped.probe);
      EXPECT_TRUE(wiped.face_template);
    }
  });
}

TEST(FirmwareFace, WipedListsOnlyWhatWasHeld) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {looking(std::nullopt)};
    desk.reader.camera_body->set_fault(camera::CameraFault::unplugged);
    desk.face_the_camera();
    ASSERT_TRUE(desk.run_until<record::FaceDataWiped>());
    const auto wiped = desk.all<record::FaceDataWiped>().at(0);
    EXPECT_TRUE(wiped.photo);
    EXPECT_FALSE(wiped.probe);
    EXPECT_FALSE(wiped.face_template);
  });
}

TEST(FirmwareFace, PixelsOfEveryPictureAreOverwritten) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {looking(std::nullopt), looking(Guidance::hold_still), decided(FaceResult::match)};
    desk.face_the_camera();
    ASSERT_TRUE(desk.run_until<record::IdentityConfirmed>());
    ASSERT_THAT(desk.pictures.pictures, SizeIs(3));
    for (const auto& picture : desk.pictures.pictures) EXPECT_THAT(picture->pixels, Each(0));
  });
}

TEST(FirmwareFace, FaceIsDeletedWhenTheCardIsRemovedEarly) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {looking(Guidance::come_closer)};
    desk.face_the_camera();
    desk.run(seconds(1));
    desk.reader.card_slot->remove();
    ASSERT_TRUE(desk.run_until<record::FaceDataWiped>());
    EXPECT_FALSE(desk.reader.camera_body->is_on());
    for (const auto& picture : desk.pictures.pictures) EXPECT_THAT(picture->pixels, Each(0));
  });
}

TEST(FirmwareFace, CardRemovedWhileTheMatcherWorksIdentifiesNoPatient) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {decided(FaceResult::match, milliseconds(500))};
    desk.face_the_camera();
    while (desk.matcher.asked.empty()) desk.run(milliseconds(10));
    desk.reader.card_slot->remove();
    ASSERT_TRUE(desk.run_until<record::ReceptionAborted>());
    EXPECT_THAT(desk.all<record::FaceCompared>(), IsEmpty());
    EXPECT_THAT(desk.all<record::IdentityConfirmed>(), IsEmpty());
  });
}

TEST(FirmwareFace, MeasuresOfADecisionAreThousandths) {
  at_desk([](Desk& desk) {
    FaceJudgement match = decided(FaceResult::match);
    match.evidence.emplace();
    match.evidence->similarity = 0.5126F;
    match.evidence->similarity_at_least = 0.445F;
    match.evidence->liveness = 0.9F;
    match.evidence->liveness_at_least = 0.5F;
    desk.matcher.script = {match};
    desk.face_the_camera();
    ASSERT_TRUE(desk.run_until<record::FaceMeasured>());
    const auto measured = desk.all<record::FaceMeasured>().at(0);
    EXPECT_EQ(measured.similarity, 513);
    EXPECT_EQ(measured.similarity_at_least, 445);
    EXPECT_EQ(measured.liveness, 900);
    EXPECT_EQ(measured.liveness_at_least, 500);
    EXPECT_EQ(measured.parallax, std::nullopt);
    EXPECT_EQ(measured.frame, 1);
  });
}

/// Notes why each picture was kept.
struct Keeper : PictureKeeper {
  std::vector<std::string> reasons;
  std::string keep(const camera::Frame&, const FaceJudgement&, const std::string& why) override {
    reasons.push_back(why);
    return reasons.size() == 1 ? "first.jpg" : "";
  }
};

TEST(FirmwareFace, PicturesAreKeptForGuidanceAndDecisionAndRecordedIfThereIsAFile) {
  at_desk([](Desk& desk) {
    Keeper keeper;
    desk.reader.keep_pictures(keeper);
    FaceJudgement match = decided(FaceResult::match);
    match.evidence.emplace();
    desk.matcher.script = {looking(Guidance::backlit), looking(Guidance::backlit), match};
    desk.face_the_camera();
    ASSERT_TRUE(desk.run_until<record::IdentityConfirmed>());
    EXPECT_THAT(keeper.reasons, ElementsAre("backlit", "match"));
    ASSERT_THAT(desk.all<record::PictureKept>(), SizeIs(1));
    EXPECT_EQ(desk.all<record::PictureKept>()[0].file, "first.jpg");
  });
}

}  // namespace firmware_face_test
}  // namespace uketsuke::reader::face_test
