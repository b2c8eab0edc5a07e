#include "base/model_files/sha256_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/unit/temporary_folder.h"

namespace uketsuke {
namespace sha256_file_test {

std::optional<std::string> sha256_of(const std::string& bytes) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "file", std::ios::binary) << bytes;
  return sha256_of_file(folder.path() / "file");
}

// FIPS 180-4's example values for SHA-256, published by NIST.
TEST(Sha256File, ShortMessageHasTheSumThatTheStandardGives) {
  EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256File, EmptyFileHasTheSumOfNothing) {
  EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256File, MillionLettersOverSeveralChunksHaveTheSumThatTheStandardGives) {
  EXPECT_EQ(sha256_of(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256File, MissingFileHasNone) {
  const TemporaryFolder folder;
  EXPECT_EQ(sha256_of_file(folder.path() / "file"), std::nullopt);
}

TEST(Sha256File, FolderHasNone) {
  const TemporaryFolder folder;
  EXPECT_EQ(sha256_of_file(folder.path()), std::nullopt);
}

TEST(Sha256File, DeviceHasNone) { EXPECT_EQ(sha256_of_file("/dev/null"), std::nullopt); }

}  // namespace sha256_file_test
}  // namespace uketsuke
