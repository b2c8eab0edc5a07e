#pragma once

#include <array>

#include "sim/chip/chip.h"

namespace uketsuke::chip {

/// One command while it is carried out: what a handler sees of the chip, and all that it may do to it.
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
  /// What power-off forgets: current application and object, and what was verified.
  Session& session() const { return chip.volatile_; }

  /// Whether a rule is met by what was verified since.
  bool allows(const AccessRule& rule) const {
    return rule.allows(session().verified, session().terminal.authenticated);
  }

  const ChipState::Entry& entry(std::size_t secret) const { return chip.state_.secrets[secret]; }
  /// Writes non-volatile memory: takes its time, can be torn, is seen by the observer.
  void write(std::size_t secret, ChipState::Entry entry) const;
  /// The same for a counter alone.
  void write_tries(std::size_t secret, int tries) const;

  void spend(Duration duration) const { answer.processing += duration; }
  void reply(const std::uint8_t* data, std::size_t size) const {
    answer.bytes.insert(answer.bytes.end(), data, data + size);
  }
  void reply(ByteView bytes) const { reply(bytes.data, bytes.size); }
  std::uint64_t random() const;
};

/// What P2 of VERIFY, SIGN or CHANGE REFERENCE DATA refers to, or P1 of READ BINARY.
struct Target {
  const ObjectRef* object = nullptr;
  StatusWord error = sw::kOk;
};

/// `80` is the current object, `80` + short identifier another one, which becomes current.
Target referred_by(const Execution& execution, std::uint8_t reference);

using Handler = StatusWord (*)(Execution&);

// One handler a command; each returns the status word and has put its data into the answer before.
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

/// Carries the command out: class, instruction and parameters are judged here, the rest by the handler.
StatusWord dispatch(Execution& execution, ApduError error);

}  // namespace uketsuke::chip
