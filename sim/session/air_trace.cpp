#include "sim/session/air_trace.h"

#include <utility>

#include "base/error.h"

namespace uketsuke::sim {

AirTrace::AirTrace(trace::TraceOptions options, trace::TracedCase traced)
    : trace_(std::move(options), std::move(traced)) {}

AirTrace::~AirTrace() {
  attempt([&] { trace_.finish(); });
}

void AirTrace::listen(record::Record& record) {
  record.listen([this](const record::Event& event) {
    if (const auto* step = record::as<record::StepStarted>(event))
      trace_.step(event.time, step->index, step->step);
  });
}

void AirTrace::field(Duration at, bool on) {
  attempt([&] { trace_.field(at, on); });
}

void AirTrace::frame(const reader::AirFrame& frame) {
  attempt([&] {
    trace_.frame({frame.begin, frame.sender == reader::FrameSender::picc, frame.bytes, frame.bit_rate});
  });
}

void AirTrace::finish() {
  attempt([&] { trace_.finish(); });
  if (!failure_.empty()) throw SystemError(failure_);
}

// An error must not pass through the reader, which knows nothing of traces.
template <class Action>
void AirTrace::attempt(Action&& action) {
  if (!failure_.empty()) return;
  try {
    action();
  } catch (const SystemError& error) {
    failure_ = error.what();
  }
}

}  // namespace uketsuke::sim
