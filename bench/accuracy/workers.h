#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace uketsuke::bench {

/// Works on items in a child process. An exception from its construction ends everything; `work` does not
/// throw.
class ItemWorker {
 public:
  virtual ~ItemWorker() = default;
  /// The first line that every process sends to the parent.
  virtual std::string greeting() const = 0;
  /// @returns one line, without a line feed
  virtual std::string work(std::size_t item) = 0;
};

struct ItemWork {
  std::size_t count = 0;
  std::function<std::unique_ptr<ItemWorker>()> start;    ///< called in each child process
  std::function<void(const std::string& line)> greeted;  ///< called in the parent, as are the next two
  std::function<void(std::size_t item, const std::string& line)> done;  ///< receives an item's line
  /// Reports an item on which its process died.
  std::function<void(std::size_t item, const std::string& cause)> lost;
};

struct WorkLimits {
  int jobs = 1;                ///< concurrent processes
  unsigned item_seconds = 30;  ///< wall time; a process that takes longer for an item is killed
};

/// Works on items 0 to count - 1 in processes, each with a run of consecutive items. If a process dies, the
/// item in progress is lost: its earlier lines are kept, and its remaining items go to another process. Once
/// `stop` is true, the items in progress are finished and no further item is started.
/// @throws InputError with what `start` threw
/// @throws SystemError if a process died in `start`, or if items were lost repeatedly
void work_items(const ItemWork& work, const WorkLimits& limits, const std::atomic<bool>& stop);

}  // namespace uketsuke::bench
