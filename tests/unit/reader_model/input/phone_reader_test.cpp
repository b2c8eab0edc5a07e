#include "reader_model/input/phone_reader.h"

#include <gmock/gmock.h>

#include "tests/unit/reader_model/input/input_bench.h"

namespace uketsuke::reader {
namespace phone_reader_test {

using testing::ElementsAre;
using testing::IsEmpty;

void on_reader(record::Screen screen, const std::function<void(ShowingDisplay&, PhoneReader&)>& act) {
  in_systemc([&] {
    ShowingDisplay bench;
    PhoneReader reader("phones", bench.display, bench.record);
    reader.firmware.bind(bench.inputs);
    bench.show(screen);
    act(bench, reader);
  });
}

TEST(PhoneReader, NoticesAPhoneWhileTheScreenAsksForOne) {
  on_reader(record::Screen::hold_phone, [](ShowingDisplay& bench, PhoneReader& reader) {
    reader.hold_phone({"ito-sora", record::PhoneKind::android, nullptr, std::nullopt});
    EXPECT_THAT(bench.inputs.notes, ElementsAre("phone of ito-sora"));
    const auto* held = record::as<record::PhoneHeld>(bench.record.events().back());
    ASSERT_NE(held, nullptr);
    EXPECT_EQ(held->phone, "ito-sora");
    EXPECT_EQ(held->phone_kind, record::PhoneKind::android);
  });
}

TEST(PhoneReader, IsOffOnTheIdleScreen) {
  on_reader(record::Screen::idle, [](ShowingDisplay& bench, PhoneReader& reader) {
    reader.hold_phone({"ito-sora", record::PhoneKind::iphone, nullptr, std::nullopt});
    EXPECT_THAT(bench.inputs.notes, IsEmpty());
    EXPECT_THAT(bench.recorded(), IsEmpty());
  });
}

TEST(PhoneReader, IsOffWhileThePatientChoosesAKindOfPhone) {
  on_reader(record::Screen::phone_kind, [](ShowingDisplay& bench, PhoneReader& reader) {
    reader.hold_phone({"ito-sora", record::PhoneKind::iphone, nullptr, std::nullopt});
    EXPECT_THAT(bench.inputs.notes, IsEmpty());
  });
}

}  // namespace phone_reader_test
}  // namespace uketsuke::reader
