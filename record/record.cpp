#include "record/record.h"

#include <algorithm>

namespace uketsuke::record {

std::string_view kind_of(const Event& event) {
  return std::visit([](const auto& payload) { return payload.kKind; }, event.payload);
}

void Record::add(Source source, Payload payload) {
  add(clock_ ? clock_() : (events_.empty() ? Duration{} : events_.back().time), source, std::move(payload));
}

void Record::add(Duration time, Source source, Payload payload) {
  if (!events_.empty()) time = std::max(time, events_.back().time);
  events_.push_back({time, events_.size(), source, std::move(payload)});
  // By index: a listener may add an event, and the vector may reallocate.
  const std::size_t index = events_.size() - 1;
  for (std::size_t i = 0; i < listeners_.size(); ++i) listeners_[i](events_[index]);
}

DateTime Record::wall_time(Duration time) const {
  return header_.start + std::chrono::duration_cast<std::chrono::seconds>(time);
}

}  // namespace uketsuke::record
