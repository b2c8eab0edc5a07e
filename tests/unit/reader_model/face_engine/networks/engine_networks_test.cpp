#include "reader_model/face_engine/networks/engine_networks.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <memory>
#include <string>

#include "bench/micro/rendered_face.h"
#include "reader_model/face_engine/embedder.h"
#include "reader_model/face_engine/face_error.h"
#include "reader_model/face_engine/networks/onnxruntime_network.h"
#include "reader_model/face_engine/networks/opencv_network.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::reader::face_engine {
namespace engine_networks_test {

namespace fs = std::filesystem;

/// A copy of the models from which a file can be removed or changed.
class ModelsFolder : public testing::TestWithParam<Runtime> {
 protected:
  void SetUp() override {
    const fs::path real = models_folder();
    fs::create_directories(folder / "onnxruntime");
    fs::copy(real / "face", folder / "face", fs::copy_options::recursive);
    fs::create_symlink(real / "onnxruntime/libonnxruntime.so.1", library());
  }

  fs::path library() const { return folder / "onnxruntime/libonnxruntime.so.1"; }
  fs::path feature() const {
    return folder / "face" / (GetParam() == Runtime::opencv ? "feature.onnx" : "feature_bn.onnx");
  }

  void open() const {
    EngineOptions options;
    options.models = folder;
    options.runtime = GetParam();
    open_networks(options);
  }

  void expect_no_model(const std::string& words) const {
    try {
      open();
      FAIL() << "opened";
    } catch (const FaceError& error) {
      EXPECT_EQ(error.status(), UKETSUKE_FACE_NO_MODEL);
      EXPECT_THAT(error.what(), testing::HasSubstr(words));
    }
  }

  const TemporaryFolder temporary;
  const fs::path& folder = temporary.path();
};

TEST_P(ModelsFolder, OpensAsItIs) { EXPECT_NO_THROW(open()); }

TEST_P(ModelsFolder, IsRefusedWithoutAModel) {
  fs::remove(feature());
  expect_no_model(feature().filename().string());
}

TEST_P(ModelsFolder, IsRefusedWithAnEmptyModel) {
  fs::resize_file(feature(), 0);
  expect_no_model(feature().filename().string());
}

TEST_P(ModelsFolder, IsRefusedWithAModelThatWasCutOff) {
  fs::resize_file(feature(), fs::file_size(feature()) / 2);
  expect_no_model(feature().filename().string());
}

TEST_P(ModelsFolder, IsRefusedWithAnotherModelInItsPlace) {
  fs::copy_file(folder / "face/landmark.onnx", feature(), fs::copy_options::overwrite_existing);
  expect_no_model(feature().filename().string());
}

TEST_P(ModelsFolder, IsRefusedWithATextForAModel) {
  fs::copy_file("/proc/self/status", feature(), fs::copy_options::overwrite_existing);
  expect_no_model(feature().filename().string());
}

TEST_P(ModelsFolder, IsRefusedWithAModelOfOtherOutputs) {
  NetworkShape shape = Embedder::shape();
  shape.outputs = {513};
  const auto make = [&]() -> std::unique_ptr<Network> {
    if (GetParam() == Runtime::opencv) return std::make_unique<OpenCvNetwork>(feature(), shape);
    return std::make_unique<OnnxRuntimeNetwork>(std::make_shared<const OnnxRuntime>(library()), feature(),
                                                shape, 1);
  };
  try {
    make();
    FAIL() << "opened";
  } catch (const FaceError& error) {
    EXPECT_EQ(error.status(), UKETSUKE_FACE_NO_MODEL);
    EXPECT_THAT(error.what(), testing::HasSubstr("513"));
  }
}

INSTANTIATE_TEST_SUITE_P(Runtimes, ModelsFolder, testing::Values(Runtime::opencv, Runtime::onnxruntime));

class OnnxRuntimeFolder : public ModelsFolder {};

TEST_P(OnnxRuntimeFolder, IsRefusedWithoutTheLibrary) {
  fs::remove(library());
  expect_no_model("libonnxruntime.so.1");
}

TEST_P(OnnxRuntimeFolder, IsRefusedWithAnotherLibrary) {
  fs::remove(library());
  fs::create_symlink("/lib/x86_64-linux-gnu/libm.so.6", library());
  expect_no_model("not an ONNX Runtime");
}

TEST_P(OnnxRuntimeFolder, IsRefusedWithAFileThatIsNoLibrary) {
  fs::remove(library());
  fs::copy_file(feature(), library());
  expect_no_model("libonnxruntime.so.1");
}

INSTANTIATE_TEST_SUITE_P(Runtimes, OnnxRuntimeFolder, testing::Values(Runtime::onnxruntime));

}  // namespace engine_networks_test
}  // namespace uketsuke::reader::face_engine
