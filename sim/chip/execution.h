#pragma once

#include <array>

#include "sim/chip/chip.h"

namespace uketsuke::chip {

/// One command during its execution: a handler's view of the chip, and everything it may do to it.
struct Execution {
  Chip& chip;
  const Command& command;
  Answer& answer;

  const CardImage& image() const { return *chip.image_; }
  const ChipTiming& timing() const { return chip.timing_; }

  /// The current application, or null.
  const Application* application() const {
    return session().application < 0 ? nullptr
                                     : &image().applications[static_cast<std::size_t>(session().application)];
  }
  /// State that power-off clears: current application and object, security status.
  Session& session() const { return chip.volatile_; }

  /// Whether the security status satisfies a rule.
  bool allows(const AccessRule& rule) const {
    return rule.allows(session().verified, session().terminal.authenticated);
  }

  const ChipState::Entry& entry(std::size_t secret) const { return chip.state_.secrets[secret]; }
  /// Writes non-volatile memory: takes time, can be torn, is reported to the observer.
  void write(std::size_t secret, ChipState::Entry entry) const;
  /// Writes only a counter.
  void write_tries(std::size_t secret, int tries) const;

  void spend(Duration duration) const { answer.processing += duration; }
  void reply(const std::uint8_t* data, std::size_t size) const {
    answer.bytes.insert(answer.bytes.end(), data, data + size);
  }
  void reply(ByteView bytes) const { reply(bytes.data, bytes.size); }
  std::uint64_t random() const;
};

/// The object to which P2 of VERIFY, SIGN or CHANGE REFERENCE DATA refers, or P1 of READ BINARY.
struct Target {
  const ObjectRef* object = nullptr;
  StatusWord error = sw::kOk;
};

/// `80` is the current object, `80` + short identifier is another one, which becomes current.
Target referred_by(const Execution& execution, std::uint8_t reference);

using Handler = StatusWord (*)(Execution&);

// One handler per command; each puts its data into the answer and returns the status word.
StatusWord select_file(Execution& execution);
StatusWord select_application(Execution& execution);
StatusWord select_master_file(Execution& execution);
StatusWord read_binary(Execution& execution);
StatusWord read_record(Execution& execution);
StatusWord get_data(Execution& execution);
StatusWord verify(Execution& execution);
StatusWord change_reference_data(Execution& execution);
StatusWord change_key(Execution& execution);
StatusWord compute_signature(Execution& execution);
StatusWord internal_authenticate(Execution& execution);
StatusWord get_challenge(Execution& execution);
StatusWord set_public_key_body(Execution& execution);
StatusWord set_public_key_signature(Execution& execution);
StatusWord external_authenticate(Execution& execution);
StatusWord set_session_key(Execution& execution);
StatusWord secure_command(Execution& execution);

/// Executes the command: checks class, instruction and parameters; the handler does the rest.
StatusWord dispatch(Execution& execution, ApduError error);

}  // namespace uketsuke::chip
