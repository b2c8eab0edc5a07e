#include "reader_model/display/display.h"

#include <gtest/gtest.h>

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

TEST(Display, PutsTheTriesLeftIntoTheText) {
  record::Record record;
  const ScreenBook screens = book();
  Display display(screens, record);
  display.show(record::Screen::enter_pin, {}, 2);
  const auto* shown = record::as<record::ScreenShown>(record.events().at(0));
  EXPECT_EQ(shown->text.ja, "残り2回");
  EXPECT_EQ(shown->text.en, "2 left");
}

TEST(Display, PrefersAScreensOwnLabelToTheCommonOne) {
  record::Record record;
  const ScreenBook screens = book();
  Display display(screens, record);
  display.show(record::Screen::consent_medicines, {record::Button::agree, record::Button::refuse}, -1);
  const auto* shown = record::as<record::ScreenShown>(record.events().at(0));
  EXPECT_EQ(shown->buttons.at(0).label.ja, "同意する");
  EXPECT_EQ(shown->buttons.at(1).label.ja, "同意しない・40歳未満");
}

TEST(Display, RecordsATouchOnlyWhereItsButtonIs) {
  record::Record record;
  const ScreenBook screens = book();
  Display display(screens, record);
  display.show(record::Screen::consent_medicines, {record::Button::agree}, -1);
  EXPECT_FALSE(display.touch(record::Button::refuse));
  EXPECT_EQ(record.events().size(), 1U);
  EXPECT_TRUE(display.touch(record::Button::agree));
  EXPECT_EQ(record::as<record::ButtonTouched>(record.events().at(1))->screen,
            record::Screen::consent_medicines);
}

TEST(Display, HasOtherWordsForAReceptionByPhoneWhereTheScreenHasThem) {
  record::Record record;
  ScreenBook screens = book();
  screens.screens[record::Screen::enter_pin].text_by_phone = Text{"スマートフォンの", "of the phone"};
  Display display(screens, record);
  display.show(record::Screen::enter_pin, {}, -1, true);
  display.show(record::Screen::enter_pin, {}, 2);
  display.show(record::Screen::consent_medicines, {}, -1, true);
  const auto text = [&](std::size_t n) {
    return record::as<record::ScreenShown>(record.events().at(n))->text.en;
  };
  EXPECT_EQ(text(0), "of the phone");
  EXPECT_EQ(text(1), "2 left");
  EXPECT_EQ(text(2), "");
}

}  // namespace display_test
}  // namespace uketsuke::reader
