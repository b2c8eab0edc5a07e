#include "sim/pki/cache_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "base/error.h"

namespace uketsuke::pki {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const char* what, int cause) {
  throw SystemError(
      fmt::format("{}: cannot {}: {}", path.string(), what, std::generic_category().message(cause)));
}

/// Closes the descriptor at the end of the scope.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }

 private:
  int value_;
};

bool write_all(int descriptor, const Bytes& bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written = ::write(descriptor, bytes.data() + done, bytes.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    done += static_cast<std::size_t>(written);
  }
  return true;
}

}  // namespace

void make_private_folder(const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::is_directory(folder, error)) return;
  std::filesystem::create_directories(folder, error);
  if (error) fail(folder, "make this folder", error.value());
  ::chmod(folder.c_str(), 0700);
}

std::optional<Bytes> read_cache_file(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0 && errno == ENOENT) return std::nullopt;
  if (file.get() < 0) fail(path, "open it", errno);
  struct stat about {};
  if (::fstat(file.get(), &about) != 0) fail(path, "read it", errno);
  if (!S_ISREG(about.st_mode)) throw SystemError(path.string() + ": is not a file");
  Bytes bytes(static_cast<std::size_t>(about.st_size));
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = ::read(file.get(), bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(path, "read it", errno);
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  bytes.resize(done);
  return bytes;
}

bool publish_cache_file(const std::filesystem::path& path, const Bytes& bytes) {
  std::string aside = path.string() + ".XXXXXX";
  int cause = 0;
  {
    const Descriptor file(::mkostemp(aside.data(), O_CLOEXEC));  // mode 0600
    if (file.get() < 0) fail(path, "create a file beside it", errno);
    if (!write_all(file.get(), bytes) || ::fsync(file.get()) != 0) cause = errno;
  }
  // link, unlike rename, never replaces: the second process keeps the first one's file.
  if (cause == 0 && ::link(aside.c_str(), path.c_str()) != 0) cause = errno;
  ::unlink(aside.c_str());
  if (cause == 0) return true;
  if (cause == EEXIST) return false;
  fail(path, "write it", cause);
}

}  // namespace uketsuke::pki
