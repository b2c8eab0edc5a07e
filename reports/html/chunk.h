#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reports/html/album.h"
#include "reports/results/case_result.h"

namespace uketsuke::reports {

/// Some cases with their records, as JSON for the page: `{"palette":[…],"cases":[…]}`.
///
/// Cases of a run are similar, so each event is stored once in the palette, without time and sequence; a
/// record is a list of (nanoseconds since the previous event, index in the palette).
class Chunk {
 public:
  /// Adds a case and its record. A record that cannot be read is reported in `record_error`. Pictures named
  /// in the record go into the album; the case's `pictures` gives the index of each, `{"FILE": number}`, or
  /// why it is missing, `{"FILE": "missing"}` (see LeftOut).
  void add(const CaseResult& result, const std::filesystem::path& records_root, Album& album);

  std::size_t size() const { return size_; }

  /// Returns the JSON and empties the chunk.
  std::string take();

 private:
  std::size_t size_ = 0;
  std::string cases_;
  std::string palette_;
  std::unordered_map<std::string, std::size_t> index_;

  std::string record_json(const std::filesystem::path& path, std::vector<std::string>& pictures);
  std::size_t index_of(std::string event);
};

}  // namespace uketsuke::reports
