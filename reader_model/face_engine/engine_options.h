#pragma once

#include <filesystem>
#include <string_view>

#include "base/enum_names.h"

namespace uketsuke::reader::face_engine {

UKETSUKE_ENUM(Runtime, opencv, onnxruntime)
UKETSUKE_ENUM(Detector, rfb, blazeface)

/// What a host can choose.
struct EngineOptions {
  std::filesystem::path models;        ///< `models`: folder with face/ and onnxruntime/; has to be given
  Runtime runtime = Runtime::opencv;   ///< `engine`: opencv, onnxruntime
  Detector detector = Detector::rfb;   ///< `detector`: rfb, blazeface
  int threads = 1;                     ///< `threads`: 1 to 64, of a network; OpenCV's are the whole process's
  int frames_between_detections = 10;  ///< `redetect`: 1 to 1000, where the host allows tracking
};

/// @param json an object. A value may be a text where a number is meant, as a command line gives it
/// @throws FaceError (BAD_OPTION): no object, a key that is not above, a value that is none of its values
EngineOptions parse_options(std::string_view json);

}  // namespace uketsuke::reader::face_engine
