#include "reader_model/firmware/digest_info.h"

#include <gtest/gtest.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <memory>

namespace uketsuke::reader {
namespace digest_info_test {

TEST(DigestInfo, OfAbcAgreesWithRfc8017AndFips180) {
  // RFC 8017 §9.2 note 1 for the prefix, FIPS 180-2 appendix B.1 for the digest of "abc".
  EXPECT_EQ(to_hex(sha256_digest_info(to_bytes("abc"))),
            "3031300D060960864801650304020105000420"
            "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");
}

/// A key and OpenSSL's own signature, as a card would make it.
class Signed : public ::testing::Test {
 protected:
  void SetUp() override {
    key_.reset(EVP_RSA_gen(2048));
    BIGNUM* n = nullptr;
    BIGNUM* e = nullptr;
    EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_RSA_N, &n);
    EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_RSA_E, &e);
    modulus_.resize(static_cast<std::size_t>(BN_num_bytes(n)));
    exponent_.resize(static_cast<std::size_t>(BN_num_bytes(e)));
    BN_bn2bin(n, modulus_.data());
    BN_bn2bin(e, exponent_.data());
    BN_free(n);
    BN_free(e);
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    std::size_t length = 256;
    signature_.resize(length);
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key_.get());
    EVP_DigestSign(context, signature_.data(), &length, message_.data(), message_.size());
    EVP_MD_CTX_free(context);
  }

  Bytes message_ = to_bytes("challenge");
  Bytes modulus_;
  Bytes exponent_;
  Bytes signature_;

 private:
  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_{nullptr, EVP_PKEY_free};
};

TEST_F(Signed, WithTheKeyVerifies) {
  EXPECT_TRUE(verify_sha256_signature(modulus_, exponent_, message_, signature_));
}

TEST_F(Signed, OverAnotherMessageDoesNotVerify) {
  EXPECT_FALSE(verify_sha256_signature(modulus_, exponent_, to_bytes("other"), signature_));
}

TEST_F(Signed, WithOneBitChangedDoesNotVerify) {
  signature_[100] ^= 1;
  EXPECT_FALSE(verify_sha256_signature(modulus_, exponent_, message_, signature_));
}

TEST_F(Signed, WithoutAKeyDoesNotVerify) {
  EXPECT_FALSE(verify_sha256_signature({}, {}, message_, signature_));
}

}  // namespace digest_info_test
}  // namespace uketsuke::reader
