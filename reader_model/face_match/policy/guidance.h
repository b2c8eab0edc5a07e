#pragma once

#include <filesystem>
#include <map>
#include <optional>

#include "base/text.h"
#include "record/words/face_words.h"

namespace uketsuke::reader {

using record::Guidance;

/// Words for each guidance, as data, so that a maker's wording can be put in their place.
using GuidanceBook = std::map<Guidance, Text>;

/// Reads guidance.yaml. @throws InputError, also where a guidance has no words
GuidanceBook load_guidance(const std::filesystem::path& file);

/// Keeps the words on the screen from flickering: a new guidance is shown once it was wanted in several
/// frames one after the other.
class SteadyGuidance {
 public:
  /// @param frames in a row that a guidance must be wanted; 1 shows each at once
  explicit SteadyGuidance(int frames) : frames_(frames) {}

  /// @param wanted of this frame; nothing: all is well
  /// @returns what to show now
  std::optional<Guidance> next(std::optional<Guidance> wanted);

  const std::optional<Guidance>& shown() const { return shown_; }
  void reset();

 private:
  int frames_;
  std::optional<Guidance> shown_;
  std::optional<Guidance> wanted_;
  int count_ = 0;
};

}  // namespace uketsuke::reader
