#include "sim/virtual_reader/vpcd_frame.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace uketsuke::virtual_reader {

namespace vpcd_frame_test {

Bytes framed(const Bytes& payload) {
  Bytes out;
  append_frame(out, payload);
  return out;
}

/// Puts in as many bytes as there is room for, and returns their number.
std::size_t put(FrameBuffer& buffer, const Bytes& bytes, std::size_t from = 0,
                std::size_t most = kMostPayload + 2) {
  const std::size_t count = std::min({bytes.size() - from, buffer.room(), most});
  std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(from), count, buffer.space());
  buffer.added(count);
  return count;
}

Bytes front(const FrameBuffer& buffer) {
  const auto payload = buffer.front();
  return payload ? Bytes(payload->begin(), payload->end()) : Bytes{0xDE, 0xAD};
}

TEST(VpcdFrame, SizeStandsBeforeThePayloadHighByteFirst) {
  EXPECT_EQ(to_hex(framed(from_hex("9000"))), "00029000");
  EXPECT_EQ(to_hex(framed(Bytes(0x0102, 0xAA))).substr(0, 6), "0102AA");
}

TEST(VpcdFrame, LargestPayloadIs65535Bytes) {
  EXPECT_EQ(framed(Bytes(65535)).size(), 65537U);
  EXPECT_THROW(framed(Bytes(65536)), std::length_error);
}

TEST(FrameBuffer, HalfAFrameIsNone) {
  FrameBuffer buffer;
  put(buffer, from_hex("0005 00A404"));
  EXPECT_FALSE(buffer.front());
  EXPECT_EQ(buffer.unfinished(), 5U);
  EXPECT_EQ(buffer.announced(), 7U);
}

TEST(FrameBuffer, HalfASizeAnnouncesNothing) {
  FrameBuffer buffer;
  put(buffer, from_hex("00"));
  EXPECT_FALSE(buffer.front());
  EXPECT_EQ(buffer.unfinished(), 1U);
  EXPECT_EQ(buffer.announced(), 0U);
}

TEST(FrameBuffer, EmptyPayloadIsAFrame) {
  FrameBuffer buffer;
  put(buffer, from_hex("0000"));
  ASSERT_TRUE(buffer.front());
  EXPECT_TRUE(buffer.front()->empty());
}

TEST(FrameBuffer, TakesNoMoreThanThereIsRoomFor) {
  FrameBuffer buffer;
  EXPECT_THROW(buffer.added(buffer.room() + 1), std::length_error);
}

// However the network splits the bytes, the payloads come out unchanged.
RC_GTEST_PROP(FrameBuffer, GivesBackWhatWasFramed, (const std::vector<Bytes>& payloads)) {
  Bytes stream;
  for (const Bytes& payload : payloads) append_frame(stream, payload);
  FrameBuffer buffer;
  std::vector<Bytes> seen;
  for (std::size_t at = 0; at < stream.size();) {
    at += put(buffer, stream, at, *rc::gen::inRange<std::size_t>(1, 20));
    for (; buffer.front(); buffer.pop()) seen.push_back(front(buffer));
  }
  RC_ASSERT(seen == payloads);
  RC_ASSERT(buffer.unfinished() == 0U);
}

TEST(FrameBuffer, HasRoomForTheLargestFrameBehindASmallOne) {
  FrameBuffer buffer;
  Bytes stream = framed({0x04});
  append_frame(stream, Bytes(65535, 0x55));
  std::size_t at = put(buffer, stream);
  ASSERT_EQ(front(buffer), Bytes{0x04});
  buffer.pop();
  at += put(buffer, stream, at);
  ASSERT_EQ(at, stream.size());
  EXPECT_EQ(front(buffer), Bytes(65535, 0x55));
}

}  // namespace vpcd_frame_test

}  // namespace uketsuke::virtual_reader
