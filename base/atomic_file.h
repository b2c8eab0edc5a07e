#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace uketsuke {

/// A file that appears whole or not at all: written beside its place as `NAME.partial`, renamed by
/// `commit()`.
///
/// Without `commit()` the destructor removes what was written, so a failure leaves the old file as it was.
class AtomicFile {
 public:
  /// @throws SystemError where the file cannot be created.
  explicit AtomicFile(std::filesystem::path path);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  /// @throws SystemError where the bytes cannot be written (disk full).
  void write(std::string_view bytes);

  /// Flushes to the disk and renames. @throws SystemError, and then the old file is untouched.
  void commit();

 private:
  std::filesystem::path path_;
  std::filesystem::path partial_;
  int descriptor_ = -1;
  std::string buffer_;

  void flush();
};

/// The whole of a small file at once. @throws SystemError
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace uketsuke
