#include "sim/personalisation/cloned_card.h"

#include <gtest/gtest.h>

#include "tests/unit/sim/personalisation/test_factory.h"

namespace uketsuke::personalisation {
namespace cloned_card_test {

struct Forgery {
  PersonalisedCard original = TestFactory::instance().factory.make(test_persona());
  std::shared_ptr<EVP_PKEY> key = TestFactory::instance().keys.rsa_2048("forger");
  PersonalisedCard copy = cloned(original, key);
};

TEST(ClonedCard, HasEveryFileOfTheOriginal) {
  const Forgery forgery;
  ASSERT_EQ(forgery.copy.image->files.size(), forgery.original.image->files.size());
  for (std::size_t i = 0; i < forgery.copy.image->files.size(); ++i) {
    EXPECT_EQ(forgery.copy.image->files[i].content, forgery.original.image->files[i].content);
    EXPECT_EQ(forgery.copy.image->files[i].records, forgery.original.image->files[i].records);
  }
  EXPECT_EQ(forgery.copy.authentication_certificate, forgery.original.authentication_certificate);
  EXPECT_EQ(forgery.copy.authentication_serial, forgery.original.authentication_serial);
}

TEST(ClonedCard, SignsWithTheForgersKey) {
  const Forgery forgery;
  std::size_t replaced = 0;
  for (const chip::Key& key : forgery.copy.image->keys) {
    if (key.key == nullptr) continue;
    EXPECT_EQ(key.key, forgery.key);
    ++replaced;
  }
  EXPECT_GT(replaced, 0U);
}

TEST(ClonedCard, ThePrivateKeysOfTheOriginalStayAsTheyAre) {
  const Forgery forgery;
  for (const chip::Key& key : forgery.original.image->keys) EXPECT_NE(key.key, forgery.key);
}

TEST(ClonedCard, AKeyThatTheOriginalHasNotIsNotAdded) {
  const Forgery forgery;
  ASSERT_EQ(forgery.copy.image->keys.size(), forgery.original.image->keys.size());
  for (std::size_t i = 0; i < forgery.copy.image->keys.size(); ++i) {
    EXPECT_EQ(forgery.copy.image->keys[i].key == nullptr, forgery.original.image->keys[i].key == nullptr);
  }
}

}  // namespace cloned_card_test
}  // namespace uketsuke::personalisation
