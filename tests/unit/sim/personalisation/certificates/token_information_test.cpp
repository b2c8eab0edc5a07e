#include "sim/personalisation/certificates/token_information.h"

#include <gtest/gtest.h>

namespace uketsuke::personalisation {
namespace token_information_test {

// PKCS #11, CK_TOKEN_INFO: label 32, manufacturer 32, model 16, serial number 16, flags, four session
// numbers, longest and shortest PIN, four memory sizes (11 words of 4 bytes), two versions of 2, time 16: 160
// bytes.

std::string characters(const Bytes& bytes, std::size_t at, std::size_t count) {
  return {bytes.begin() + static_cast<long>(at), bytes.begin() + static_cast<long>(at + count)};
}

const Bytes kToken = token_information("0123456789ABCDEF");

TEST(TokenInformation, HasTheSizeOfTheStructure) { EXPECT_EQ(kToken.size(), 160U); }

TEST(TokenInformation, ClientsRecogniseItsLabel) {
  EXPECT_EQ(characters(kToken, 0, 32), "JPKIAPICCTOKEN2                 ");
}

TEST(TokenInformation, HasTheSerialNumberBehindTheModel) {
  EXPECT_EQ(characters(kToken, 64, 16), "UKETSUKE        ");
  EXPECT_EQ(characters(kToken, 80, 16), "0123456789ABCDEF");
}

TEST(TokenInformation, AShortSerialNumberIsFilledUpWithBlanks) {
  EXPECT_EQ(token_information("7").size(), 160U);
  EXPECT_EQ(characters(token_information("7"), 80, 16), "7               ");
}

// CKF_RNG 1, CKF_LOGIN_REQUIRED 4, CKF_USER_PIN_INITIALIZED 8, CKF_TOKEN_INITIALIZED 400 (hexadecimal).
TEST(TokenInformation, ItsFlagsSayInitialisedWithAPin) {
  EXPECT_EQ(to_hex(Bytes(kToken.begin() + 96, kToken.begin() + 100)), "0000040D");
}

TEST(TokenInformation, APinHasSixToSixteenCharacters) {
  EXPECT_EQ(to_hex(Bytes(kToken.begin() + 116, kToken.begin() + 124)), "0000001000000006");
}

TEST(TokenInformation, MemoryIsUnavailableInformation) {
  EXPECT_EQ(to_hex(Bytes(kToken.begin() + 124, kToken.begin() + 140)), "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF");
}

}  // namespace token_information_test
}  // namespace uketsuke::personalisation
