#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"
#include "reader_model/face_match/face_evidence.h"
#include "reader_model/face_match/plugin/plugin_error.h"
#include "reader_model/face_match/plugin/uketsuke_face_plugin.h"

namespace uketsuke::reader {

/// One face as measured by a plug-in, with every number checked.
struct FaceObservation {
  FaceBox box;
  float confidence = 0;                 ///< 0 to 1
  std::vector<camera::Vec2> landmarks;  ///< none, 5 or 68; pixels of the frame
  std::optional<float> liveness;        ///< 0 to 1
  std::optional<float> similarity;      ///< -1 to 1
};

enum class PhotoVerdict { enrolled, no_face, bad_image };

struct PhotoAnswer {
  PhotoVerdict verdict = PhotoVerdict::enrolled;
  std::string text;  ///< the plug-in's text, if it is not `enrolled`
};

/// A plug-in's template of a picture's largest face, for comparisons with many others.
struct TemplateAnswer {
  PhotoVerdict verdict = PhotoVerdict::enrolled;
  std::string text;  ///< the plug-in's text, if it is not `enrolled`
  std::vector<std::uint8_t> bytes;
};

/// Real duration of a stage of the last call, by the plug-in's own clock.
struct StageTime {
  std::string name;
  std::int64_t nanoseconds = 0;
};

class FaceInstance;

/// A face plug-in: a table of functions, from a shared library or from this program.
///
/// A library stays mapped until the process ends: engines leave threads and exit handlers behind.
class FacePlugin {
 public:
  /// Opens a shared library. @param library a path; no other places are searched
  /// @throws PluginError cannot_open, no_symbol, wrong_abi, bad_table
  static FacePlugin open(const std::filesystem::path& library);

  /// Uses an existing table. @param library its name in errors
  /// @throws PluginError wrong_abi, bad_table
  FacePlugin(const uketsuke_face_plugin* table, std::string library);

  const std::string& name() const { return name_; }
  const std::string& version() const { return version_; }
  const std::string& library() const { return library_; }

  /// @param options_json an object. @throws PluginError no_model, bad_option, failed, bad_status, threw
  std::unique_ptr<FaceInstance> create(const std::string& options_json) const;

 private:
  const uketsuke_face_plugin* table_;
  std::string library_;
  std::string name_;
  std::string version_;
};

/// One instance. Not thread-safe.
class FaceInstance {
 public:
  /// Takes ownership of the instance. @param capacity maximum number of faces per frame
  FaceInstance(const uketsuke_face_plugin& table, std::string library, uketsuke_face* handle,
               std::size_t capacity);
  ~FaceInstance();
  FaceInstance(const FaceInstance&) = delete;
  FaceInstance& operator=(const FaceInstance&) = delete;

  /// @param photo grey or RGB. @throws PluginError failed, bad_status, wrote_past_end, threw
  PhotoAnswer enrol(const camera::Image& photo);

  /// Analyses a frame; returns its faces, the largest first. @param wanted bits UKETSUKE_FACE_LANDMARKS and
  /// so on
  /// @throws PluginError failed, bad_status, bad_count, bad_number, wrote_past_end, threw
  std::vector<FaceObservation> analyse(const camera::Image& frame, std::int64_t number,
                                       std::int64_t exposed_us, std::uint32_t wanted);

  /// Whether make_template() and compare() can be called.
  bool makes_templates() const;

  /// Makes a template as enrol() does for a photo, and analyse() for a frame.
  /// @param number  0 for a photo, from 1 for a frame @throws PluginError as enrol
  TemplateAnswer make_template(const camera::Image& picture, std::int64_t number);

  /// @returns -1 to 1: the similarity that analyse() gives for the two pictures
  /// @throws PluginError failed, bad_status, bad_number, wrote_past_end, threw
  float compare(const TemplateAnswer& photo, const TemplateAnswer& frame);

  void wipe();

  /// Stages of the last enrol or analyse; empty if the plug-in does not measure them.
  /// @throws PluginError bad_number, threw
  std::vector<StageTime> stages();

 private:
  const uketsuke_face_plugin& table_;
  std::string library_;
  uketsuke_face* handle_;
  std::vector<uketsuke_face_observation> faces_;  // one more than the capacity, to detect writes past the end
};

}  // namespace uketsuke::reader
