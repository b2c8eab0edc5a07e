#include "reader_model/rf/activation.h"

#include <algorithm>
#include <vector>

#include "reader_model/rf/air_time.h"

namespace uketsuke::reader {

namespace {

constexpr std::uint8_t kRequest = 0x05;  // APf of REQB and WUPB; low digit of a slot marker
constexpr std::uint8_t kWakeUp = 0x08;   // bit in PARAM: WUPB, which halted cards also answer
constexpr std::uint8_t kHalt = 0x50;
constexpr std::uint8_t kAttrib = 0x1D;
constexpr int kMostRounds = 8;

/// The code for a number of slots in PARAM.
std::uint8_t slots_code(unsigned slots) {
  std::uint8_t code = 0;
  for (; slots > 1; slots /= 2) ++code;
  return code;
}

struct Round {
  std::vector<Atqb> found;
  bool collision = false;
};

/// One request and its slots. @param stop_at PUPI of the wanted card; null: all cards
Round ask(Antenna& antenna, std::uint8_t afi, unsigned slots, bool wake_up, const Atqb* stop_at = nullptr) {
  Round round;
  for (unsigned slot = 0; slot < slots; ++slot) {
    Bytes& frame = antenna.frame();
    if (slot == 0) {
      frame = {kRequest, afi, static_cast<std::uint8_t>(slots_code(slots) | (wake_up ? kWakeUp : 0))};
    } else {
      frame.push_back(static_cast<std::uint8_t>(slot << 4 | kRequest));
    }
    const Heard heard = antenna.exchange(kAtqbWaitingTime);
    const auto atqb = heard == Heard::frame ? parse_atqb(antenna.answer()) : std::nullopt;
    round.collision |= heard != Heard::nothing && !atqb;
    if (!atqb) continue;
    round.found.push_back(*atqb);
    if (stop_at != nullptr && atqb->pupi == stop_at->pupi) break;
  }
  return round;
}

Bytes& frame_to(Antenna& antenna, std::uint8_t code, const Atqb& card) {
  Bytes& frame = antenna.frame();
  frame.push_back(code);
  frame.insert(frame.end(), card.pupi.begin(), card.pupi.end());
  return frame;
}

/// Halts a card. It answers `00`; a missed answer is harmless.
void halt(Antenna& antenna, const Atqb& card) {
  frame_to(antenna, kHalt, card);
  antenna.exchange(waiting_time(abilities(card).fwi));
}

/// Cards in the field: those that wait for ATTRIB or HLTB, and those halted on the way.
struct Found {
  std::vector<Atqb> ready;
  std::vector<Atqb> halted;
};

Found find(Antenna& antenna, const LinkSettings& settings) {
  Found cards;
  unsigned slots = settings.slots;
  unsigned silent = 0;
  for (int i = 0; i < kMostRounds; ++i) {
    Round round = ask(antenna, settings.afi, slots, cards.halted.empty());
    if (round.found.empty() && !round.collision && cards.halted.empty() && silent++ < settings.retries) {
      antenna.idle_until(antenna.now() + settings.field_guard);  // a card may need longer to start up
      continue;
    }
    // A card that answers again has missed its HLTB.
    for (const Atqb& card : round.found) {
      const auto same = [&card](const Atqb& other) { return other.pupi == card.pupi; };
      cards.halted.erase(std::remove_if(cards.halted.begin(), cards.halted.end(), same), cards.halted.end());
    }
    if (!round.collision) {
      cards.ready = std::move(round.found);
      break;
    }
    // A known card stays silent in the next round, which leaves more slots for the others.
    for (const Atqb& card : round.found) {
      halt(antenna, card);
      cards.halted.push_back(card);
    }
    slots = std::min(slots * 2, kMostSlots);
  }
  return cards;
}

/// Wakes a halted card until it waits for ATTRIB.
bool wake(Antenna& antenna, const LinkSettings& settings, const Atqb& card) {
  for (int i = 0; i < kMostRounds; ++i) {
    for (const Atqb& other : ask(antenna, settings.afi, kMostSlots, true, &card).found) {
      if (other.pupi == card.pupi) return true;
    }
  }
  return false;
}

}  // namespace

std::optional<ActiveCard> activate(Antenna& antenna, const LinkSettings& settings) {
  const Found cards = find(antenna, settings);
  if (cards.ready.empty() && cards.halted.empty()) return std::nullopt;
  ActiveCard active;
  active.cards = cards.ready.size() + cards.halted.size();
  active.atqb = cards.ready.empty() ? cards.halted.front() : cards.ready.front();
  for (std::size_t i = 1; i < cards.ready.size(); ++i) halt(antenna, cards.ready[i]);
  if (cards.ready.empty() && !wake(antenna, settings, active.atqb)) return std::nullopt;

  const CardAbilities card = abilities(active.atqb);
  if (!card.block_protocol) return std::nullopt;
  active.rates = common_bit_rates(card, settings.bit_rate);
  active.frame_size = std::min(card.frame_size, kReaderFrameSize);
  active.waiting_time = waiting_time(card.fwi);
  const unsigned sfgi = active.atqb.sfgi;
  if (sfgi > 0 && sfgi <= kMostFwi) active.guard_time = waiting_time(sfgi);
  antenna.set_tr2(tr2(card.tr2_code));

  Bytes& attrib = frame_to(antenna, kAttrib, active.atqb);
  attrib.push_back(0);  // param 1: default TR0 and TR1, SOF and EOF are kept
  attrib.push_back(static_cast<std::uint8_t>(slots_code(active.rates.to_reader / 106) << 6 |
                                             slots_code(active.rates.to_card / 106) << 4 |
                                             kReaderFrameSizeCode));
  attrib.push_back(static_cast<std::uint8_t>(card.tr2_code << 1 | 1U));  // ISO/IEC 14443-4, the card's TR2
  attrib.push_back(0);                                                   // CID 0, which blocks may omit
  if (antenna.exchange(active.waiting_time) != Heard::frame) return std::nullopt;
  const Bytes& answer = antenna.answer();
  if ((answer[0] & 0x0F) != 0) return std::nullopt;  // another CID: not the answer to this ATTRIB
  active.mbli = answer[0] >> 4;
  // From here on; the answer to ATTRIB was still at 106 kbit/s.
  antenna.set_bit_rates(active.rates);
  antenna.idle_until(antenna.now() + active.guard_time);
  return active;
}

}  // namespace uketsuke::reader
