#include "sim/session/air_trace.h"

#include <utility>

#include "base/error.h"

namespace uketsuke::sim {

namespace {

constexpr std::size_t kEnough = 64U << 10;   // bytes of frames; written when the field is switched off
constexpr std::size_t kTooMuch = 16U << 20;  // bytes of frames; written even in the middle of a session

}  // namespace

AirTrace::AirTrace(trace::TraceOptions options, trace::TracedCase traced)
    : trace_(std::move(options), std::move(traced)) {}

AirTrace::~AirTrace() { end(); }

void AirTrace::listen(record::Record& record) {
  record.listen([this](const record::Event& event) {
    const auto* step = record::as<record::StepStarted>(event);
    if (step == nullptr) return;
    entries_.push_back({Entry::Kind::step, event.time, step->step.size(), step->index});
    bytes_.insert(bytes_.end(), step->step.begin(), step->step.end());
  });
}

void AirTrace::field(Duration at, bool on) {
  entries_.push_back({on ? Entry::Kind::field_on : Entry::Kind::field_off, at, 0, 0});
  if (bytes_.size() >= kEnough) write_entries();
}

void AirTrace::frame(const reader::AirFrame& frame) {
  const bool card = frame.sender == reader::FrameSender::picc;
  entries_.push_back({card ? Entry::Kind::card_frame : Entry::Kind::reader_frame, frame.begin,
                      frame.bytes.size(), frame.bit_rate});
  bytes_.insert(bytes_.end(), frame.bytes.begin(), frame.bytes.end());
  if (bytes_.size() >= kTooMuch) write_entries();
}

void AirTrace::write_entries() {
  attempt([&] {
    auto next = bytes_.cbegin();
    Bytes frame;
    for (const Entry& entry : entries_) {
      const auto begin = next;
      next += static_cast<std::ptrdiff_t>(entry.size);
      switch (entry.kind) {
        case Entry::Kind::field_on:
        case Entry::Kind::field_off:
          trace_.field(entry.at, entry.kind == Entry::Kind::field_on);
          break;
        case Entry::Kind::step:
          trace_.step(entry.at, entry.number, std::string(begin, next));
          break;
        default:
          frame.assign(begin, next);
          trace_.frame(
              {entry.at, entry.kind == Entry::Kind::card_frame, frame, static_cast<unsigned>(entry.number)});
      }
    }
  });
  entries_.clear();
  bytes_.clear();
}

void AirTrace::end() {
  write_entries();
  attempt([&] { trace_.finish(); });
}

void AirTrace::finish() {
  end();
  if (!failure_.empty()) throw SystemError(failure_);
}

// Catches every error: the reader knows nothing of traces, and none may pass through it.
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
