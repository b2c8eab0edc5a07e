#include <algorithm>

#include "sim/chip/execution.h"

namespace uketsuke::chip {

namespace {

constexpr std::size_t kLongestAid = 16;
constexpr std::uint8_t kNext = 0x02;   // P2: the next application with this prefix
constexpr std::uint8_t kNoFci = 0x0C;  // P2: return no control information

bool begins_with(const Bytes& aid, ByteView prefix) {
  return prefix.size <= aid.size() && std::equal(prefix.begin(), prefix.end(), aid.begin());
}

int find_application(const CardImage& image, ByteView prefix, int first) {
  for (std::size_t i = static_cast<std::size_t>(first); i < image.applications.size(); ++i) {
    if (begins_with(image.applications[i].aid, prefix)) return static_cast<int>(i);
  }
  return -1;
}

/// `6F { 84 AID }`. It is known that the card returns an FCI, but not its content: this is the minimum of
/// ISO/IEC 7816-4 §7.4.3.
void reply_fci(const Execution& execution, const Bytes& aid) {
  const auto size = static_cast<std::uint8_t>(aid.size());
  const std::uint8_t head[] = {0x6F, static_cast<std::uint8_t>(size + 2), 0x84, size};
  execution.reply(head, sizeof head);
  execution.reply(aid);
}

}  // namespace

StatusWord select_application(Execution& execution) {
  const Command& command = execution.command;
  execution.spend(execution.timing().select);
  const CardImage& image = execution.image();
  if (command.data.size > kLongestAid) return sw::kWrongLength;
  if (command.data.empty() && image.default_application < 0) return sw::kWrongLength;
  Session& session = execution.session();
  const bool next = (command.p2 & kNext) != 0;
  const int found = command.data.empty()
                        ? image.default_application
                        : find_application(image, command.data, next ? session.application + 1 : 0);
  if (found < 0) return sw::kNotFound;  // and the current application stays

  const Policies& policies = image.policies;
  const StatusRule rule = found == session.application ? policies.reselect : policies.select_other;
  if (rule == StatusRule::clears) session.clear_status();
  session.secure = {};
  session.application = found;
  session.object = nullptr;
  if ((command.p2 & kNoFci) != kNoFci && command.le) {
    const Bytes& aid = execution.application()->aid;
    if (aid.size() + 4 > *command.le) return sw::kWrongLength;
    reply_fci(execution, aid);
  }
  return sw::kOk;
}

StatusWord select_file(Execution& execution) {
  const ByteView id = execution.command.data;
  execution.spend(execution.timing().select);
  if (id.size != 2) return sw::kWrongLength;
  const Application* application = execution.application();
  const ObjectRef* object =
      application == nullptr ? nullptr : application->find(static_cast<std::uint16_t>(id[0] << 8 | id[1]));
  if (object == nullptr) return sw::kNotFound;
  execution.session().object = object;
  return sw::kOk;
}

StatusWord select_master_file(Execution& execution) {
  // Observed: 6A86 after a cold reset, 9000 without effect once an application is current, 6A82 for SELECT
  // 3F00.
  if (!execution.command.data.empty()) return sw::kNotFound;
  return execution.application() == nullptr ? sw::kWrongParameters : sw::kOk;
}

}  // namespace uketsuke::chip
