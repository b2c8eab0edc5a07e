#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::bench {

/// A folder of picture files without content, as what reads names only needs.
class FaceFolder : public ::testing::Test {
 protected:
  TemporaryFolder temporary;
  const std::filesystem::path folder = temporary.path() / "faces";

  void SetUp() override { std::filesystem::create_directories(folder); }

  void add(const std::vector<std::string>& names) const {
    for (const std::string& name : names) {
      std::filesystem::create_directories((folder / name).parent_path());
      std::ofstream(folder / name) << "";
    }
  }

  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::ofstream(temporary.path() / name, std::ios::binary) << text;
    return temporary.path() / name;
  }

  /// What an InputError says, and that it is of this kind.
  template <class Work>
  static std::string refusal(InputProblem expected, Work work) {
    try {
      work();
    } catch (const InputError& error) {
      EXPECT_EQ(error.problem(), expected);
      return error.what();
    }
    ADD_FAILURE() << "was accepted";
    return "";
  }
};

}  // namespace uketsuke::bench
