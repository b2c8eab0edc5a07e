#pragma once

#include <filesystem>
#include <string_view>

#include "base/enum_names.h"

namespace uketsuke::reader::face_engine {

UKETSUKE_ENUM(Runtime, opencv, onnxruntime)
UKETSUKE_ENUM(Detector, rfb, blazeface)

/// Options that a host can set.
struct EngineOptions {
  std::filesystem::path models;       ///< `models`: folder with face/ and onnxruntime/; required
  Runtime runtime = Runtime::opencv;  ///< `engine`: opencv, onnxruntime
  Detector detector = Detector::rfb;  ///< `detector`: rfb, blazeface
  int threads = 1;  ///< `threads`: 1 to 64, per network; OpenCV's setting applies to the whole process
  int frames_between_detections = 10;  ///< `redetect`: 1 to 1000, if the host allows tracking
};

/// @param json an object. A number may also be given as a text, as from a command line
/// @throws FaceError (BAD_OPTION): not an object, an unknown key, or a value out of its range
EngineOptions parse_options(std::string_view json);

}  // namespace uketsuke::reader::face_engine
