#pragma once

#include <cstdint>

namespace uketsuke::chip {

/// SW1 SW2 as one number, `0x9000`.
using StatusWord = std::uint16_t;

/// Status words observed on My Number Cards, and their causes.
namespace sw {

inline constexpr StatusWord kOk = 0x9000;
inline constexpr StatusWord kWrongUnlimited = 0x6300;        ///< wrong value of a secret without counter
inline constexpr StatusWord kNoSessionKeys = 0x66F1;         ///< SET SESSION KEY if there are none
inline constexpr StatusWord kWrongLength = 0x6700;           ///< Lc or Le
inline constexpr StatusWord kLogicalChannel = 0x6881;        ///< only the basic channel exists
inline constexpr StatusWord kIncompatibleFile = 0x6981;      ///< READ BINARY of a key, SIGN with a file
inline constexpr StatusWord kSecurityStatus = 0x6982;        ///< a secret must be verified first
inline constexpr StatusWord kBlocked = 0x6984;               ///< VERIFY with data for a blocked secret
inline constexpr StatusWord kConditionsOfUse = 0x6985;       ///< also a wrong signing length
inline constexpr StatusWord kNoCurrentFile = 0x6986;         ///< READ BINARY before SELECT EF
inline constexpr StatusWord kSecureObjectsMissing = 0x6987;  ///< unsupported form of secure messaging
inline constexpr StatusWord kSecureObjectsWrong = 0x6988;    ///< bad padding or counter; ends the session
inline constexpr StatusWord kSessionDead = 0x69FC;           ///< secure command after 6988
inline constexpr StatusWord kWrongData = 0x6A80;             ///< session key of wrong structure
inline constexpr StatusWord kNotSupported = 0x6A81;          ///< READ RECORD of all records
inline constexpr StatusWord kNotFound = 0x6A82;              ///< no such application or file
inline constexpr StatusWord kRecordNotFound = 0x6A83;        ///< READ RECORD beyond the last record
inline constexpr StatusWord kWrongParameters = 0x6A86;       ///< P1 P2
inline constexpr StatusWord kDataObjectNotFound = 0x6A88;    ///< GET DATA of an unknown tag
inline constexpr StatusWord kWrongOffset = 0x6B00;           ///< READ BINARY at or beyond the end
inline constexpr StatusWord kNotReady = 0x6F00;              ///< first command after power-on, observed once
inline constexpr StatusWord kUnknownInstruction = 0x6D00;
inline constexpr StatusWord kUnknownClass = 0x6E00;

/// `63Cx`: wrong value or an empty VERIFY; x tries left, at most 15.
constexpr StatusWord tries_left(int tries) {
  return static_cast<StatusWord>(0x63C0 | (tries > 15 ? 15 : tries < 0 ? 0 : tries));
}

}  // namespace sw
}  // namespace uketsuke::chip
