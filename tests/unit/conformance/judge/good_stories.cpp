// Receptions without any fault: the leaflet's old and new flow, and every branch of docs/reception-flow.md.
// They are written from that page, not from the engine.

#include "tests/unit/conformance/judge/phone_stories.h"
#include "tests/unit/conformance/judge/story.h"

namespace uketsuke::conformance::test {
namespace {

using std::chrono::seconds;

constexpr Category kMedicines = Category::pharmacists_info;
constexpr Category kCheckups = Category::specific_health_checkups_info;
constexpr Category kLimit = Category::limit_application_certificate;
const std::vector<Button> kAgreeOrRefuse{Button::agree, Button::refuse};

Story started() { return Story().start(); }
Story identified() { return started().by_face(); }
Story insured() { return identified().service(); }

/// From the eligibility answer on, in the flow since 2024-10-07.
Story& agree_to_all(Story& story) {
  return story.screen(Screen::consent_all, {Button::agree_all, Button::individually})
      .touch(Button::agree_all)
      .complete(kAsked, kAsked, true)
      .take_card();
}
Story agree_to_all(Story&& story) { return agree_to_all(story); }

/// From the eligibility answer to `done`, in the flow until 2024-10-06.
Story old_flow_to_done() {
  return insured()
      .screen(Screen::consent_medicines, kAgreeOrRefuse)
      .touch(Button::agree)
      .screen(Screen::consent_health_checkups, kAgreeOrRefuse)
      .touch(Button::refuse)
      .complete(kAsked, {kMedicines}, false);
}
Story old_flow_to_limit() {
  return old_flow_to_done().wait(seconds(3)).screen(Screen::limit, {Button::provide, Button::do_not_provide});
}

Story& end_identity_failed(Story& story) {
  return story.abort(AbortReason::identity_failed, Screen::identity_failed).take_card();
}

void add_leaflet(std::vector<GoodStory>& stories) {
  stories.push_back({"new flow, face, agree to all", kNewDay, agree_to_all(insured())});
  stories.push_back({"new flow, PIN, one by one", kNewDay,
                     started()
                         .by_pin()
                         .service()
                         .screen(Screen::consent_all, {Button::agree_all, Button::individually})
                         .touch(Button::individually)
                         .screen(Screen::consent_medicines, kAgreeOrRefuse)
                         .touch(Button::agree)
                         .screen(Screen::consent_health_checkups, kAgreeOrRefuse)
                         .touch(Button::refuse)
                         .complete(kAsked, {kMedicines}, true)
                         .take_card()});
  stories.push_back({"new flow, nobody answers", kNewDay,
                     insured()
                         .screen(Screen::consent_all, {Button::agree_all, Button::individually})
                         .time_out()
                         .complete(kAsked, {}, true)
                         .take_card()});
  stories.push_back({"old flow, limit provided", kOldDay,
                     old_flow_to_limit()
                         .touch(Button::provide)
                         .record_consent(kLimit, true)
                         .release(kLimit)
                         .screen(Screen::take_card)
                         .take_card()});
  stories.push_back({"old flow, limit refused", kOldDay,
                     old_flow_to_limit()
                         .touch(Button::do_not_provide)
                         .record_consent(kLimit, false)
                         .screen(Screen::take_card)
                         .take_card()});
  stories.push_back(
      {"old flow, limit unanswered", kOldDay,
       old_flow_to_limit().time_out().record_consent(kLimit, false).screen(Screen::take_card).take_card()});
  stories.push_back({"old flow, card taken at the limit question", kOldDay, old_flow_to_limit().take_card()});
  stories.push_back({"old flow, card taken at done", kOldDay, old_flow_to_done().take_card()});
}

/// The reader has read the photo and looks for a face.
Story to_the_camera() {
  return started()
      .touch(Button::face)
      .number()
      .event(Source::reader, PhotoRead{4000})
      .screen(Screen::face_guide);
}

void add_identification(std::vector<GoodStory>& stories) {
  stories.push_back({"wrong PIN, then right", kNewDay,
                     agree_to_all(started()
                                      .touch(Button::pin)
                                      .screen(Screen::enter_pin)
                                      .pin(SecretCheck::wrong, 2)
                                      .refuse(Method::pin, Refusal::pin_wrong)
                                      .screen(Screen::pin_wrong, {Button::retry, Button::face})
                                      .touch(Button::retry)
                                      .screen(Screen::enter_pin)
                                      .pin()
                                      .confirm(Method::pin)
                                      .service())});
  Story locked = started().touch(Button::pin).screen(Screen::enter_pin);
  for (int left : {2, 1}) {
    locked.pin(SecretCheck::wrong, left).refuse(Method::pin, Refusal::pin_wrong);
    locked.screen(Screen::pin_wrong, {Button::retry, Button::face})
        .touch(Button::retry)
        .screen(Screen::enter_pin);
  }
  locked.pin(SecretCheck::wrong, 0)
      .refuse(Method::pin, Refusal::pin_locked)
      .screen(Screen::pin_locked, {Button::face});
  agree_to_all(locked.by_face().service());
  locked.start().touch(Button::pin).refuse(Method::pin, Refusal::pin_locked);  // the same card, still locked
  locked.screen(Screen::pin_locked, {Button::face}).time_out();
  locked.abort(AbortReason::timed_out, Screen::take_card).take_card();
  stories.push_back({"PIN locked, face works, next time still locked", kNewDay, locked});
  stories.push_back({"照合番号B blocked, PIN works", kNewDay,
                     agree_to_all(started()
                                      .touch(Button::face)
                                      .number(SecretCheck::blocked, 0)
                                      .refuse(Method::face, Refusal::number_locked)
                                      .screen(Screen::choose_method, {Button::pin})
                                      .by_pin()
                                      .service())});
  stories.push_back({"infant's card, no photo, PIN works", kNewDay,
                     agree_to_all(Story()
                                      .start("ito")
                                      .touch(Button::face)
                                      .number()
                                      .refuse(Method::face, Refusal::no_photo)
                                      .screen(Screen::choose_method, {Button::pin})
                                      .by_pin()
                                      .service())});
  stories.push_back({"card without PIN, face works", kNewDay,
                     agree_to_all(Story()
                                      .start("mori")
                                      .touch(Button::pin)
                                      .refuse(Method::pin, Refusal::pin_locked)
                                      .screen(Screen::pin_locked, {Button::face})
                                      .by_face()
                                      .service())});
  stories.push_back({"card is not genuine", kNewDay,
                     agree_to_all(started()
                                      .touch(Button::face)
                                      .number()
                                      .event(Source::reader, PhotoRead{4000})
                                      .refuse(Method::face, Refusal::not_genuine)
                                      .screen(Screen::choose_method, {Button::pin})
                                      .by_pin()
                                      .service())});
  Story strangers = started().touch(Button::face).number().event(Source::reader, PhotoRead{4000});
  for (const FaceResult result : {FaceResult::no_match, FaceResult::no_face}) {
    strangers.picture(result).refuse(
        Method::face, result == FaceResult::no_face ? Refusal::no_face : Refusal::face_mismatch);
    strangers.screen(Screen::face_failed, {Button::retry, Button::pin}).touch(Button::retry);
  }
  strangers.picture(FaceResult::no_match).refuse(Method::face, Refusal::face_mismatch);
  strangers.screen(Screen::choose_method, {Button::pin}).time_out();
  strangers.abort(AbortReason::timed_out, Screen::take_card).take_card();
  stories.push_back({"three faces that do not match, then nobody", kNewDay, strangers});
  Story seen = to_the_camera().event(Source::patient, FaceShown{Shown::holder}, Story::kPerson);
  seen.event(Source::reader, GuidanceShown{Guidance::come_closer, "近づいてください"});
  seen.event(Source::camera, FrameCaptured{3}).event(Source::reader, FaceCompared{FaceResult::match});
  stories.push_back({"the world sees the holder before the camera", kNewDay,
                     agree_to_all(seen.confirm(Method::face).service())});
  Story attacked = to_the_camera().event(Source::patient, FaceShown{Shown::screen}, Story::kPerson);
  attacked.event(Source::camera, FrameCaptured{3}).event(Source::reader, FaceCompared{FaceResult::not_live});
  attacked.refuse(Method::face, Refusal::not_live);
  attacked.screen(Screen::face_failed, {Button::retry, Button::pin}).by_pin().service();
  stories.push_back({"a screen that shows the holder, then PIN", kNewDay, agree_to_all(attacked)});
  Story stranger = to_the_camera().event(Source::patient, FaceShown{Shown::other}, Story::kPerson);
  stranger.event(Source::camera, FrameCaptured{3}).event(Source::reader, FaceCompared{FaceResult::no_match});
  stranger.refuse(Method::face, Refusal::face_mismatch);
  stranger.screen(Screen::face_failed, {Button::retry, Button::pin}).by_pin().service();
  stories.push_back(
      {"somebody else with the holder's card, who knows the PIN", kNewDay, agree_to_all(stranger)});
  Story blind = to_the_camera().event(Source::reader, CameraFailed{CameraTrouble::frozen});
  blind.refuse(Method::face, Refusal::camera_failed).screen(Screen::choose_method, {Button::pin});
  stories.push_back({"the camera fails, PIN works", kNewDay, agree_to_all(blind.by_pin().service())});
  Story visual;
  visual.event(Source::clerk, StaffModeChanged{StaffMode::visual_check});
  for (const bool same : {true, false}) {
    visual.arrive().insert().screen(Screen::reading);
    visual.event(Source::reader, CardRead{CardKind::individual_number}).screen(Screen::visual_check);
    visual.event(Source::clerk, VisualCheckDecided{same});
    if (same) {
      agree_to_all(visual.confirm(Method::visual).service());
    } else {
      end_identity_failed(visual.refuse(Method::visual, Refusal::visual_mismatch));
    }
  }
  visual.event(Source::clerk, StaffModeChanged{StaffMode::unattended});
  agree_to_all(visual.start("suzuki").by_pin().service());
  stories.push_back({"visual check: the same person, then another, then PIN", kNewDay, visual});
  Story baby;
  baby.event(Source::clerk, StaffModeChanged{StaffMode::visual_check}).arrive("ito").insert("ito");
  baby.screen(Screen::reading).event(Source::reader, CardRead{CardKind::individual_number});
  baby.screen(Screen::visual_check).event(Source::clerk, VisualCheckDecided{false});
  end_identity_failed(baby.refuse(Method::visual, Refusal::visual_mismatch));
  stories.push_back({"visual check: a card without a photo cannot be compared", kNewDay, baby});
}

void add_service(std::vector<GoodStory>& stories) {
  for (const auto status : {CertificateStatus::expired, CertificateStatus::suspended,
                            CertificateStatus::revoked, CertificateStatus::untrusted}) {
    stories.push_back({"certificate " + std::string(to_name(status)), kNewDay,
                       identified()
                           .certificate(status)
                           .abort(AbortReason::certificate_invalid, Screen::certificate_invalid, "006")
                           .take_card()});
  }
  stories.push_back({"certificate expires soon, confirmed", kNewDay,
                     agree_to_all(identified()
                                      .certificate(CertificateStatus::expires_soon)
                                      .screen(Screen::certificate_notice, {Button::confirm})
                                      .touch(Button::confirm)
                                      .registration()
                                      .eligibility())});
  stories.push_back({"certificate in grace, goes on by itself", kNewDay,
                     identified()
                         .certificate(CertificateStatus::in_grace)
                         .screen(Screen::certificate_notice, {Button::confirm})
                         .wait(seconds(5))
                         .registration()
                         .eligibility()
                         .complete({}, {}, true)
                         .take_card()});
  stories.push_back({"registers at the reader", kNewDay,
                     agree_to_all(identified()
                                      .certificate()
                                      .registration(false)
                                      .screen(Screen::registration, {Button::enroll, Button::do_not_enroll})
                                      .touch(Button::enroll)
                                      .event(Source::service, Registered{"sato"})
                                      .eligibility())});
  stories.push_back({"does not register", kNewDay,
                     identified()
                         .certificate()
                         .registration(false)
                         .screen(Screen::registration, {Button::enroll, Button::do_not_enroll})
                         .touch(Button::do_not_enroll)
                         .abort(AbortReason::registration_refused, Screen::take_card)
                         .take_card()});
  for (const auto validity :
       {Validity::invalid, Validity::invalid_newer_exists, Validity::none, Validity::several}) {
    stories.push_back({"insurance " + std::string(to_name(validity)), kNewDay,
                       identified()
                           .certificate()
                           .registration()
                           .eligibility(validity)
                           .abort(AbortReason::not_insured, Screen::not_insured)
                           .take_card()});
  }
  stories.push_back(
      {"medical aid, valid and unregistered", kNewDay,
       agree_to_all(identified().certificate().registration().eligibility(Validity::valid_unregistered))});
  Story silence = identified().event(Source::reader, ServiceTimedOut{"certificate"}, seconds(10));
  silence.abort(AbortReason::service_unavailable, Screen::service_unavailable).take_card();
  agree_to_all(silence.start("suzuki").by_face().service());
  stories.push_back({"service silent, then another patient", kNewDay, silence});
}

/// Adds receptions of holders of a 特定疾病療養受療証.
void add_specific_disease(std::vector<GoodStory>& stories) {
  constexpr Category kDisease = Category::specific_diseases_certificate;
  const std::vector<Button> buttons{Button::provide, Button::do_not_provide};
  const auto holder = [](CertificateStatus status = CertificateStatus::valid) {
    Story story = identified().certificate(status);
    if (status == CertificateStatus::in_grace)
      story.screen(Screen::certificate_notice, {Button::confirm}).touch(Button::confirm);
    return story.registration().event(Source::service,
                                      EligibilityAnswered{"sato", Validity::valid, "06132013", true});
  };
  const auto complete = [&](Story story, bool given) {
    std::vector<Category> all = kAsked;
    if (given) all.push_back(kDisease);
    std::vector<Category> asked = kAsked;
    asked.push_back(kDisease);
    return story.complete(asked, all, true).take_card();
  };
  const auto asked = [&] {
    return holder()
        .screen(Screen::consent_all, {Button::agree_all, Button::individually})
        .touch(Button::agree_all)
        .screen(Screen::specific_disease, buttons);
  };
  stories.push_back({"specific disease provided", kNewDay, complete(asked().touch(Button::provide), true)});
  stories.push_back(
      {"specific disease refused", kNewDay, complete(asked().touch(Button::do_not_provide), false)});
  stories.push_back({"specific disease unanswered", kNewDay, complete(asked().time_out(), false)});
  stories.push_back({"specific disease in grace", kNewDay,
                     holder(CertificateStatus::in_grace).complete({}, {}, true).take_card()});
  stories.push_back({"specific disease, card taken at the question", kNewDay,
                     asked()
                         .event(Source::patient, CardRemoved{})
                         .event(Source::reader, ReceptionAborted{AbortReason::card_removed})
                         .forget()});
  const auto old_flow = [&] {
    return holder()
        .screen(Screen::consent_medicines, kAgreeOrRefuse)
        .touch(Button::agree)
        .screen(Screen::consent_health_checkups, kAgreeOrRefuse)
        .touch(Button::refuse)
        .complete(kAsked, {kMedicines}, false)
        .wait(seconds(3))
        .screen(Screen::limit, {Button::provide, Button::do_not_provide});
  };
  const auto behind_limit = [&] {
    return old_flow()
        .touch(Button::do_not_provide)
        .record_consent(kLimit, false)
        .screen(Screen::specific_disease, buttons);
  };
  stories.push_back({"old flow, specific disease provided behind the limit", kOldDay,
                     behind_limit()
                         .touch(Button::provide)
                         .record_consent(kDisease, true)
                         .release(kDisease)
                         .screen(Screen::take_card)
                         .take_card()});
  stories.push_back(
      {"old flow, specific disease unanswered", kOldDay,
       behind_limit().time_out().record_consent(kDisease, false).screen(Screen::take_card).take_card()});
  stories.push_back({"old flow, card taken at the specific disease", kOldDay, behind_limit().take_card()});
  stories.push_back(
      {"old flow, limit unanswered, so no specific disease", kOldDay,
       old_flow().time_out().record_consent(kLimit, false).screen(Screen::take_card).take_card()});
}

void add_card_and_desk(std::vector<GoodStory>& stories) {
  stories.push_back({"card left", kNewDay,
                     insured()
                         .screen(Screen::consent_all, {Button::agree_all, Button::individually})
                         .touch(Button::agree_all)
                         .complete(kAsked, kAsked, true)
                         .event(Source::reader, CardLeftAlarm{true}, seconds(15))
                         .event(Source::patient, CardRemoved{})
                         .event(Source::reader, CardLeftAlarm{false})
                         .forget()});
  stories.push_back({"card does not answer", kNewDay,
                     Story()
                         .arrive()
                         .insert("unreadable")
                         .screen(Screen::reading)
                         .abort(AbortReason::card_not_recognised, Screen::card_not_recognised, "001")
                         .take_card()});
  stories.push_back({"another kind of card", kNewDay,
                     Story()
                         .arrive()
                         .insert("other")
                         .screen(Screen::reading)
                         .event(Source::reader, CardRead{CardKind::other})
                         .abort(AbortReason::not_my_number_card, Screen::not_my_number_card, "002")
                         .take_card()});
  stories.push_back({"card taken at the consent question", kNewDay,
                     insured()
                         .screen(Screen::consent_all, {Button::agree_all, Button::individually})
                         .event(Source::chip, Apdu{"00A4040C", "SELECT", 10, 0, "9000"})
                         .event(Source::patient, CardRemoved{})
                         .event(Source::reader, ReceptionAborted{AbortReason::card_removed})
                         .forget()});
  stories.push_back({"card taken while consents are stored", kNewDay,
                     insured()
                         .screen(Screen::consent_all, {Button::agree_all, Button::individually})
                         .touch(Button::agree_all)
                         .event(Source::patient, CardRemoved{})
                         .complete(kAsked, kAsked, true)
                         .forget()});
  const auto desk = [&stories](const std::string& day, Certificate paper, const std::string& until, bool card,
                               DeskDecision decision) {
    Story story;
    if (card) {
      story.start().event(Source::patient, CardRemoved{});
      story.event(Source::reader, ReceptionAborted{AbortReason::card_removed}).forget();
    } else {
      story.arrive();
    }
    story.event(Source::patient, CertificateShown{paper, until})
        .event(Source::clerk, DeskDecided{decision, {}});
    stories.push_back({std::string(to_name(paper)) + " on " + day, day, story});
  };
  desk("2025-12-01", Certificate::legacy_certificate, "2025-12-01", false, DeskDecision::accept);
  desk("2025-12-02", Certificate::legacy_certificate, "2025-12-01", false, DeskDecision::look_up);
  desk("2026-04-01", Certificate::legacy_certificate, "2025-12-01", false, DeskDecision::refuse);
  desk("2026-04-01", Certificate::eligibility_certificate, "2027-03-31", false, DeskDecision::accept);
  desk("2026-04-02", Certificate::eligibility_certificate, "2026-03-31", false, DeskDecision::refuse);
  desk("2026-04-01", Certificate::eligibility_notice, "", true, DeskDecision::accept_with_card);
  desk("2026-03-31", Certificate::eligibility_notice, "", false, DeskDecision::look_up);
  desk("2025-12-02", Certificate::nothing, "", true, DeskDecision::declaration);
}

}  // namespace

std::vector<GoodStory> good_stories() {
  std::vector<GoodStory> stories;
  add_leaflet(stories);
  add_identification(stories);
  add_service(stories);
  add_specific_disease(stories);
  add_card_and_desk(stories);
  add_phones(stories);
  return stories;
}

}  // namespace uketsuke::conformance::test
