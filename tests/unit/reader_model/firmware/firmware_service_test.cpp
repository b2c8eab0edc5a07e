// The firmware and its line to the service: which reply belongs to which request.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <set>

#include "kernel/main.h"
#include "kernel/time.h"
#include "reader_model/reader.h"
#include "tests/unit/payloads.h"
#include "tests/unit/reader_model/fake_card.h"
#include "tests/unit/reader_model/fake_parts.h"

namespace uketsuke::reader {
namespace firmware_service_test {

using record::Button;
using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct NoMatcher : FaceMatcher {
  EnrolResult enrol(const Bytes&) override { return {}; }
  FaceJudgement judge(const camera::Frame&) override { return {}; }
  void wipe() override {}
  HeldFaceData wiped() const override { return {}; }
};

/// A line whose far end is the test.
struct OpenLine : ServiceLineIf {
  std::vector<ServiceRequest> sent;
  void send(const ServiceRequest& request) override { sent.push_back(request); }
};

ReaderSettings settings() {
  const ReaderCatalogue catalogue = load_readers("reader_model/profiles");
  ReaderSettings settings{catalogue.profiles.at("camera-slot"), catalogue.releases.back(), {}, {}, 1};
  settings.profile.limits.service = seconds(7);
  return settings;
}

/// A reader whose patients staff compare with their photo, so that a reception begins with the service.
struct Desk {
  record::Record record;
  ScreenBook screens = load_screens("reader_model/display/screens.yaml");
  GuidanceBook guidance = load_guidance("reader_model/face_match/policy/guidance.yaml");
  NoFrames pictures;
  OneCard field;
  NoMatcher matcher;
  Reader reader{"reader", settings(), screens, matcher, guidance, record};
  OpenLine line;

  Desk() {
    record.set_clock([] { return sc_now(); });
    reader.frames.bind(pictures);
    reader.service_line.bind(line);
    reader.card_field.bind(field);
    run(Duration::zero());  // elaborates: ports can be used from here on
    reader.staff_terminal->set_staff_mode(record::StaffMode::visual_check);
  }

  void run(Duration time = seconds(1)) { sc_core::sc_start(to_sc_time(time)); }

  /// To the question about the certificate.
  void identify() {
    const auto card = std::make_shared<FakeCard>();
    for (const char* each : {"9000", "9000", "9000", "3000 9000"}) card->answers(each);
    reader.card_slot->insert({"sato", std::nullopt});
    field.place(card);
    run(seconds(3));
    reader.staff_terminal->decide_visual_check(true);
    run();
  }

  void reply(std::uint64_t to, decltype(ServiceReply::body) body) {
    reader.service_replies->deliver({to, body});
    run();
  }
  void reply(decltype(ServiceReply::body) body) { reply(line.sent.back().number, body); }

  /// To the consents, which are sent and not confirmed. @returns the number of the order to register
  std::uint64_t register_and_send_consents() {
    identify();
    reply(record::CertificateStatus::valid);
    reply(false);
    reader.touch_screen->touch(Button::enroll);
    run();
    const std::uint64_t order = line.sent.back().number;
    reply(std::monostate{});
    reply(EligibilityReply{record::Validity::valid});
    return order;
  }

  template <class Kind>
  std::vector<Kind> all() const {
    return payloads<Kind>(record);
  }
};

void at_desk(const std::function<void(Desk&)>& play) {
  in_systemc([&] {
    Desk desk;
    play(desk);
  });
}

TEST(FirmwareService, EachRequestHasItsOwnNumber) {
  at_desk([](Desk& desk) {
    desk.register_and_send_consents();
    std::set<std::uint64_t> numbers;
    for (const ServiceRequest& request : desk.line.sent) numbers.insert(request.number);
    ASSERT_THAT(desk.line.sent, SizeIs(5));
    EXPECT_THAT(numbers, SizeIs(5));
  });
}

TEST(FirmwareService, RequestSaysHowLongTheReaderWaits) {
  at_desk([](Desk& desk) {
    desk.identify();
    ASSERT_THAT(desk.line.sent, SizeIs(1));
    EXPECT_EQ(desk.line.sent[0].patience, seconds(7));
  });
}

TEST(FirmwareService, ConfirmationThatComesTwiceConfirmsNoOtherOrder) {
  at_desk([](Desk& desk) {
    const std::uint64_t order = desk.register_and_send_consents();
    ASSERT_TRUE(std::holds_alternative<ConsentOrder>(desk.line.sent.back().body));
    desk.reply(order, std::monostate{});
    EXPECT_THAT(desk.all<record::ReceptionCompleted>(), IsEmpty());
    desk.reply(std::monostate{});
    EXPECT_THAT(desk.all<record::ReceptionCompleted>(), SizeIs(1));
  });
}

TEST(FirmwareService, ReplyToAnEarlierReceptionIsIgnored) {
  at_desk([](Desk& desk) {
    desk.identify();
    const std::uint64_t before = desk.line.sent.back().number;
    desk.reader.card_slot->remove();
    desk.run();
    desk.identify();
    ASSERT_THAT(desk.line.sent, SizeIs(2));
    desk.reply(before, record::CertificateStatus::valid);
    EXPECT_THAT(desk.line.sent, SizeIs(2));
    desk.reply(record::CertificateStatus::valid);
    EXPECT_THAT(desk.line.sent, SizeIs(3));
  });
}

/// How often the reader heeds what the service says of the certificate, if it answers after something else
/// has happened: each time it shows that the certificate expires soon.
std::size_t heeded(Desk& desk, const std::function<void()>& happens) {
  desk.identify();
  happens();
  desk.reply(record::CertificateStatus::expires_soon);
  std::size_t notices = 0;
  for (const record::ScreenShown& shown : desk.all<record::ScreenShown>())
    notices += shown.screen == record::Screen::certificate_notice ? 1 : 0;
  return notices;
}

TEST(FirmwareService, ReplyInTimeIsHeard) {
  at_desk([](Desk& desk) { EXPECT_EQ(heeded(desk, [] {}), 1u); });
}

TEST(FirmwareService, ReplyAfterTheReaderGaveUpIsNotHeard) {
  at_desk([](Desk& desk) {
    EXPECT_EQ(heeded(desk, [&] { desk.run(seconds(7)); }), 0u);
    EXPECT_THAT(desk.all<record::ServiceTimedOut>(), SizeIs(1));
  });
}

TEST(FirmwareService, ReplyAfterTheCardWasTakenIsNotHeard) {
  at_desk([](Desk& desk) {
    const auto take = [&] {
      desk.reader.card_slot->remove();
      desk.run();
    };
    EXPECT_EQ(heeded(desk, take), 0u);
  });
}

TEST(FirmwareService, ReplyThatComesTwiceIsHeardOnce) {
  at_desk([](Desk& desk) {
    const auto answer = [&] { desk.reply(record::CertificateStatus::expires_soon); };
    EXPECT_EQ(heeded(desk, answer), 1u);
  });
}

TEST(FirmwareService, ReplyWithANumberThatWasNeverSentIsIgnored) {
  at_desk([](Desk& desk) {
    desk.identify();
    desk.reply(desk.line.sent.back().number + 1, record::CertificateStatus::valid);
    EXPECT_THAT(desk.line.sent, SizeIs(1));
  });
}

}  // namespace firmware_service_test
}  // namespace uketsuke::reader
