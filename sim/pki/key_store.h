#pragma once

#include <openssl/types.h>

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/bytes.h"

namespace uketsuke::pki {

/// Private keys by name, created on first use and kept in a folder (files of mode 0600, PKCS#1 DER).
///
/// Two processes that request one key concurrently get the same key. Thread-safe.
class KeyStore {
 public:
  /// @throws SystemError if the folder cannot be created
  explicit KeyStore(std::filesystem::path folder);

  /// The RSA-2048 key (public exponent 65537) with this name: letters, digits, `-`, `_`, `.`.
  /// @throws SystemError if a cached file is damaged (the message says to delete it) or cannot be written, or
  /// if the name is not a valid file name
  std::shared_ptr<EVP_PKEY> rsa_2048(const std::string& name);

  /// Creates the missing ones of these keys, on all processors in parallel.
  void prepare(const std::vector<std::string>& names);

  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<EVP_PKEY>> keys_;

  std::filesystem::path path_of(const std::string& name) const;
};

/// An RSA public key's modulus, big-endian, 256 bytes for RSA-2048.
Bytes modulus_of(const EVP_PKEY& key);

}  // namespace uketsuke::pki
