#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

// The words of the record. A model and a real device use the same; a report and a checker know no others.

/// Who an event comes from.
enum class Source {
  harness,  ///< the test harness itself
  patient,
  clerk,
  reader,
  chip,  ///< the card's IC chip
  camera,
  service,  ///< the eligibility service behind the network
};

constexpr auto enum_names(Source) {
  return EnumNames<Source, 7>{{{Source::harness, "harness"},
                               {Source::patient, "patient"},
                               {Source::clerk, "clerk"},
                               {Source::reader, "reader"},
                               {Source::chip, "chip"},
                               {Source::camera, "camera"},
                               {Source::service, "service"}}};
}

/// How the holder of the card is shown to be the patient (本人確認).
enum class Method {
  face,        ///< 顔認証
  pin,         ///< 暗証番号, four digits
  visual,      ///< 目視確認, by a member of staff
  smartphone,  ///< スマートフォンのマイナ保険証, unlocked by its owner, from 2025-09-19
};

constexpr auto enum_names(Method) {
  return EnumNames<Method, 4>{{{Method::face, "face"},
                               {Method::pin, "pin"},
                               {Method::visual, "visual"},
                               {Method::smartphone, "smartphone"}}};
}

/// Kinds of phone, which are unlocked in different ways.
enum class PhoneKind {
  iphone,   ///< by Face ID or Touch ID on the phone itself
  android,  ///< by four digits typed on the reader
};

constexpr auto enum_names(PhoneKind) {
  return EnumNames<PhoneKind, 2>{{{PhoneKind::iphone, "iphone"}, {PhoneKind::android, "android"}}};
}

/// What came of a phone that was held on the reader.
enum class PhoneCheck {
  accepted,        ///< it is unlocked, and proved its certificate's key
  wrong,           ///< the four digits are wrong, tries are left
  blocked,         ///< no try is left
  not_unlocked,    ///< its owner did not unlock it
  unreadable,      ///< taken away too soon, or nothing answers
  other_kind,      ///< a phone of the other kind than was chosen
  no_certificate,  ///< no certificate was ever set up in it
};

constexpr auto enum_names(PhoneCheck) {
  return EnumNames<PhoneCheck, 7>{{{PhoneCheck::accepted, "accepted"},
                                   {PhoneCheck::wrong, "wrong"},
                                   {PhoneCheck::blocked, "blocked"},
                                   {PhoneCheck::not_unlocked, "not_unlocked"},
                                   {PhoneCheck::unreadable, "unreadable"},
                                   {PhoneCheck::other_kind, "other_kind"},
                                   {PhoneCheck::no_certificate, "no_certificate"}}};
}

/// What the reader found in the slot.
enum class CardKind {
  individual_number,  ///< a My Number Card (個人番号カード)
  other,              ///< an IC card of another kind
  unreadable,         ///< nothing answers
};

constexpr auto enum_names(CardKind) {
  return EnumNames<CardKind, 3>{{{CardKind::individual_number, "individual_number"},
                                 {CardKind::other, "other"},
                                 {CardKind::unreadable, "unreadable"}}};
}

/// The screens that a reader can show, by what they ask.
enum class Screen {
  idle,                     ///< asks for a card
  reading,                  ///< card is being read
  choose_method,            ///< face or PIN
  face_guide,               ///< a frame for the face, picture taken by itself
  face_failed,              ///< no match; again, or by PIN
  enter_pin,                ///< four digits
  pin_wrong,                ///< wrong, so many tries left
  pin_locked,               ///< no try left
  visual_check,             ///< staff compares card and person
  checking,                 ///< waits for the eligibility service
  registration,             ///< registers the card for use as insurance card
  certificate_notice,       ///< certificate expires soon, or expired within the grace period
  consent_all,              ///< all at once, or one by one (包括同意, from 2024-10-07)
  consent_medicines,        ///< 診療・薬剤
  consent_operations,       ///< 手術
  consent_health_checkups,  ///< 特定健診
  specific_disease,         ///< 特定疾病療養受療証情報, of those who hold such a certificate
  prescription_form,        ///< 電子処方箋 or paper, where the site issues both and asks
  limit,                    ///< 限度額情報, until 2024-10-06
  done,                     ///< reception complete, take the card
  take_card,                ///< nothing more can be done, take the card
  card_not_recognised,      ///< error 001
  not_my_number_card,       ///< error 002
  certificate_invalid,      ///< error 006
  not_insured,              ///< no valid insurance found
  service_unavailable,      ///< the eligibility service does not answer
  identity_failed,          ///< no way of identification is left; see the desk
  phone_kind,               ///< what kind of smartphone
  hold_phone,               ///< unlock the phone, hold it on the reader
  phone_failed,             ///< the phone could not be used; again
  phone_not_registered,     ///< the first registration needs the card
  phone_ended,              ///< nothing more can be done, and there is no card to take
};

constexpr auto enum_names(Screen) {
  return EnumNames<Screen, 32>{{{Screen::idle, "idle"},
                                {Screen::reading, "reading"},
                                {Screen::choose_method, "choose_method"},
                                {Screen::face_guide, "face_guide"},
                                {Screen::face_failed, "face_failed"},
                                {Screen::enter_pin, "enter_pin"},
                                {Screen::pin_wrong, "pin_wrong"},
                                {Screen::pin_locked, "pin_locked"},
                                {Screen::visual_check, "visual_check"},
                                {Screen::checking, "checking"},
                                {Screen::registration, "registration"},
                                {Screen::certificate_notice, "certificate_notice"},
                                {Screen::consent_all, "consent_all"},
                                {Screen::consent_medicines, "consent_medicines"},
                                {Screen::consent_operations, "consent_operations"},
                                {Screen::consent_health_checkups, "consent_health_checkups"},
                                {Screen::specific_disease, "specific_disease"},
                                {Screen::prescription_form, "prescription_form"},
                                {Screen::limit, "limit"},
                                {Screen::done, "done"},
                                {Screen::take_card, "take_card"},
                                {Screen::card_not_recognised, "card_not_recognised"},
                                {Screen::not_my_number_card, "not_my_number_card"},
                                {Screen::certificate_invalid, "certificate_invalid"},
                                {Screen::not_insured, "not_insured"},
                                {Screen::service_unavailable, "service_unavailable"},
                                {Screen::identity_failed, "identity_failed"},
                                {Screen::phone_kind, "phone_kind"},
                                {Screen::hold_phone, "hold_phone"},
                                {Screen::phone_failed, "phone_failed"},
                                {Screen::phone_not_registered, "phone_not_registered"},
                                {Screen::phone_ended, "phone_ended"}}};
}

/// What a patient can touch.
enum class Button {
  face,
  pin,
  retry,
  cancel,
  agree,           ///< 同意する
  refuse,          ///< 同意しない
  agree_all,       ///< 全て同意する
  individually,    ///< 個別に同意する
  refuse_all,      ///< 全て同意しない; no source shows it, see identification_parameters.yaml
  provide,         ///< 提供する
  do_not_provide,  ///< 提供しない
  electronic,      ///< 電子処方箋
  paper,           ///< 紙の処方箋
  enroll,          ///< 利用登録する
  do_not_enroll,   ///< 登録しない
  confirm,         ///< 確認
  smartphone,      ///< スマートフォン, on the idle screen
  iphone,
  android,
};

constexpr auto enum_names(Button) {
  return EnumNames<Button, 19>{{{Button::face, "face"},
                                {Button::pin, "pin"},
                                {Button::retry, "retry"},
                                {Button::cancel, "cancel"},
                                {Button::agree, "agree"},
                                {Button::refuse, "refuse"},
                                {Button::agree_all, "agree_all"},
                                {Button::individually, "individually"},
                                {Button::refuse_all, "refuse_all"},
                                {Button::provide, "provide"},
                                {Button::do_not_provide, "do_not_provide"},
                                {Button::electronic, "electronic"},
                                {Button::paper, "paper"},
                                {Button::enroll, "register"},
                                {Button::do_not_enroll, "do_not_register"},
                                {Button::confirm, "confirm"},
                                {Button::smartphone, "smartphone"},
                                {Button::iphone, "iphone"},
                                {Button::android, "android"}}};
}

/// How a prescription is issued (PrescriptionIssueSelect, 1 and 2).
enum class PrescriptionForm {
  electronic,  ///< 電子処方箋
  paper,
};

constexpr auto enum_names(PrescriptionForm) {
  return EnumNames<PrescriptionForm, 2>{
      {{PrescriptionForm::electronic, "electronic"}, {PrescriptionForm::paper, "paper"}}};
}

/// What may be given to the doctor or pharmacist; names follow the element names of the on-line eligibility
/// result.
enum class Category {
  diagnosis_info,                 ///< 診療情報
  pharmacists_info,               ///< 薬剤情報
  operation_info,                 ///< 手術情報
  specific_health_checkups_info,  ///< 特定健診情報
  limit_application_certificate,  ///< 限度額適用認定証情報
  specific_diseases_certificate,  ///< 特定疾病療養受療証情報
  eligibility,                    ///< 資格情報, who is insured and where
};

constexpr auto enum_names(Category) {
  return EnumNames<Category, 7>{{{Category::diagnosis_info, "DiagnosisInfo"},
                                 {Category::pharmacists_info, "PharmacistsInfo"},
                                 {Category::operation_info, "OperationInfo"},
                                 {Category::specific_health_checkups_info, "SpecificHealthCheckupsInfo"},
                                 {Category::limit_application_certificate, "LimitApplicationCertificate"},
                                 {Category::specific_diseases_certificate, "SpecificDiseasesCertificate"},
                                 {Category::eligibility, "Eligibility"}}};
}

/// The chip's answer to a PIN or to the number printed on the card.
enum class SecretCheck {
  accepted,
  wrong,
  blocked,  ///< no try is left
};

constexpr auto enum_names(SecretCheck) {
  return EnumNames<SecretCheck, 3>{{{SecretCheck::accepted, "accepted"},
                                    {SecretCheck::wrong, "wrong"},
                                    {SecretCheck::blocked, "blocked"}}};
}

/// What the face matcher found.
enum class FaceResult {
  match,
  no_match,
  no_face,
  not_live,  ///< a picture or a screen instead of a person
};

constexpr auto enum_names(FaceResult) {
  return EnumNames<FaceResult, 4>{{{FaceResult::match, "match"},
                                   {FaceResult::no_match, "no_match"},
                                   {FaceResult::no_face, "no_face"},
                                   {FaceResult::not_live, "not_live"}}};
}

/// What the patient is asked to do so that a usable picture can be taken. Left and right are the patient's
/// own.
enum class Guidance {
  show_face,    ///< nobody in the picture
  one_person,   ///< a second face of comparable size
  come_closer,  ///< the eyes are too few pixels apart
  step_back,    ///< too many
  move_left,    ///< the face is outside the guide
  move_right,
  move_up,
  move_down,
  look_straight,  ///< turned, raised or lowered too far
  level_head,     ///< tilted towards a shoulder
  open_eyes,
  too_dark,
  too_bright,
  backlit,       ///< face far darker than what is round it
  uneven_light,  ///< one half of the face far brighter, as by the sun
  hold_still,    ///< blurred, or moving
  turn_head,     ///< the picture matches; two views are needed to tell a head from a flat picture
  uncover_face,  ///< no match yet; a mask cannot be told from landmarks, so this is a hint and no finding
};

constexpr auto enum_names(Guidance) {
  return EnumNames<Guidance, 18>{{{Guidance::show_face, "show_face"},
                                  {Guidance::one_person, "one_person"},
                                  {Guidance::come_closer, "come_closer"},
                                  {Guidance::step_back, "step_back"},
                                  {Guidance::move_left, "move_left"},
                                  {Guidance::move_right, "move_right"},
                                  {Guidance::move_up, "move_up"},
                                  {Guidance::move_down, "move_down"},
                                  {Guidance::look_straight, "look_straight"},
                                  {Guidance::level_head, "level_head"},
                                  {Guidance::open_eyes, "open_eyes"},
                                  {Guidance::too_dark, "too_dark"},
                                  {Guidance::too_bright, "too_bright"},
                                  {Guidance::backlit, "backlit"},
                                  {Guidance::uneven_light, "uneven_light"},
                                  {Guidance::hold_still, "hold_still"},
                                  {Guidance::turn_head, "turn_head"},
                                  {Guidance::uncover_face, "uncover_face"}}};
}

/// How a camera fails.
enum class CameraTrouble {
  frozen,  ///< one picture comes again and again
  silent,  ///< no picture comes
};

constexpr auto enum_names(CameraTrouble) {
  return EnumNames<CameraTrouble, 2>{{{CameraTrouble::frozen, "frozen"}, {CameraTrouble::silent, "silent"}}};
}

/// Who or what a patient shows to the camera. What the world knows; no device can tell it.
enum class Shown {
  nobody,
  holder,          ///< the holder of the card
  other,           ///< somebody else
  lookalike,       ///< somebody else who looks much like the holder
  printed_photo,   ///< of the holder, a sheet with its edges
  cut_photo,       ///< of the holder, cut along the outline
  filling_photo,   ///< of the holder, so large that the camera sees no edge
  bent_photo,      ///< of the holder, bent like a face
  screen,          ///< a telephone or tablet that shows the holder
  filling_screen,  ///< so large that the camera sees no edge
};

constexpr auto enum_names(Shown) {
  return EnumNames<Shown, 10>{{{Shown::nobody, "nobody"},
                               {Shown::holder, "holder"},
                               {Shown::other, "other"},
                               {Shown::lookalike, "lookalike"},
                               {Shown::printed_photo, "printed_photo"},
                               {Shown::cut_photo, "cut_photo"},
                               {Shown::filling_photo, "filling_photo"},
                               {Shown::bent_photo, "bent_photo"},
                               {Shown::screen, "screen"},
                               {Shown::filling_screen, "filling_screen"}}};
}

/// Why an identification was refused.
enum class Refusal {
  face_mismatch,
  no_face,
  not_live,        ///< a picture or a screen instead of a person
  no_photo,        ///< the card carries no photo
  photo_unusable,  ///< the card's photo cannot be decoded, or shows no face
  camera_failed,   ///< the camera delivers no pictures, or one again and again
  pin_wrong,
  pin_locked,
  number_locked,   ///< 照合番号B is blocked, so the photo cannot be read
  number_misread,  ///< 照合番号B could not be read off the card's print
  not_genuine,     ///< the card could not prove that it is genuine
  no_method,       ///< no way of identification is left
  visual_mismatch,
  phone_not_unlocked,
  phone_unreadable,
  phone_other_kind,
  phone_no_certificate,
};

constexpr auto enum_names(Refusal) {
  return EnumNames<Refusal, 17>{{{Refusal::face_mismatch, "face_mismatch"},
                                 {Refusal::no_face, "no_face"},
                                 {Refusal::not_live, "not_live"},
                                 {Refusal::no_photo, "no_photo"},
                                 {Refusal::photo_unusable, "photo_unusable"},
                                 {Refusal::camera_failed, "camera_failed"},
                                 {Refusal::pin_wrong, "pin_wrong"},
                                 {Refusal::pin_locked, "pin_locked"},
                                 {Refusal::number_locked, "number_locked"},
                                 {Refusal::number_misread, "number_misread"},
                                 {Refusal::not_genuine, "not_genuine"},
                                 {Refusal::no_method, "no_method"},
                                 {Refusal::visual_mismatch, "visual_mismatch"},
                                 {Refusal::phone_not_unlocked, "phone_not_unlocked"},
                                 {Refusal::phone_unreadable, "phone_unreadable"},
                                 {Refusal::phone_other_kind, "phone_other_kind"},
                                 {Refusal::phone_no_certificate, "phone_no_certificate"}}};
}

/// State of the authentication certificate (利用者証明用電子証明書) on the day.
enum class CertificateStatus {
  valid,
  expires_soon,  ///< within three months
  in_grace,      ///< expired, within the grace period
  expired,       ///< beyond the grace period
  suspended,     ///< stopped by telephone after a loss (一時停止)
  revoked,
  untrusted,  ///< not issued by the known authority, or a signature that does not verify
};

constexpr auto enum_names(CertificateStatus) {
  return EnumNames<CertificateStatus, 7>{{{CertificateStatus::valid, "valid"},
                                          {CertificateStatus::expires_soon, "expires_soon"},
                                          {CertificateStatus::in_grace, "in_grace"},
                                          {CertificateStatus::expired, "expired"},
                                          {CertificateStatus::suspended, "suspended"},
                                          {CertificateStatus::revoked, "revoked"},
                                          {CertificateStatus::untrusted, "untrusted"}}};
}

/// 資格有効性, code 1 to 6 of the on-line eligibility result.
enum class Validity {
  valid,                 ///< 1 有効
  invalid,               ///< 2 無効
  invalid_newer_exists,  ///< 3 無効（新しい資格あり）
  none,                  ///< 4 該当資格なし
  several,               ///< 5 複数該当
  valid_unregistered,    ///< 6 有効（未登録）, medical aid only
};

constexpr auto enum_names(Validity) {
  return EnumNames<Validity, 6>{{{Validity::valid, "valid"},
                                 {Validity::invalid, "invalid"},
                                 {Validity::invalid_newer_exists, "invalid_newer_exists"},
                                 {Validity::none, "none"},
                                 {Validity::several, "several"},
                                 {Validity::valid_unregistered, "valid_unregistered"}}};
}

/// Why a reception ended before it was complete.
enum class AbortReason {
  card_removed,
  timed_out,  ///< nobody answered
  card_not_recognised,
  not_my_number_card,
  identity_failed,
  certificate_invalid,
  not_insured,
  registration_refused,
  service_unavailable,
  cancelled,             ///< by the patient
  phone_not_registered,  ///< the first registration needs the card
};

constexpr auto enum_names(AbortReason) {
  return EnumNames<AbortReason, 11>{{{AbortReason::card_removed, "card_removed"},
                                     {AbortReason::timed_out, "timed_out"},
                                     {AbortReason::card_not_recognised, "card_not_recognised"},
                                     {AbortReason::not_my_number_card, "not_my_number_card"},
                                     {AbortReason::identity_failed, "identity_failed"},
                                     {AbortReason::certificate_invalid, "certificate_invalid"},
                                     {AbortReason::not_insured, "not_insured"},
                                     {AbortReason::registration_refused, "registration_refused"},
                                     {AbortReason::service_unavailable, "service_unavailable"},
                                     {AbortReason::cancelled, "cancelled"},
                                     {AbortReason::phone_not_registered, "phone_not_registered"}}};
}

/// What the reader forgets at the end of a reception.
enum class WipedItem {
  pin,
  card_face_number,  ///< 照合番号B
  photo,
  probe,  ///< the picture taken at the desk
  certificate,
};

constexpr auto enum_names(WipedItem) {
  return EnumNames<WipedItem, 5>{{{WipedItem::pin, "pin"},
                                  {WipedItem::card_face_number, "card_face_number"},
                                  {WipedItem::photo, "photo"},
                                  {WipedItem::probe, "probe"},
                                  {WipedItem::certificate, "certificate"}}};
}

/// Colour of the lamp beside the slot.
enum class LampColor {
  off,
  blue,   ///< waiting or working
  green,  ///< done
  red,    ///< error
};

constexpr auto enum_names(LampColor) {
  return EnumNames<LampColor, 4>{{{LampColor::off, "off"},
                                  {LampColor::blue, "blue"},
                                  {LampColor::green, "green"},
                                  {LampColor::red, "red"}}};
}

/// How the reader is run; staff switches it at the terminal.
enum class StaffMode {
  unattended,    ///< 無人運転モード
  visual_check,  ///< 目視確認モード
};

constexpr auto enum_names(StaffMode) {
  return EnumNames<StaffMode, 2>{
      {{StaffMode::unattended, "unattended"}, {StaffMode::visual_check, "visual_check"}}};
}

/// What a patient shows at the desk instead of, or beside, the card.
enum class Certificate {
  legacy_certificate,       ///< 健康保険証, no longer issued from 2024-12-02
  eligibility_certificate,  ///< 資格確認書
  eligibility_notice,       ///< 資格情報のお知らせ
  nothing,
};

constexpr auto enum_names(Certificate) {
  return EnumNames<Certificate, 4>{{{Certificate::legacy_certificate, "legacy_certificate"},
                                    {Certificate::eligibility_certificate, "eligibility_certificate"},
                                    {Certificate::eligibility_notice, "eligibility_notice"},
                                    {Certificate::nothing, "nothing"}}};
}

/// What reception does with it.
enum class DeskDecision {
  accept,            ///< insured, normal share
  accept_with_card,  ///< valid together with the My Number Card only, and that was shown
  look_up,           ///< the desk looks the number up on line (transitional, to 2026-03-31)
  declaration,       ///< 被保険者資格申立書, or what is on file
  refuse,            ///< not usable; pays in full until insurance is shown
};

constexpr auto enum_names(DeskDecision) {
  return EnumNames<DeskDecision, 5>{{{DeskDecision::accept, "accept"},
                                     {DeskDecision::accept_with_card, "accept_with_card"},
                                     {DeskDecision::look_up, "look_up"},
                                     {DeskDecision::declaration, "declaration"},
                                     {DeskDecision::refuse, "refuse"}}};
}

}  // namespace uketsuke::record
