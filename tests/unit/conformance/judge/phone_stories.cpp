// Receptions by phone without any fault, written from docs/reception-flow.md, S1 to S6.

#include "tests/unit/conformance/judge/phone_stories.h"

namespace uketsuke::conformance::test {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const std::vector<Button> kAgreeToAll{Button::agree_all, Button::individually};

Story& hold(Story& story, PhoneKind kind, const std::string& phone) {
  story.screen(Screen::hold_phone).holder(phone);
  return story.event(Source::patient, PhoneHeld{phone, kind}, Story::kPerson);
}

/// From the touch on the idle screen on; for a story's second patient.
Story& by_iphone(Story& story, const std::string& phone) {
  story.touch(Button::smartphone).screen(Screen::phone_kind, {Button::iphone, Button::android});
  hold(story.touch(Button::iphone), PhoneKind::iphone, phone);
  return check_phone(story, PhoneCheck::accepted).confirm(Method::smartphone);
}

}  // namespace

Story phone_chosen(const std::string& patient) {
  Story story;
  story.arrive(patient).screen(Screen::idle, {Button::smartphone}).touch(Button::smartphone);
  return story.screen(Screen::phone_kind, {Button::iphone, Button::android});
}

Story iphone_held(const std::string& patient) {
  Story story = phone_chosen(patient);
  return hold(story.touch(Button::iphone), PhoneKind::iphone, patient);
}

Story android_held(const std::string& patient) {
  Story story = phone_chosen(patient);
  story.touch(Button::android).screen(Screen::enter_pin);
  story.event(Source::patient, PinEntered{4}, Story::kPerson);
  return hold(story, PhoneKind::android, patient);
}

Story& check_phone(Story& story, PhoneCheck result, std::optional<std::int64_t> tries_left) {
  return story.event(Source::reader, PhoneChecked{result, tries_left}, milliseconds(1500));
}

Story phone_accepted(const std::string& patient) {
  Story story = iphone_held(patient);
  return check_phone(story, PhoneCheck::accepted).confirm(Method::smartphone);
}

Story phone_done(const std::string& patient) {
  return phone_accepted(patient)
      .service()
      .screen(Screen::consent_all, kAgreeToAll)
      .touch(Button::agree_all)
      .complete(kAsked, kAsked, true);
}

Story& part(Story& story) { return story.wait(seconds(5) - 3 * Story::kReader).forget({Button::smartphone}); }
Story part(Story&& story) { return part(story); }

void add_phones(std::vector<GoodStory>& stories) {
  stories.push_back({"iphone", kPhoneDay, part(phone_done())});

  Story android = android_held();
  check_phone(android, PhoneCheck::wrong, 2).refuse(Method::smartphone, Refusal::pin_wrong);
  android.screen(Screen::pin_wrong, {Button::retry}).touch(Button::retry).screen(Screen::enter_pin);
  android.event(Source::patient, PinEntered{4}, Story::kPerson);
  check_phone(hold(android, PhoneKind::android, "sato"), PhoneCheck::accepted, 3);
  android.confirm(Method::smartphone).service().screen(Screen::consent_all, kAgreeToAll);
  stories.push_back({"android, wrong digits at first", kPhoneDay,
                     part(android.touch(Button::agree_all).complete(kAsked, kAsked, true))});

  Story failed = iphone_held();
  for (int attempt = 1; attempt < 3; ++attempt) {
    check_phone(failed, PhoneCheck::not_unlocked).refuse(Method::smartphone, Refusal::phone_not_unlocked);
    failed.screen(Screen::phone_failed, {Button::retry}).touch(Button::retry);
    hold(failed, PhoneKind::iphone, "sato");
  }
  check_phone(failed, PhoneCheck::unreadable).refuse(Method::smartphone, Refusal::phone_unreadable);
  stories.push_back({"never unlocked", kPhoneDay,
                     part(failed.abort(AbortReason::identity_failed, Screen::identity_failed))});

  Story expired = phone_accepted().certificate(CertificateStatus::expired);
  stories.push_back(
      {"expired", kPhoneDay,
       part(expired.abort(AbortReason::certificate_invalid, Screen::certificate_invalid, "006"))});

  Story unregistered = phone_accepted().certificate().registration(false);
  stories.push_back(
      {"not registered", kPhoneDay,
       part(unregistered.abort(AbortReason::phone_not_registered, Screen::phone_not_registered))});

  Story away = phone_chosen().time_out();
  stories.push_back(
      {"walked away", kPhoneDay, part(away.abort(AbortReason::timed_out, Screen::phone_ended))});

  Story next = part(phone_done());
  next.start("suzuki").by_face().service().screen(Screen::consent_all, kAgreeToAll).touch(Button::agree_all);
  next.complete(kAsked, kAsked, true).event(Source::patient, CardRemoved{}, Story::kPerson);
  next.forget({Button::smartphone}).arrive("sato");
  by_iphone(next, "sato").service().screen(Screen::consent_all, kAgreeToAll).touch(Button::agree_all);
  stories.push_back({"a card after a phone, and a phone after the card", kPhoneDay,
                     part(next.complete(kAsked, kAsked, true))});
}

}  // namespace uketsuke::conformance::test
