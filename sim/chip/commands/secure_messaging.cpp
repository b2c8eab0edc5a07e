#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <memory>

#include "base/handle.h"
#include "sim/chip/execution.h"

// Secure messaging of 券面事項入力補助: confidentiality only, AES-128-CBC under a key that the terminal sends
// encrypted. Found out by one author; assumed: the answer is encrypted under its command's counter.

namespace uketsuke::chip {

namespace {

constexpr std::size_t kSeed = 32;
constexpr std::size_t kBlock = 16;
constexpr std::uint8_t kEncrypted = 0x86;
constexpr std::uint8_t kExpected = 0x96;
constexpr std::uint8_t kIsoPadding = 0x01;

using PkeyContext = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using CipherContext = Handle<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
using Block = std::array<std::uint8_t, kBlock>;

/// RSA-OAEP with SHA-256; empty if the data were not encrypted for this key.
Bytes decrypt_seed(EVP_PKEY* key, ByteView data) {
  const PkeyContext context(EVP_PKEY_CTX_new(key, nullptr));
  Bytes plain(static_cast<std::size_t>(EVP_PKEY_get_size(key)));
  std::size_t size = plain.size();
  if (context == nullptr || EVP_PKEY_decrypt_init(context.get()) <= 0 ||
      EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) <= 0 ||
      EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha256()) <= 0 ||
      EVP_PKEY_decrypt(context.get(), plain.data(), &size, data.data, data.size) <= 0) {
    ERR_clear_error();
    return {};
  }
  plain.resize(size);
  return plain;
}

/// The counter as 16 bytes, encrypted: the initialisation vector of a command and its answer.
Block vector_of(const SecureSession& session) {
  Block counter{};
  for (std::size_t i = 0; i < 8; ++i) {
    counter[kBlock - 1 - i] = static_cast<std::uint8_t>(session.counter >> (8 * i));
  }
  Block out{};
  int size = 0;
  const CipherContext context(EVP_CIPHER_CTX_new());
  EVP_EncryptInit_ex(context.get(), EVP_aes_128_ecb(), nullptr, session.key.data(), nullptr);
  EVP_CIPHER_CTX_set_padding(context.get(), 0);
  EVP_EncryptUpdate(context.get(), out.data(), &size, counter.data(), kBlock);
  return out;
}

/// AES-128-CBC over whole blocks.
Bytes crypt(const SecureSession& session, ByteView data, bool encrypt) {
  const Block vector = vector_of(session);
  Bytes out(data.size + kBlock);
  int size = 0;
  const CipherContext context(EVP_CIPHER_CTX_new());
  EVP_CipherInit_ex(context.get(), EVP_aes_128_cbc(), nullptr, session.key.data(), vector.data(),
                    encrypt ? 1 : 0);
  EVP_CIPHER_CTX_set_padding(context.get(), 0);
  EVP_CipherUpdate(context.get(), out.data(), &size, data.data, static_cast<int>(data.size));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

/// Removes the padding 80 00 …; false if there is none.
bool unpad(Bytes& bytes) {
  const auto last = std::find_if(bytes.rbegin(), bytes.rend(), [](std::uint8_t b) { return b != 0; });
  if (last == bytes.rend() || *last != 0x80) return false;
  bytes.erase(last.base() - 1, bytes.end());
  return true;
}

/// The data objects of a secure command.
struct SecureObjects {
  ByteView cipher;                  ///< of 86, after its padding indicator
  std::optional<std::uint32_t> le;  ///< of 96
};

/// Reads a length: one byte below 128, else `82 hh ll`, as everywhere on this card.
bool read_object(ByteView& rest, std::uint8_t& tag, ByteView& value) {
  if (rest.size < 2) return false;
  tag = rest[0];
  std::size_t head = 2;
  std::size_t length = rest[1];
  if (length == 0x82) {
    if (rest.size < 4) return false;
    length = static_cast<std::size_t>(rest[2] << 8 | rest[3]);
    head = 4;
  } else if (length > 0x7F) {
    return false;
  }
  if (rest.size - head < length) return false;
  value = {rest.data + head, length};
  rest = {value.end(), rest.size - head - length};
  return true;
}

std::optional<SecureObjects> read_objects(ByteView data) {
  SecureObjects objects;
  while (!data.empty()) {
    std::uint8_t tag = 0;
    ByteView value;
    if (!read_object(data, tag, value)) return std::nullopt;
    if (tag == kEncrypted && value.size > 1 && value[0] == kIsoPadding && (value.size - 1) % kBlock == 0) {
      objects.cipher = {value.data + 1, value.size - 1};
    } else if (tag == kExpected && value.size == 3 && value[0] == 0) {
      objects.le = static_cast<std::uint32_t>(value[1] << 8 | value[2]);
    } else {
      return std::nullopt;
    }
  }
  if (objects.le && *objects.le == 0) objects.le = 0x10000;
  return objects;
}

void reply_encrypted(const Execution& execution, const SecureSession& session, const Bytes& plain) {
  Bytes padded = plain;
  padded.push_back(0x80);
  padded.resize((padded.size() + kBlock - 1) / kBlock * kBlock, 0x00);
  const Bytes cipher = crypt(session, padded, true);
  const std::size_t length = cipher.size() + 1;
  Bytes& out = execution.answer.bytes;
  out.push_back(kEncrypted);
  if (length > 0x7F) {
    out.push_back(0x82);
    out.push_back(static_cast<std::uint8_t>(length >> 8));
  }
  out.push_back(static_cast<std::uint8_t>(length));
  out.push_back(kIsoPadding);
  execution.reply(cipher);
}

/// Bad padding or counter: the session is dead until another is set.
StatusWord give_up(SecureSession& session) {
  session.state = SecureSession::State::dead;
  return sw::kSecureObjectsWrong;
}

}  // namespace

StatusWord set_session_key(Execution& execution) {
  const Application* application = execution.application();
  if (application == nullptr) return sw::kUnknownInstruction;
  const SecureMessaging& messaging = application->secure_messaging;
  if (messaging.key == nullptr) return messaging.refusal;
  if (!messaging.needs.allows(execution.session().verified)) return sw::kSecurityStatus;
  const Command& command = execution.command;
  if (command.le || command.data.size != static_cast<std::size_t>(EVP_PKEY_get_size(messaging.key.get()))) {
    return sw::kWrongLength;
  }
  execution.spend(execution.timing().rsa_2048);
  const Bytes seed = decrypt_seed(messaging.key.get(), command.data);
  static constexpr std::array<std::uint8_t, 4> kHead = {0xA0, 0x22, 0x80, 0x20};
  if (seed.size() != kHead.size() + kSeed || !std::equal(kHead.begin(), kHead.end(), seed.begin())) {
    return sw::kWrongData;
  }
  SecureSession& session = execution.session().secure;
  session.state = SecureSession::State::open;
  session.counter = 0;
  std::copy_n(seed.begin() + kHead.size(), session.key.size(), session.key.begin());
  return sw::kOk;
}

StatusWord secure_command(Execution& execution) {
  const Application* application = execution.application();
  if (application == nullptr || application->secure_messaging.key == nullptr) return sw::kUnknownClass;
  const Command& outer = execution.command;
  if (outer.cla == 0x0C) return sw::kSecureObjectsMissing;  // with header authentication: not supported
  SecureSession& session = execution.session().secure;
  if (session.state == SecureSession::State::none) return sw::kConditionsOfUse;  // assumed
  if (session.state == SecureSession::State::dead) return sw::kSessionDead;
  ++session.counter;  // also for a refused command

  const auto objects = read_objects(outer.data);
  if (!objects) return give_up(session);
  Bytes plain;
  if (!objects->cipher.empty()) {
    plain = crypt(session, objects->cipher, false);
    if (!unpad(plain)) return give_up(session);
  }
  Command inner = outer;
  inner.cla = 0x00;
  inner.data = plain;
  inner.le = objects->le;
  Answer answer;
  Execution secured{execution.chip, inner, answer};
  const SecureSession opened = session;  // a SELECT of an application closes it
  const StatusWord status = dispatch(secured, ApduError::none);
  execution.spend(answer.processing);
  if (!answer.bytes.empty()) reply_encrypted(execution, opened, answer.bytes);
  return status;
}

}  // namespace uketsuke::chip
