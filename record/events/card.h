#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "record/words/card_words.h"

// Events: patient, card and slot. See record/events.h.

namespace uketsuke::record {

/// Another patient is in front of the reader. `patient` is a pseudonym, the persona's name.
struct PatientArrived {
  static constexpr std::string_view kKind = "patient_arrived";
  std::string patient;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
  }
};

/// A card is in the slot. `card` is the pseudonym of its holder, or a word for a card without a holder.
struct CardInserted {
  static constexpr std::string_view kKind = "card_inserted";
  std::string card;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("card", self.card);
  }
};

struct CardRemoved {
  static constexpr std::string_view kKind = "card_removed";
  template <class Self, class Visit>
  static void fields(Self&, Visit&&) {}
};

/// The reader knows the kind of card.
struct CardRead {
  static constexpr std::string_view kKind = "card_read";
  CardKind card_kind{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("card_kind", self.card_kind);
  }
};

/// One command to the chip and its response, without secret or personal data. The header says what was asked.
struct Apdu {
  static constexpr std::string_view kKind = "apdu";
  std::string command;        ///< header in hexadecimal: CLA INS P1 P2
  std::string name;           ///< VERIFY, READ BINARY, …
  std::int64_t sent = 0;      ///< bytes of command data
  std::int64_t received = 0;  ///< bytes of response data
  std::string status;         ///< SW1 SW2 in hexadecimal; empty if the card was removed before it answered
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("command", self.command);
    visit("name", self.name);
    visit("sent", self.sent);
    visit("received", self.received);
    visit("status", self.status);
  }
};

}  // namespace uketsuke::record
