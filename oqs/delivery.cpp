#include "oqs/delivery.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/atomic_file.h"
#include "base/error.h"

namespace uketsuke::oqs {

namespace fs = std::filesystem;

namespace {

/// Like rename(2), but fails with EEXIST instead of overwriting. Not every file system of a shared folder
/// supports this; a hard link, which never overwrites, does it in two steps.
int rename_to_free(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) return errno;
  if (::link(from.c_str(), to.c_str()) != 0) return errno;
  return ::unlink(from.c_str()) == 0 ? 0 : errno;
}

[[noreturn]] void fail(const fs::path& path, const char* what, int error) {
  throw SystemError(
      fmt::format("{}: cannot {}: {}", path.string(), what, std::generic_category().message(error)));
}

}  // namespace

bool deliver(const fs::path& folder, const std::string& name, std::string_view bytes) {
  const fs::path target = folder / name;
  struct stat facts {};
  if (::lstat(target.c_str(), &facts) == 0) return false;  // saves the writing; the rename decides
  // Hidden and not ending in .xml: watchers look for *.xml.
  const fs::path aside = folder / fmt::format(".{}.{}", name, ::getpid());
  write_file(aside, bytes);
  const int error = rename_to_free(aside, target);
  if (error == 0) return true;
  ::unlink(aside.c_str());
  if (error == EEXIST) return false;
  fail(target, "write it", error);
}

fs::path move_into(const fs::path& folder, const fs::path& file) {
  constexpr int kMostNumbers = 10'000;
  for (int number = 1; number <= kMostNumbers; ++number) {
    const fs::path target = number == 1 ? folder / file.filename()
                                        : folder / fmt::format("{}_{}{}", file.stem().string(), number,
                                                               file.extension().string());
    const int error = rename_to_free(file, target);
    if (error == 0) return target;
    if (error == ENOENT && !fs::exists(fs::symlink_status(file))) return {};
    if (error != EEXIST) fail(target, "move a request there", error);
  }
  fail(folder / file.filename(), "move a request there", EEXIST);
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) fail(folder, "make the folder", error.value());
}

}  // namespace uketsuke::oqs
