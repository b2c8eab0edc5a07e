#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "kernel/main.h"
#include "kernel/time.h"
#include "reader_model/reader.h"
#include "tests/unit/payloads.h"
#include "tests/unit/reader_model/fake_parts.h"
#include "tests/unit/reader_model/firmware/genuine_card.h"

/// A reader before whose camera a patient sits: the matcher says what the test wrote down, the camera gives
/// blank pictures.
namespace uketsuke::reader::face_test {

using record::Button;
using record::FaceResult;
using record::Refusal;
using record::Screen;
using std::chrono::milliseconds;
using std::chrono::seconds;

inline const Bytes kPhoto(300, 0xAB);
inline constexpr camera::CameraSettings kCamera{milliseconds(100), milliseconds(400), Duration::zero()};
inline constexpr Duration kPatience = seconds(2);

/// Grey pictures, of which the test keeps a hand on each.
struct GreyPictures : camera::FrameSourceIf {
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

inline FaceJudgement looking(std::optional<Guidance> guidance, Duration took = Duration::zero()) {
  FaceJudgement judgement;
  judgement.guidance = guidance;
  judgement.took = took;
  return judgement;
}

inline FaceJudgement decided(FaceResult result, Duration took = Duration::zero()) {
  FaceJudgement judgement;
  judgement.result = result;
  judgement.took = took;
  return judgement;
}

inline ReaderSettings settings_of(Duration camera_patience) {
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
  GuidanceBook guidance = load_guidance("reader_model/face_match/policy/guidance.yaml");
  GreyPictures pictures;
  ScriptedMatcher matcher;
  NoService service;
  OneCard field;
  Reader reader;
  std::shared_ptr<GenuineCard> card = std::make_shared<GenuineCard>(kPhoto);

  explicit Desk(Duration camera_patience)
      : reader("reader", settings_of(camera_patience), screens, matcher, guidance, record) {
    record.set_clock([] { return sc_now(); });
    reader.frames.bind(pictures);
    reader.service_line.bind(service);
    reader.card_field.bind(field);
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
    reader.card_slot->insert({"sato", PrintedFace{record::Secret("801016350 1234")}});
    field.place(card);
    for (int i = 0; i < 1000 && screen() != Screen::choose_method; ++i) run(milliseconds(10));
    reader.touch_screen->touch(Button::face);
  }
  void face_the_camera() {
    choose_face();
    for (int i = 0; i < 1000 && screen() != Screen::face_guide; ++i) run(milliseconds(10));
    ASSERT_EQ(screen(), Screen::face_guide);
  }

  template <class Kind>
  std::vector<Kind> all() const {
    return payloads<Kind>(record);
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

inline void at_desk(const std::function<void(Desk&)>& play, Duration camera_patience = kPatience) {
  in_systemc([&] {
    Desk desk(camera_patience);
    play(desk);
  });
}

}  // namespace uketsuke::reader::face_test
