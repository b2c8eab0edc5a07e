#include "base/data_root.h"

#include <cstdlib>
#include <string>

#include "base/error.h"

namespace uketsuke {

namespace fs = std::filesystem;

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): one thread, nobody sets it
  return value == nullptr ? "" : value;
}

bool has_data(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder / "scenarios/personas", error);
}

}  // namespace

fs::path data_root() {
  if (const std::string set = environment("UKETSUKE_DATA"); !set.empty()) {
    if (has_data(set)) return set;
    throw InputError(InputProblem::unreadable, {set, 0, 0},
                     "has no scenarios/personas; UKETSUKE_DATA must name the data folder");
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed = program.parent_path().parent_path() / "share/uketsuke";
  for (const fs::path& folder :
       {installed, fs::path(UKETSUKE_SOURCE_DIR), program.parent_path().parent_path()}) {
    if (has_data(folder)) return folder;
  }
  throw InputError(InputProblem::unreadable, {installed.string(), 0, 0},
                   "the data files are missing; set UKETSUKE_DATA to their folder");
}

fs::path cache_folder() {
  if (const std::string set = environment("UKETSUKE_CACHE"); !set.empty()) return set;
  if (const std::string set = environment("XDG_CACHE_HOME"); !set.empty()) return fs::path(set) / "uketsuke";
  if (const std::string home = environment("HOME"); !home.empty()) return fs::path(home) / ".cache/uketsuke";
  return fs::temp_directory_path() / "uketsuke-cache";
}

}  // namespace uketsuke
