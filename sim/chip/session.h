#pragma once

#include <openssl/types.h>

#include <array>
#include <cstdint>
#include <memory>

#include "base/bytes.h"
#include "sim/chip/card_image.h"

namespace uketsuke::chip {

/// Progress of a terminal's authentication (特定機関認証).
struct TerminalAuthentication {
  Bytes certificate_body;         ///< value of 5F4E from the first SET PUBLIC IC KEY; empty: none received
  std::shared_ptr<EVP_PKEY> key;  ///< the terminal's public key, once its certificate was accepted
  bool authenticated = false;     ///< by EXTERNAL AUTHENTICATE; only under `Pinless::assumed`
};

/// The last GET CHALLENGE, valid for one EXTERNAL AUTHENTICATE.
struct Challenge {
  std::array<std::uint8_t, 256> bytes;
  std::size_t size = 0;  ///< 0: none
};

/// An open or broken secure-messaging session.
struct SecureSession {
  enum class State { none, open, dead } state = State::none;
  std::array<std::uint8_t, 16> key{};  ///< AES-128
  std::uint64_t counter = 0;           ///< number of secure commands
};

/// State that a chip keeps only while it has power.
struct Session {
  int application = -1;               ///< index, -1: none
  const ObjectRef* object = nullptr;  ///< current file, key or secret
  SecretSet verified = 0;
  bool first = true;  ///< no command received since power-on
  TerminalAuthentication terminal;
  Challenge challenge;
  SecureSession secure;

  /// Clears what was verified, and the terminal's authentication.
  void clear_status() {
    verified = 0;
    terminal = {};
  }
};

}  // namespace uketsuke::chip
