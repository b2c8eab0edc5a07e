#pragma once

#include <string>

#include "reports/trace/exchange.h"

namespace uketsuke::trace {

/// Appends the purpose of a command in the card's terms, once its first block has been seen: `VERIFY
/// 利用者証明用PIN (authentication PIN)`, `READ BINARY … from 256`.
void put_command(std::string& out, const Exchange& exchange);

/// Appends the meaning of a complete answer: `READ BINARY: 256 bytes, 9000`, `VERIFY: 63C2, 2 tries left`.
void put_answer(std::string& out, const Exchange& exchange);

}  // namespace uketsuke::trace
