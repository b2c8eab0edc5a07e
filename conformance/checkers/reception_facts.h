#pragma once

#include <optional>
#include <string>

#include "conformance/consent_engine/category_set.h"
#include "record/events.h"

namespace uketsuke::conformance {

/// What the record says so far about the current reception: from one card to the next.
///
/// Updated after the checkers have seen an event, so that a checker sees the state before it.
struct ReceptionFacts {
  bool open = false;  ///< a card was inserted or a phone was chosen, and the reader has not been idle since
  bool card_in = false;   ///< the card is in the slot
  bool by_phone = false;  ///< the reception uses a phone instead of a card
  /// Card of this reception, kept after removal; empty before the first card. By phone: its owner, empty
  /// until it is held.
  std::string card;
  int number = 0;  ///< number of the reception, from 1

  std::optional<record::Method> identity;
  std::optional<record::CertificateStatus> certificate;
  std::optional<bool> registered;  ///< also true after registering at the reader
  std::optional<record::Validity> validity;
  std::optional<record::Screen> screen;  ///< most recently shown
  bool screen_answered = false;          ///< the screen was touched or timed out

  bool holds_disease = false;  ///< according to the service, the patient holds a 特定疾病療養受療証

  CategorySet agreed;          ///< touched: agree, agree_all, provide
  bool agreed_to_all = false;  ///< touched: agree_all
  CategorySet recorded;        ///< a consent was recorded, given or refused
  CategorySet given;           ///< recorded as given
  CategorySet released;

  bool completed = false;
  bool aborted = false;
  Duration outcome_time{};  ///< time of the first outcome

  void see(const record::Event& event);

  bool insured() const {
    return validity == record::Validity::valid || validity == record::Validity::valid_unregistered;
  }
};

/// Whether a patient begins a reception without a card, by touching スマートフォン on the idle screen.
bool begins_by_phone(const record::Event& event);

/// Whether this screen asks for consent to medical information.
constexpr bool asks_consent(record::Screen screen) {
  return !(categories_of(screen) & kMedicalCategories).empty();
}

/// Whether this category needs the patient's consent to medical information.
constexpr bool is_medical(record::Category category) { return kMedicalCategories.has(category); }

/// Whether the category reveals a person's health: medical information, and 特定疾病療養受療証, which names a
/// disease. The limit does not (it is not 要配慮個人情報).
constexpr bool is_sensitive(record::Category category) {
  return is_medical(category) || category == record::Category::specific_diseases_certificate;
}

/// Whether this screen asks for consent to a sensitive category.
constexpr bool asks_sensitive(record::Screen screen) {
  return asks_consent(screen) || screen == record::Screen::specific_disease;
}

}  // namespace uketsuke::conformance
