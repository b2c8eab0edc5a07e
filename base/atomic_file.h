#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace uketsuke {

/// Writes a file that appears completely or not at all: first to `NAME.partial` beside it, then renamed by
/// `commit()`.
///
/// Without `commit()`, the destructor deletes the partial file, so a failure leaves the old file unchanged.
class AtomicFile {
 public:
  /// @throws SystemError if the file cannot be created.
  explicit AtomicFile(std::filesystem::path path);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  /// @throws SystemError if the bytes cannot be written (disk full).
  void write(std::string_view bytes);

  /// Flushes to disk and renames. @throws SystemError; the old file is then unchanged.
  void commit();

 private:
  std::filesystem::path path_;
  std::filesystem::path partial_;
  int descriptor_ = -1;
  std::string buffer_;

  void flush();
};

/// Writes a small file in one call. @throws SystemError
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace uketsuke
