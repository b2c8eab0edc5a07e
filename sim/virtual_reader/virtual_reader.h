#pragma once

#include <functional>

#include "base/calendar.h"
#include "sim/virtual_reader/connection.h"
#include "sim/virtual_reader/endpoint.h"
#include "sim/virtual_reader/inserted_card.h"

namespace uketsuke::virtual_reader {

/// What a person at the reader would see happen.
enum class Happening {
  attached,  ///< vpcd asked for the card the first time on this connection: PC/SC sees it
  lost,      ///< the connection ended: pcscd stopped. It is sought again
};

/// How a card is offered to a virtual reader.
struct Offer {
  Endpoint at;
  int stop = -1;          ///< descriptor that becomes readable when the card is to be taken out; -1: never
  bool realtime = false;  ///< answers take as long as a real card's
  bool wait = false;      ///< nobody there, or another card in the reader: wait for it, too
  bool once = false;      ///< end where the connection ends, and do not seek it again
  std::function<void(Happening)> tell;

  Duration connect_within = std::chrono::seconds(3);
  /// vpcd looks for a card several times a second: without a question for this long another card is in.
  Duration first_frame_within = std::chrono::seconds(3);
  Duration frame_within = std::chrono::seconds(5);  ///< from a frame's first byte to its last
  Duration retry_every = std::chrono::milliseconds(100);
};

/// Puts the card into the reader behind `offer.at` and answers there until `offer.stop`, or, with `once`,
/// until the connection ends. Where vpcd goes away after the card was seen, waits until it is back.
/// @throws VpcdError where the reader cannot be reached or used in the first place, and where a peer breaks
/// the protocol; what the card's `keep` throws
void attach(InsertedCard& card, const Offer& offer);

}  // namespace uketsuke::virtual_reader
