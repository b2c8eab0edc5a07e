#include <gtest/gtest.h>

#include <cstdlib>

#include "base/error.h"
#include "base/model_files/model_files.h"

namespace uketsuke {
namespace shipped_manifest_test {

namespace fs = std::filesystem;

/// The folder of models that the program uses (base/data_root.cpp).
fs::path models_folder() {
  const auto set = [](const char* name) -> fs::path {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
  };
  if (const fs::path cache = set("UKETSUKE_CACHE"); !cache.empty()) return cache / "models";
  if (const fs::path cache = set("XDG_CACHE_HOME"); !cache.empty()) return cache / "uketsuke/models";
  return set("HOME") / ".cache/uketsuke/models";
}

class ShippedManifest : public testing::TestWithParam<ModelPurpose> {};

TEST_P(ShippedManifest, FilesInTheCacheAreThoseOfTheManifest) {
  const ModelFiles models("models/manifest.yaml", models_folder());
  try {
    models.verify(GetParam());
  } catch (const InputError& error) {
    FAIL() << error.what() << "\nrun ./uketsuke test, which fetches the models first";
  }
}

INSTANTIATE_TEST_SUITE_P(Purposes, ShippedManifest,
                         testing::Values(ModelPurpose::opencv, ModelPurpose::onnxruntime,
                                         ModelPurpose::heads),
                         [](const auto& purpose) { return std::string(to_name(purpose.param)); });

TEST(ManifestOfModels, EveryPurposeHasFiles) {
  const ModelFiles models("models/manifest.yaml", models_folder());
  for (const auto& [purpose, name] : enum_names(ModelPurpose{})) {
    bool found = false;
    for (const ModelFile& file : models.files()) {
      for (const ModelPurpose of_file : file.purposes) found = found || of_file == purpose;
    }
    EXPECT_TRUE(found) << name;
  }
}

}  // namespace shipped_manifest_test
}  // namespace uketsuke
