#include "reader_model/display/display.h"

#include <gtest/gtest.h>

#include <functional>

#include "kernel/main.h"
#include "tests/unit/reader_model/fake_parts.h"

namespace uketsuke::reader {
namespace display_test {

ScreenBook book() {
  ScreenBook book;
  book.screens[record::Screen::enter_pin] = {{"暗証番号", "PIN"}, {"残り{tries}回", "{tries} left"}, "", {}};
  book.screens[record::Screen::consent_medicines] = {
      {"お薬情報", "Medicines"},
      {"", ""},
      "",
      {{record::Button::refuse, {"同意しない・40歳未満", "under 40"}}}};
  book.labels[record::Button::agree] = {"同意する", "Agree"};
  book.labels[record::Button::refuse] = {"同意しない", "Do not agree"};
  return book;
}

struct Touches : InputsIgnored {
  std::vector<record::Button> buttons;
  void touched(record::Button button) override { buttons.push_back(button); }
};

/// A display alone in a world.
struct Bench {
  record::Record record;
  ScreenBook screens;
  Touches touches;
  Display display;

  explicit Bench(ScreenBook with) : screens(std::move(with)), display("display", screens, record) {
    display.firmware.bind(touches);
    sc_core::sc_start(sc_core::SC_ZERO_TIME);
  }
  const record::ScreenShown& shown(std::size_t n) const {
    return *record::as<record::ScreenShown>(record.events().at(n));
  }
};

void on_display(const std::function<void(Bench&)>& act, const ScreenBook& screens = book()) {
  in_systemc([&] {
    Bench bench(screens);
    act(bench);
  });
}

TEST(Display, PutsTheTriesLeftIntoTheText) {
  on_display([](Bench& bench) {
    bench.display.show(record::Screen::enter_pin, {}, 2);
    EXPECT_EQ(bench.shown(0).text.ja, "残り2回");
    EXPECT_EQ(bench.shown(0).text.en, "2 left");
  });
}

TEST(Display, PrefersAScreensOwnLabelToTheCommonOne) {
  on_display([](Bench& bench) {
    bench.display.show(record::Screen::consent_medicines, {record::Button::agree, record::Button::refuse},
                       -1);
    EXPECT_EQ(bench.shown(0).buttons.at(0).label.ja, "同意する");
    EXPECT_EQ(bench.shown(0).buttons.at(1).label.ja, "同意しない・40歳未満");
  });
}

TEST(Display, RecordsATouchOnlyIfItsButtonIsShown) {
  on_display([](Bench& bench) {
    bench.display.show(record::Screen::consent_medicines, {record::Button::agree}, -1);
    bench.display.touch(record::Button::refuse);
    EXPECT_EQ(bench.record.events().size(), 1U);
    bench.display.touch(record::Button::agree);
    ASSERT_EQ(bench.record.events().size(), 2U);
    EXPECT_EQ(record::as<record::ButtonTouched>(bench.record.events().at(1))->screen,
              record::Screen::consent_medicines);
  });
}

TEST(Display, TellsTheFirmwareOnlyOfTouchesOfItsButtons) {
  on_display([](Bench& bench) {
    bench.display.show(record::Screen::consent_medicines, {record::Button::agree}, -1);
    bench.display.touch(record::Button::refuse);
    bench.display.touch(record::Button::agree);
    EXPECT_EQ(bench.touches.buttons, std::vector{record::Button::agree});
  });
}

TEST(Display, UsesTheTextForAReceptionByPhoneIfTheScreenHasOne) {
  ScreenBook screens = book();
  screens.screens[record::Screen::enter_pin].text_by_phone = Text{"スマートフォンの", "of the phone"};
  on_display(
      [](Bench& bench) {
        bench.display.show(record::Screen::enter_pin, {}, -1, true);
        bench.display.show(record::Screen::enter_pin, {}, 2);
        bench.display.show(record::Screen::consent_medicines, {}, -1, true);
        EXPECT_EQ(bench.shown(0).text.en, "of the phone");
        EXPECT_EQ(bench.shown(1).text.en, "2 left");
        EXPECT_EQ(bench.shown(2).text.en, "");
      },
      screens);
}

TEST(Display, WithoutFirmwareStopsElaborationWithTheNameOfThePort) {
  const ScreenBook screens = book();
  record::Record record;
  try {
    in_systemc([&] {
      Display display("display", screens, record);
      sc_core::sc_start(sc_core::SC_ZERO_TIME);
    });
    FAIL();
  } catch (const std::exception& error) {
    EXPECT_NE(std::string(error.what()).find("display.firmware"), std::string::npos) << error.what();
  }
}

}  // namespace display_test
}  // namespace uketsuke::reader
