#include "sim/virtual_reader/state_file.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "base/atomic_file.h"
#include "base/error.h"
#include "tests/unit/sim/chip/card_fixture.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::virtual_reader {

namespace state_file_test {

class StateFileTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::filesystem::path path_ = folder_.path() / "card.json";
  std::shared_ptr<const chip::CardImage> image_ = chip::signing_image();
  StateFile file_{path_, *image_};

  /// As if the holder had changed the PIN to 8642, and then mistyped it.
  chip::ChipState used() const {
    chip::ChipState state(*image_);
    const auto pin = static_cast<std::size_t>(image_->find_secret(chip::secret::kAuthenticationPin));
    state.secrets[pin].changed = record::Secret("8642");
    state.set_tries(*image_, chip::secret::kAuthenticationPin, 1);
    return state;
  }

  std::string text() const {
    std::ifstream in(path_);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  void replace(const std::string& what, const std::string& by) const {
    std::string all = text();
    const std::size_t at = all.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    write_file(path_, all.replace(at, what.size(), by));
  }

  void expect_refused(InputProblem problem) const {
    try {
      file_.load();
      FAIL() << "was read";
    } catch (const InputError& error) {
      EXPECT_EQ(error.problem(), problem) << error.what();
      EXPECT_EQ(error.place().file, path_.string());
    }
  }
};

TEST_F(StateFileTest, WithoutAFileThereIsNoState) { EXPECT_FALSE(file_.load()); }

TEST_F(StateFileTest, GivesBackCountersAndChangedSecrets) {
  file_.save(used());
  const auto loaded = file_.load();
  ASSERT_TRUE(loaded);
  ASSERT_EQ(loaded->secrets.size(), image_->secrets.size());
  const chip::ChipState expected = used();
  for (std::size_t i = 0; i < loaded->secrets.size(); ++i) {
    EXPECT_EQ(loaded->secrets[i].tries_left, expected.secrets[i].tries_left) << image_->secrets[i].name;
    EXPECT_TRUE(loaded->secrets[i].changed == expected.secrets[i].changed) << image_->secrets[i].name;
  }
}

TEST_F(StateFileTest, ChangedSecretCannotBeReadInTheFile) {
  file_.save(used());
  EXPECT_EQ(text().find("8642"), std::string::npos);
  EXPECT_EQ(text().find(to_hex(to_bytes("8642"))), std::string::npos);
}

TEST_F(StateFileTest, SecretsOfTheIssuerAreNotInTheFile) {
  file_.save(chip::ChipState(*image_));
  for (const std::string_view secret : {chip::kPassword, chip::kNumberA, chip::kNumberB})
    EXPECT_EQ(text().find(secret), std::string::npos);
}

TEST_F(StateFileTest, StateOfAnotherCardIsRefused) {
  auto other = std::make_shared<chip::CardImage>(*image_);
  const std::shared_ptr<EVP_PKEY> key(EVP_RSA_gen(2048), EVP_PKEY_free);
  for (chip::Key& each : other->keys) each.key = key;
  StateFile(path_, *other).save(chip::ChipState(*other));
  expect_refused(InputProblem::bad_value);
}

TEST_F(StateFileTest, CutFileIsRefused) {
  file_.save(used());
  write_file(path_, text().substr(0, text().size() / 2));
  expect_refused(InputProblem::syntax);
}

TEST_F(StateFileTest, EmptyFileIsRefused) {
  write_file(path_, "");
  expect_refused(InputProblem::unreadable);
}

TEST_F(StateFileTest, FolderIsRefused) {
  std::filesystem::create_directory(path_);
  expect_refused(InputProblem::unreadable);
}

TEST_F(StateFileTest, OtherVersionIsRefused) {
  file_.save(used());
  replace("\"version\": 1", "\"version\": 2");
  expect_refused(InputProblem::bad_value);
}

TEST_F(StateFileTest, MoreTriesThanTheCardAllowsAreRefused) {
  file_.save(used());
  replace("\"tries_left\": 1", "\"tries_left\": 16");
  expect_refused(InputProblem::syntax);
}

TEST_F(StateFileTest, MissingSecretIsRefused) {
  file_.save(used());
  replace("\"authentication_pin\"", "\"some_other_pin\"");
  expect_refused(InputProblem::syntax);
}

TEST_F(StateFileTest, ChangedSecretThatDoesNotOpenIsRefused) {
  file_.save(used());
  const std::size_t at = text().find("\"changed\": \"");
  const std::string sealed = text().substr(at, 30);
  replace(sealed, "\"changed\": \"000000000000000000");
  expect_refused(InputProblem::syntax);
}

TEST_F(StateFileTest, FolderThatDoesNotExistIsSaidOnSaving) {
  const StateFile lost(folder_.path() / "nowhere/card.json", *image_);
  EXPECT_THROW(lost.save(used()), SystemError);
}

TEST(StateFile, NeedsAPrivateKeyOnTheCard) {
  const chip::CardImage image;
  EXPECT_THROW(StateFile("card.json", image), std::invalid_argument);
}

}  // namespace state_file_test

}  // namespace uketsuke::virtual_reader
