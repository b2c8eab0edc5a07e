#pragma once

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <string>

#include "base/handle.h"

namespace uketsuke::pki {

using PkeyHandle = Handle<EVP_PKEY, EVP_PKEY_free>;
using PkeyContext = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using DigestContext = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;
using X509Handle = Handle<X509, X509_free>;
using X509StoreHandle = Handle<X509_STORE, X509_STORE_free>;
using X509StoreContext = Handle<X509_STORE_CTX, X509_STORE_CTX_free>;
using BigNumber = Handle<BIGNUM, BN_free>;
using NameHandle = Handle<X509_NAME, X509_NAME_free>;

/// Throws a SystemError with the attempted operation and OpenSSL's reason.
[[noreturn]] void throw_openssl(const std::string& what);

/// Returns a pointer or a success flag; throws a SystemError if it is null or zero.
template <class T>
T check(T result, const char* what) {
  if (!result) throw_openssl(what);
  return result;
}

}  // namespace uketsuke::pki
