// Tries of the PIN and of 照合番号B, and methods of identification that are used up.

#include <fmt/format.h>

#include <algorithm>

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

/// Tries left on each card according to the record and the context.
class TriesLeft {
 public:
  /// Tries left on a card. Before its first check: the case's value, else the default of cards.
  std::int64_t of(const std::string& card, std::optional<int> CardBefore::*given, int usual,
                  const CheckerContext& context) {
    const auto seen = seen_.find(card);
    if (seen != seen_.end()) return seen->second;
    const auto before = context.cards.find(card);
    return before != context.cards.end() ? (before->second.*given).value_or(usual) : usual;
  }
  void set(const std::string& card, std::int64_t tries) { seen_[card] = tries; }

 private:
  std::map<std::string, std::int64_t> seen_;
};

/// What is wrong with the chip's answer, given the tries before it; empty if it is right.
std::string broken(SecretCheck result, std::int64_t before, std::int64_t after) {
  if (result == SecretCheck::accepted && before == 0) return "accepted although no try was left";
  if (result == SecretCheck::wrong && after >= before) {
    return fmt::format("expected fewer than {} tries left after a wrong one, was {}", before, after);
  }
  if (result == SecretCheck::blocked && after != 0) return fmt::format("blocked, but {} tries left", after);
  return {};
}

/// PIN-07  The tries left only decrease except by success, across receptions.
/// Source: JPKI portal FAQ.
class PinTriesOnlyFall : public CheckerOf<PinTriesOnlyFall, PinChecked> {
 public:
  static constexpr CheckerDescription kDescription{"pin_tries_only_fall", {"PIN-07"}};
  void see(const PinChecked& event, const Event& at) {
    exercise();
    const std::string& card = facts().card;
    const auto before =
        tries_.of(card, &CardBefore::pin_tries_left, context().rules.parameters->pin_tries, context());
    const std::string problem = broken(event.result, before, event.tries_left);
    if (!problem.empty()) fail(at, "PIN: " + problem);
    tries_.set(card, event.tries_left);
  }

 private:
  TriesLeft tries_;
};

/// FACE-08  The tries of 照合番号B only decrease except by success, across receptions.
/// Source: Digital Agency page on card passwords.
class NumberTriesOnlyFall : public CheckerOf<NumberTriesOnlyFall, CardFaceNumberChecked> {
 public:
  static constexpr CheckerDescription kDescription{"number_tries_only_fall", {"FACE-08"}};
  void see(const CardFaceNumberChecked& event, const Event& at) {
    exercise();
    const std::string& card = facts().card;
    const auto before = tries_.of(card, &CardBefore::card_face_number_tries_left,
                                  context().rules.parameters->card_face_number_tries, context());
    const std::string problem = broken(event.result, before, event.tries_left);
    if (!problem.empty()) fail(at, "照合番号B: " + problem);
    tries_.set(card, event.tries_left);
  }

 private:
  TriesLeft tries_;
};

/// PIN-05  The PIN screen is never shown for a locked PIN.
/// Source: JPKI portal FAQ.
class LockedPinNotAsked : public CheckerOf<LockedPinNotAsked, ButtonTouched, PinChecked, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"locked_pin_not_asked", {"PIN-05"}};
  void see(const ButtonTouched& event, const Event&) {
    if (event.button == Button::pin && left() == 0) exercise();
  }
  void see(const PinChecked& event, const Event&) { tries_.set(facts().card, event.tries_left); }
  void see(const ScreenShown& event, const Event& at) {
    if (event.screen == Screen::enter_pin && !facts().by_phone && left() == 0)
      fail(at, "asks for a PIN that is locked");
  }

 private:
  TriesLeft tries_;

  std::int64_t left() {
    return tries_.of(facts().card, &CardBefore::pin_tries_left, context().rules.parameters->pin_tries,
                     context());
  }
};

/// PIN-04  Once the PIN is found locked, it is no longer offered.
/// Source: JPKI portal FAQ.
class LockedPinNotOffered
    : public CheckerOf<LockedPinNotOffered, CardInserted, IdentityRefused, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"locked_pin_not_offered", {"PIN-04"}};
  void see(const CardInserted&, const Event&) { locked_ = false; }
  void see(const IdentityRefused& event, const Event&) {
    if (event.reason != Refusal::pin_locked) return;
    locked_ = true;
    exercise();
  }
  void see(const ScreenShown& event, const Event& at) {
    if (!locked_) return;
    for (const auto& shown : event.buttons) {
      if (shown.button == Button::pin) fail(at, "offers the PIN, which is locked");
    }
  }

 private:
  bool locked_ = false;
};

/// FACE-04  After the set number of failures, face is no longer offered. The number is a parameter.
class FaceAttemptsLimited : public CheckerOf<FaceAttemptsLimited, CardInserted, FaceCompared, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"face_attempts_limited", {"FACE-04"}};
  void see(const CardInserted&, const Event&) { failures_ = 0; }
  void see(const FaceCompared& event, const Event& at) {
    if (used_up()) fail(at, fmt::format("a face is compared after {} failures", failures_));
    if (event.result != FaceResult::match && ++failures_ >= context().rules.parameters->face_attempts)
      exercise();
  }
  void see(const ScreenShown& event, const Event& at) {
    if (!used_up()) return;
    const bool offers = std::any_of(event.buttons.begin(), event.buttons.end(),
                                    [](const ButtonShown& shown) { return shown.button == Button::face; });
    if (offers || event.screen == Screen::face_failed || event.screen == Screen::face_guide) {
      fail(at, fmt::format("offers face again after {} failures", failures_));
    }
  }

 private:
  int failures_ = 0;

  bool used_up() const { return failures_ >= context().rules.parameters->face_attempts; }
};

}  // namespace

void add_tries_checkers(CheckerList& checkers) {
  add<PinTriesOnlyFall, NumberTriesOnlyFall, LockedPinNotAsked, LockedPinNotOffered, FaceAttemptsLimited>(
      checkers);
}

}  // namespace uketsuke::conformance
