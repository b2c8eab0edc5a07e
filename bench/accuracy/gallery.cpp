#include "bench/accuracy/gallery.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <system_error>

#include "base/error.h"

namespace uketsuke::bench {

namespace fs = std::filesystem;

namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// Content of a folder, sorted by name.
std::vector<fs::directory_entry> entries(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::directory_entry> found;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    if (entry->path().filename().native().front() != '.') found.push_back(*entry);
  }
  if (error) {
    throw InputError(InputProblem::unreadable, {folder.string(), 0, 0},
                     "cannot be read as a folder of pictures: " + error.message());
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool is_directory(const fs::directory_entry& entry) {
  std::error_code error;
  return entry.is_directory(error);
}

bool is_picture_name(const fs::path& file) {
  const std::string ending = lower(file.extension().string());
  return std::find(kPictureEndings.begin(), kPictureEndings.end(), ending) != kPictureEndings.end();
}

bool begins_with(const std::string& text, std::string_view start) { return text.rfind(start, 0) == 0; }

}  // namespace

Gallery read_gallery(const fs::path& folder) {
  Gallery gallery;
  std::size_t loose = 0;
  for (const fs::directory_entry& person : entries(folder)) {
    if (!is_directory(person)) {
      if (is_picture_name(person.path())) ++loose;
      ++gallery.ignored;
      continue;
    }
    const std::string name = person.path().filename().string();
    const std::size_t before = gallery.pictures.size();
    for (const fs::directory_entry& file : entries(person.path())) {
      // Skips non-files: reading a pipe or a device with an image's name would block.
      std::error_code error;
      if (!file.is_regular_file(error) || !is_picture_name(file.path())) {
        ++gallery.ignored;
        continue;
      }
      const std::string stem = lower(file.path().stem().string());
      gallery.pictures.push_back({file.path(), name + "/" + file.path().filename().string(),
                                  gallery.persons.size(),
                                  begins_with(stem, "card") || begins_with(stem, "reference")});
    }
    if (gallery.pictures.size() > before) gallery.persons.push_back(name);
  }
  if (gallery.pictures.empty()) {
    throw InputError(InputProblem::empty, {folder.string(), 0, 0},
                     loose > 0 ? "its pictures must be in folders, one for each person or kind of attack"
                               : "has no picture (expected FOLDER/<name>/<picture>.jpg or .png)");
  }
  return gallery;
}

}  // namespace uketsuke::bench
