#include "sim/chip/card_layout.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/unit/sim/chip/card_fixture.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::chip {

namespace card_layout_test {

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

TEST_F(CardLayoutTest, MistakesInWhatAnApplicationDoesAreFoundWhereTheyStand) {
  const auto problem = [this](const char* from, const std::string& to) {
    return error_of([&] { load(with(from, to)); });
  };
  EXPECT_EQ(problem("use: free", "use: free, type: rsa_4096"), (Error{InputProblem::bad_value, 11}));
  EXPECT_EQ(problem("use: free", "use: free, command: decrypt"), (Error{InputProblem::bad_value, 11}));
  EXPECT_EQ(problem("tries: 3", "tries: 3, changed_by: anybody"), (Error{InputProblem::bad_value, 13}));
  EXPECT_EQ(
      problem("aid: D392F000260100000001", "aid: D392F000260100000001\n    secure_messaging: { refused: 6 }"),
      (Error{InputProblem::bad_value, 8}));
  EXPECT_EQ(problem("aid: D392F000260100000001",
                    "aid: D392F000260100000001\n    secure_messaging: { key: k, needs: [pni] }"),
            (Error{InputProblem::unknown_name, 8}));
  EXPECT_EQ(problem("card: small", "card: small\npolicies: { pinless: on }"),
            (Error{InputProblem::bad_value, 2}));
  EXPECT_EQ(problem("card: small", "card: small\npolicies: { warm_rest: keeps }"),
            (Error{InputProblem::unknown_key, 2}));
}

TEST_F(CardLayoutTest, TwoApplicationsOfOneAidOrNameAreRefused) {
  const std::string text = kSmallCard;
  EXPECT_EQ(error_of([&] { load(text + "  - { name: other, aid: D392F000260100000001 }\n"); }),
            (Error{InputProblem::duplicate_name, 14}));
  EXPECT_EQ(error_of([&] { load(text + "  - { name: app, aid: D392F000260100000002 }\n"); }),
            (Error{InputProblem::duplicate_name, 14}));
}

TEST_F(CardLayoutTest, TwoDefaultApplicationsAreRefused) {
  const std::string text = std::string(kSmallCard) + "  - { name: a, aid: D392F00001, default: true }\n" +
                           "  - { name: b, aid: D392F00002, default: true }\n";
  EXPECT_EQ(error_of([&] { load(text); }), (Error{InputProblem::duplicate_name, 15}));
}

TEST_F(CardLayoutTest, TwoDataObjectsOfOneTagAreRefused) {
  const std::string text = "data_objects: [{ tag: 0042, value: 01 }, { tag: 0042, value: 02 }]\n";
  EXPECT_EQ(error_of([&] { load(text + kSmallCard); }), (Error{InputProblem::duplicate_name, 1}));
}

TEST_F(CardLayoutTest, SecretOfTheSameNameTwiceIsRefused) {
  const std::string text =
      std::string(kSmallCard) + "      - { id: 0019, secret: pin, tries: 3, length: [4, 4] }\n";
  EXPECT_EQ(error_of([&] { load(text); }), (Error{InputProblem::duplicate_name, 14}));
}

TEST_F(CardLayoutTest, SixtyFourSecretsAreTakenAndOneMoreIsRefused) {
  std::string text = kSmallCard;
  for (int i = 1; i < 64; ++i) {
    text += fmt::format(
        "      - {{ id: {:04X}, secret: s{}, tries: 3, length: [4, 4], delivered_blocked: true }}\n",
        0x100 + i, i);
  }
  const CardImage image = load(text).bind("full", contents());
  EXPECT_EQ(image.secrets.size(), 64U);
  text += "      - { id: 0200, secret: one-more, tries: 3, length: [4, 4] }\n";
  EXPECT_EQ(error_of([&] { load(text); }), (Error{InputProblem::too_large, 77}));
}

TEST_F(CardLayoutTest, SixtyFourthSecretOpensItsFileAndNoOther) {
  std::string text = kSmallCard;
  CardContents all = contents();
  for (int i = 1; i < 64; ++i) {
    text += fmt::format("      - {{ id: {:04X}, secret: s{}, tries: 3, length: [4, 4] }}\n", 0x100 + i, i);
    all.secrets[fmt::format("s{}", i)] = record::Secret(fmt::format("{:04}", i));
  }
  text = text.replace(text.find("read: [pin]"), 11, "read: [s63]");
  Chip chip = powered_chip(std::make_shared<CardImage>(load(text).bind("full", all)));
  ask(chip, kSelectJpki);
  verify(chip, "98", "1234");
  EXPECT_EQ(ask(chip, "00B0810001"), "6982");
  ask(chip, "00A4020C02 013F");
  EXPECT_EQ(verify(chip, "80", "0063"), "9000");
  EXPECT_EQ(ask(chip, "00B0810001"), "019000");
}

TEST_F(CardLayoutTest, ErrorTellsFileLineAndColumnOfTheObject) {
  CardContents wrong = contents();
  wrong.secrets["pin"] = record::Secret("12345");
  const CardLayout layout = load(kSmallCard);
  try {
    layout.bind("full", wrong);
    FAIL() << "a PIN of five digits was taken";
  } catch (const InputError& e) {
    EXPECT_EQ(e.place().column, 9);
    EXPECT_EQ(std::string(e.what()),
              (folder_.path() / "card.yaml").string() +
                  ":13:9: the pin of test-person has 5 characters, the card takes 4 to 4");
    EXPECT_EQ(std::string(e.what()).find("12345"), std::string::npos);
  }
}

TEST_F(CardLayoutTest, KeyThatIsMissingIsNamedWithItsPlace) {
  CardContents without = contents();
  without.keys.clear();
  const CardLayout layout = load(kSmallCard);
  EXPECT_EQ(error_of([&] { layout.bind("full", without); }), (Error{InputProblem::missing_key, 11}));
}

TEST_F(CardLayoutTest, FileThatIsNoYamlOrEmptyOrMissingIsRefused) {
  EXPECT_EQ(error_of([&] { load("card: [small\n"); }).first, InputProblem::syntax);
  EXPECT_EQ(error_of([&] { load(""); }).first, InputProblem::empty);
  EXPECT_EQ(error_of([&] { load("card: small\n"); }).first, InputProblem::missing_key);
  EXPECT_EQ(error_of([&] { CardLayout::load(folder_.path() / "none.yaml"); }).first,
            InputProblem::unreadable);
}

TEST_F(CardLayoutTest, MyNumberCardHasItsThreeVariants) {
  const CardLayout layout = CardLayout::load("sim/chip/images/my-number-card.yaml");
  EXPECT_TRUE(layout.lacks("pinless", "authentication_pin"));
  EXPECT_TRUE(layout.lacks("infant", "photo"));
  EXPECT_FALSE(layout.lacks("infant", "authentication_pin"));
  EXPECT_FALSE(layout.lacks("standard", "photo"));
}

}  // namespace card_layout_test
}  // namespace uketsuke::chip
