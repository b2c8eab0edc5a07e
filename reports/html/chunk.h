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
/// Cases of a run are much alike, so an event stands in the palette once, without time and sequence; a
/// record is a list of (nanoseconds since the event before, index in the palette).
class Chunk {
 public:
  /// Adds a case and the record it names. A record that cannot be read is told in `record_error`. Pictures
  /// that the record names go into the album; the case's `pictures` says where: `{"FILE": number}`, or why
  /// not: `{"FILE": "missing"}` (see LeftOut).
  void add(const CaseResult& result, const std::filesystem::path& records_root, Album& album);

  std::size_t size() const { return size_; }

  /// The JSON; the chunk is empty afterwards.
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
