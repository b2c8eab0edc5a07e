#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "conformance/checkers/reception_facts.h"
#include "conformance/consent_engine/setting.h"
#include "conformance/rules/rules.h"
#include "record/verdict.h"

namespace uketsuke::conformance {

/// What is known about a card before the case begins.
struct CardBefore {
  std::optional<Date> born;  ///< date of birth of the holder
  std::optional<scenario::CardType> type;
  std::optional<int> pin_tries_left;
  std::optional<int> card_face_number_tries_left;
  bool has_photo = true;
  bool photo_usable = true;
};

/// What a checker may know in addition to the record.
struct CheckerContext {
  RulesOnDay rules;
  CategorySet asks;                                      ///< categories that the site asks for
  bool asks_prescription_form = false;                   ///< the site asks for the form of a prescription
  bool medical_aid = true;                               ///< the site is set up to confirm medical aid
  std::map<std::string, CardBefore, std::less<>> cards;  ///< by pseudonym of the holder
  /// Tries left in a holder's phone, by pseudonym; no entry: the default number.
  std::map<std::string, int, std::less<>> phone_tries;
  /// Whether the reader has an external reader for phones; empty: unknown.
  std::optional<bool> phone_reader;
};

/// Description of a checker: its name as in `checked_by:`, and the requirements whose violation it can find.
struct CheckerDescription {
  std::string_view name;
  std::array<std::string_view, 8> requirements{};  ///< unused entries at the end are empty
};

/// A temporal rule, evaluated on the record alone.
///
/// A checker also reports which requirements the record exercised: a record without the limit screen proves
/// nothing about the limit screen.
class Checker {
 public:
  virtual ~Checker() = default;

  virtual const CheckerDescription& description() const = 0;

  /// The kinds of events that the checker receives: one bit each, by index in record::Payload.
  virtual std::uint64_t kinds() const = 0;

  /// Receives an event of one of these kinds. The facts are those before the event.
  virtual void on(const record::Event& event) = 0;

  /// A reception begins without a card, by this touch of スマートフォン. The facts are those before the
  /// event.
  virtual void begins_by_phone(const record::Event& event) { (void)event; }

  /// The reception of `facts()` has ended at this time: the reader is idle, the next card is in, or the
  /// record ends.
  virtual void ended(Duration time) { (void)time; }

  /// The record ends: the last chance to report something missing.
  virtual void finish(Duration time) { (void)time; }

  const std::vector<record::Finding>& findings() const { return findings_; }
  std::vector<std::string_view> exercised() const;

  /// Must be called before the first event.
  void attach(const CheckerContext& context, const ReceptionFacts& facts);

 protected:
  const CheckerContext& context() const { return *context_; }
  const ReceptionFacts& facts() const { return *facts_; }
  virtual void attached() {}

  /// Marks a requirement as exercised by the record; by default the checker's first.
  void exercise(std::string_view requirement = {});

  /// Reports that the event violates a requirement; by default the checker's first.
  void fail(const record::Event& event, std::string message, std::string_view requirement = {});

  /// Reports that something is missing at this time.
  void fail_missing(Duration time, std::string message, std::string_view requirement = {});

 private:
  const CheckerContext* context_ = nullptr;
  const ReceptionFacts* facts_ = nullptr;
  std::uint8_t exercised_ = 0;
  std::vector<record::Finding> findings_;

  std::size_t index_of(std::string_view requirement) const;
};

/// Whether the patient of this reception touched a button that agrees to this category.
bool has_agreed(const CheckerContext& context, const ReceptionFacts& facts, record::Category category);

/// The bit of an event kind in `Checker::kinds`.
template <class Kind, std::size_t index = 0>
constexpr std::uint64_t kind_bit() {
  if constexpr (std::is_same_v<std::variant_alternative_t<index, record::Payload>, Kind>) {
    return std::uint64_t{1} << index;
  } else {
    return kind_bit<Kind, index + 1>();
  }
}

/// A checker that receives these kinds of events, each in its own `see(const Kind&, const Event&)`, and has a
/// `static constexpr CheckerDescription kDescription`.
template <class Derived, class... Kinds>
class CheckerOf : public Checker {
 public:
  const CheckerDescription& description() const final { return Derived::kDescription; }
  std::uint64_t kinds() const final { return (kind_bit<Kinds>() | ... | 0); }
  void on(const record::Event& event) final { (void)(offer<Kinds>(event) || ...); }

  /// State that a new card resets is also reset by a phone: the checker sees a card without a holder.
  void begins_by_phone(const record::Event& event) override {
    if constexpr ((std::is_same_v<Kinds, record::CardInserted> || ...))
      static_cast<Derived*>(this)->see(record::CardInserted{}, event);
  }

 private:
  template <class Kind>
  bool offer(const record::Event& event) {
    const Kind* payload = record::as<Kind>(event);
    if (payload == nullptr) return false;
    static_cast<Derived*>(this)->see(*payload, event);
    return true;
  }
};

/// Feeds a record to checkers.
class CheckerSet {
 public:
  CheckerSet(std::vector<std::unique_ptr<Checker>> checkers, CheckerContext context);
  CheckerSet(const CheckerSet&) = delete;
  CheckerSet& operator=(const CheckerSet&) = delete;

  void on(const record::Event& event);
  void finish();

  const std::vector<std::unique_ptr<Checker>>& checkers() const { return checkers_; }

 private:
  CheckerContext context_;
  ReceptionFacts facts_;
  std::vector<std::unique_ptr<Checker>> checkers_;
  std::vector<std::uint64_t> kinds_;  ///< kinds of each checker
  Duration last_time_{};

  void end_reception(Duration time);
};

/// A new instance of every checker.
std::vector<std::unique_ptr<Checker>> all_checkers();

}  // namespace uketsuke::conformance
