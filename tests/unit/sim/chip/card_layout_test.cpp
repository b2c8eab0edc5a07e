#include "sim/chip/card_layout.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/unit/sim/chip/card_fixture.h"
#include "tests/unit/sim/temporary_folder.h"

namespace uketsuke::chip {

namespace {

constexpr const char* kSmallCard = R"(card: small
variants:
  full: {}
  poor: { lacks: [note, pin] }
applications:
  - name: app
    aid: D392F000260100000001
    files:
      - { id: 0001, content: note, size: 4, read: [pin] }
    keys:
      - { id: 0017, key: signer, use: free }
    secrets:
      - { id: 0018, secret: pin, tries: 3, length: [4, 4] }
)";

class CardLayoutTest : public testing::Test {
 protected:
  CardLayout load(const std::string& text) {
    const auto path = folder_.path() / "card.yaml";
    std::ofstream(path) << text;
    return CardLayout::load(path);
  }

  static std::string with(const std::string& from, const std::string& to) {
    std::string text = kSmallCard;
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::logic_error("the small card has no " + from);
    return text.replace(at, from.size(), to);
  }

  static CardContents contents() {
    CardContents contents;
    contents.holder = "test-person";
    contents.contents["note"] = from_hex("010203");
    contents.keys["signer"] = test_key();
    contents.secrets["pin"] = record::Secret("1234");
    return contents;
  }

  /// The problem and line of the InputError that a call throws.
  template <class Call>
  static std::pair<InputProblem, int> error_of(Call&& call) {
    try {
      call();
    } catch (const InputError& e) {
      return {e.problem(), e.place().line};
    }
    throw std::logic_error("nothing was wrong");
  }

  TemporaryFolder folder_;
};

using Error = std::pair<InputProblem, int>;

TEST_F(CardLayoutTest, BindsContentsByName) {
  const CardImage image = load(kSmallCard).bind("full", contents());
  ASSERT_EQ(image.files.size(), 1U);
  EXPECT_EQ(image.files[0].content, from_hex("010203"));
  EXPECT_EQ(image.files[0].size, 4U);
  EXPECT_TRUE(image.files[0].read.allows(1));
  EXPECT_FALSE(image.files[0].read.allows(0));
}

TEST_F(CardLayoutTest, MissingContentIsNamedWithItsPlace) {
  CardContents without = contents();
  without.contents.erase("note");
  const CardLayout layout = load(kSmallCard);
  EXPECT_EQ(error_of([&] { layout.bind("full", without); }), (Error{InputProblem::missing_key, 9}));
}

TEST_F(CardLayoutTest, ContentLargerThanItsFileIsRefused) {
  CardContents large = contents();
  large.contents["note"] = Bytes(5);
  const CardLayout layout = load(kSmallCard);
  EXPECT_EQ(error_of([&] { layout.bind("full", large); }), (Error{InputProblem::bad_value, 9}));
}

TEST_F(CardLayoutTest, PinOfWrongLengthIsRefused) {
  CardContents wrong = contents();
  wrong.secrets["pin"] = record::Secret("12345");
  const CardLayout layout = load(kSmallCard);
  EXPECT_EQ(error_of([&] { layout.bind("full", wrong); }), (Error{InputProblem::bad_value, 13}));
}

TEST_F(CardLayoutTest, ContentThatNoFileTakesIsRefused) {
  CardContents more = contents();
  more.contents["noet"] = Bytes(1);
  const CardLayout layout = load(kSmallCard);
  EXPECT_EQ(error_of([&] { layout.bind("full", more); }).first, InputProblem::unknown_name);
}

TEST_F(CardLayoutTest, VariantThatLacksASecretHasItBlocked) {
  CardContents poor = contents();
  poor.contents.clear();
  poor.secrets.clear();
  const CardImage image = load(kSmallCard).bind("poor", poor);
  EXPECT_EQ(ChipState(image).secrets[0].tries_left, 0);
  EXPECT_TRUE(image.files[0].content.empty());
}

TEST_F(CardLayoutTest, VariantThatLacksASecretRefusesToGetOne) {
  CardContents poor = contents();
  poor.contents.clear();
  const CardLayout layout = load(kSmallCard);
  EXPECT_EQ(error_of([&] { layout.bind("poor", poor); }), (Error{InputProblem::bad_value, 13}));
}

TEST_F(CardLayoutTest, UnknownVariantIsRefused) {
  const CardLayout layout = load(kSmallCard);
  EXPECT_EQ(error_of([&] { layout.bind("rich", contents()); }).first, InputProblem::unknown_name);
}

TEST_F(CardLayoutTest, MistakesInTheFileAreFoundWhereTheyStand) {
  const auto problem = [this](const char* from, const char* to) {
    return error_of([&] { load(with(from, to)); });
  };
  EXPECT_EQ(problem("read: [pin]", "read: [pni]"), (Error{InputProblem::unknown_name, 9}));
  EXPECT_EQ(problem("read: [pin]", "read: open"), (Error{InputProblem::bad_value, 9}));
  EXPECT_EQ(problem("read: [pin]", "read: []"), (Error{InputProblem::empty, 9}));
  EXPECT_EQ(problem("id: 0017", "id: 0018"), (Error{InputProblem::duplicate_name, 11}));
  EXPECT_EQ(problem("id: 0001", "id: 01"), (Error{InputProblem::bad_value, 9}));
  EXPECT_EQ(problem("id: 0001", "id: 00G1"), (Error{InputProblem::bad_value, 9}));
  EXPECT_EQ(problem("tries: 3", "tries: 16"), (Error{InputProblem::bad_value, 13}));
  EXPECT_EQ(problem("length: [4, 4]", "length: [5, 4]"), (Error{InputProblem::bad_value, 13}));
  EXPECT_EQ(problem("size: 4", "size: 0"), (Error{InputProblem::bad_value, 9}));
  EXPECT_EQ(problem("size: 4", "sise: 4"), (Error{InputProblem::missing_key, 9}));
  EXPECT_EQ(problem("lacks: [note", "lacks: [nota"), (Error{InputProblem::unknown_name, 4}));
  EXPECT_EQ(problem("D392F000260100000001", "D392"), (Error{InputProblem::bad_value, 7}));
  EXPECT_EQ(problem("tries: 3", "tries: 3, colour: red"), (Error{InputProblem::unknown_key, 13}));
}

TEST_F(CardLayoutTest, MyNumberCardHasItsThreeVariants) {
  const CardLayout layout = CardLayout::load("sim/chip/images/my-number-card.yaml");
  EXPECT_TRUE(layout.lacks("pinless", "authentication_pin"));
  EXPECT_TRUE(layout.lacks("infant", "photo"));
  EXPECT_FALSE(layout.lacks("infant", "authentication_pin"));
  EXPECT_FALSE(layout.lacks("standard", "photo"));
}

}  // namespace
}  // namespace uketsuke::chip
