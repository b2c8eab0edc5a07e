#pragma once

#include <string>

#include "camera_model/frame.h"
#include "reader_model/face_match/face_matcher.h"

namespace uketsuke::reader {

/// Keeps pictures that explain a decision. Used with synthetic faces only; a real reader keeps none.
class PictureKeeper {
 public:
  virtual ~PictureKeeper() = default;

  /// @param why the guidance or decision that the picture led to; part of the file's name
  /// @returns the name of the file, empty if the picture is not kept
  virtual std::string keep(const camera::Frame& frame, const FaceJudgement& judgement,
                           const std::string& why) = 0;
};

}  // namespace uketsuke::reader
