#include "sim/patient/patient.h"

#include <gmock/gmock.h>

#include "kernel/main.h"
#include "kernel/time.h"
#include "sim/patient/card_field.h"
#include "tests/unit/reader_model/fake_card.h"
#include "tests/unit/sim/patient/fake_reader.h"

namespace uketsuke::sim {
namespace patient_test {

using std::chrono::milliseconds;
using testing::ElementsAre;

struct Room {
  record::Record record;
  FakeReader reader;
  CardField field{"field"};
  Patient patient;

  explicit Room(double spread = 0, std::uint64_t seed = 1)
      : patient("patient", habits(spread), seed, record) {
    record.set_clock([] { return sc_now(); });
    patient.card_slot.bind(reader);
    patient.card_field.bind(field);
    patient.touch_screen.bind(reader);
    patient.pin_pad.bind(reader);
    patient.phone_reader.bind(reader);
  }
  static Habits habits(double spread) {
    Habits usual;
    usual.spread = spread;
    return usual;
  }
  void run() { sc_core::sc_start(to_sc_time(std::chrono::seconds(20))); }
};

void in_room(const std::function<void(Room&)>& act, double spread = 0, std::uint64_t seed = 1) {
  in_systemc([&] {
    Room room(spread, seed);
    act(room);
  });
}

TEST(Patient, MakesMovementsOneAfterAnotherWithTheirTimes) {
  in_room([](Room& room) {
    room.patient.touch(record::Button::pin);
    room.patient.type_pin(record::Secret("0109"));
    room.patient.remove();
    room.run();
    EXPECT_THAT(room.reader.log, ElementsAre("1200 touch pin", "3000 pin of 4", "3300 remove"));
  });
}

TEST(Patient, PutsTheChipIntoTheFieldWithTheCard) {
  in_room([](Room& room) {
    const auto chip = std::make_shared<reader::FakeCard>();
    room.patient.insert({{"sato", std::nullopt}, chip});
    room.run();
    EXPECT_THAT(room.reader.log, ElementsAre("900 insert sato"));
    EXPECT_EQ(room.field.card(), chip);
  });
}

TEST(Patient, ACardThatTheSlotRefusesDoesNotComeIntoTheField) {
  in_room([](Room& room) {
    const auto first = std::make_shared<reader::FakeCard>();
    room.patient.insert({{"first", std::nullopt}, first});
    room.patient.insert({{"second", std::nullopt}, std::make_shared<reader::FakeCard>()});
    room.run();
    EXPECT_THAT(room.reader.log, ElementsAre("900 insert first", "1800 no room for second"));
    EXPECT_EQ(room.field.card(), first);
  });
}

TEST(Patient, HoldsAPhone) {
  in_room([](Room& room) {
    room.patient.hold_phone({"ito-sora", record::PhoneKind::iphone, nullptr, std::nullopt});
    room.run();
    EXPECT_THAT(room.reader.log, ElementsAre("2500 phone of ito-sora"));
  });
}

TEST(Patient, ShowsAFaceAfterAMoment) {
  in_room([](Room& room) {
    Duration shown{};
    room.patient.show_face(camera::Subject::holder, [&] { shown = sc_now(); });
    EXPECT_EQ(room.patient.subject(), camera::Subject::nobody);
    room.run();
    EXPECT_EQ(room.patient.subject(), camera::Subject::holder);
    EXPECT_EQ(shown, milliseconds(600));
  });
}

TEST(Patient, IsNotInFrontOfTheCameraOnArrival) {
  in_room([](Room& room) {
    room.patient.show_face(camera::Subject::holder, [] {});
    room.run();
    room.patient.arrive("mori-kiyoko");
    EXPECT_EQ(room.patient.subject(), camera::Subject::nobody);
    EXPECT_EQ(record::as<record::PatientArrived>(room.record.events().back())->patient, "mori-kiyoko");
  });
}

TEST(Patient, TimesVaryByTheSpreadAtMost) {
  in_room(
      [](Room& room) {
        room.patient.touch(record::Button::pin);
        room.run();
        const long at = std::stol(room.reader.log.at(0));
        EXPECT_GE(at, 960);
        EXPECT_LE(at, 1440);
        EXPECT_NE(at, 1200);
      },
      0.2, 7);
}

}  // namespace patient_test
}  // namespace uketsuke::sim
