#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/enum_names.h"

namespace uketsuke {

/// What a file of models/manifest.yaml is for.
UKETSUKE_ENUM(ModelPurpose,
              opencv,       ///< the face engine on OpenCV
              onnxruntime,  ///< the face engine on ONNX Runtime, and that library
              heads,        ///< patients that the camera sees
)

/// A file as the manifest has it.
struct ModelFile {
  std::filesystem::path path;  ///< below the folder of models: `face/detect.onnx`
  std::string sha256;          ///< 64 lower-case hexadecimal digits
  std::vector<ModelPurpose> purposes;
};

/// The files that models/fetch has put into the cache, checked against their manifest before somebody uses
/// them.
class ModelFiles {
 public:
  /// Reads the manifest; looks at none of its files. `folder` is `models` in the cache folder.
  /// @throws InputError with the place in the manifest
  ModelFiles(const std::filesystem::path& manifest, std::filesystem::path folder);

  const std::filesystem::path& folder() const { return folder_; }
  const std::vector<ModelFile>& files() const { return files_; }

  /// Reads every file of a purpose and compares its SHA-256 with the manifest's. On an EPYC VM 6 ms for
  /// `opencv` (9 MB), 36 ms for `onnxruntime` (55 MB), 13 ms for `heads` (19 MB).
  /// @throws InputError `unreadable` for the first file that is missing, `bad_value` for the first whose
  /// bytes are others; the message says what to do
  void verify(ModelPurpose purpose) const;

 private:
  std::filesystem::path folder_;
  std::vector<ModelFile> files_;
};

}  // namespace uketsuke
