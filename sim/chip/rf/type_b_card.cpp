#include "sim/chip/rf/type_b_card.h"

#include <algorithm>
#include <utility>

#include "reader_model/rf/crc_b.h"

namespace uketsuke::chip {

namespace {

constexpr unsigned kInitialBitRate = 106;

// First bytes of the reader's frames (ISO/IEC 14443-3 §7.6 to §7.12).
constexpr std::uint8_t kRequest = 0x05;
constexpr std::uint8_t kAttrib = 0x1D;
constexpr std::uint8_t kHalt = 0x50;
constexpr std::size_t kPupi = 4;
constexpr std::size_t kRequestSize = 3;
constexpr std::size_t kHaltSize = 1 + kPupi;
constexpr std::size_t kAttribSize = 1 + kPupi + 4;  // without higher-layer data

// PARAM of REQB and WUPB
constexpr std::uint8_t kSlotsCode = 0x07;
constexpr std::uint8_t kWakeUp = 0x08;
constexpr std::uint8_t kExtendedAtqb = 0x10;
constexpr unsigned kMostSlotsCode = 4;  // 16; the others are reserved

unsigned bit_rate(unsigned code) { return 106U << (code & 3U); }

}  // namespace

TypeBCard::TypeBCard(std::shared_ptr<CardApplication> application, const LinkParameters& link,
                     std::uint64_t seed)
    : application_(std::move(application)), link_(link), random_(seed), blocks_(*application_, link_) {
  const std::uint64_t number = random();
  for (std::size_t i = 0; i < kPupi; ++i) link_.atqb.pupi[i] = static_cast<std::uint8_t>(number >> 8 * i);
}

void TypeBCard::field_on(Duration at) {
  if (state_ != State::power_off) return;
  state_ = State::idle;
  rates_ = {};
  awake_at_ = at + link_.start_up;
  application_->power_on();
}

void TypeBCard::field_off(Duration at) {
  if (state_ == State::power_off) return;
  state_ = State::power_off;
  blocks_.lose_power(at);
}

bool TypeBCard::receive(const reader::ReaderFrame& frame, reader::CardFrame& answer) {
  if (state_ == State::power_off || frame.end < awake_at_) return false;
  if (frame.bit_rate != rates_.to_card || !reader::crc_b_fits(frame.bytes)) return false;
  const ByteView content(frame.bytes.data(), frame.bytes.size() - reader::kCrcBytes);
  answer.bit_rate = rates_.to_reader;
  if (state_ == State::active) {
    const CardBlocks::Reply reply = blocks_.receive(content, frame.end, answer);
    if (reply == CardBlocks::Reply::none) return false;
    if (reply == CardBlocks::Reply::deselected) {
      state_ = State::halt;
      rates_ = {};
    }
  } else {
    answer.bytes.clear();
    answer.delay = link_.tr0 + link_.tr1;
    if (!initialise(content, answer.bytes)) return false;
  }
  reader::append_crc_b(answer.bytes);
  return true;
}

/// Handles frames before ATTRIB.
/// @returns whether there is an answer
bool TypeBCard::initialise(ByteView frame, Bytes& answer) {
  const std::uint8_t code = frame[0];
  if (code == kRequest) return frame.size == kRequestSize && on_request(frame[1], frame[2], answer);
  if ((code & 0x0F) == kRequest) {  // slot marker
    const bool its_turn = frame.size == 1 && state_ == State::ready_requested && code >> 4 == slot_;
    return its_turn && declare(answer);
  }
  if (state_ != State::ready_declared) return false;
  if (code == kAttrib) return on_attrib(frame, answer);
  if (code != kHalt || frame.size != kHaltSize || !is_mine(frame.data + 1)) return false;
  state_ = State::halt;
  answer.push_back(0);
  return true;
}

bool TypeBCard::on_request(std::uint8_t family, std::uint8_t parameter, Bytes& answer) {
  if (state_ == State::halt && (parameter & kWakeUp) == 0) return false;
  const unsigned code = parameter & kSlotsCode;
  if (!belongs_to(family) || code > kMostSlotsCode) {
    if (state_ != State::halt) state_ = State::idle;
    return false;
  }
  extended_ = (parameter & kExtendedAtqb) != 0 && link_.atqb.sfgi > 0;
  slot_ = static_cast<unsigned>(random() & ((1U << code) - 1U));
  if (slot_ == 0) return declare(answer);
  state_ = State::ready_requested;
  return false;
}

bool TypeBCard::declare(Bytes& answer) {
  state_ = State::ready_declared;
  reader::append_atqb(link_.atqb, extended_, answer);
  return true;
}

bool TypeBCard::on_attrib(ByteView frame, Bytes& answer) {
  if (frame.size < kAttribSize || !is_mine(frame.data + 1)) return false;
  const std::uint8_t speed = frame[6];
  const std::uint8_t protocol = frame[7];
  const unsigned cid = frame[8] & 0x0FU;
  const reader::CardAbilities card = reader::abilities(link_.atqb);
  const reader::BitRates rates{bit_rate(speed >> 4), bit_rate(speed >> 6)};
  const bool possible = rates.to_card <= card.most.to_card && rates.to_reader <= card.most.to_reader &&
                        (!card.same_rate || rates.to_card == rates.to_reader);
  // Reserved CID 15, another protocol, or a bit rate that ATQB does not offer.
  if (!possible || (protocol & 0x01) == 0 || cid > 14 || (cid != 0 && !card.cid)) return false;
  state_ = State::active;
  rates_ = rates;  // for later frames; the answer itself is still at 106 kbit/s
  blocks_.begin(reader::frame_size(speed & 0x0FU), cid);
  answer.push_back(static_cast<std::uint8_t>(cid));  // no MBLI
  return true;
}

bool TypeBCard::is_mine(const std::uint8_t* pupi) const {
  return std::equal(link_.atqb.pupi.begin(), link_.atqb.pupi.end(), pupi);
}

/// ISO/IEC 14443-3 §7.7.3: high digit family, low digit subfamily, 0 for all.
bool TypeBCard::belongs_to(std::uint8_t family) const {
  if (family == 0) return true;
  const std::uint8_t own = link_.application_family;
  if (own == 0) return false;
  const bool high = (family & 0xF0) == 0 || (family & 0xF0) == (own & 0xF0);
  const bool low = (family & 0x0F) == 0 || (family & 0x0F) == (own & 0x0F);
  return high && low;
}

std::uint64_t TypeBCard::random() {
  // SplitMix64: equal for equal seeds on every machine
  std::uint64_t z = (random_ += 0x9E3779B97F4A7C15U);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

}  // namespace uketsuke::chip
