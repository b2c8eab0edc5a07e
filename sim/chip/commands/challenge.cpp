#include "sim/chip/execution.h"

namespace uketsuke::chip {

StatusWord get_challenge(Execution& execution) {
  const Command& command = execution.command;
  if (!command.data.empty() || !command.le) return sw::kWrongLength;
  if (*command.le > 0x100) return sw::kConditionsOfUse;
  execution.spend(execution.timing().challenge);
  Challenge& challenge = execution.session().challenge;
  challenge.size = *command.le;
  for (std::size_t i = 0; i < challenge.size; ++i) {
    challenge.bytes[i] = static_cast<std::uint8_t>(execution.random() >> 56);
  }
  execution.reply(challenge.bytes.data(), challenge.size);
  return sw::kOk;
}

}  // namespace uketsuke::chip
