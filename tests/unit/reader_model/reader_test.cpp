#include "reader_model/reader.h"

#include <gmock/gmock.h>

#include <sstream>

#include "kernel/hierarchy.h"
#include "kernel/main.h"
#include "kernel/time.h"
#include "tests/unit/payloads.h"
#include "tests/unit/reader_model/fake_parts.h"

namespace uketsuke::reader {
namespace reader_test {

using testing::HasSubstr;

struct BlindMatcher : FaceMatcher {
  EnrolResult enrol(const Bytes&) override { return {}; }
  FaceJudgement judge(const camera::Frame&) override { return {}; }
  void wipe() override {}
  HeldFaceData wiped() const override { return {}; }
};

/// A reader with everything that it needs but what a test leaves out.
struct Desk {
  record::Record record;
  ScreenBook screens = load_screens("reader_model/display/screens.yaml");
  GuidanceBook guidance = load_guidance("reader_model/face_match/policy/guidance.yaml");
  BlindMatcher matcher;
  NoService service;
  NoFrames pictures;
  OneCard field;
  Reader reader{"reader", settings(), screens, matcher, guidance, record};

  static ReaderSettings settings() {
    const ReaderCatalogue catalogue = load_readers("reader_model/profiles");
    return {catalogue.profiles.at("camera-slot"), catalogue.releases.back(), {}, {}, 1};
  }
  explicit Desk(const std::string& unbound = "") {
    record.set_clock([] { return sc_now(); });
    if (unbound != "service_line") reader.service_line.bind(service);
    if (unbound != "frames") reader.frames.bind(pictures);
    if (unbound != "card_field") reader.card_field.bind(field);
  }
};

class UnboundPort : public testing::TestWithParam<const char*> {};

TEST_P(UnboundPort, StopsElaborationWithItsName) {
  std::string message = "nothing was thrown";
  try {
    in_systemc([] {
      Desk desk(GetParam());
      sc_core::sc_start(sc_core::SC_ZERO_TIME);
    });
  } catch (const std::exception& error) {
    message = error.what();
  }
  EXPECT_THAT(message, HasSubstr("port not bound"));
  EXPECT_THAT(message, HasSubstr(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(OfTheReader, UnboundPort, testing::Values("service_line", "frames", "card_field"));

TEST(Reader, IsIdleOnceItRuns) {
  in_systemc([] {
    Desk desk;
    sc_core::sc_start(to_sc_time(std::chrono::seconds(1)));
    ASSERT_EQ(payloads<record::ScreenShown>(desk.record).size(), 1u);
    EXPECT_EQ(payloads<record::ScreenShown>(desk.record)[0].screen, record::Screen::idle);
  });
}

TEST(Reader, ACardThatDoesNotAnswerIsNotRecognised) {
  in_systemc([] {
    Desk desk;
    sc_core::sc_start(sc_core::SC_ZERO_TIME);
    EXPECT_TRUE(desk.reader.card_slot->insert({"unreadable", std::nullopt}));
    EXPECT_FALSE(desk.reader.card_slot->insert({"another", std::nullopt}));
    sc_core::sc_start(to_sc_time(std::chrono::seconds(10)));
    EXPECT_EQ(payloads<record::ScreenShown>(desk.record).back().screen, record::Screen::card_not_recognised);
  });
}

TEST(Hierarchy, NamesModulesPortsAndExportsWithTheirInterfaces) {
  in_systemc([] {
    Desk desk;
    sc_core::sc_start(sc_core::SC_ZERO_TIME);
    std::ostringstream out;
    print_hierarchy(out);
    EXPECT_THAT(out.str(), HasSubstr("reader  module Reader\n"));
    EXPECT_THAT(out.str(), HasSubstr("  touch_screen  export TouchScreenIf\n"));
    EXPECT_THAT(out.str(), HasSubstr("  service_line  port ServiceLineIf\n"));
    EXPECT_THAT(out.str(), HasSubstr("  firmware  module Firmware\n"));
    EXPECT_THAT(out.str(), HasSubstr("    card_field  port CardFieldIf\n"));
  });
}

}  // namespace reader_test
}  // namespace uketsuke::reader
