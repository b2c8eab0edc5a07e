#pragma once

#include "base/enum_names.h"
#include "base/error.h"

namespace uketsuke::virtual_reader {

/// Why a card cannot be, or stay, in a virtual reader.
UKETSUKE_ENUM(VpcdProblem,
              unreachable,  ///< no vpcd listens, or the host does not exist or answer
              busy,         ///< accepts the connection but sends no question: another card is in this reader
              closed_at_once,     ///< accepts the connection and closes it before any question
              stopped_mid_frame,  ///< announced more bytes than it sent
              not_vpcd,           ///< sends what vpcd never sends
)

/// An error caused by the peer. `what()` is one line: where, what, and what to do.
class VpcdError : public SystemError {
 public:
  VpcdError(VpcdProblem problem, const std::string& message) : SystemError(message), problem_(problem) {}

  VpcdProblem problem() const { return problem_; }

 private:
  VpcdProblem problem_;
};

}  // namespace uketsuke::virtual_reader
