#include "conformance/director/director.h"

#include <fmt/format.h>

#include "conformance/director/step_player.h"

namespace uketsuke::conformance {

using record::Source;

void perform(const scenario::Case& test_case, dut::DeviceUnderTest& device, const Watch& watch) {
  device.begin(test_case);
  record::Record& record = device.record();
  if (watch) {
    for (const record::Event& event : record.events()) watch(record, event);
    record.listen([&](const record::Event& event) { watch(record, event); });
  }
  StepPlayer player(test_case, device);
  std::int64_t index = 0;
  for (const scenario::Step& step : test_case.script) {
    record.add(Source::harness, record::StepStarted{++index, step.text});
    const auto failure = std::visit([&](const auto& action) { return player.perform(action); }, step.action);
    if (!failure) continue;
    record.add(Source::harness, record::StepFailed{index, step.text, *failure});
    break;
  }
  player.clear_up();
  device.end();
}

}  // namespace uketsuke::conformance
