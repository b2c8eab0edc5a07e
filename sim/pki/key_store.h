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

/// Private keys by name, made at first use and kept in a folder (files of mode 0600, PKCS#1 DER).
///
/// Two processes that want one key at the same time end with the same key. May be used by several threads.
class KeyStore {
 public:
  /// @throws SystemError where the folder cannot be made.
  explicit KeyStore(std::filesystem::path folder);

  /// The RSA-2048 key (public exponent 65537) of this name: letters, digits, `-`, `_`, `.`.
  /// @throws SystemError where a cached file is damaged (it says to delete it), cannot be written, or where
  /// the name cannot be a file's.
  std::shared_ptr<EVP_PKEY> rsa_2048(const std::string& name);

  /// Makes those of the keys that do not exist yet, on all processors at once.
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
