#include "reports/trace/pcapng.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/unit/reports/trace/capture.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::trace {
namespace pcapng_test {

using date::literals::operator""_y;

class Pcapng : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::filesystem::path path_ = folder_.path() / "a.pcapng";
  CaptureInfo info_{"Uketsuke 1.2.3", "model", "case 7",
                    date::sys_days(2024_y / 10 / 7) + std::chrono::hours(9)};

  Capture written(std::string_view comments) {
    PcapngWriter writer(path_, info_);
    writer.packet(std::chrono::nanoseconds(1'000'000'007), AirEvent::from_reader, {0x05, 0x00, 0x08},
                  comments);
    writer.commit();
    return CaptureReader(path_).read();
  }
};

TEST_F(Pcapng, SaysLinkType264WithNanoseconds) {
  const Capture capture = written("");
  EXPECT_EQ(capture.link_type, 264U);
  EXPECT_EQ(capture.interface.one(9), "\x09");
}

TEST_F(Pcapng, NamesProgramCaseAndInterface) {
  const Capture capture = written("");
  EXPECT_EQ(capture.section.one(4), "Uketsuke 1.2.3");
  EXPECT_EQ(capture.section.one(1), "case 7");
  EXPECT_EQ(capture.interface.one(2), "model");
}

// `date -ud '2024-10-07T00:00:01' +%s` is 1728259201.
TEST_F(Pcapng, StampsNineInTheMorningInJapanAsMidnightUtc) {
  EXPECT_EQ(written("").packets.at(0).stamp, 1'728'259'201'000'000'007U);
}

TEST_F(Pcapng, KeepsTheFrameAndWhoSentIt) {
  const Capture capture = written("");
  EXPECT_EQ(capture.packets.at(0).event, 0xFEU);
  EXPECT_EQ(capture.packets.at(0).frame, (Bytes{0x05, 0x00, 0x08}));
}

TEST_F(Pcapng, KeepsEveryCommentInItsPlace) {
  const Capture capture = written("step 1\nVERIFY 利用者証明用PIN\n");
  EXPECT_EQ(capture.packets.at(0).comments, (std::vector<std::string>{"step 1", "VERIFY 利用者証明用PIN"}));
}

TEST_F(Pcapng, CutsACommentThatIsTooLongForItsLengthField) {
  EXPECT_EQ(written(std::string(70'000, 'x')).packets.at(0).comments.at(0).size(), 65'535U);
}

TEST_F(Pcapng, LeavesNothingWithoutCommit) {
  { PcapngWriter writer(path_, info_); }
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(Pcapng, SaysWhichFileCannotBeCreated) {
  EXPECT_THROW(PcapngWriter(folder_.path() / "missing" / "a.pcapng", info_), SystemError);
}

}  // namespace pcapng_test
}  // namespace uketsuke::trace
