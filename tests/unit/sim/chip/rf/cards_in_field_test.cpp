#include "sim/chip/rf/cards_in_field.h"

#include <gtest/gtest.h>

#include "reader_model/rf/card_link.h"
#include "tests/unit/sim/chip/rf/air.h"

namespace uketsuke::chip {
namespace cards_in_field_test {

/// Cards of one batch in one field, and the reader's link to them.
struct Several {
  std::vector<std::shared_ptr<Recorder>> applications;
  std::vector<std::shared_ptr<TypeBCard>> cards;
  std::shared_ptr<CardsInField> field;

  explicit Several(std::size_t count, std::uint64_t seed) {
    std::vector<std::shared_ptr<reader::CardInField>> in_field;
    for (std::size_t i = 0; i < count; ++i) {
      applications.push_back(std::make_shared<Recorder>());
      cards.push_back(std::make_shared<TypeBCard>(applications.back(), LinkParameters{}, 1'000 * seed + i));
      in_field.push_back(cards.back());
    }
    field = std::make_shared<CardsInField>(in_field);
  }
};

TEST(CardsInField, AreToldApartAndOneIsChosen) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Several several(2, seed);
    reader::CardLink link(*several.field, {});
    ASSERT_TRUE(link.activate(Duration::zero())) << seed;
    EXPECT_EQ(link.card().cards, 2U) << seed;
    int active = 0;
    for (const auto& card : several.cards) active += card->state() == TypeBCard::State::active ? 1 : 0;
    EXPECT_EQ(active, 1) << seed;
  }
}

TEST(CardsInField, OnlyTheChosenOneGetsTheCommands) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Several several(3, seed);
    reader::CardLink link(*several.field, {});
    ASSERT_TRUE(link.activate(Duration::zero())) << seed;
    Bytes answer;
    ASSERT_TRUE(link.transceive(from_hex("00A40000"), answer)) << seed;
    std::size_t commands = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      commands += several.applications[i]->commands.size();
      if (!several.applications[i]->commands.empty()) {
        EXPECT_EQ(link.card().atqb.pupi, several.cards[i]->atqb().pupi) << seed;
      }
    }
    EXPECT_EQ(commands, 1U) << seed;
  }
}

TEST(CardsInField, AlwaysCollideWhenBothAnswerAtATime) {
  Several several(2, 1);
  several.field->field_on(Duration::zero());
  Bytes request = from_hex("050000");
  reader::append_crc_b(request);
  reader::CardFrame answer;
  ASSERT_TRUE(several.field->receive({request, 106, std::chrono::milliseconds(10)}, answer));
  EXPECT_FALSE(reader::crc_b_fits(answer.bytes));
}

TEST(CardsInField, SameCardTwiceCollidesToo) {
  const auto card = std::make_shared<TypeBCard>(std::make_shared<Recorder>(), LinkParameters{}, 1);
  const auto twin = std::make_shared<TypeBCard>(std::make_shared<Recorder>(), LinkParameters{}, 1);
  CardsInField field({card, twin});
  field.field_on(Duration::zero());
  Bytes request = from_hex("050000");
  reader::append_crc_b(request);
  reader::CardFrame answer;
  ASSERT_TRUE(field.receive({request, 106, std::chrono::milliseconds(10)}, answer));
  EXPECT_FALSE(reader::crc_b_fits(answer.bytes));
}

}  // namespace cards_in_field_test
}  // namespace uketsuke::chip
