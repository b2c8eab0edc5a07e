// The firmware before a face: a matcher that says what the test wrote down, a camera of blank pictures.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <memory>

#include "kernel/main.h"
#include "kernel/time.h"
#include "reader_model/reader.h"
#include "tests/unit/reader_model/firmware/genuine_card.h"

#if defined(__SANITIZE_ADDRESS__)
/// A SystemC thread that waits when a test ends is never unwound: what its stack owns is no leak of ours.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:uketsuke::reader::Firmware::run\n"; }
#endif

namespace uketsuke::reader {
namespace {

using record::Button;
using record::FaceResult;
using record::Refusal;
using record::Screen;
using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const Bytes kPhoto(300, 0xAB);
constexpr camera::CameraSettings kCamera{milliseconds(100), milliseconds(400), Duration::zero()};
constexpr Duration kPatience = seconds(2);

/// Grey pictures, of which the test keeps a hand on each.
struct GreyPictures : camera::FrameSource {
  std::vector<Duration> asked;
  std::vector<std::shared_ptr<const camera::Image>> pictures;
  camera::Exposure expose(std::int64_t, Duration at) override {
    asked.push_back(at);
    auto image = std::make_shared<camera::Image>(camera::Image::blank(2, 2, 3));
    image->pixels.assign(image->pixels.size(), 200);
    pictures.push_back(image);
    return {camera::Exposure::Outcome::delivered, camera::Subject::holder, image};
  }
};

/// Says what is written down, the last of it for ever.
struct ScriptedMatcher : FaceMatcher {
  std::deque<FaceJudgement> script;
  EnrolResult enrolled;
  std::vector<Bytes> photos;
  std::vector<Duration> asked;
  int wipes = 0;
  HeldFaceData held;

  EnrolResult enrol(const Bytes& photo) override {
    photos.push_back(photo);
    return enrolled;
  }
  FaceJudgement judge(const camera::Frame&) override {
    asked.push_back(sc_now());
    FaceJudgement next = script.front();
    if (script.size() > 1) script.pop_front();
    return next;
  }
  void wipe() override { ++wipes; }
  HeldFaceData wiped() const override { return held; }
};

FaceJudgement looking(std::optional<Guidance> guidance, Duration took = Duration::zero()) {
  FaceJudgement judgement;
  judgement.guidance = guidance;
  judgement.took = took;
  return judgement;
}

FaceJudgement decided(FaceResult result, Duration took = Duration::zero()) {
  FaceJudgement judgement;
  judgement.result = result;
  judgement.took = took;
  return judgement;
}

ReaderSettings settings_of(Duration camera_patience) {
  const ReaderCatalogue catalogue = load_readers("reader_model/profiles");
  ReaderSettings settings{
      catalogue.profiles.at("camera-slot"), catalogue.releases.back(), {}, {}, 1, kCamera};
  settings.profile.card_travel = milliseconds(100);
  settings.profile.face_attempts = 3;
  settings.profile.limits.camera = camera_patience;
  settings.profile.limits.face = seconds(15);
  settings.profile.limits.screen = seconds(60);
  return settings;
}

/// A reader with a patient's card in it, alone in a world.
struct Desk {
  record::Record record;
  ScreenBook screens = load_screens("reader_model/display/screens.yaml");
  GuidanceBook guidance = load_guidance("reader_model/face_match/guidance.yaml");
  GreyPictures pictures;
  ScriptedMatcher matcher;
  Reader reader;
  std::shared_ptr<GenuineCard> card = std::make_shared<GenuineCard>(kPhoto);

  explicit Desk(Duration camera_patience)
      : reader("reader", settings_of(camera_patience), screens, pictures, matcher, guidance, record) {
    record.set_clock([] { return sc_now(); });
  }

  void run(Duration time) { sc_core::sc_start(to_sc_time(time)); }

  /// Until an event of that kind; @returns whether it came within a minute
  template <class Kind>
  bool run_until() {
    const std::size_t had = all<Kind>().size();
    for (int i = 0; i < 6000 && all<Kind>().size() == had; ++i) run(milliseconds(10));
    return all<Kind>().size() > had;
  }

  /// The patient puts his card in and touches `face`.
  void choose_face() {
    card->answers_for_a_face();
    reader.slot().insert({"sato", card, PrintedFace{record::Secret("801016350 1234")}});
    for (int i = 0; i < 1000 && screen() != Screen::choose_method; ++i) run(milliseconds(10));
    reader.firmware().touch(Button::face);
  }
  void face_the_camera() {
    choose_face();
    for (int i = 0; i < 1000 && screen() != Screen::face_guide; ++i) run(milliseconds(10));
    ASSERT_EQ(screen(), Screen::face_guide);
  }

  template <class Kind>
  std::vector<Kind> all() const {
    std::vector<Kind> found;
    for (const record::Event& event : record.events()) {
      if (const auto* payload = record::as<Kind>(event)) found.push_back(*payload);
    }
    return found;
  }
  template <class Kind>
  Duration time_of() const {
    for (const record::Event& event : record.events()) {
      if (record::as<Kind>(event) != nullptr) return event.time;
    }
    return Duration(-1);
  }
  Screen screen() const {
    const auto shown = all<record::ScreenShown>();
    return shown.empty() ? Screen::idle : shown.back().screen;
  }
  std::vector<Button> buttons() const {
    std::vector<Button> offered;
    const auto shown = all<record::ScreenShown>();
    for (const auto& button : shown.back().buttons) offered.push_back(button.button);
    return offered;
  }
  std::vector<Refusal> refusals() const {
    std::vector<Refusal> reasons;
    for (const auto& refused : all<record::IdentityRefused>()) reasons.push_back(refused.reason);
    return reasons;
  }
  std::vector<Guidance> guided() const {
    std::vector<Guidance> shown;
    for (const auto& guidance_shown : all<record::GuidanceShown>()) shown.push_back(guidance_shown.guidance);
    return shown;
  }
};

void at_desk(const std::function<void(Desk&)>& play, Duration camera_patience = kPatience) {
  in_systemc([&] {
    Desk desk(camera_patience);
    play(desk);
  });
}

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

TEST(FirmwareFace, GuidanceThatWasNotWantedForAFrameIsShownAnew) {
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

TEST(FirmwareFace, GuidanceHasTheWordsOfTheBook) {
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
    EXPECT_FALSE(desk.reader.camera().is_on());
  });
}

TEST(FirmwareFace, SilentCameraHasFailedAfterItsPatience) {
  at_desk(
      [](Desk& desk) {
        desk.matcher.script = {looking(std::nullopt)};
        desk.reader.camera().set_fault(camera::CameraFault::unplugged);
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
    desk.reader.camera().set_fault(camera::CameraFault::unplugged);
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

TEST(FirmwareFace, MatcherGetsThePhotoOutOfTheChip) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {decided(FaceResult::match)};
    desk.face_the_camera();
    EXPECT_THAT(desk.matcher.photos, ElementsAre(kPhoto));
  });
}

TEST(FirmwareFace, FaceIsForgottenAfterEachDecision) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {decided(FaceResult::no_match)};
    desk.matcher.held.photo = true;
    desk.face_the_camera();
    ASSERT_TRUE(desk.run_until<record::FaceDataWiped>());
    EXPECT_EQ(desk.matcher.wipes, 1);
    desk.card->answers_for_a_face();
    desk.reader.firmware().touch(Button::retry);
    ASSERT_TRUE(desk.run_until<record::FaceDataWiped>());
    EXPECT_EQ(desk.matcher.wipes, 2);
    for (const auto& wiped : desk.all<record::FaceDataWiped>()) {
      EXPECT_TRUE(wiped.photo);
      EXPECT_TRUE(wiped.probe);
      EXPECT_TRUE(wiped.face_template);
    }
  });
}

TEST(FirmwareFace, WipedTellsOnlyWhatWasHeld) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {looking(std::nullopt)};
    desk.reader.camera().set_fault(camera::CameraFault::unplugged);
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

TEST(FirmwareFace, FaceIsForgottenWhenTheCardIsPulledInTheMiddle) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {looking(Guidance::come_closer)};
    desk.face_the_camera();
    desk.run(seconds(1));
    desk.reader.slot().remove();
    ASSERT_TRUE(desk.run_until<record::FaceDataWiped>());
    EXPECT_FALSE(desk.reader.camera().is_on());
    for (const auto& picture : desk.pictures.pictures) EXPECT_THAT(picture->pixels, Each(0));
  });
}

TEST(FirmwareFace, CardPulledWhileTheMatcherWorksIdentifiesNobody) {
  at_desk([](Desk& desk) {
    desk.matcher.script = {decided(FaceResult::match, milliseconds(500))};
    desk.face_the_camera();
    while (desk.matcher.asked.empty()) desk.run(milliseconds(10));
    desk.reader.slot().remove();
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

TEST(FirmwareFace, PicturesAreKeptForGuidanceAndDecisionAndRecordedWhereThereIsAFile) {
  at_desk([](Desk& desk) {
    Keeper keeper;
    desk.reader.firmware().keep_pictures(keeper);
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

}  // namespace
}  // namespace uketsuke::reader
