#pragma once

#include <string>

#include "camera_model/frame.h"
#include "reader_model/face_match/face_matcher.h"

namespace uketsuke::reader {

/// Who keeps pictures that explain a decision. There is one where faces are synthetic; a real reader keeps
/// none.
class PictureKeeper {
 public:
  virtual ~PictureKeeper() = default;

  /// @param why  the guidance or the decision that the picture led to, for the file's name
  /// @returns the name of the file, empty where the picture is not kept
  virtual std::string keep(const camera::Frame& frame, const FaceJudgement& judgement,
                           const std::string& why) = 0;
};

}  // namespace uketsuke::reader
