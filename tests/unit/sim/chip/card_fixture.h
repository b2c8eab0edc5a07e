#pragma once

#include <openssl/types.h>

#include <memory>
#include <string>
#include <string_view>

#include "sim/chip/card_layout.h"
#include "sim/chip/chip.h"

namespace uketsuke::chip {

/// The PIN, password and numbers of the card under test.
inline constexpr std::string_view kPin = "1234";
inline constexpr std::string_view kPassword = "ABC123";
inline constexpr std::string_view kNumberA = "123456789018";
inline constexpr std::string_view kNumberB = "55021720352285";  // docs/card-facts.md §1.9
inline constexpr std::string_view kBirthDate = "550217";

/// One RSA-2048 key for all tests that sign; creating one takes a tenth of a second.
std::shared_ptr<EVP_PKEY> test_key();

/// Contents for every name in sim/chip/images/my-number-card.yaml: files count up from their first byte; key
/// objects exist but are empty.
CardContents full_contents();

/// The standard card.
std::shared_ptr<CardImage> standard_image();

/// The standard card with `test_key` in all its key objects.
std::shared_ptr<CardImage> signing_image();

/// PKCS#1 v1.5 with SHA-256 under `key`, computed by OpenSSL.
Bytes signature_by(EVP_PKEY& key, const Bytes& data);

/// Whether OpenSSL verifies the signature (PKCS#1 v1.5 with SHA-256).
bool is_signature_of(EVP_PKEY& key, ByteView signature, const Bytes& data);

/// A command with data in the extended form, and with an Le of 65536 if `with_le`.
Bytes extended_command(std::string_view header, const Bytes& data, bool with_le = false);

/// A chip with power.
Chip powered_chip(std::shared_ptr<const CardImage> image = standard_image(), ChipTiming timing = {});

/// Sends a command and returns the answer, both in hexadecimal.
std::string ask(Chip& chip, std::string_view command);

/// Sends a command and returns the answer's last two bytes.
std::string status(Chip& chip, std::string_view command);

/// Sends `00 20 00 <reference> Lc <value>` and returns the answer.
std::string verify(Chip& chip, std::string_view reference, std::string_view value);

inline constexpr std::string_view kSelectJpki = "00A4040C0A D392F000260100000001";
inline constexpr std::string_view kSelectCardFace = "00A4040C0A D3921000310001010402";
inline constexpr std::string_view kSelectInputSupport = "00A4040C0A D3921000310001010408";
inline constexpr std::string_view kSelectCommon = "00A4040C0A D3921000310001010100";
inline constexpr std::string_view kSelectJuki = "00A4040C0A D3921000310001010401";
inline constexpr std::string_view kSelectPin = "00A4020C02 0018";

}  // namespace uketsuke::chip
