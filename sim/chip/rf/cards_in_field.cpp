#include "sim/chip/rf/cards_in_field.h"

#include <algorithm>

#include "reader_model/rf/crc_b.h"

namespace uketsuke::chip {

namespace {

/// Superimposes the load modulation of two cards without phase difference: bytes with an invalid CRC_B.
void collide(Bytes& heard, const Bytes& other) {
  if (heard.size() < other.size()) heard.resize(other.size());
  for (std::size_t i = 0; i < other.size(); ++i) heard[i] = static_cast<std::uint8_t>(heard[i] ^ other[i]);
  if (reader::crc_b_fits(heard)) heard.back() = static_cast<std::uint8_t>(~heard.back());
}

}  // namespace

void CardsInField::field_on(Duration at) {
  for (const auto& card : cards_) card->field_on(at);
}

void CardsInField::field_off(Duration at) {
  for (const auto& card : cards_) card->field_off(at);
}

bool CardsInField::receive(const reader::ReaderFrame& frame, reader::CardFrame& answer) {
  bool heard = false;
  for (const auto& card : cards_) {
    if (!card->receive(frame, heard ? other_ : answer)) continue;
    if (heard) {
      collide(answer.bytes, other_.bytes);
      answer.delay = std::min(answer.delay, other_.delay);
    }
    heard = true;
  }
  return heard;
}

}  // namespace uketsuke::chip
