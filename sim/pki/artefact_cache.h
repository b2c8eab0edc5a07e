#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace uketsuke::pki {

/// Things that are costly to make and always come out the same (certificates, photos), kept in a folder.
///
/// One file each: SHA-256 of the bytes, then the bytes. Several processes may use one folder at once.
class ArtefactCache {
 public:
  /// @throws SystemError where the folder cannot be made.
  explicit ArtefactCache(std::filesystem::path folder);

  /// The artefact made of `inputs`, from the folder or, the first time, from `make`.
  /// @param label begins the file's name, for people; letters, digits, `-`, `_`.
  /// @param inputs everything that the result depends on, so that other inputs never meet an old result.
  /// @throws SystemError where a file is damaged (it says to delete it) or cannot be written.
  Bytes get(std::string_view label, const std::string& inputs, const std::function<Bytes()>& make) const;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace uketsuke::pki
