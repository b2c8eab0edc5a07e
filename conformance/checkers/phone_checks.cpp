// A smartphone used instead of the card.

#include <fmt/format.h>

#include <algorithm>

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

bool has_button(const ScreenShown& screen, Button button) {
  return std::any_of(screen.buttons.begin(), screen.buttons.end(),
                     [button](const ButtonShown& shown) { return shown.button == button; });
}

bool of_a_phone(Screen screen) {
  return screen == Screen::phone_kind || screen == Screen::hold_phone || screen == Screen::phone_failed ||
         screen == Screen::phone_not_registered || screen == Screen::phone_ended;
}

/// PHONE-01  A phone is offered from 2025-09-19 on if the reader can read phones, and otherwise never.
/// Source: press reports of the start; MHLW pages.
class PhoneOffered : public CheckerOf<PhoneOffered, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"phone_offered", {"PHONE-01"}};
  void see(const ScreenShown& event, const Event& at) {
    if (event.screen != Screen::idle && !of_a_phone(event.screen)) return;
    const bool offered = event.screen != Screen::idle || has_button(event, Button::smartphone);
    const bool day = context().rules.smartphone->offered == PhoneOffer::by_site;
    const auto reader = context().phone_reader;
    if (reader.value_or(false) || offered) exercise();
    if (offered && !day) {
      fail(at, "a phone is offered on " + format_date(context().rules.day));
    } else if (offered && reader == false) {
      fail(at, "a phone is offered, and there is no reader for phones");
    } else if (!offered && day && reader == true) {
      fail(at, "expected the idle screen to offer a phone, did not");
    }
  }
};

/// PHONE-02  An iPhone is held at once; an Android phone after its digits were typed on the reader.
/// Source: press reports of the start.
class PhoneKindDecides
    : public CheckerOf<PhoneKindDecides, CardInserted, ButtonTouched, PinEntered, ScreenShown, PhoneHeld> {
 public:
  static constexpr CheckerDescription kDescription{"phone_kind_decides", {"PHONE-02"}};
  void see(const CardInserted&, const Event&) {
    kind_.reset();
    typed_ = false;
  }
  void see(const ButtonTouched& event, const Event&) {
    if (event.button == Button::iphone) kind_ = PhoneKind::iphone;
    if (event.button == Button::android) kind_ = PhoneKind::android;
  }
  void see(const PinEntered&, const Event&) { typed_ = true; }
  void see(const ScreenShown& event, const Event& at) {
    if (!facts().by_phone) return;
    if (event.screen == Screen::enter_pin && kind_ == PhoneKind::iphone)
      fail(at, "asks for digits, which an iPhone does not need");
    if (event.screen == Screen::hold_phone && !kind_) fail(at, "asks for a phone of no known kind");
  }
  void see(const PhoneHeld&, const Event& at) {
    exercise();
    if (kind_ == PhoneKind::android && !typed_)
      fail(at, "an Android phone is read before its digits were typed");
    typed_ = false;  // another try needs the digits again
  }

 private:
  std::optional<PhoneKind> kind_;
  bool typed_ = false;
};

/// PHONE-03  Identity is confirmed by a phone only after it was unlocked, in this reception.
/// Source: press reports of the start.
class PhoneNeedsAcceptance
    : public CheckerOf<PhoneNeedsAcceptance, CardInserted, PhoneChecked, IdentityConfirmed> {
 public:
  static constexpr CheckerDescription kDescription{"phone_needs_acceptance", {"PHONE-03"}};
  void see(const CardInserted&, const Event&) { last_.reset(); }
  void see(const PhoneChecked& event, const Event&) { last_ = event.result; }
  void see(const IdentityConfirmed& event, const Event& at) {
    if (event.method != Method::smartphone) return;
    exercise();
    if (!last_) fail(at, "identity confirmed by a phone, but none was read in this reception");
    if (last_ && *last_ != PhoneCheck::accepted)
      fail(at, "identity confirmed by a phone, but the last one was " + std::string(to_name(*last_)));
  }

 private:
  std::optional<PhoneCheck> last_;
};

/// PHONE-05  After the set number of failed phones, no further one is asked for.
class PhoneAttemptsLimited : public CheckerOf<PhoneAttemptsLimited, CardInserted, PhoneChecked, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"phone_attempts_limited", {"PHONE-05"}};
  void see(const CardInserted&, const Event&) { failures_ = 0; }
  void see(const PhoneChecked& event, const Event&) {
    const bool unusable = event.result == PhoneCheck::not_unlocked ||
                          event.result == PhoneCheck::unreadable || event.result == PhoneCheck::other_kind;
    if (unusable && ++failures_ >= context().rules.parameters->phone_attempts) exercise();
  }
  void see(const ScreenShown& event, const Event& at) {
    const bool asks = event.screen == Screen::hold_phone || event.screen == Screen::phone_kind ||
                      event.screen == Screen::phone_failed;
    if (asks && failures_ >= context().rules.parameters->phone_attempts)
      fail(at, fmt::format("asks for a phone again after {} that could not be used", failures_));
  }

 private:
  int failures_ = 0;
};

/// PHONE-06  A phone's certificate is valid to its last day: unlike a card's, it has no grace period.
/// Source: MHLW portal on expired certificates in phones.
class PhoneHasNoGrace : public CheckerOf<PhoneHasNoGrace, CertificateChecked, RegistrationChecked,
                                         EligibilityAnswered, DataReleased, ReceptionCompleted> {
 public:
  static constexpr CheckerDescription kDescription{"phone_has_no_grace", {"PHONE-06"}};
  void see(const CertificateChecked& event, const Event&) {
    if (facts().by_phone && past(event.status)) exercise();
  }
  template <class GoesOn>
  void see(const GoesOn&, const Event& at) {
    if (!facts().by_phone || !facts().certificate || !past(*facts().certificate)) return;
    if (context().rules.smartphone->grace_months > 0 && facts().certificate == CertificateStatus::in_grace)
      return;
    fail(at,
         "goes on (" + std::string(kind_of(at)) + ") with a phone's certificate that is past its last day");
  }

 private:
  static bool past(CertificateStatus status) {
    return status == CertificateStatus::expired || status == CertificateStatus::in_grace;
  }
};

/// PHONE-07  An unregistered patient is asked to bring the card: registration by phone is not possible. A
/// parameter.
class PhoneDoesNotRegister : public CheckerOf<PhoneDoesNotRegister, CardInserted, RegistrationChecked,
                                              ServiceTimedOut, Registered, EligibilityAnswered, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"phone_does_not_register", {"PHONE-07"}};
  void see(const CardInserted&, const Event&) { refused_ = expected_ = false; }
  void see(const RegistrationChecked& event, const Event&) {
    const bool parameter = context().rules.parameters->phone_registration == PhoneRegistration::bring_card;
    refused_ = parameter && facts().by_phone && !event.registered;
    expected_ = refused_ && !facts().aborted;
    if (refused_) exercise();
  }
  // The answer did not reach the device.
  void see(const ServiceTimedOut&, const Event&) { expected_ = false; }
  void see(const Registered&, const Event& at) {
    if (refused_) fail(at, "registered by phone");
  }
  void see(const EligibilityAnswered&, const Event& at) {
    if (refused_) fail(at, "goes on with a phone whose owner is not registered");
  }
  void see(const ScreenShown& event, const Event& at) {
    if (!expected_ || event.screen == Screen::idle) return;
    expected_ = false;
    if (event.screen != Screen::phone_not_registered)
      fail(at, "expected the screen phone_not_registered, was " + std::string(to_name(event.screen)));
  }

 private:
  bool refused_ = false;
  bool expected_ = false;
};

/// PHONE-08  In a reception without a card, the last screen disappears by itself after the set time, and
/// neither asks for a card nor raises the card-left alarm.
class PhoneEndsByItself : public CheckerOf<PhoneEndsByItself, ScreenShown, CardLeftAlarm, ReaderIdle> {
 public:
  static constexpr CheckerDescription kDescription{"phone_ends_by_itself", {"PHONE-08"}};
  void see(const ScreenShown& event, const Event& at) {
    if (facts().open && facts().by_phone && event.screen == Screen::take_card)
      fail(at, "asks for a card to be taken, and there is none");
  }
  void see(const CardLeftAlarm& event, const Event& at) {
    if (event.on && facts().open && facts().by_phone) fail(at, "calls for a card that is not there");
  }
  void see(const ReaderIdle&, const Event& at) {
    if (!waits()) return;
    exercise();
    const Duration stood = at.time - facts().outcome_time;
    const auto& parameters = *context().rules.parameters;
    if (stood < parameters.done_without_card - parameters.tolerance ||
        stood > parameters.done_without_card + parameters.tolerance) {
      fail(at, fmt::format("expected idle {} after the end, was after {}",
                           format_duration(parameters.done_without_card), format_duration(stood)));
    }
  }
  void finish(Duration time) override {
    const auto& parameters = *context().rules.parameters;
    if (waits() && time - facts().outcome_time > parameters.done_without_card + parameters.tolerance)
      fail_missing(time, "expected idle after a reception by phone, was none");
  }

 private:
  bool waits() const { return facts().open && facts().by_phone && (facts().completed || facts().aborted); }
};

/// PHONE-09  During a reception by phone, no card is accepted. A parameter of the slot.
class NoCardWhilePhone : public CheckerOf<NoCardWhilePhone, CardInserted> {
 public:
  static constexpr CheckerDescription kDescription{"no_card_while_phone", {"PHONE-09"}};
  void begins_by_phone(const Event&) override {}
  void see(const CardInserted&, const Event& at) {
    if (!facts().by_phone) return;
    exercise();
    if (facts().open) fail(at, "a card is taken in while a reception by phone runs");
  }
};

/// PHONE-10  A phone serves only its own reception: the checked certificate belongs to the person at the
/// reader.
class PhoneServesOneReception : public CheckerOf<PhoneServesOneReception, CardInserted, CertificateChecked> {
 public:
  static constexpr CheckerDescription kDescription{"phone_serves_one_reception", {"PHONE-10"}};
  void see(const CardInserted&, const Event&) { phone_before_ = phone_before_ || facts().by_phone; }
  void see(const CertificateChecked& event, const Event& at) {
    if (!phone_before_ && !facts().by_phone) return;
    if (phone_before_) exercise();
    if (!event.patient.empty() && event.patient != facts().card) {
      fail(at, "the certificate of " + event.patient + " was checked, expected that of " + facts().card);
    }
  }

 private:
  bool phone_before_ = false;
};

/// PHONE-11  The tries left in a phone only decrease except by success, across receptions.
class PhoneTriesOnlyFall : public CheckerOf<PhoneTriesOnlyFall, PhoneChecked> {
 public:
  static constexpr CheckerDescription kDescription{"phone_tries_only_fall", {"PHONE-11"}};
  void see(const PhoneChecked& event, const Event& at) {
    if (!event.tries_left) return;
    exercise();
    const std::string& phone = facts().card;
    const auto known = tries_.find(phone);
    const auto given = context().phone_tries.find(phone);
    const std::int64_t before = known != tries_.end() ? known->second
                                : given != context().phone_tries.end()
                                    ? given->second
                                    : context().rules.parameters->phone_pin_tries;
    const std::int64_t after = *event.tries_left;
    if (event.result == PhoneCheck::accepted && before == 0)
      fail(at, "phone: accepted although no try was left");
    if (event.result == PhoneCheck::wrong && after >= before)
      fail(at,
           fmt::format("phone: expected fewer than {} tries left after wrong digits, was {}", before, after));
    if (event.result == PhoneCheck::blocked && after != 0)
      fail(at, fmt::format("phone: blocked, but {} tries left", after));
    tries_[phone] = after;
  }

 private:
  std::map<std::string, std::int64_t> tries_;
};

/// PHONE-12  Photo, face, the card's PIN and the visual check have no part in a reception by phone.
/// Source: press reports of the start: the phone takes the place of card and identification.
class PhoneNeedsNoCard : public CheckerOf<PhoneNeedsNoCard, ReceptionCompleted, IdentityConfirmed, Apdu,
                                          CardFaceNumberChecked, PhotoRead, FrameCaptured, PinChecked> {
 public:
  static constexpr CheckerDescription kDescription{"phone_needs_no_card", {"PHONE-12"}};
  void see(const ReceptionCompleted&, const Event&) {
    if (facts().by_phone) exercise();
  }
  void see(const IdentityConfirmed& event, const Event& at) {
    const bool by_phone = event.method == Method::smartphone;
    if (facts().open && by_phone != facts().by_phone)
      fail(at, "identity confirmed by " + std::string(to_name(event.method)) + " in a reception " +
                   (facts().by_phone ? "by phone" : "by card"));
  }
  template <class OfACard>
  void see(const OfACard&, const Event& at) {
    if (facts().open && facts().by_phone) fail(at, std::string(kind_of(at)) + " in a reception by phone");
  }
};

}  // namespace

void add_phone_checkers(CheckerList& checkers) {
  add<PhoneOffered, PhoneKindDecides, PhoneNeedsAcceptance, PhoneAttemptsLimited, PhoneHasNoGrace,
      PhoneDoesNotRegister, PhoneEndsByItself, NoCardWhilePhone, PhoneServesOneReception, PhoneTriesOnlyFall,
      PhoneNeedsNoCard>(checkers);
}

}  // namespace uketsuke::conformance
