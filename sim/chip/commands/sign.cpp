#include "sim/chip/commands/sign.h"

#include <openssl/evp.h>

namespace uketsuke::chip {

namespace {

constexpr std::size_t kLongestChallenge = 255;
constexpr std::uint8_t kHashAndSign = 0x03;
constexpr std::size_t kEcSignature = 96;

/// The key to which P2 refers.
struct Found {
  const Key* key = nullptr;
  StatusWord error = sw::kOk;
};

Found find_key(const Execution& execution) {
  const CardImage& image = execution.image();
  if (execution.command.p2 == 0x00) {
    const Application* application = execution.application();
    if (application == nullptr) return {nullptr, sw::kNotFound};
    for (const ObjectRef& object : application->objects) {
      if (object.kind == ObjectRef::Kind::key && image.keys[object.index].application_default) {
        return {&image.keys[object.index], sw::kOk};
      }
    }
    return {nullptr, sw::kNotFound};
  }
  const Target target = referred_by(execution, execution.command.p2);
  if (target.error != sw::kOk) return {nullptr, target.error};
  if (target.object->kind != ObjectRef::Kind::key) return {nullptr, sw::kIncompatibleFile};
  return {&image.keys[target.object->index], sw::kOk};
}

/// Bytes of a signature, 0 for a key that the chip cannot use.
std::size_t signature_size(const EVP_PKEY* key) {
  if (key == nullptr) return 0;
  switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
      return static_cast<std::size_t>(EVP_PKEY_get_size(key));
    case EVP_PKEY_EC:
      return kEcSignature;
    default:
      return 0;
  }
}

StatusWord use_key(Execution& execution, const Key& key, KeyCommand command, std::uint8_t p1) {
  if (!execution.allows(key.use)) return sw::kSecurityStatus;
  EVP_PKEY* pkey = key.key.get();
  const std::size_t size = key.command == command ? signature_size(pkey) : 0;
  if (size == 0) return sw::kConditionsOfUse;
  if (*execution.command.le < size) return sw::kWrongLength;
  const bool ec = EVP_PKEY_get_base_id(pkey) == EVP_PKEY_EC;
  const StatusWord status = (ec ? sign_ec : sign_rsa)(execution, key, p1, execution.command.data);
  if (status == sw::kOk && execution.image().policies.after_signing == StatusRule::clears) {
    execution.session().verified &= ~key.use.any_of;
    execution.session().terminal.authenticated = false;
  }
  return status;
}

}  // namespace

StatusWord compute_signature(Execution& execution) {
  const Command& command = execution.command;
  if (command.data.empty() || !command.le) return sw::kWrongLength;
  const Found found = find_key(execution);
  if (found.error != sw::kOk) return found.error;
  return use_key(execution, *found.key, KeyCommand::sign, command.p1);
}

StatusWord internal_authenticate(Execution& execution) {
  const Command& command = execution.command;
  if (command.data.empty() || command.data.size > kLongestChallenge || !command.le) return sw::kWrongLength;
  const Found found = find_key(execution);
  if (found.error != sw::kOk) return found.error;
  return use_key(execution, *found.key, KeyCommand::internal_authenticate, kHashAndSign);
}

}  // namespace uketsuke::chip
