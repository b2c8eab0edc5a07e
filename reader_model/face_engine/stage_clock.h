#pragma once

#include <array>
#include <chrono>
#include <cstdint>

#include "reader_model/face_match/plugin/uketsuke_face_plugin.h"

namespace uketsuke::reader::face_engine {

/// Measures the stages of one call.
class StageClock {
 public:
  /// Starts a new call.
  void reset() { count_ = 0; }

  /// Runs a stage and stores its duration. @param name must live as long as the program
  template <class Stage>
  decltype(auto) time(const char* name, Stage&& stage) {
    const Entry entry(*this, name);
    return stage();
  }

  std::uint32_t count() const { return count_; }
  const uketsuke_face_stage& operator[](std::uint32_t index) const { return stages_[index]; }

 private:
  using Clock = std::chrono::steady_clock;

  struct Entry {
    Entry(StageClock& its_clock, const char* its_name)
        : clock(its_clock), name(its_name), began(Clock::now()) {}
    ~Entry() { clock.add(name, Clock::now() - began); }
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;
    StageClock& clock;
    const char* name;
    Clock::time_point began;
  };

  void add(const char* name, std::chrono::nanoseconds took) {
    if (count_ < stages_.size()) stages_[count_++] = {name, took.count()};
  }

  std::array<uketsuke_face_stage, 8> stages_{};  ///< six stages; two more if a track was lost
  std::uint32_t count_ = 0;
};

}  // namespace uketsuke::reader::face_engine
