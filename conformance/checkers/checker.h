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

/// What is known of a card before the case begins.
struct CardBefore {
  std::optional<Date> born;  ///< its holder
  std::optional<scenario::CardType> type;
  std::optional<int> pin_tries_left;
  std::optional<int> card_face_number_tries_left;
  bool has_photo = true;
  bool photo_usable = true;
};

/// What a checker may know beside the record.
struct CheckerContext {
  RulesOnDay rules;
  CategorySet asks;                                      ///< the site's
  bool asks_prescription_form = false;                   ///< likewise
  bool medical_aid = true;                               ///< the site is set up to have medical aid confirmed
  std::map<std::string, CardBefore, std::less<>> cards;  ///< by pseudonym of the holder
  std::map<std::string, int, std::less<>> phone_tries;   ///< likewise, left in his phone; none: the usual
  /// Whether the reader has an external reader for phones; none: nobody says.
  std::optional<bool> phone_reader;
};

/// Who a checker is: its name as in `checked_by:`, and the requirements that it can find broken.
struct CheckerDescription {
  std::string_view name;
  std::array<std::string_view, 8> requirements{};  ///< empty ones behind the last
};

/// A temporal rule, written against the record alone.
///
/// A checker also says which requirements the record really put to the test: a record without the limit
/// screen says nothing about the limit screen.
class Checker {
 public:
  virtual ~Checker() = default;

  virtual const CheckerDescription& description() const = 0;

  /// Kinds of events that it wants to see, a bit each, by index in record::Payload.
  virtual std::uint64_t kinds() const = 0;

  /// One event of such a kind. The facts are those before it.
  virtual void on(const record::Event& event) = 0;

  /// A reception begins without a card, by this touch of スマートフォン. The facts are those before it.
  virtual void begins_by_phone(const record::Event& event) { (void)event; }

  /// The reception of `facts()` is over at this time: the reader is idle, or the next card is in, or the
  /// record is at its end.
  virtual void ended(Duration time) { (void)time; }

  /// The record is at its end. The last chance to find something missing.
  virtual void finish(Duration time) { (void)time; }

  const std::vector<record::Finding>& findings() const { return findings_; }
  std::vector<std::string_view> exercised() const;

  /// Set by whoever feeds the record, before the first event.
  void attach(const CheckerContext& context, const ReceptionFacts& facts);

 protected:
  const CheckerContext& context() const { return *context_; }
  const ReceptionFacts& facts() const { return *facts_; }
  virtual void attached() {}

  /// The record puts this requirement to the test; without one, the checker's first.
  void exercise(std::string_view requirement = {});

  /// The event breaks the requirement; without one, the checker's first.
  void fail(const record::Event& event, std::string message, std::string_view requirement = {});

  /// Something is missing at this time.
  void fail_missing(Duration time, std::string message, std::string_view requirement = {});

 private:
  const CheckerContext* context_ = nullptr;
  const ReceptionFacts* facts_ = nullptr;
  std::uint8_t exercised_ = 0;
  std::vector<record::Finding> findings_;

  std::size_t index_of(std::string_view requirement) const;
};

/// Whether the patient of this reception touched what agrees to this category.
bool has_agreed(const CheckerContext& context, const ReceptionFacts& facts, record::Category category);

/// The bit of a kind of event in `Checker::kinds`.
template <class Kind, std::size_t index = 0>
constexpr std::uint64_t kind_bit() {
  if constexpr (std::is_same_v<std::variant_alternative_t<index, record::Payload>, Kind>) {
    return std::uint64_t{1} << index;
  } else {
    return kind_bit<Kind, index + 1>();
  }
}

/// A checker that sees events of these kinds, each by its own `see(const Kind&, const Event&)`, and has a
/// `static constexpr CheckerDescription kDescription`.
template <class Derived, class... Kinds>
class CheckerOf : public Checker {
 public:
  const CheckerDescription& description() const final { return Derived::kDescription; }
  std::uint64_t kinds() const final { return (kind_bit<Kinds>() | ... | 0); }
  void on(const record::Event& event) final { (void)(offer<Kinds>(event) || ...); }

  /// What starts anew with a card starts anew with a phone: it is told of a card that is nobody's.
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
  std::vector<std::uint64_t> kinds_;  ///< of each checker
  Duration last_time_{};

  void end_reception(Duration time);
};

/// Every checker there is, fresh.
std::vector<std::unique_ptr<Checker>> all_checkers();

}  // namespace uketsuke::conformance
