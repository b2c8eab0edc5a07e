#include "sim/chip/chip_timing.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/error.h"
#include "tests/unit/sim/chip/card_fixture.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::chip {

namespace chip_timing_test {

TEST(ChipTiming, DefaultProfileIsComplete) {
  const ChipTiming timing = ChipTiming::load("sim/chip/timing/default.yaml");
  EXPECT_GT(timing.rsa_2048, timing.verify);
  EXPECT_GT(timing.read_per_byte, Duration::zero());
}

TEST(ChipTiming, NegativeOrAbsurdTimeIsRefusedWithItsPlace) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "slow.yaml";
  std::ofstream(path) << "start_up: 24h\n";
  try {
    ChipTiming::load(path);
    FAIL() << "a chip that takes a day was taken";
  } catch (const InputError& e) {
    EXPECT_EQ(e.problem(), InputProblem::bad_value);
    EXPECT_EQ(e.place().line, 1);
  }
}

TEST(ChipTiming, ReadingTakesTimeForEachByte) {
  ChipTiming timing;
  timing.overhead = std::chrono::microseconds(100);
  timing.read = std::chrono::microseconds(10);
  timing.read_per_byte = std::chrono::microseconds(1);
  Chip chip = powered_chip(standard_image(), timing);
  ask(chip, kSelectJpki);
  EXPECT_EQ(chip.transmit(from_hex("00B08A0020")).processing, std::chrono::microseconds(142));
}

}  // namespace chip_timing_test
}  // namespace uketsuke::chip
