#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "reader_model/face_match/plugin/uketsuke_face_plugin.h"

namespace uketsuke::reader {

/// Answers of a plug-in in this process, and the calls that it received.
struct PluginScript {
  std::int32_t create_status = UKETSUKE_FACE_OK;
  std::int32_t enrol_status = UKETSUKE_FACE_OK;
  std::int32_t analyse_status = UKETSUKE_FACE_OK;
  std::string error;              ///< written if a status is not OK
  bool terminate = true;          ///< with a NUL after the error text
  std::size_t overrun = 0;        ///< number of bytes written beyond `error_size`
  bool no_instance = false;       ///< create returns OK but no instance
  bool throws = false;            ///< analyse throws a C++ exception
  std::uint32_t extra_count = 0;  ///< added to the number of faces
  std::size_t faces_past_end = 0;
  std::vector<std::string> stage_names;
  std::int64_t stage_time = 1000;
  /// The faces in a picture; none if not set.
  std::function<std::vector<uketsuke_face_observation>(const uketsuke_face_image&, std::uint32_t)> faces;
  std::int32_t template_status = UKETSUKE_FACE_OK;
  std::vector<std::uint8_t> made = {1, 2, 3};  ///< a template
  std::size_t template_past_end = 0;           ///< number of bytes written beyond `capacity`
  std::uint32_t template_size_off = 0;         ///< added to the size
  std::int32_t compare_status = UKETSUKE_FACE_OK;
  float likeness = 0.5F;

  std::string options;
  std::vector<std::uint32_t> wanted;           ///< per call of analyse
  std::vector<std::int64_t> numbers;           ///< of its frame
  std::vector<std::int64_t> exposed;           ///< microseconds
  std::vector<std::uint8_t> enrolled;          ///< the photo's pixels
  std::vector<std::int64_t> template_numbers;  ///< of each picture from which a template was made
  std::vector<std::vector<std::uint8_t>> compared;
  int wipes = 0;
  int destroyed = 0;
};

/// The script that scripted_table() follows; reset it at the start of a test.
PluginScript& plugin_script();

/// A valid table that follows the script.
uketsuke_face_plugin scripted_table();

/// A face with landmarks, all scores given.
uketsuke_face_observation seen_face(const std::vector<camera::Vec2>& landmarks, float similarity = 0.9F,
                                    float liveness = 0.9F);

}  // namespace uketsuke::reader
