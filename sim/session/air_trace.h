#pragma once

#include <string>

#include "reader_model/ports/frame_observer.h"
#include "reports/record/record.h"
#include "reports/trace/link_trace.h"

namespace uketsuke::sim {

/// Listens at the reader's antenna and has the trace written.
///
/// A trace that cannot be written stops, and the case goes on: `finish` says why.
class AirTrace : public reader::FrameObserver {
 public:
  AirTrace(trace::TraceOptions options, trace::TracedCase traced);

  /// Ends the last file, as far as it can be.
  ~AirTrace() override;
  AirTrace(const AirTrace&) = delete;
  AirTrace& operator=(const AirTrace&) = delete;

  /// Takes from the record which step of the script is under way.
  void listen(record::Record& record);

  void field(Duration at, bool on) override;
  void frame(const reader::AirFrame& frame) override;

  /// Ends the last file. @throws SystemError where one could not be written
  void finish();

 private:
  trace::LinkTrace trace_;
  std::string failure_;

  template <class Action>
  void attempt(Action&& action);
};

}  // namespace uketsuke::sim
