#pragma once

#include <vector>

#include "record/record.h"

namespace uketsuke {

/// What a record says of one kind of event, in order.
template <class Kind>
std::vector<Kind> payloads(const record::Record& record) {
  std::vector<Kind> found;
  for (const record::Event& event : record.events()) {
    if (const auto* payload = record::as<Kind>(event)) found.push_back(*payload);
  }
  return found;
}

}  // namespace uketsuke
