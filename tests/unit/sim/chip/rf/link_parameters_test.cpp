#include "sim/chip/rf/link_parameters.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::chip {
namespace link_parameters_test {

constexpr const char* kShipped = "sim/chip/timing/link.yaml";

TEST(LinkParameters, ShippedFileHasTheValuesOfTheFactSheet) {  // docs/card-facts.md §5.1
  const LinkParameters link = LinkParameters::load(kShipped);
  EXPECT_EQ(link.atqb.application_data, (std::array<std::uint8_t, 4>{0x00, 0x00, 0x41, 0xE0}));
  EXPECT_EQ(link.atqb.protocol_info, (std::array<std::uint8_t, 3>{0xB3, 0x81, 0xA1}));
  EXPECT_EQ(link.fwi(), 10U);
}

TEST(LinkParameters, WaitingTimeCanBeChangedAlone) {
  LinkParameters link;
  link.set_fwi(4);
  EXPECT_EQ(link.atqb.protocol_info, (std::array<std::uint8_t, 3>{0xB3, 0x81, 0x41}));
}

/// The shipped file with one line replaced: the one that begins with the key of `line`.
LinkParameters load_with(const std::string& line) {
  std::ifstream shipped(kShipped);
  const TemporaryFolder folder;
  const auto path = folder.path() / "link.yaml";
  std::ofstream changed(path);
  const std::string key = line.substr(0, line.find(':') + 1);
  for (std::string read; std::getline(shipped, read);)
    changed << (read.rfind(key, 0) == 0 ? line : read) << '\n';
  changed.close();
  return LinkParameters::load(path);
}

TEST(LinkParameters, ValuesThatNoCardCanHaveAreRefused) {
  for (const char* line : {"fwi: 15", "application_data: \"0000\"", "application_data: zz", "tr0: 10us",
                           "tr1: 1s", "protocol_info: \"B380A1\"", "most_extension: 60", "sfgi: 15"}) {
    EXPECT_THROW(load_with(line), InputError) << line;
  }
}

TEST(LinkParameters, OtherValuesAreTaken) {
  EXPECT_EQ(load_with("fwi: 4").fwi(), 4U);
  EXPECT_EQ(load_with("application_data: \"000005E0\"").atqb.application_data[2], 0x05);
}

}  // namespace link_parameters_test
}  // namespace uketsuke::chip
