#include "reader_model/rf/frame_journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace uketsuke::reader {
namespace frame_journal_test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Listener : FrameObserver {
  std::vector<std::string> seen;
  void field(Duration at, bool on) override {
    seen.push_back((on ? "on " : "off ") + std::to_string(at.count()));
  }
  void frame(const AirFrame& frame) override { seen.push_back(to_hex(frame.bytes)); }
};

TEST(FrameJournal, TellsInOrderWhatIsOver) {
  FrameJournal journal;
  Listener listener;
  journal.field(Duration(1), true);
  journal.frame({Duration(2), Duration(4), FrameSender::pcd, {0x02}, 106});
  journal.release(Duration(4), listener);
  EXPECT_THAT(listener.seen, ElementsAre("on 1", "02"));
}

TEST(FrameJournal, ForgetsFramesThatTheLossOfTheFieldCutOff) {
  FrameJournal journal;
  Listener listener;
  journal.frame({Duration(2), Duration(4), FrameSender::pcd, {0x02}, 106});
  journal.frame({Duration(5), Duration(7), FrameSender::picc, {0x03}, 106});
  journal.field(Duration(6), false);
  journal.release(Duration(6), listener);
  EXPECT_THAT(listener.seen, ElementsAre("02", "off 6"));
}

TEST(FrameJournal, TellsNothingTwice) {
  FrameJournal journal;
  Listener first;
  Listener second;
  journal.field(Duration(1), true);
  journal.release(Duration(1), first);
  journal.release(Duration(9), second);
  EXPECT_THAT(second.seen, IsEmpty());
}

}  // namespace frame_journal_test
}  // namespace uketsuke::reader
