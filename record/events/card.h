#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "record/words/card_words.h"

// Events: patient, card and slot. See record/events.h.

namespace uketsuke::record {

/// Another patient stands before the reader; `patient` is a pseudonym, the persona's name.
struct PatientArrived {
  static constexpr std::string_view kKind = "patient_arrived";
  std::string patient;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
  }
};

/// A card lies in the slot. `card` is the pseudonym of its holder, or a word for a card that is nobody's.
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

/// The reader knows what kind of card it has.
struct CardRead {
  static constexpr std::string_view kKind = "card_read";
  CardKind card_kind{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("card_kind", self.card_kind);
  }
};

/// One command to the chip and its answer, without data that is secret or personal: the header says what was
/// asked.
struct Apdu {
  static constexpr std::string_view kKind = "apdu";
  std::string command;        ///< header in hexadecimal: CLA INS P1 P2
  std::string name;           ///< VERIFY, READ BINARY, …
  std::int64_t sent = 0;      ///< bytes of command data
  std::int64_t received = 0;  ///< bytes of answer data
  std::string status;         ///< SW1 SW2 in hexadecimal; empty where the card was gone before it answered
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
