#include "reader_model/display/screen_book.h"

#include <gtest/gtest.h>

#include "base/atomic_file.h"
#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::reader {
namespace screen_book_test {

const std::filesystem::path kShipped = "reader_model/display/screens.yaml";

/// The words of the ministry's leaflet, letter by letter.
TEST(ScreenBook, ShippedScreensSayWhatTheLeafletSays) {
  const ScreenBook book = load_screens(kShipped);
  const auto title = [&](record::Screen screen) { return book.screens.at(screen).title.ja; };
  const auto text = [&](record::Screen screen) { return book.screens.at(screen).text.ja; };
  EXPECT_EQ(text(record::Screen::idle), "マイナンバーカードをカードリーダーに入れてください");
  EXPECT_EQ(text(record::Screen::choose_method), "顔認証または暗証番号のどちらかを選んでください");
  EXPECT_EQ(text(record::Screen::face_guide), "画面の枠に顔が収まるようにすると自動的に撮影されます。");
  EXPECT_EQ(title(record::Screen::enter_pin), "暗証番号の入力");
  EXPECT_EQ(title(record::Screen::consent_medicines), "お薬情報に関する情報提供の同意について");
  EXPECT_EQ(title(record::Screen::limit), "限度額情報を提供しますか");
  EXPECT_EQ(text(record::Screen::done), "受付が完了します。カードをカードリーダーからお取りください");
  EXPECT_EQ(book.label(record::Screen::consent_medicines, record::Button::refuse).ja, "同意しない");
  EXPECT_EQ(book.label(record::Screen::consent_health_checkups, record::Button::refuse).ja,
            "同意しない・40歳未満");
  EXPECT_EQ(book.label(record::Screen::limit, record::Button::provide).ja, "提供する");
  EXPECT_EQ(book.label(record::Screen::consent_all, record::Button::agree_all).ja, "全て同意する");
}

TEST(ScreenBook, ErrorScreensCarryTheirNumbers) {
  const ScreenBook book = load_screens(kShipped);
  EXPECT_EQ(book.screens.at(record::Screen::card_not_recognised).code, "001");
  EXPECT_EQ(book.screens.at(record::Screen::not_my_number_card).code, "002");
  EXPECT_EQ(book.screens.at(record::Screen::certificate_invalid).code, "006");
}

TEST(ScreenBook, WithoutALabelForAButtonIsAnError) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "screens.yaml";
  write_file(file, "buttons: { face: { ja: 顔, en: Face } }\nscreens: {}\n");
  try {
    load_screens(file);
    ADD_FAILURE() << "no error";
  } catch (const InputError& error) {
    EXPECT_EQ(std::string(error.what()), file.string() + ":1:10: no text for the button \"pin\"");
  }
}

}  // namespace screen_book_test
}  // namespace uketsuke::reader
