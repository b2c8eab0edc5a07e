#include "sim/virtual_reader/state_file.h"

#include <fmt/format.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <system_error>

#include "base/atomic_file.h"
#include "base/error.h"
#include "sim/pki/key_store.h"
#include "sim/pki/openssl/signature.h"
#include "sim/virtual_reader/sealed_secret.h"

namespace uketsuke::virtual_reader {

namespace {

using nlohmann::json;

constexpr const char* kFormat = "uketsuke card state";
constexpr int kVersion = 1;

/// Whether it is an RSA key with its private part.
bool can_open(const EVP_PKEY& key) {
  BIGNUM* exponent = nullptr;
  if (EVP_PKEY_get_bn_param(&key, OSSL_PKEY_PARAM_RSA_D, &exponent) != 1) return false;
  BN_clear_free(exponent);
  return true;
}

/// The key of the authentication certificate: it is individual to each card; keys of the issuer are on all
/// cards.
EVP_PKEY* sealing_key(const chip::CardImage& image) {
  for (const chip::Key& key : image.keys) {
    if (key.name == "authentication_key" && key.key && can_open(*key.key)) return key.key.get();
  }
  throw std::invalid_argument(
      fmt::format("the card {} has no authentication key to protect its state with", image.name));
}

std::string fingerprint(const EVP_PKEY& key) { return to_hex(pki::sha256(pki::modulus_of(key))); }

}  // namespace

StateFile::StateFile(std::filesystem::path path, const chip::CardImage& image)
    : path_(std::move(path)), image_(image), key_(sealing_key(image)) {}

std::optional<chip::ChipState> StateFile::load() const {
  std::error_code error;
  if (!std::filesystem::exists(path_, error) && !error) return std::nullopt;
  const auto refuse = [this](InputProblem problem, const std::string& message) {
    return InputError(problem, {path_.string(), 0, 0}, message);
  };
  std::ifstream in;
  if (std::filesystem::is_regular_file(path_, error)) in.open(path_, std::ios::binary);
  std::string text;
  if (in.is_open()) text.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  if (text.empty()) {
    throw refuse(InputProblem::unreadable,
                 "cannot be read as a card's state; delete it to begin with the card as issued");
  }
  try {
    const json file = json::parse(text);
    if (file.at("format") != kFormat || file.at("version") != kVersion) {
      throw refuse(InputProblem::bad_value, "is not a card's state that this program knows");
    }
    if (file.at("card") != fingerprint(*key_)) {
      throw refuse(
          InputProblem::bad_value,
          "is the state of another card, or of this one before its keys were replaced; choose another "
          "file with --state, or delete this one to begin with the card as issued");
    }
    chip::ChipState state(image_);
    const json& secrets = file.at("secrets");
    if (secrets.size() != image_.secrets.size()) {
      throw refuse(InputProblem::missing_key, "has other secrets than the card");
    }
    for (std::size_t i = 0; i < image_.secrets.size(); ++i) {
      const chip::SecretObject& object = image_.secrets[i];
      const json& entry = secrets.at(object.name);
      if (object.counter == chip::CounterPolicy::limited)
        state.set_tries(image_, object.name, entry.at("tries_left").get<int>());
      if (const auto changed = entry.find("changed"); changed != entry.end())
        state.secrets[i].changed = unseal(from_hex(changed->get<std::string>()), *key_);
    }
    return state;
  } catch (const InputError&) {
    throw;
  } catch (const std::exception& damage) {
    throw refuse(InputProblem::syntax,
                 fmt::format("is damaged ({}); delete it to begin with the card as issued", damage.what()));
  }
}

void StateFile::save(const chip::ChipState& state) const {
  json secrets = json::object();
  for (std::size_t i = 0; i < image_.secrets.size(); ++i) {
    const chip::SecretObject& object = image_.secrets[i];
    json entry = json::object();
    if (object.counter == chip::CounterPolicy::limited) entry["tries_left"] = state.secrets.at(i).tries_left;
    if (state.secrets.at(i).changed) entry["changed"] = to_hex(seal(*state.secrets[i].changed, *key_));
    secrets[object.name] = std::move(entry);
  }
  const json file = {{"format", kFormat},
                     {"version", kVersion},
                     {"card", fingerprint(*key_)},
                     {"secrets", std::move(secrets)}};
  write_file(path_, file.dump(2) + "\n");
}

}  // namespace uketsuke::virtual_reader
