#include <gmock/gmock.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <fstream>

#include "sim/chip/card_layout.h"
#include "tests/unit/sim/chip/card_fixture.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::chip {
namespace card_layout_binding_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// A card on which every kind of object occurs once.
constexpr const char* kCard = R"(card: varied
policies: { first_command: answers_6f00 }
data_objects:
  - { tag: 0042, content: issuer }
  - { tag: 5F51, value: DA13 }
variants:
  full: { may_lack: [second, log, password] }
  bare: { lacks: [issuer] }
applications:
  - name: one
    aid: D392F000260100000001
    data_objects:
      - { tag: 5F51, value: E000 }
    secure_messaging: { key: session, needs: [password] }
    secrets:
      - { id: 0018, secret: pin, tries: 3, length: [4, 4] }
      - { id: 001B, secret: password, tries: 5, length: [6, 16] }
      - { id: 001C, secret: spare, tries: 3, length: [4, 4], delivered_blocked: true }
    files:
      - { id: 0001, content: first, size: 8, read: [pin, password] }
      - { id: 0002, content: second, size: 8, read: free }
      - { id: 0003, content: filler, size: 8, read: never }
      - { id: 0004, content: log, kind: record, read: free }
    keys:
      - { id: 0016, key: none, use: free }
      - { id: 0017, key: signer, use: [pin], default: true, assumed_terminal: true }
  - name: two
    aid: D392F000260100000002
    default: true
    files:
      - { id: 0001, content: first, size: 8, read: free }
    secure_messaging: { refused: 66F1 }
)";

CardContents contents() {
  CardContents all;
  all.holder = "test-person";
  all.contents["issuer"] = from_hex("01020304");
  all.contents["first"] = from_hex("AA");
  all.contents["second"] = from_hex("BB");
  all.records["log"] = {from_hex("01"), from_hex("0202")};
  all.secrets["pin"] = record::Secret("1234");
  all.secrets["password"] = record::Secret("ABC123");
  all.keys["signer"] = test_key();
  all.keys["session"] = test_key();
  return all;
}

CardImage bound(const CardContents& with, const std::string& variant = "full",
                const std::string& text = kCard) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "card.yaml") << text;
  return CardLayout::load(folder.path() / "card.yaml").bind(variant, with);
}

CardImage bound() { return bound(contents()); }

std::string refusal(const CardContents& with, InputProblem problem, const std::string& variant = "full") {
  try {
    bound(with, variant);
  } catch (const InputError& error) {
    EXPECT_EQ(error.problem(), problem);
    return error.what();
  }
  ADD_FAILURE() << "was bound";
  return "";
}

TEST(BindCard, NamesTheCardAndItsVariant) { EXPECT_EQ(bound().name, "varied/full"); }

TEST(BindCard, KeepsThePoliciesOfTheLayout) {
  EXPECT_EQ(bound().policies.first_command, FirstCommand::answers_6f00);
}

TEST(BindCard, KeepsTheDefaultApplication) { EXPECT_EQ(bound().default_application, 1); }

TEST(BindCard, DataObjectHasTheContentOfItsName) {
  EXPECT_EQ(bound().data_objects.at(0x0042), from_hex("01020304"));
}

TEST(BindCard, DataObjectOfTheLayoutHasItsValue) {
  EXPECT_EQ(bound().data_objects.at(0x5F51), from_hex("DA13"));
}

TEST(BindCard, DataObjectOfAnApplicationStandsBesideTheCards) {
  EXPECT_EQ(bound().applications.at(0).data_objects.at(0x5F51), from_hex("E000"));
}

TEST(BindCard, DataObjectThatTheVariantLacksIsNotThere) {
  CardContents without = contents();
  without.contents.erase("issuer");
  EXPECT_EQ(bound(without, "bare").data_objects.count(0x0042), 0U);
}

TEST(BindCard, ContentThatTheVariantLacksIsRefusedByTheNameOfTheHolder) {
  EXPECT_THAT(refusal(contents(), InputProblem::bad_value, "bare"),
              HasSubstr("a card of this kind has no \"issuer\", but that of test-person gets one"));
}

TEST(BindCard, OneContentFillsEveryFileOfItsName) {
  const CardImage image = bound();
  const ObjectRef* other = image.applications.at(1).find(0x0001);
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(image.files.at(other->index).content, from_hex("AA"));
}

const ElementaryFile& file(const CardImage& image, std::uint16_t id) {
  return image.files.at(image.applications.at(0).find(id)->index);
}

TEST(BindCard, FileThatMayBeLackingIsThenEmpty) {
  CardContents without = contents();
  without.contents.erase("second");
  EXPECT_TRUE(file(bound(without), 0x0002).content.empty());
}

TEST(BindCard, FillerNeedsNoContent) { EXPECT_EQ(file(bound(), 0x0003).size, 8U); }

TEST(BindCard, RecordFileHasItsRecordsInOrder) {
  EXPECT_THAT(file(bound(), 0x0004).records, ElementsAre(from_hex("01"), from_hex("0202")));
}

TEST(BindCard, RecordFileThatMayBeLackingHasNoRecord) {
  CardContents without = contents();
  without.records.clear();
  EXPECT_TRUE(file(bound(without), 0x0004).records.empty());
}

TEST(BindCard, RecordsThatNoFileTakesAreRefused) {
  CardContents more = contents();
  more.records["lug"] = {from_hex("01")};
  EXPECT_THAT(refusal(more, InputProblem::unknown_name),
              HasSubstr("gets a \"lug\", which nothing on it takes"));
}

TEST(BindCard, SecretThatNoObjectTakesIsRefusedWithoutItsValue) {
  CardContents more = contents();
  more.secrets["pni"] = record::Secret("98765");
  const std::string message = refusal(more, InputProblem::unknown_name);
  EXPECT_THAT(message, HasSubstr("\"pni\""));
  EXPECT_EQ(message.find("98765"), std::string::npos);
}

TEST(BindCard, KeyThatNoObjectTakesIsRefused) {
  CardContents more = contents();
  more.keys["singer"] = test_key();
  EXPECT_THAT(refusal(more, InputProblem::unknown_name), HasSubstr("\"singer\""));
}

TEST(BindCard, FileThatIsJustFullIsTaken) {
  CardContents full = contents();
  full.contents["second"] = Bytes(8, 0x5A);
  EXPECT_EQ(file(bound(full), 0x0002).content.size(), 8U);
}

TEST(BindCard, FileThatIsOneByteTooSmallSaysBothSizes) {
  CardContents large = contents();
  large.contents["second"] = Bytes(9);
  EXPECT_THAT(refusal(large, InputProblem::bad_value),
              HasSubstr("the second of test-person has 9 bytes, file 0002 only 8"));
}

class SecretOfLength : public ::testing::TestWithParam<std::size_t> {};

TEST_P(SecretOfLength, WithinItsBoundsIsTaken) {
  CardContents with = contents();
  with.secrets["password"] = record::Secret(std::string(GetParam(), 'A'));
  EXPECT_EQ(bound(with).secrets.at(1).value.size(), GetParam());
}
INSTANTIATE_TEST_SUITE_P(Bounds, SecretOfLength, ::testing::Values(6U, 16U));

class SecretOfWrongLength : public ::testing::TestWithParam<std::size_t> {};

TEST_P(SecretOfWrongLength, IsRefused) {
  CardContents with = contents();
  with.secrets["password"] = record::Secret(std::string(GetParam(), 'A'));
  EXPECT_THAT(refusal(with, InputProblem::bad_value), HasSubstr("the card takes 6 to 16"));
}
INSTANTIATE_TEST_SUITE_P(Bounds, SecretOfWrongLength, ::testing::Values(5U, 17U));

TEST(BindCard, SecretThatIsDeliveredBlockedHasNoValueAndNoTry) {
  const CardImage image = bound();
  EXPECT_TRUE(image.secrets.at(2).value.empty());
  EXPECT_EQ(ChipState(image).secrets.at(2).tries_left, 0);
}

/// Bits of the secrets in the order of the layout: pin, password, spare.
constexpr SecretSet kPinBit = 1, kPasswordBit = 2, kSpareBit = 4;

TEST(BindCard, FileIsOpenedByEachOfItsSecrets) {
  const AccessRule rule = file(bound(), 0x0001).read;
  EXPECT_TRUE(rule.allows(kPinBit));
  EXPECT_TRUE(rule.allows(kPasswordBit));
}

TEST(BindCard, FileIsNotOpenedByAnotherSecret) { EXPECT_FALSE(file(bound(), 0x0001).read.allows(kSpareBit)); }

TEST(BindCard, FileOfNobodyIsNotOpenedByAllSecrets) {
  EXPECT_FALSE(file(bound(), 0x0003).read.allows(kPinBit | kPasswordBit | kSpareBit));
}

const Key& key(const CardImage& image, std::uint16_t id) {
  return image.keys.at(image.applications.at(0).find(id)->index);
}

TEST(BindCard, KeyObjectWithoutAKeyExists) { EXPECT_EQ(key(bound(), 0x0016).key, nullptr); }

TEST(BindCard, KeyHasTheMarksOfTheLayout) {
  const CardImage image = bound();
  EXPECT_TRUE(key(image, 0x0017).application_default);
  EXPECT_TRUE(key(image, 0x0017).use.or_terminal);
  EXPECT_FALSE(key(image, 0x0016).application_default);
}

TEST(BindCard, RsaKeyOfAnotherLengthIsRefused) {
  CardContents with = contents();
  with.keys["signer"].reset(EVP_RSA_gen(1024), EVP_PKEY_free);
  EXPECT_THAT(refusal(with, InputProblem::bad_value),
              HasSubstr("the signer of test-person is no key of type rsa_2048"));
}

TEST(BindCard, EllipticKeyIsNoRsaKey) {
  CardContents with = contents();
  with.keys["signer"].reset(EVP_EC_gen("P-384"), EVP_PKEY_free);
  EXPECT_THAT(refusal(with, InputProblem::bad_value), HasSubstr("no key of type rsa_2048"));
}

TEST(BindCard, KeyOnAnotherCurveIsNoP384Key) {
  std::string text = kCard;
  text.replace(text.find("key: signer,"), 12, "key: signer, type: ec_p384,");
  CardContents with = contents();
  with.keys["signer"].reset(EVP_EC_gen("P-256"), EVP_PKEY_free);
  EXPECT_THROW(bound(with, "full", text), InputError);
}

TEST(BindCard, SessionKeyNeedsItsSecret) {
  const SecureMessaging messaging = bound().applications.at(0).secure_messaging;
  EXPECT_EQ(messaging.key, test_key());
  EXPECT_TRUE(messaging.needs.allows(kPasswordBit));
  EXPECT_FALSE(messaging.needs.allows(kPinBit));
}

TEST(BindCard, ApplicationWithoutSessionKeysRefusesAsTheLayoutSays) {
  const SecureMessaging messaging = bound().applications.at(1).secure_messaging;
  EXPECT_EQ(messaging.key, nullptr);
  EXPECT_EQ(messaging.refusal, 0x66F1);
}

TEST(BindCard, UnknownVariantIsAnsweredWithTheNearest) {
  EXPECT_THAT(refusal(contents(), InputProblem::unknown_name, "ful"), HasSubstr("no variant \"ful\""));
  EXPECT_THAT(refusal(contents(), InputProblem::unknown_name, "ful"), HasSubstr("\"full\""));
}

}  // namespace card_layout_binding_test
}  // namespace uketsuke::chip
