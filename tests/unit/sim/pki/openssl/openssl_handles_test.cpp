#include "sim/pki/openssl/openssl_handles.h"

#include <gmock/gmock.h>
#include <openssl/err.h>

#include "base/error.h"

namespace uketsuke::pki {
namespace openssl_handles_test {

std::string thrown_by_check(bool result) {
  try {
    check(result, "read a key");
  } catch (const SystemError& error) {
    return error.what();
  }
  return "nothing";
}

TEST(OpensslCheck, ReturnsWhatIsNotNull) {
  int number = 7;
  EXPECT_EQ(check(&number, "x"), &number);
  EXPECT_EQ(check(3, "x"), 3);
}

TEST(OpensslCheck, NullThrowsWhatWasTriedAndThatNoReasonIsKnown) {
  ERR_clear_error();
  EXPECT_EQ(thrown_by_check(false), "cannot read a key: OpenSSL gives no reason");
}

TEST(OpensslCheck, NullThrowsTheReasonOfOpenssl) {
  ERR_clear_error();
  ERR_raise(ERR_LIB_RSA, ERR_R_MALLOC_FAILURE);
  EXPECT_EQ(thrown_by_check(false), "cannot read a key: malloc failure");
}

TEST(OpensslCheck, LeavesNoErrorForTheNextFunction) {
  ERR_raise(ERR_LIB_RSA, ERR_R_MALLOC_FAILURE);
  ERR_raise(ERR_LIB_RSA, ERR_R_INTERNAL_ERROR);
  thrown_by_check(false);
  EXPECT_EQ(ERR_peek_error(), 0U);
}

}  // namespace openssl_handles_test
}  // namespace uketsuke::pki
