#include "sim/chip/execution.h"

namespace uketsuke::chip {

StatusWord get_challenge(Execution& execution) {
  const Command& command = execution.command;
  if (!command.data.empty() || !command.le) return sw::kWrongLength;
  if (*command.le > 0x100) return sw::kConditionsOfUse;
  execution.spend(execution.timing().challenge);
  for (std::uint32_t i = 0; i < *command.le; ++i) {
    execution.answer.bytes.push_back(static_cast<std::uint8_t>(execution.random() >> 56));
  }
  return sw::kOk;
}

}  // namespace uketsuke::chip
