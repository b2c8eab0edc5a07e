#include "reader_model/rf/atqb.h"

#include <algorithm>

namespace uketsuke::reader {

namespace {

constexpr std::size_t kShort = 12;  // without CRC_B
constexpr std::size_t kExtended = 13;

/// The highest bit rate encoded in three bits that stand for 212, 424 and 848 kbit/s.
unsigned highest(unsigned bits) {
  if ((bits & 4U) != 0) return 848;
  if ((bits & 2U) != 0) return 424;
  if ((bits & 1U) != 0) return 212;
  return 106;
}

}  // namespace

std::optional<Atqb> parse_atqb(const Bytes& frame) {
  if ((frame.size() != kShort && frame.size() != kExtended) || frame[0] != kAtqbCode) return std::nullopt;
  Atqb atqb;
  auto from = frame.begin() + 1;
  const auto take = [&from](auto& field) {
    std::copy_n(from, field.size(), field.begin());
    from += static_cast<std::ptrdiff_t>(field.size());
  };
  take(atqb.pupi);
  take(atqb.application_data);
  take(atqb.protocol_info);
  if (frame.size() == kExtended) atqb.sfgi = *from >> 4;
  return atqb;
}

void append_atqb(const Atqb& atqb, bool extended, Bytes& frame) {
  frame.push_back(kAtqbCode);
  frame.insert(frame.end(), atqb.pupi.begin(), atqb.pupi.end());
  frame.insert(frame.end(), atqb.application_data.begin(), atqb.application_data.end());
  frame.insert(frame.end(), atqb.protocol_info.begin(), atqb.protocol_info.end());
  if (extended) frame.push_back(static_cast<std::uint8_t>(atqb.sfgi << 4));
}

std::size_t frame_size(unsigned code) {
  static constexpr std::size_t kSizes[] = {16, 24, 32, 40, 48, 64, 96, 128, 256, 512, 1024, 2048, 4096};
  return kSizes[std::min<std::size_t>(code, std::size(kSizes) - 1)];
}

CardAbilities abilities(const Atqb& atqb) {
  const auto [rates, type, timing] = atqb.protocol_info;
  CardAbilities card;
  // b4 is 0: a card of a later standard that sets it is only used at 106 kbit/s.
  if ((rates & 0x08) == 0) card.most = {highest(rates & 7U), highest(rates >> 4 & 7U)};
  card.same_rate = (rates & 0x80) != 0;
  card.frame_size = frame_size(type >> 4);
  card.block_protocol = (type & 0x01) != 0;
  card.tr2_code = type >> 1 & 3U;
  card.fwi = timing >> 4;
  card.nad = (timing & 0x02) != 0;
  card.cid = (timing & 0x01) != 0;
  return card;
}

BitRates common_bit_rates(const CardAbilities& card, unsigned reader_most) {
  BitRates rates{std::min(card.most.to_card, reader_most), std::min(card.most.to_reader, reader_most)};
  if (card.same_rate) rates.to_card = rates.to_reader = std::min(rates.to_card, rates.to_reader);
  return rates;
}

}  // namespace uketsuke::reader
