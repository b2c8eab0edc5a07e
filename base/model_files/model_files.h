#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/enum_names.h"

namespace uketsuke {

/// The purpose of a file in models/manifest.yaml.
UKETSUKE_ENUM(ModelPurpose,
              opencv,       ///< the face engine that uses OpenCV
              onnxruntime,  ///< the face engine that uses ONNX Runtime, and that library
              heads,        ///< heads of the patients that the camera sees
)

/// An entry of the manifest.
struct ModelFile {
  std::filesystem::path path;  ///< relative to the folder of models: `face/detect.onnx`
  std::string sha256;          ///< 64 lower-case hexadecimal digits
  std::vector<ModelPurpose> purposes;
};

/// The files that models/fetch has put into the cache, verified against the manifest before use.
class ModelFiles {
 public:
  /// Reads the manifest, but none of the files in it. `folder` is `models` in the cache folder.
  /// @throws InputError with the place in the manifest
  ModelFiles(const std::filesystem::path& manifest, std::filesystem::path folder);

  const std::filesystem::path& folder() const { return folder_; }
  const std::vector<ModelFile>& files() const { return files_; }

  /// Reads every file of a purpose and compares its SHA-256 with the manifest's. On an EPYC VM: 6 ms for
  /// `opencv` (9 MB), 36 ms for `onnxruntime` (55 MB), 13 ms for `heads` (19 MB).
  /// @throws InputError `unreadable` for the first missing file, `bad_value` for the first file with a
  /// different hash; the message says what to do
  void verify(ModelPurpose purpose) const;

 private:
  std::filesystem::path folder_;
  std::vector<ModelFile> files_;
};

}  // namespace uketsuke
