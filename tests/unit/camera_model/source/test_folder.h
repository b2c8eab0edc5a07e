#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/unit/temporary_folder.h"

namespace uketsuke::camera {

/// A temporary folder, removed at the end of the test.
class TestFolder {
 public:
  const std::filesystem::path& path() const { return folder_.path(); }
  std::string operator/(const std::string& name) const { return (path() / name).string(); }

  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path() / name, std::ios::binary) << bytes;
    return *this / name;
  }

  /// Keeps the first part of a file.
  void cut(const std::string& name, double part) const {
    const auto size = static_cast<double>(std::filesystem::file_size(path() / name));
    std::filesystem::resize_file(path() / name, static_cast<std::uintmax_t>(size * part));
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace uketsuke::camera
