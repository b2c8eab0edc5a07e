#pragma once

#include <openssl/types.h>

#include <string>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/calendar.h"
#include "sim/pki/openssl/openssl_handles.h"

namespace uketsuke::pki {

/// Attribute types by short name (`C`, `O`, `OU`, `CN`, `L`) and UTF-8 values, in order.
using DistinguishedName = std::vector<std::pair<std::string, std::string>>;

/// Builds one X.509 v3 certificate (SHA-256 with RSA), step by step. All functions throw SystemError.
class CertificateBuilder {
 public:
  CertificateBuilder(std::uint32_t serial, const DistinguishedName& issuer, const DistinguishedName& subject,
                     EVP_PKEY& subject_key);

  /// From 00:00:00 of the first day to 23:59:59 of the last, Japan time.
  void validity(Date first, Date last);

  void key_usage(const std::string& bits);  ///< `digitalSignature,nonRepudiation`; critical
  void certificate_authority();             ///< basicConstraints; critical
  void policy(const std::string& oid, const std::string& cps);  ///< critical
  void alternative_name(const DistinguishedName& name, bool of_issuer);
  void alternative_texts(
      const std::vector<std::pair<std::string, std::string>>& by_oid);  ///< otherName, UTF-8
  void revocation_list(const DistinguishedName& distribution_point);
  void subject_key_id();
  void authority_key_id(EVP_PKEY& issuer_key);

  /// The signed certificate in DER. The builder cannot be used afterwards.
  Bytes sign(EVP_PKEY& issuer_key);

 private:
  X509Handle certificate_;

  void add(int nid, void* value, bool critical);
  void add_from_text(int nid, const std::string& value);
};

}  // namespace uketsuke::pki
