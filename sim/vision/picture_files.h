#pragma once

#include <filesystem>
#include <string>

#include "reader_model/ports/picture_keeper.h"

namespace uketsuke::sim {

/// Keeps notable frames as JPEG files of half the size, with the face's box and landmarks drawn in: for the
/// report. Faces are synthetic, or come from the user's recordings.
class PictureFiles : public reader::PictureKeeper {
 public:
  /// @param folder  must exist
  /// @param stem  file name prefix of the case
  PictureFiles(std::filesystem::path folder, std::string stem)
      : folder_(std::move(folder)), stem_(std::move(stem)) {}

  std::string keep(const camera::Frame& frame, const reader::FaceJudgement& judgement,
                   const std::string& why) override;

 private:
  static constexpr int kMost = 12;  // per case; the first ones tell most

  std::filesystem::path folder_;
  std::string stem_;
  int kept_ = 0;
};

}  // namespace uketsuke::sim
