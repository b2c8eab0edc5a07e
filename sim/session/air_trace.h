#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reader_model/ports/frame_observer.h"
#include "record/record.h"
#include "reports/trace/link_trace.h"

namespace uketsuke::sim {

/// Listens at the reader's antenna and writes the trace.
///
/// While the reader works, frames are only stored. Decoding the dialogue, hiding secrets and writing take ten
/// times as long, so they are done in batches and at the end.
///
/// If a trace cannot be written, it stops and the case continues; `finish` gives the reason.
class AirTrace : public reader::FrameObserver {
 public:
  AirTrace(trace::TraceOptions options, trace::TracedCase traced);

  /// Writes what is left and ends the last file. Errors are ignored.
  ~AirTrace() override;
  AirTrace(const AirTrace&) = delete;
  AirTrace& operator=(const AirTrace&) = delete;

  /// Takes the current step of the script from the record.
  void listen(record::Record& record);

  void field(Duration at, bool on) override;
  void frame(const reader::AirFrame& frame) override;

  /// Writes what is left and ends the last file. @throws SystemError if a file could not be written
  void finish();

 private:
  /// One stored event. Data of variable length follow each other in `bytes_`.
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
