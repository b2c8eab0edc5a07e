#pragma once

#include <cstdint>
#include <functional>
#include <tuple>

#include "base/enum_names.h"
#include "conformance/consent_engine/category_set.h"
#include "record/words/desk_words.h"
#include "record/words/reception_words.h"

namespace uketsuke::conformance {

/// The phase of a reception; the numbers are the steps of docs/reception-flow.md.
UKETSUKE_BYTE_ENUM(Phase,
                   idle,             ///< 1
                   reading,          ///< 2: the kind of card is being read
                   choosing,         ///< 3: screen choose_method
                   visual,           ///< 3: screen visual_check
                   face_number,      ///< 4: the chip is checking 照合番号B
                   face_photo,       ///< 4: the photo is being read
                   face_proof,       ///< 4: the chip is proving that it is genuine
                   face_guide,       ///< 4: screen face_guide, capture and comparison
                   face_failed,      ///< 4: screen face_failed
                   pin_tries,        ///< 5: the chip is asked for the tries left
                   pin_entry,        ///< 5: screen enter_pin
                   pin_check,        ///< 5: the chip is checking the PIN
                   pin_wrong,        ///< 5: screen pin_wrong
                   pin_locked,       ///< 6: screen pin_locked
                   certificate,      ///< 7: waits for the service
                   notice,           ///< 7: screen certificate_notice
                   registration,     ///< 8: waits for the service
                   enroll_question,  ///< 8: screen registration
                   enrolling,        ///< 8: waits for the service
                   eligibility,      ///< 9: waits for the service
                   consent_all,      ///< 10: screen consent_all
                   consent,          ///< 10: the screen of one category
                   own_disease,      ///< 10: screen specific_disease, from the reform on
                   prescription,     ///< 10: screen prescription_form
                   storing,          ///< 11: waits for the service
                   done,             ///< 11: complete, the limit screen is due
                   limit,            ///< 11: screen limit
                   limit_storing,    ///< 11: waits for the service
                   late_disease,     ///< 11: screen specific_disease after the limit, until the reform
                   disease_storing,  ///< 11: waits for the service
                   ended,            ///< 12, 13: waits for the card to be taken
                   phone_kind,       ///< S1: screen phone_kind
                   phone_pin,        ///< S2: screen enter_pin, before the phone is held
                   phone_hold,       ///< S3: screen hold_phone
                   phone_check,      ///< S3: the phone is being read
                   phone_pin_wrong,  ///< S4: screen pin_wrong
                   phone_failed,     ///< S4: screen phone_failed
                   parting,          ///< S6: the last screen is shown; there is no card to take
)

/// How the holder was identified.
UKETSUKE_BYTE_ENUM(Identity, none, face, pin, visual, smartphone)

/// Whether this reception uses a phone, and which kind was chosen.
UKETSUKE_BYTE_ENUM(ByPhone, no, kind_open, iphone, android)

/// Outcome of the reception.
UKETSUKE_BYTE_ENUM(Outcome, open, completed, aborted)

/// Items of record::WipedItem that the reader holds, one bit each.
class HeldItems {
 public:
  constexpr bool has(record::WipedItem item) const { return (bits_ & bit(item)) != 0; }
  constexpr void add(record::WipedItem item) { bits_ = static_cast<std::uint8_t>(bits_ | bit(item)); }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr std::uint8_t bits() const { return bits_; }
  friend constexpr bool operator==(HeldItems a, HeldItems b) { return a.bits_ == b.bits_; }

 private:
  static_assert(kEnumCount<record::WipedItem> <= 8, "an item is a bit of one byte");

  std::uint8_t bits_ = 0;
  static constexpr int bit(record::WipedItem item) { return 1 << static_cast<int>(item); }
};

/// Everything that the engine knows about a reader at one moment: small, comparable, hashable. Between
/// receptions only the staff mode is kept.
struct State {
  Phase phase = Phase::idle;
  record::StaffMode staff = record::StaffMode::unattended;
  Identity identity = Identity::none;
  Outcome outcome = Outcome::open;
  bool card_in = false;
  bool face_used_up = false;
  bool pin_used_up = false;
  bool in_grace = false;  ///< the certificate serves for eligibility only
  bool alarm = false;
  bool limit_given = false;
  bool electronic = false;  ///< the form of prescription that was chosen
  bool asks_disease = false;  ///< this patient is to be asked, or was asked, about their 特定疾病療養受療証
  std::uint8_t face_failures = 0;
  std::uint8_t print_failures = 0;  ///< misreadings of 照合番号B in this try
  std::uint8_t question = 0;        ///< index into Setting::order, in phase `consent`
  ByPhone phone = ByPhone::no;
  std::uint8_t phone_failures = 0;  ///< phones that were not unlocked or could not be read
  CategorySet given;
  HeldItems held;

  bool by_phone() const { return phone != ByPhone::no; }

  /// Encodes the state in one number.
  constexpr std::uint64_t key() const {
    std::uint64_t key = 0;
    const auto put = [&key](unsigned value, int bits) { key = (key << bits) | value; };
    static_assert(kEnumCount<Phase> <= 1 << 6 && kEnumCount<record::StaffMode> <= 1 << 1 &&
                      kEnumCount<Identity> <= 1 << 3 && kEnumCount<Outcome> <= 1 << 2 &&
                      kEnumCount<ByPhone> <= 1 << 2,
                  "a word of this enumeration needs more bits of the key");
    put(static_cast<unsigned>(phase), 6);
    put(static_cast<unsigned>(staff), 1);
    put(static_cast<unsigned>(identity), 3);
    put(static_cast<unsigned>(outcome), 2);
    put(static_cast<unsigned>(card_in) << 5 | static_cast<unsigned>(face_used_up) << 4 |
            static_cast<unsigned>(pin_used_up) << 3 | static_cast<unsigned>(in_grace) << 2 |
            static_cast<unsigned>(alarm) << 1 | static_cast<unsigned>(limit_given),
        6);
    put(static_cast<unsigned>(electronic), 1);
    put(static_cast<unsigned>(asks_disease), 1);
    put(face_failures, 8);
    put(print_failures, 4);
    put(question, 2);
    put(static_cast<unsigned>(phone), 2);
    put(phone_failures, 4);
    put(given.bits(), 8);
    put(held.bits(), 8);
    return key;
  }

  friend constexpr bool operator==(const State& a, const State& b) { return a.key() == b.key(); }
  friend constexpr bool operator!=(const State& a, const State& b) { return !(a == b); }
};

}  // namespace uketsuke::conformance

template <>
struct std::hash<uketsuke::conformance::State> {
  std::size_t operator()(const uketsuke::conformance::State& state) const noexcept {
    return std::hash<std::uint64_t>()(state.key());
  }
};
