#pragma once

#include <functional>
#include <string>
#include <vector>

#include "record/events.h"

namespace uketsuke::record {

/// What a record is about. Its first line.
struct Header {
  std::string case_id;  ///< `card-pulled-before-limit-question/date=2024-10-06`
  std::string device;   ///< name of the device under test
  DateTime start{};     ///< when the case begins; Japan
  std::uint64_t seed = 0;
};

/// The ordered stream of events of one run. Whatever judges or shows a run reads only this.
class Record {
 public:
  using Clock = std::function<Duration()>;
  using Listener = std::function<void(const Event&)>;

  explicit Record(Header header = {}) : header_(std::move(header)) {}

  /// Sets the clock for events that have no time of their own: simulated time, or the wall clock for a real
  /// device.
  void set_clock(Clock clock) { clock_ = std::move(clock); }

  /// Adds a listener, called for every event right after it was added.
  void listen(Listener listener) { listeners_.push_back(std::move(listener)); }

  /// Appends an event at the clock's time.
  void add(Source source, Payload payload);

  /// Appends an event at a known time. A time before the last event's is moved up to it: a record never goes
  /// back.
  void add(Duration time, Source source, Payload payload);

  const Header& header() const { return header_; }
  const std::vector<Event>& events() const { return events_; }

  /// The time of day of an event; Japan.
  DateTime wall_time(Duration time) const;

 private:
  Header header_;
  Clock clock_;
  std::vector<Event> events_;
  std::vector<Listener> listeners_;
};

}  // namespace uketsuke::record
