#include "reader_model/slot/card_slot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kernel/main.h"
#include "kernel/time.h"
#include "tests/unit/reader_model/fake_card.h"
#include "tests/unit/reader_model/fake_parts.h"

namespace uketsuke::reader {
namespace card_slot_test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Duration kTravel = std::chrono::milliseconds(800);

struct Heard {
  std::vector<std::pair<std::string, Duration>> calls;
};

struct Listening : InputsIgnored {
  explicit Listening(Heard& heard) : heard_(heard) {}
  void card_in() override { heard_.calls.emplace_back("in", sc_now()); }
  void card_out() override { heard_.calls.emplace_back("out", sc_now()); }

 private:
  Heard& heard_;
};

/// A slot alone in a world; `act` is called at time 0 and `later` after `kTravel` and a bit.
Heard in_slot(
    const std::function<void(CardSlot&)>& act, const std::function<void(CardSlot&)>& later = [](CardSlot&) {},
    const std::shared_ptr<CardInField>& chip = nullptr) {
  Heard heard;
  in_systemc([&] {
    record::Record record;
    record.set_clock([] { return sc_now(); });
    RfFrontEnd rf("rf", LinkSettings{}, record);
    CardSlot slot("slot", kTravel, rf, record);
    OneCard field;
    field.place(chip);
    Listening firmware(heard);
    slot.firmware.bind(firmware);
    slot.card_field.bind(field);
    act(slot);
    sc_core::sc_start(to_sc_time(kTravel + std::chrono::milliseconds(1)));
    later(slot);
    sc_core::sc_start(to_sc_time(std::chrono::seconds(2)));
  });
  return heard;
}

TEST(CardSlot, CardIsInAfterItsTravelTime) {
  const Heard heard = in_slot([](CardSlot& slot) { slot.insert({"a", std::nullopt}); });
  EXPECT_THAT(heard.calls, ElementsAre(std::make_pair("in", kTravel)));
}

TEST(CardSlot, CardRemovedOnItsWayInWasNeverInserted) {
  const Heard heard = in_slot([](CardSlot& slot) {
    slot.insert({"a", std::nullopt});
    slot.remove();
  });
  EXPECT_THAT(heard.calls, IsEmpty());
}

TEST(CardSlot, SecondCardIsNotAccepted) {
  const Heard heard = in_slot(
      [](CardSlot& slot) {
        slot.insert({"a", std::nullopt});
      },
      [](CardSlot& slot) {
        slot.insert({"b", std::nullopt});
        EXPECT_EQ(slot.card()->pseudonym, "a");
      });
  EXPECT_EQ(heard.calls.size(), 1U);
}

TEST(CardSlot, RemovalIsImmediateAndTakesTheFieldAway) {
  auto card = std::make_shared<FakeCard>();
  const Heard heard = in_slot(
      [&](CardSlot& slot) {
        slot.insert({"a", std::nullopt});
      },
      [&](CardSlot& slot) {
        EXPECT_TRUE(card->on);
        slot.remove();
        EXPECT_FALSE(card->on);
      },
      card);
  ASSERT_EQ(heard.calls.size(), 2U);
  EXPECT_EQ(heard.calls.at(1).second, kTravel + std::chrono::milliseconds(1));
}

TEST(CardSlot, CardAtAClosedSlotDoesNotGoIn) {
  const Heard heard = in_slot([](CardSlot& slot) {
    slot.close();
    slot.insert({"a", std::nullopt});
  });
  EXPECT_THAT(heard.calls, IsEmpty());
}

TEST(CardSlot, CardAtAClosedSlotGoesInWhenItOpens) {
  const Heard opened = in_slot(
      [](CardSlot& slot) {
        slot.close();
        slot.insert({"a", std::nullopt});
      },
      [](CardSlot& slot) { slot.open(); });
  EXPECT_THAT(opened.calls, ElementsAre(std::make_pair("in", 2 * kTravel + std::chrono::milliseconds(1))));
}

TEST(CardSlot, CardRemovedFromAClosedSlotWasNeverInserted) {
  const Heard heard = in_slot(
      [](CardSlot& slot) {
        slot.close();
        slot.insert({"a", std::nullopt});
      },
      [](CardSlot& slot) {
        slot.remove();
        slot.open();
      });
  EXPECT_THAT(heard.calls, IsEmpty());
}

}  // namespace card_slot_test
}  // namespace uketsuke::reader
