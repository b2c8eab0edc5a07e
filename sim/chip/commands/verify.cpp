#include <algorithm>
#include <string_view>

#include "sim/chip/execution.h"

namespace uketsuke::chip {

namespace {

constexpr std::size_t kLongestPin = 16;

/// The secret to which P2 refers.
struct FoundSecret {
  std::size_t index = 0;
  StatusWord error = sw::kOk;
};

FoundSecret find_secret(const Execution& execution) {
  const Target target = referred_by(execution, execution.command.p2);
  if (target.error != sw::kOk) return {0, target.error};
  if (target.object->kind != ObjectRef::Kind::secret) return {0, sw::kIncompatibleFile};
  return {target.object->index, sw::kOk};
}

bool matches(const Execution& execution, std::size_t index, ByteView given) {
  const SecretObject& object = execution.image().secrets[index];
  const ChipState::Entry& entry = execution.entry(index);
  const std::string& value = (entry.changed ? *entry.changed : object.value).reveal();
  // Compared as sent: no case folding, no padding. An empty value matches nothing.
  return !value.empty() && value.size() == given.size &&
         std::equal(value.begin(), value.end(), given.begin(),
                    [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

void accept(const Execution& execution, std::size_t index) {
  execution.session().verified |= SecretSet{1} << index;
}

void refuse(const Execution& execution, std::size_t index) {
  if (execution.image().policies.wrong_try == WrongTry::clears) {
    execution.session().verified &= ~(SecretSet{1} << index);
  }
}

StatusWord verify_unlimited(const Execution& execution, std::size_t index) {
  const ByteView given = execution.command.data;
  execution.spend(execution.timing().verify);
  if (!given.empty() && matches(execution, index, given)) {
    accept(execution, index);
    return sw::kOk;
  }
  if (!given.empty()) refuse(execution, index);
  return sw::kWrongUnlimited;
}

}  // namespace

StatusWord verify(Execution& execution) {
  const Command& command = execution.command;
  if (command.data.size > kLongestPin || (!command.data.empty() && command.le)) return sw::kWrongLength;
  const FoundSecret found = find_secret(execution);
  if (found.error != sw::kOk) return found.error;
  const SecretObject& object = execution.image().secrets[found.index];
  if (object.counter == CounterPolicy::unlimited) return verify_unlimited(execution, found.index);

  const int tries = execution.entry(found.index).tries_left;
  if (command.data.empty()) return sw::tries_left(tries);  // a query, also after a success: never 9000
  if (tries == 0) return sw::kBlocked;

  // The try is spent before the comparison, so that pulling the card in between gives no free try.
  execution.write_tries(found.index, tries - 1);
  execution.spend(execution.timing().verify);
  if (!matches(execution, found.index, command.data)) {
    refuse(execution, found.index);
    return sw::tries_left(tries - 1);
  }
  execution.write_tries(found.index, object.max_tries);
  accept(execution, found.index);
  return sw::kOk;
}

namespace {

StatusWord change(Execution& execution, ChangeCommand by) {
  const Command& command = execution.command;
  if (command.data.empty() || command.data.size > kLongestPin || command.le) return sw::kWrongLength;
  const FoundSecret found = find_secret(execution);
  if (found.error != sw::kOk) return found.error;
  const SecretObject& object = execution.image().secrets[found.index];
  const bool verified = (execution.session().verified >> found.index & 1) != 0;
  if (object.changed_by == ChangeCommand::none || !verified) return sw::kSecurityStatus;
  // Each application has one of the two commands; no source gives the answer to the other.
  if (object.changed_by != by) return sw::kConditionsOfUse;
  if (command.data.size < object.min_length || command.data.size > object.max_length) return sw::kWrongLength;

  ChipState::Entry changed = execution.entry(found.index);
  changed.changed = record::Secret(std::string(command.data.begin(), command.data.end()));
  // A single write: a torn card has either the old value or the new one.
  execution.write(found.index, std::move(changed));
  return sw::kOk;
}

}  // namespace

StatusWord change_reference_data(Execution& execution) {
  return change(execution, ChangeCommand::change_reference_data);
}

StatusWord change_key(Execution& execution) { return change(execution, ChangeCommand::change_key); }

}  // namespace uketsuke::chip
