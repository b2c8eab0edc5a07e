#include "sim/personalisation/certificates/cv_tree.h"

#include <fmt/format.h>

#include "sim/personalisation/certificates/cv_certificate.h"
#include "sim/pki/openssl/signature.h"

namespace uketsuke::personalisation {

namespace {

constexpr const char* kMiddle = "001";
constexpr std::size_t kTemplate = 5;  // 7F21 82 hh ll

// Part of the names of cached files: increment it when the form of the certificates changes.
constexpr const char* kCvVersion = "cv 1";

}  // namespace

Bytes CvKey::id() const { return cv_key_id(number, kMiddle, 1); }

Bytes CvTree::modulus(const CvKey& key) { return pki::modulus_of(*keys_.rsa_2048(key.name)); }

Bytes CvTree::certificate(const CvKey& subject, const CvKey& issuer) {
  const Bytes certified = modulus(subject);
  const std::string inputs =
      fmt::format("{}|{}|{}|{}|{}", kCvVersion, subject.number, issuer.number, to_hex(pki::sha256(certified)),
                  to_hex(pki::sha256(modulus(issuer))));
  return cache_.get("cv-certificate", inputs,
                    [&] { return cv_certificate(issuer.id(), subject.id(), certified, *key(issuer)); });
}

Bytes CvTree::bare_certificate(const CvKey& subject, const CvKey& issuer) {
  const Bytes whole = certificate(subject, issuer);
  return Bytes(whole.begin() + kTemplate, whole.end());
}

std::vector<std::string> CvTree::names() {
  std::vector<std::string> names;
  for (const CvKey& key :
       {cv::kRoot, cv::kCardFace, cv::kInputSupport, cv::kIssuer, cv::kTerminalAuthority, cv::kTerminal}) {
    names.emplace_back(key.name);
  }
  return names;
}

}  // namespace uketsuke::personalisation
