#include "reader_model/face_engine/networks/model_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "reader_model/face_engine/face_error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::reader::face_engine {
namespace model_file_test {

std::string refusal(const std::filesystem::path& file) {
  try {
    read_model(file);
  } catch (const FaceError& error) {
    EXPECT_EQ(error.status(), UKETSUKE_FACE_NO_MODEL);
    return error.what();
  }
  ADD_FAILURE() << "was read: " << file;
  return "";
}

TEST(ReadModel, HasEveryByteOfTheFile) {
  const TemporaryFolder folder;
  std::vector<char> bytes(100'000);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 31);
  std::ofstream(folder.path() / "m.onnx", std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  EXPECT_EQ(read_model(folder.path() / "m.onnx"), bytes);
}

TEST(ReadModel, AMissingFileSaysWhatPutsItThere) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "m.onnx";
  EXPECT_EQ(refusal(file),
            file.string() + ": missing or empty; ./uketsuke puts the models there when it builds");
}

TEST(ReadModel, AnEmptyFileOrAFolderIsNoModel) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "empty.onnx") << "";
  EXPECT_NE(refusal(folder.path() / "empty.onnx"), "");
  EXPECT_NE(refusal(folder.path()), "");
}

}  // namespace model_file_test
}  // namespace uketsuke::reader::face_engine
