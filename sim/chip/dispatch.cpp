#include "sim/chip/execution.h"

namespace uketsuke::chip {

namespace {

/// A command that the chip supports, and the headers that select it.
struct Entry {
  std::uint8_t cla;
  std::uint8_t ins;
  std::uint8_t p1, p1_mask;
  std::uint8_t p2, p2_mask;
  Handler handler;
};

/// `80 FC 00 00`, the last command's indicator: a phone's chip answers it, the plastic card returns 6700.
StatusWord last_command_indicator(Execution&) { return sw::kWrongLength; }

/// READ RECORD of all records from one on: observed to return 6A81.
StatusWord read_all_records(Execution&) { return sw::kNotSupported; }

// Sorted by instruction. The first matching entry is used; a class and instruction listed here with other
// parameters returns 6A86.
constexpr Entry kCommands[] = {
    {0x00, 0x20, 0x00, 0xFF, 0x80, 0xE0, verify},
    {0x00, 0x24, 0x01, 0xFF, 0x80, 0xE0, change_reference_data},
    {0x80, 0x2A, 0x00, 0xFE, 0x80, 0xE0, compute_signature},
    {0x80, 0x2A, 0x02, 0xFE, 0x80, 0xE0, compute_signature},
    {0x80, 0x2A, 0x04, 0xFE, 0x80, 0xE0, compute_signature},
    {0x80, 0x2A, 0x00, 0xFE, 0x00, 0xFF, compute_signature},
    {0x80, 0x2A, 0x02, 0xFE, 0x00, 0xFF, compute_signature},
    {0x80, 0x2A, 0x04, 0xFE, 0x00, 0xFF, compute_signature},
    {0x80, 0x32, 0x00, 0xFF, 0x80, 0xE0, change_key},
    {0x00, 0x82, 0x00, 0xFF, 0x80, 0xE0, external_authenticate},
    {0x00, 0x84, 0x00, 0xFF, 0x00, 0xFF, get_challenge},
    {0x00, 0x88, 0x00, 0xFF, 0x80, 0xE0, internal_authenticate},
    {0x80, 0xA2, 0x06, 0xFF, 0xC1, 0xFF, set_public_key_body},
    {0x80, 0xA2, 0x00, 0xFF, 0xC1, 0xFF, set_public_key_signature},
    // SELECT: only the forms 04 (by AID) and 02 (EF of the current application) have an effect.
    {0x00, 0xA4, 0x04, 0xFF, 0x00, 0xF1, select_application},
    {0x00, 0xA4, 0x02, 0xFF, 0x0C, 0xFF, select_file},
    {0x00, 0xA4, 0x00, 0xFF, 0x00, 0xF3, select_master_file},
    {0x80, 0xAE, 0x00, 0xFF, 0x00, 0xFF, set_session_key},
    {0x00, 0xB0, 0x00, 0x80, 0x00, 0x00, read_binary},  // 15-bit offset
    {0x00, 0xB0, 0x80, 0xE0, 0x00, 0x00, read_binary},  // short identifier, 8-bit offset
    {0x00, 0xB2, 0x00, 0x00, 0x04, 0x07, read_record},
    {0x00, 0xB2, 0x00, 0x00, 0x05, 0x07, read_all_records},
    {0x00, 0xCA, 0x00, 0x00, 0x00, 0x00, get_data},
    {0x80, 0xFC, 0x00, 0xFF, 0x00, 0xFF, last_command_indicator},
};
constexpr std::size_t kCommandCount = sizeof kCommands / sizeof kCommands[0];

/// First entry of each instruction, so that no search is needed.
struct FirstEntries {
  std::uint8_t at[256] = {};

  constexpr FirstEntries() {
    for (std::size_t ins = 0; ins < 256; ++ins) {
      std::size_t i = 0;
      while (i < kCommandCount && kCommands[i].ins != ins) ++i;
      at[ins] = static_cast<std::uint8_t>(i);
    }
  }
};
constexpr FirstEntries kFirst;

bool fits(const Entry& entry, const Command& command) {
  return (command.p1 & entry.p1_mask) == entry.p1 && (command.p2 & entry.p2_mask) == entry.p2;
}

/// First and further interindustry classes with non-zero channel bits (ISO/IEC 7816-4 §5.4.1).
bool names_a_channel(std::uint8_t cla) {
  return (cla & 0xC0) == 0x40 || ((cla & 0xE0) == 0x00 && (cla & 0x03) != 0);
}

}  // namespace

StatusWord dispatch(Execution& execution, ApduError error) {
  const Command& command = execution.command;
  if (error == ApduError::too_short) return sw::kWrongLength;
  if (names_a_channel(command.cla)) return sw::kLogicalChannel;
  if (command.cla == 0x08 || command.cla == 0x0C) {
    return error == ApduError::none ? secure_command(execution) : sw::kWrongLength;
  }
  if (command.cla != 0x00 && command.cla != 0x80) return sw::kUnknownClass;
  if (command.ins == 0x82 && execution.image().policies.pinless != Pinless::assumed) {
    return sw::kUnknownInstruction;  // checked before the parameters are distinguished
  }
  bool known = false;
  for (std::size_t i = kFirst.at[command.ins]; i < kCommandCount && kCommands[i].ins == command.ins; ++i) {
    const Entry& entry = kCommands[i];
    if (entry.cla != command.cla) continue;
    known = true;
    if (!fits(entry, command)) continue;
    return error == ApduError::none ? entry.handler(execution) : sw::kWrongLength;
  }
  return known ? sw::kWrongParameters : sw::kUnknownInstruction;
}

}  // namespace uketsuke::chip
