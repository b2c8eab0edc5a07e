#include "base/model_files/model_files.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/error.h"
#include "base/model_files/sha256_file.h"
#include "base/yaml/document.h"

namespace uketsuke {

namespace fs = std::filesystem;

namespace {

std::vector<ModelPurpose> read_purposes(const yaml::Value& value) {
  std::vector<ModelPurpose> purposes;
  for (const yaml::Value& item : value.items()) purposes.push_back(item.one_of<ModelPurpose>());
  if (purposes.empty()) value.fail(InputProblem::empty, "a file needs at least one purpose");
  return purposes;
}

/// A path inside the folder of models, even if the manifest is hostile.
fs::path read_path(const yaml::Value& value) {
  fs::path path = value.text();
  const bool leaves = std::find(path.begin(), path.end(), "..") != path.end();
  if (path.empty() || path.is_absolute() || leaves) {
    value.fail(InputProblem::bad_value, "must be a path below the folder of models");
  }
  return path;
}

std::string read_sha256(const yaml::Value& value) {
  std::string digits = value.text();
  if (digits.size() != 64 || digits.find_first_not_of("0123456789abcdef") != std::string::npos) {
    value.fail(InputProblem::bad_value, "must be a SHA-256: 64 lower-case hexadecimal digits");
  }
  return digits;
}

/// Reads the files of one source: a package, in which each file has a purpose, or a script, which has one
/// purpose for all files.
class ManifestReader {
 public:
  explicit ManifestReader(std::vector<ModelFile>& files) : files_(files) {}

  void package(yaml::Map entry) {
    for (const char* key : {"name", "version", "licence", "provenance"}) entry.required(key).text();
    entry.required("megabytes").integer(0, 10'000);
    read_sha256(entry.required("sha256"));
    if (const auto listed = entry.optional("files")) {
      for (const yaml::Value& item : listed->items()) {
        yaml::Map file = item.map();
        for (const char* key : {"member", "provenance"}) file.required(key).text();
        add(file, read_purposes(file.required("purpose")));
      }
    }
    entry.finish();
  }

  void made(yaml::Map entry) {
    for (const char* key : {"script", "output"}) entry.required(key).text();
    if (entry.has("package")) {
      entry.required("package").text();
      entry.required("members").texts();
    } else {
      entry.required("file").text();
    }
    const std::vector<ModelPurpose> purposes = read_purposes(entry.required("purpose"));
    for (const yaml::Value& item : entry.required("files").items()) {
      yaml::Map file = item.map();
      add(file, purposes);
    }
    entry.finish();
  }

 private:
  void add(yaml::Map& file, std::vector<ModelPurpose> purposes) {
    const yaml::Value path = file.required("path");
    files_.push_back({read_path(path), read_sha256(file.required("sha256")), std::move(purposes)});
    file.finish();
    if (!paths_.insert(files_.back().path.lexically_normal()).second) {
      path.fail(InputProblem::duplicate_name, "\"" + path.text() + "\" is already in the list");
    }
  }

  std::vector<ModelFile>& files_;
  std::set<fs::path> paths_;
};

bool serves(const ModelFile& file, ModelPurpose purpose) {
  return std::find(file.purposes.begin(), file.purposes.end(), purpose) != file.purposes.end();
}

}  // namespace

ModelFiles::ModelFiles(const fs::path& manifest, fs::path folder) : folder_(std::move(folder)) {
  yaml::Map content = yaml::load_one(manifest).map();
  ManifestReader reader(files_);
  for (const yaml::Value& entry : content.required("packages").items()) reader.package(entry.map());
  for (const yaml::Value& entry : content.required("made").items()) reader.made(entry.map());
  content.finish();
}

void ModelFiles::verify(ModelPurpose purpose) const {
  for (const ModelFile& file : files_) {
    if (!serves(file, purpose)) continue;
    const fs::path path = folder_ / file.path;
    const std::optional<std::string> found = sha256_of_file(path);
    if (!found) {
      throw InputError(
          InputProblem::unreadable, {path.string(), 0, 0},
          "this model is missing or cannot be read; start ./uketsuke run to fetch it (docs/models.md)");
    }
    if (*found != file.sha256) {
      throw InputError(InputProblem::bad_value, {path.string(), 0, 0},
                       "SHA-256 is " + *found + ", models/manifest.yaml says " + file.sha256 +
                           "; delete the file and start ./uketsuke run to fetch it again");
    }
  }
}

}  // namespace uketsuke
