#pragma once

#include <functional>

#include "base/calendar.h"
#include "sim/virtual_reader/connection.h"
#include "sim/virtual_reader/endpoint.h"
#include "sim/virtual_reader/inserted_card.h"

namespace uketsuke::virtual_reader {

/// A change of the connection that is reported to the user.
enum class ConnectionChange {
  attached,  ///< first question of vpcd on this connection: PC/SC sees the card
  lost,      ///< the connection ended: pcscd stopped; it is retried
};

/// How a card is offered to a virtual reader.
struct Offer {
  Endpoint at;
  int stop = -1;          ///< descriptor that becomes readable when the card is to be removed; -1: never
  bool realtime = false;  ///< answers take as long as a real card's
  bool wait = false;      ///< waits if no vpcd listens, or if another card is in the reader
  bool once = false;      ///< ends with the connection and does not reconnect
  std::function<void(ConnectionChange)> tell;

  Duration connect_within = std::chrono::seconds(3);
  /// vpcd polls for a card several times per second: no question within this time means that another card is
  /// inserted.
  Duration first_frame_within = std::chrono::seconds(3);
  Duration frame_within = std::chrono::seconds(5);  ///< from a frame's first byte to its last
  Duration retry_every = std::chrono::milliseconds(100);
};

/// Puts the card into the reader at `offer.at` and answers there until `offer.stop`, or, with `once`, until
/// the connection ends. If vpcd disappears after the card was seen, waits for its return.
/// @throws VpcdError if the reader cannot be reached or used at first, or if a peer violates the protocol
/// @throws what the card's `keep` throws
void attach(InsertedCard& card, const Offer& offer);

}  // namespace uketsuke::virtual_reader
