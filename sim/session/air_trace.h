#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reader_model/ports/frame_observer.h"
#include "record/record.h"
#include "reports/trace/link_trace.h"

namespace uketsuke::sim {

/// Listens at the reader's antenna and has the trace written.
///
/// While the reader works, frames are only put by: following the dialogue, hiding secrets and writing take
/// ten times as long, and are done when a good deal has come together and at the end.
///
/// A trace that cannot be written stops, and the case goes on: `finish` says why.
class AirTrace : public reader::FrameObserver {
 public:
  AirTrace(trace::TraceOptions options, trace::TracedCase traced);

  /// Writes what is left and ends the last file, as far as it can be.
  ~AirTrace() override;
  AirTrace(const AirTrace&) = delete;
  AirTrace& operator=(const AirTrace&) = delete;

  /// Takes from the record which step of the script is under way.
  void listen(record::Record& record);

  void field(Duration at, bool on) override;
  void frame(const reader::AirFrame& frame) override;

  /// Writes what is left and ends the last file. @throws SystemError where one could not be written
  void finish();

 private:
  /// One thing that happened; what has a length stands in `bytes_`, one after the other.
  struct Entry {
    enum class Kind : std::uint8_t { field_on, field_off, reader_frame, card_frame, step };
    Kind kind{};
    Duration at{};
    std::size_t size = 0;
    std::int64_t number = 0;  ///< bit rate in kbit/s, or index of the step
  };

  trace::LinkTrace trace_;
  std::vector<Entry> entries_;
  Bytes bytes_;
  std::string failure_;

  void write_entries();
  void end();

  template <class Action>
  void attempt(Action&& action);
};

}  // namespace uketsuke::sim
