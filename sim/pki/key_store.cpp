#include "sim/pki/key_store.h"

#include <fmt/format.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

#include "base/error.h"
#include "sim/pki/cache_file.h"
#include "sim/pki/openssl/openssl_handles.h"
#include "sim/pki/openssl/rsa_key_file.h"

namespace uketsuke::pki {

namespace {

constexpr int kBits = 2048;
constexpr std::size_t kLongestName = 100;

bool may_be_a_file(const std::string& name) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  };
  return !name.empty() && name.size() <= kLongestName && name[0] != '.' &&
         std::all_of(name.begin(), name.end(), allowed);
}

PkeyHandle from_file(const Bytes& der, const std::filesystem::path& path) {
  PkeyHandle key = from_pkcs1(der);
  if (key == nullptr || EVP_PKEY_get_bits(key.get()) != kBits) {
    throw SystemError(fmt::format("{}: is damaged; delete it, and a new key is made", path.string()));
  }
  return key;
}

/// Reads or creates the key; two concurrent processes both get the key that was stored first.
PkeyHandle read_or_make(const std::filesystem::path& path) {
  if (const auto file = read_cache_file(path)) return from_file(*file, path);
  PkeyHandle key(check(EVP_RSA_gen(kBits), "make an RSA key"));
  if (publish_cache_file(path, to_pkcs1(*key))) return key;
  return from_file(read_cache_file(path).value_or(Bytes{}), path);
}

}  // namespace

KeyStore::KeyStore(std::filesystem::path folder) : folder_(std::move(folder)) {
  make_private_folder(folder_);
}

std::filesystem::path KeyStore::path_of(const std::string& name) const {
  if (!may_be_a_file(name)) throw SystemError(fmt::format("\"{}\" cannot be the name of a key", name));
  return folder_ / (name + ".der");
}

std::shared_ptr<EVP_PKEY> KeyStore::rsa_2048(const std::string& name) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = keys_.find(name);
    if (found != keys_.end()) return found->second;
  }
  // Not under the lock: creating a key takes a tenth of a second.
  std::shared_ptr<EVP_PKEY> key = read_or_make(path_of(name));
  const std::lock_guard<std::mutex> lock(mutex_);
  return keys_.emplace(name, std::move(key)).first->second;
}

void KeyStore::prepare(const std::vector<std::string>& names) {
  std::vector<std::string> missing;
  for (const std::string& name : names) {
    if (!std::filesystem::exists(path_of(name))) missing.push_back(name);
  }
  const std::size_t workers =
      std::min<std::size_t>(missing.size(), std::max(1U, std::thread::hardware_concurrency()));
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> errors(workers);
  std::vector<std::thread> threads;
  for (std::size_t worker = 0; worker < workers; ++worker) {
    threads.emplace_back([&, worker] {
      try {
        for (std::size_t i = next++; i < missing.size(); i = next++) rsa_2048(missing[i]);
      } catch (...) {
        errors[worker] = std::current_exception();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::exception_ptr& error : errors) {
    if (error) std::rethrow_exception(error);
  }
}

Bytes modulus_of(const EVP_PKEY& key) {
  BIGNUM* number = nullptr;
  check(EVP_PKEY_get_bn_param(&key, "n", &number), "read an RSA key");
  const BigNumber modulus(number);
  Bytes bytes(static_cast<std::size_t>(BN_num_bytes(number)));
  BN_bn2bin(number, bytes.data());
  return bytes;
}

}  // namespace uketsuke::pki
