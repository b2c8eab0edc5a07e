#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace uketsuke::pki {

/// A folder that caches artefacts that are costly to make and reproducible (certificates, photos).
///
/// One file each: SHA-256 of the bytes, then the bytes. Several processes may use one folder concurrently.
class ArtefactCache {
 public:
  /// @throws SystemError if the folder cannot be created
  explicit ArtefactCache(std::filesystem::path folder);

  /// The artefact for `inputs`: from the folder, or, the first time, from `make`.
  /// @param label  readable prefix of the file name; letters, digits, `-`, `_`
  /// @param inputs  everything on which the result depends, so that changed inputs never return an old result
  /// @throws SystemError if a file is damaged (the message says to delete it) or cannot be written
  Bytes get(std::string_view label, const std::string& inputs, const std::function<Bytes()>& make) const;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace uketsuke::pki
