#include "base/model_files/model_files.h"

#include <gmock/gmock.h>

#include <fstream>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke {
namespace model_files_test {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kSumOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* kSumOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

constexpr const char* kManifest = R"(packages:
  - name: tiny
    version: 1.0.0
    megabytes: 1
    sha256: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
    licence: MIT
    provenance: made for this test
    files:
      - path: face/both.onnx
        member: both.onnx
        sha256: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
        purpose: [opencv, onnxruntime]
        provenance: made for this test
made:
  - script: make.py
    file: face/both.onnx
    output: face/made.onnx
    purpose: [onnxruntime]
    files:
      - { path: face/made.onnx, sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 }
)";

/// Provides a manifest and a folder of models.
class ModelFilesTest : public testing::Test {
 protected:
  fs::path manifest_with(const std::string& from = "", const std::string& to = "") {
    std::string text = kManifest;
    if (!from.empty()) text.replace(text.find(from), from.size(), to);
    std::ofstream(folder_.path() / "manifest.yaml") << text;
    return folder_.path() / "manifest.yaml";
  }

  ModelFiles files() { return {manifest_with(), folder_.path()}; }

  void put(const std::string& path, const std::string& bytes) {
    fs::create_directories((folder_.path() / path).parent_path());
    std::ofstream(folder_.path() / path, std::ios::binary) << bytes;
  }

  /// The error of `verify` for a purpose; empty if all files are correct.
  std::string complaint(ModelPurpose purpose) {
    try {
      files().verify(purpose);
      return "";
    } catch (const InputError& error) {
      return error.what();
    }
  }

  /// The error for a manifest with a part replaced.
  std::string refusal(const std::string& from, const std::string& to) {
    try {
      const ModelFiles ignored(manifest_with(from, to), folder_.path());
      return "";
    } catch (const InputError& error) {
      return error.what();
    }
  }

  TemporaryFolder folder_;
};

TEST_F(ModelFilesTest, FilesOfPackagesAndOfScriptsAreListedInOrder) {
  const ModelFiles both = files();
  ASSERT_EQ(both.files().size(), 2U);
  EXPECT_EQ(both.files()[0].path, "face/both.onnx");
  EXPECT_EQ(both.files()[0].sha256, kSumOfAbc);
  EXPECT_THAT(both.files()[0].purposes, ElementsAre(ModelPurpose::opencv, ModelPurpose::onnxruntime));
  EXPECT_EQ(both.files()[1].path, "face/made.onnx");
  EXPECT_EQ(both.files()[1].sha256, kSumOfNothing);
  EXPECT_THAT(both.files()[1].purposes, ElementsAre(ModelPurpose::onnxruntime));
}

TEST_F(ModelFilesTest, FilesWithTheRightBytesAreAccepted) {
  put("face/both.onnx", "abc");
  put("face/made.onnx", "");
  EXPECT_EQ(complaint(ModelPurpose::onnxruntime), "");
}

TEST_F(ModelFilesTest, MissingFileIsNamedWithTheCommandThatFetchesIt) {
  const std::string said = complaint(ModelPurpose::opencv);
  EXPECT_THAT(said, HasSubstr((folder_.path() / "face/both.onnx").string() + ": "));
  EXPECT_THAT(said, HasSubstr("missing"));
  EXPECT_THAT(said, HasSubstr("./uketsuke run"));
}

TEST_F(ModelFilesTest, AlteredFileIsNamedWithBothSums) {
  put("face/both.onnx", "");
  const std::string said = complaint(ModelPurpose::opencv);
  EXPECT_THAT(said, HasSubstr((folder_.path() / "face/both.onnx").string() + ": "));
  EXPECT_THAT(said, HasSubstr(kSumOfAbc));
  EXPECT_THAT(said, HasSubstr(kSumOfNothing));
}

TEST_F(ModelFilesTest, FilesOfOtherPurposesAreNotLookedAt) {
  put("face/both.onnx", "abc");
  put("face/made.onnx", "altered");
  EXPECT_EQ(complaint(ModelPurpose::opencv), "");
  EXPECT_NE(complaint(ModelPurpose::onnxruntime), "");
}

TEST_F(ModelFilesTest, AFolderInTheFilesPlaceIsNotTheFile) {
  fs::create_directories(folder_.path() / "face/both.onnx");
  EXPECT_THAT(complaint(ModelPurpose::opencv), HasSubstr("missing"));
}

TEST_F(ModelFilesTest, MissingManifestIsUnreadable) {
  try {
    const ModelFiles ignored(folder_.path() / "none.yaml", folder_.path());
    FAIL() << "was accepted";
  } catch (const InputError& error) {
    EXPECT_EQ(error.problem(), InputProblem::unreadable);
  }
}

TEST_F(ModelFilesTest, KeyThatNothingReadsIsRefusedAtItsPlace) {
  EXPECT_THAT(refusal("megabytes: 1", "megabytes: 1\n    colour: blue"), HasSubstr("manifest.yaml:5:5: "));
  EXPECT_THAT(refusal("output: face/made.onnx", "output: face/made.onnx\n    colour: blue"),
              HasSubstr("manifest.yaml:18:5: "));
}

TEST_F(ModelFilesTest, UnknownPurposeIsRefusedAtItsPlace) {
  EXPECT_THAT(refusal("[onnxruntime]", "[onnxruntim]"), HasSubstr("manifest.yaml:18:15: "));
}

TEST_F(ModelFilesTest, FileWithoutPurposeIsRefused) { EXPECT_NE(refusal("[onnxruntime]", "[]"), ""); }

TEST_F(ModelFilesTest, SumThatIsNoSha256IsRefusedAtItsPlace) {
  const std::string upper_case = "E" + std::string(kSumOfNothing).substr(1);
  for (const std::string& sum : {std::string("e3b0c442"), upper_case}) {
    EXPECT_THAT(refusal(kSumOfNothing, sum), HasSubstr("manifest.yaml:20:41: ")) << sum;
  }
}

TEST_F(ModelFilesTest, PathOutOfTheFolderIsRefused) {
  for (const char* path :
       {"path: ../made.onnx", "path: face/../../made.onnx", "path: /made.onnx", "path: ''"}) {
    EXPECT_NE(refusal("path: face/made.onnx", path), "") << path;
  }
}

TEST_F(ModelFilesTest, TwoFilesWithOnePathAreRefused) {
  EXPECT_THAT(refusal("path: face/made.onnx", "path: face/both.onnx"), HasSubstr("face/both.onnx"));
}

}  // namespace model_files_test
}  // namespace uketsuke
