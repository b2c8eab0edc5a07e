#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace privacy_checks_test {

Story wiping(const std::vector<WipedItem>& items) {
  Story story = Story().start().touch(Button::face).number().event(Source::reader, PhotoRead{1}).picture();
  story.screen(Screen::enter_pin).pin().confirm(Method::pin).certificate();
  return story.event(Source::reader, Wiped{items}).event(Source::reader, ReaderIdle{});
}

TEST(PinWiped, CatchesAPinThatStays) {
  EXPECT_THAT(broken("pin_wiped", wiping({WipedItem::photo})), ElementsAre("PRIV-01"));
}

TEST(NumberAndCertificateWiped, CatchesANumberThatStays) {
  EXPECT_THAT(broken("number_and_certificate_wiped", wiping({WipedItem::certificate})),
              ElementsAre("PRIV-02"));
}

TEST(PhotoAndProbeWiped, CatchesAPictureThatStays) {
  EXPECT_THAT(broken("photo_and_probe_wiped", wiping({WipedItem::photo})), ElementsAre("PRIV-03"));
}

TEST(PinWiped, LetsWipingInTwoGoesCount) {
  Story story =
      Story().start().screen(Screen::enter_pin).pin().event(Source::reader, Wiped{{WipedItem::pin}});
  EXPECT_THAT(broken("pin_wiped", story.event(Source::reader, Wiped{}).event(Source::reader, ReaderIdle{})),
              IsEmpty());
}

TEST(CardHoldsNoInformation, CatchesInformationFromTheChip) {
  EXPECT_THAT(broken("card_holds_no_information",
                     Story().start().event(Source::chip, DataReleased{"sato", kMedicines, true})),
              ElementsAre("PRIV-04"));
}

}  // namespace privacy_checks_test
}  // namespace uketsuke::conformance::test
