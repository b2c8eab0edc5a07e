#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace uketsuke::bench {

/// Works on items in a process of its own. What it throws while it is made ends everything; `work` throws
/// nothing.
class ItemWorker {
 public:
  virtual ~ItemWorker() = default;
  /// What the first line of every process tells the parent.
  virtual std::string greeting() const = 0;
  /// @return one line, without a line feed
  virtual std::string work(std::size_t item) = 0;
};

struct ItemWork {
  std::size_t count = 0;
  std::function<std::unique_ptr<ItemWorker>()> start;                    ///< in each process
  std::function<void(const std::string& line)> greeted;                  ///< in this process, as below
  std::function<void(std::size_t item, const std::string& line)> done;   ///< an item's line
  std::function<void(std::size_t item, const std::string& cause)> lost;  ///< its process died of it
};

struct WorkLimits {
  int jobs = 1;                ///< processes at a time
  unsigned item_seconds = 30;  ///< of wall time; a process that takes longer for an item is killed
};

/// Works on items 0 to count - 1 in processes, a run of neighbours each. A process that dies costs the item
/// that it was at: the lines before it are kept, and what it had not begun is given to another. Where `stop`
/// becomes true the items under way are finished and no others begun.
/// @throws InputError with what `start` threw; SystemError where a process died in `start`, or where items
/// were lost again and again
void work_items(const ItemWork& work, const WorkLimits& limits, const std::atomic<bool>& stop);

}  // namespace uketsuke::bench
