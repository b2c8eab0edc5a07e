#include "camera_model/camera.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>
#include <vector>

#include "camera_model/source/declared_source.h"
#include "kernel/main.h"
#include "kernel/time.h"

namespace uketsuke::camera {
namespace camera_test {

using std::chrono::milliseconds;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr CameraSettings kSettings{milliseconds(100), milliseconds(400), milliseconds(0)};

/// A source whose image has one pixel, the exposure's number; a test can set the result of exposures.
struct Numbered : FrameSourceIf {
  std::vector<std::int64_t> asked;
  std::vector<Duration> times;
  Exposure::Outcome outcome = Exposure::Outcome::delivered;

  Exposure expose(std::int64_t number, Duration at) override {
    asked.push_back(number);
    times.push_back(at);
    auto image = std::make_shared<Image>(Image::blank(1, 1, 3));
    image->pixels.assign(3, static_cast<std::uint8_t>(asked.size()));
    return {outcome, Subject::holder, image};
  }
};

struct Seen : FrameSinkIf {
  std::vector<Frame> frames;
  std::vector<Duration> delivered;
  bool wants = true;
  std::function<void()> then = [] {};

  void deliver(const Frame& frame) override {
    frames.push_back(frame);
    delivered.push_back(sc_now());
    then();
  }
  bool ready() const override { return wants; }

  std::vector<std::int64_t> numbers() const {
    std::vector<std::int64_t> all;
    for (const Frame& frame : frames) all.push_back(frame.number);
    return all;
  }
  std::vector<int> pixels() const {
    std::vector<int> all;
    for (const Frame& frame : frames) all.push_back(frame.image->pixels.at(0));
    return all;
  }
};

/// A camera alone in a SystemC world.
struct CameraAlone {
  Numbered source;
  Seen sink;
  Camera camera;

  explicit CameraAlone(const CameraSettings& settings = kSettings) : camera("camera", settings) {
    camera.source.bind(source);
    camera.sink.bind(sink);
  }
  void run(Duration time) { sc_core::sc_start(to_sc_time(time)); }
};

void with_camera(const std::function<void(CameraAlone&)>& play, const CameraSettings& settings = kSettings) {
  in_systemc([&] {
    CameraAlone alone(settings);
    play(alone);
  });
}

TEST(Camera, FirstFrameComesAfterTheStartUpTimeAndTheOthersAtTheFrameInterval) {
  with_camera([](CameraAlone& alone) {
    alone.camera.switch_on();
    alone.run(milliseconds(650));
    EXPECT_THAT(alone.sink.delivered, ElementsAre(milliseconds(400), milliseconds(500), milliseconds(600)));
  });
}

TEST(Camera, FramesAreNumberedFromOneAgainAfterEverySwitchingOn) {
  with_camera([](CameraAlone& alone) {
    alone.camera.switch_on();
    alone.run(milliseconds(550));
    alone.camera.switch_off();
    alone.camera.switch_on();
    alone.run(milliseconds(450));
    EXPECT_THAT(alone.sink.numbers(), ElementsAre(1, 2, 1));
  });
}

TEST(Camera, NothingIsExposedWhileItIsOff) {
  with_camera([](CameraAlone& alone) {
    alone.camera.switch_on();
    alone.run(milliseconds(450));
    alone.camera.switch_off();
    alone.run(milliseconds(1000));
    EXPECT_THAT(alone.source.asked, ElementsAre(1));
  });
}

TEST(Camera, SinkMaySwitchItOffFromWithinADelivery) {
  with_camera([](CameraAlone& alone) {
    alone.sink.then = [&alone] { alone.camera.switch_off(); };
    alone.camera.switch_on();
    alone.run(milliseconds(1000));
    EXPECT_THAT(alone.sink.numbers(), ElementsAre(1));
  });
}

TEST(Camera, FrameBearsTheMiddleOfItsExposureAndArrivesAfterTheTransportTime) {
  with_camera(
      [](CameraAlone& alone) {
        alone.camera.switch_on();
        alone.run(milliseconds(480));
        ASSERT_THAT(alone.sink.frames, SizeIs(1));
        EXPECT_EQ(alone.sink.frames[0].exposed, milliseconds(400));
        EXPECT_EQ(alone.sink.delivered[0], milliseconds(430));
        EXPECT_THAT(alone.source.times, ElementsAre(milliseconds(400)));
      },
      {milliseconds(100), milliseconds(400), milliseconds(30)});
}

TEST(Camera, FrameOnItsWayIsLostWhenTheCameraIsSwitchedOff) {
  with_camera(
      [](CameraAlone& alone) {
        alone.camera.switch_on();
        alone.run(milliseconds(410));
        alone.camera.switch_off();
        alone.run(milliseconds(500));
        EXPECT_THAT(alone.sink.frames, IsEmpty());
      },
      {milliseconds(100), milliseconds(400), milliseconds(30)});
}

TEST(Camera, FramesThatTheSinkIsNotReadyForAreCountedButNotExposed) {
  with_camera([](CameraAlone& alone) {
    alone.camera.switch_on();
    alone.run(milliseconds(450));  // 1
    alone.sink.wants = false;
    alone.run(milliseconds(200));  // 2, 3
    alone.sink.wants = true;
    alone.run(milliseconds(100));  // 4
    EXPECT_THAT(alone.source.asked, ElementsAre(1, 4));
    EXPECT_THAT(alone.sink.numbers(), ElementsAre(1, 4));
  });
}

TEST(Camera, FrozenSensorRepeatsItsPictureWithNewNumbersAndTimes) {
  with_camera([](CameraAlone& alone) {
    alone.camera.switch_on();
    alone.run(milliseconds(550));
    alone.camera.set_fault(CameraFault::frozen);
    alone.run(milliseconds(200));
    EXPECT_THAT(alone.sink.numbers(), ElementsAre(1, 2, 3, 4));
    EXPECT_THAT(alone.sink.pixels(), ElementsAre(1, 2, 2, 2));
    EXPECT_EQ(alone.sink.frames[3].exposed, milliseconds(700));
  });
}

TEST(Camera, SensorThatWasFrozenBeforeItWasSwitchedOnSticksToItsFirstPicture) {
  with_camera([](CameraAlone& alone) {
    alone.camera.set_fault(CameraFault::frozen);
    alone.camera.switch_on();
    alone.run(milliseconds(650));
    EXPECT_THAT(alone.sink.pixels(), ElementsAre(1, 1, 1));
  });
}

TEST(Camera, PictureOfTheLastReceptionIsGoneAfterSwitchingOffAlsoFromAFrozenSensor) {
  with_camera([](CameraAlone& alone) {
    alone.camera.switch_on();
    alone.run(milliseconds(450));
    alone.camera.set_fault(CameraFault::frozen);
    alone.camera.switch_off();
    alone.camera.switch_on();
    alone.run(milliseconds(450));
    EXPECT_THAT(alone.sink.pixels(), ElementsAre(1, 2));
  });
}

TEST(Camera, BlackFramesKeepTheirSizeAndShowNobody) {
  with_camera([](CameraAlone& alone) {
    alone.camera.set_fault(CameraFault::black);
    alone.camera.switch_on();
    alone.run(milliseconds(450));
    ASSERT_THAT(alone.sink.frames, SizeIs(1));
    EXPECT_EQ(alone.sink.frames[0].subject, Subject::nobody);
    EXPECT_THAT(alone.sink.frames[0].image->pixels, ElementsAre(0, 0, 0));
  });
}

TEST(Camera, UnpluggedCameraDeliversNothing) {
  with_camera([](CameraAlone& alone) {
    alone.camera.switch_on();
    alone.run(milliseconds(450));
    alone.camera.set_fault(CameraFault::unplugged);
    alone.run(milliseconds(1000));
    EXPECT_THAT(alone.sink.numbers(), ElementsAre(1));
  });
}

TEST(Camera, CameraThatIsPluggedInAgainNeedsItsStartUpTime) {
  with_camera([](CameraAlone& alone) {
    alone.camera.set_fault(CameraFault::unplugged);
    alone.camera.switch_on();
    alone.run(milliseconds(1000));
    alone.camera.set_fault(CameraFault::none);
    alone.run(milliseconds(450));
    EXPECT_THAT(alone.sink.delivered, ElementsAre(milliseconds(1400)));
  });
}

TEST(Camera, SourceWithoutAPictureDeliversNothing) {
  with_camera([](CameraAlone& alone) {
    alone.source.outcome = Exposure::Outcome::absent;
    alone.camera.switch_on();
    alone.run(milliseconds(650));
    EXPECT_THAT(alone.source.asked, ElementsAre(1, 2, 3));
    EXPECT_THAT(alone.sink.frames, IsEmpty());
  });
}

TEST(Camera, SourceThatIsFrozenHasItsLastPictureRepeated) {
  with_camera([](CameraAlone& alone) {
    alone.camera.switch_on();
    alone.run(milliseconds(450));
    alone.source.outcome = Exposure::Outcome::frozen;
    alone.run(milliseconds(200));
    EXPECT_THAT(alone.sink.pixels(), ElementsAre(1, 1, 1));
  });
}

TEST(Camera, DeclaredSubjectIsThatOfTheMomentOfExposure) {
  in_systemc([] {
    Subject present = Subject::nobody;
    struct Declared : FrameSourceIf {
      DeclaredSource source;
      explicit Declared(Subject& present) : source([&present] { return present; }) {}
      Exposure expose(std::int64_t number, Duration at) override { return source.expose(number, at); }
    } source(present);
    Seen sink;
    Camera camera("camera", kSettings);
    camera.source.bind(source);
    camera.sink.bind(sink);
    camera.switch_on();
    sc_core::sc_start(to_sc_time(milliseconds(450)));
    present = Subject::stranger;
    sc_core::sc_start(to_sc_time(milliseconds(100)));
    ASSERT_THAT(sink.frames, SizeIs(2));
    EXPECT_EQ(sink.frames[0].subject, Subject::nobody);
    EXPECT_EQ(sink.frames[1].subject, Subject::stranger);
    EXPECT_EQ(sink.frames[1].image, nullptr);
  });
}

TEST(Camera, SettingsThatNoCameraCanHaveAreRefused) {
  in_systemc([] {
    EXPECT_THROW(Camera("a", {milliseconds(0), milliseconds(1), {}}), std::invalid_argument);
    EXPECT_THROW(Camera("b", {milliseconds(33), milliseconds(-1), {}}), std::invalid_argument);
    EXPECT_THROW(Camera("c", {milliseconds(33), milliseconds(1), milliseconds(33)}), std::invalid_argument);
  });
}

}  // namespace camera_test
}  // namespace uketsuke::camera
