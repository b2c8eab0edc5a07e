#pragma once

#include <stdexcept>
#include <string>

#include "reader_model/face_match/plugin/uketsuke_face_plugin.h"

namespace uketsuke::reader::face_engine {

/// Why the engine could not perform a request: the status for the host (never UKETSUKE_FACE_OK), and one line
/// for people: where, what, and what to do.
///
/// Independent of base/error.h: the engine is a separate library that shares no object code with the program.
class FaceError : public std::runtime_error {
 public:
  FaceError(uketsuke_face_status status, const std::string& message)
      : std::runtime_error(message), status_(status) {}

  uketsuke_face_status status() const { return status_; }

 private:
  uketsuke_face_status status_;
};

}  // namespace uketsuke::reader::face_engine
