// How the firmware carries out the flow's actions.

#include <iterator>
#include <variant>

#include "base/overloaded.h"
#include "kernel/time.h"
#include "reader_model/firmware/card_face.h"
#include "reader_model/firmware/digest_info.h"
#include "reader_model/firmware/firmware.h"

namespace uketsuke::reader {

using record::Source;

namespace {

constexpr std::size_t kChallenge = 32;

}  // namespace

void Firmware::carry_out(const Action& action) {
  record::Record& record = parts_.record;
  std::visit(
      Overloaded{
          [&](const action::Show& s) { parts_.display.show(s.screen, s.buttons, s.tries_left, s.by_phone); },
          [&](const action::SetTimer& timer) { set_timer(timer.purpose); },
          [&](const action::StopTimer&) { timer_.reset(); },
          [&](const action::NoteTimeOut&) { parts_.display.note_time_out(); },
          [&](const action::IdentifyCard&) { identify_card(); },
          [&](const action::PrepareFace&) { prepare_face(); },
          [&](const action::WatchFace&) { watch(); },
          [&](const action::StopWatching&) { stop_watching(); },
          [&](const action::AskPinTries&) {
            try {
              push(input::PinTries{card_.pin_tries_left()});
            } catch (const CardLost&) {  // CardOut is already in the inbox
            }
          },
          [&](const action::CheckPin&) { check_pin(); },
          [&](const action::Confirm& confirm) {
            record.add(Source::reader, record::IdentityConfirmed{confirm.method});
          },
          [&](const action::Refuse& refuse) {
            record.add(Source::reader, record::IdentityRefused{refuse.method, refuse.reason});
          },
          [&](const action::AskCertificate&) { ask_certificate(); },
          [&](const action::AskRegistration&) { send(RegistrationQuery{}); },
          [&](const action::OrderRegistration&) { send(RegistrationOrder{}); },
          [&](const action::AskEligibility&) { send(EligibilityQuery{}); },
          [&](const action::SendConsents& consents) {
            send(ConsentOrder{consents.answers, consents.automatic, consents.prescription});
          },
          [&](const action::NoteServiceSilent&) {
            open_request_.reset();
            record.add(Source::reader, record::ServiceTimedOut{pending_request_});
          },
          [&](const action::Complete&) { record.add(Source::reader, record::ReceptionCompleted{}); },
          [&](const action::Abort& abort) {
            record.add(Source::reader, record::ReceptionAborted{abort.reason});
          },
          [&](const action::Alarm& alarm) { set_alarm(alarm.on); },
          [&](const action::SetLamp& lamp) { set_lamp(lamp.color); },
          [&](const action::Wipe&) { wipe(); },
          [&](const action::BecomeIdle&) { become_idle(); },
          [&](const action::CloseSlot&) { parts_.slot.close(); },
          [&](const action::OpenSlot&) { parts_.slot.open(); },
          [&](const action::ReadPhone& read) { read_phone(read.kind); },
      },
      action);
}

void Firmware::identify_card() {
  try {
    const record::CardKind kind = card_.identify();
    if (kind != record::CardKind::unreadable) parts_.record.add(Source::reader, record::CardRead{kind});
    push(input::CardIdentified{kind});
  } catch (const CardLost&) {
  } catch (const CardRefused&) {
    push(input::CardIdentified{record::CardKind::unreadable});
  }
}

/// Reads 照合番号B off the print and sends it to the chip. Reads again after a misreading.
/// @return the reason if it fails; none if the chip accepted the number
std::optional<record::Refusal> Firmware::open_with_printed_number() {
  for (int reading = 1;; ++reading) {
    read_print();
    const SecretAnswer answer = card_.verify_card_face_number(held_.card_face_number);
    parts_.record.add(Source::reader, record::CardFaceNumberChecked{answer.result, answer.tries_left});
    if (answer.result == record::SecretCheck::accepted) return std::nullopt;
    if (answer.result == record::SecretCheck::blocked || answer.tries_left == 0)
      return record::Refusal::number_locked;
    if (reading >= profile_.print_readings) return record::Refusal::number_misread;
  }
}

/// What the optical unit reads: the number, or, for as many readings as the card says, the number with a
/// wrong last digit.
void Firmware::read_print() {
  const CardBody* body = parts_.slot.card();
  if (body == nullptr || !body->printed) return;
  held_.card_face_number = body->printed->card_face_number;
  if (held_.print_readings++ >= body->printed->misreads) return;
  std::string digits(held_.card_face_number.reveal());
  digits.back() = digits.back() == '9' ? '0' : static_cast<char>(digits.back() + 1);
  held_.card_face_number = record::Secret(std::move(digits));
}

void Firmware::prepare_face() {
  try {
    if (parts_.slot.card() == nullptr) return;
    if (const auto refusal = open_with_printed_number()) return push(input::FaceImpossible{*refusal});
    CardFace face = parse_card_face(card_.card_face());
    if (face.photo.empty()) return push(input::FaceImpossible{record::Refusal::no_photo});
    held_.photo = std::move(face.photo);
    held_.photo_read = true;
    parts_.record.add(Source::reader, record::PhotoRead{static_cast<std::int64_t>(held_.photo.size())});
    const Bytes challenge = make_challenge();
    if (!verify_sha256_signature(face.modulus, face.exponent, challenge, card_.prove_presence(challenge))) {
      return push(input::FaceImpossible{record::Refusal::not_genuine});
    }
    const EnrolResult enrolled = parts_.matcher.enrol(held_.photo);
    if (enrolled.took > Duration::zero()) wait(to_sc_time(enrolled.took));
    if (enrolled.status != EnrolStatus::enrolled)
      return push(input::FaceImpossible{record::Refusal::photo_unusable});
    push(input::FaceReady{});
  } catch (const CardLost&) {
  } catch (const CardRefused&) {
    push(input::FaceImpossible{record::Refusal::not_genuine});
  }
}

void Firmware::check_pin() {
  try {
    const SecretAnswer answer = card_.verify_pin(held_.pin);
    parts_.record.add(Source::reader, record::PinChecked{answer.result, answer.tries_left});
    if (answer.result == record::SecretCheck::accepted) {
      held_.challenge = make_challenge();
      held_.signature = card_.sign(held_.challenge);
    }
    push(input::PinChecked{answer.result, answer.tries_left});
  } catch (const CardLost&) {
  } catch (const CardRefused&) {
    push(input::PinChecked{record::SecretCheck::blocked, 0});
  }
}

void Firmware::ask_certificate() {
  try {
    if (!held_.from_phone) held_.certificate = card_.authentication_certificate();
    send(CertificateQuery{held_.certificate, held_.challenge, held_.signature});
  } catch (const CardLost&) {
  } catch (const CardRefused&) {
    push(input::CertificateAnswer{record::CertificateStatus::untrusted});
  }
}

void Firmware::send(decltype(ServiceRequest::body) body) {
  static constexpr const char* kNames[] = {"certificate", "registration", "register", "eligibility",
                                           "consent"};
  static_assert(std::size(kNames) == std::variant_size_v<decltype(body)>);
  pending_request_ = kNames[body.index()];
  open_request_ = ++requests_;
  service_line->send({requests_, profile_.limits.service, std::move(body)});
}

void Firmware::become_idle() {
  open_request_.reset();
  parts_.record.add(Source::reader, record::ReaderIdle{});
  // The next patient may have inserted a card before this reception ended.
  if (parts_.slot.card() != nullptr) push(input::CardIn{});
}

void Firmware::set_alarm(bool on) {
  if (alarm_ == on) return;
  alarm_ = on;
  parts_.record.add(Source::reader, record::CardLeftAlarm{on});
}

void Firmware::set_lamp(record::LampColor color) {
  if (lamp_ == color) return;
  lamp_ = color;
  parts_.record.add(Source::reader, record::Lamp{color});
}

void Firmware::wipe() {
  record::Wiped wiped;
  if (!held_.pin.empty()) wiped.items.push_back(record::WipedItem::pin);
  if (!held_.card_face_number.empty()) wiped.items.push_back(record::WipedItem::card_face_number);
  if (held_.photo_read) wiped.items.push_back(record::WipedItem::photo);
  if (held_.probe_taken) wiped.items.push_back(record::WipedItem::probe);
  if (!held_.certificate.empty()) wiped.items.push_back(record::WipedItem::certificate);
  held_ = {};
  parts_.matcher.wipe();
  inbox_.clear();  // inputs for the reception that is over
  parts_.record.add(Source::reader, wiped);
}

Bytes Firmware::make_challenge() {
  Bytes challenge(kChallenge);
  for (std::uint8_t& byte : challenge) byte = static_cast<std::uint8_t>(random_());
  return challenge;
}

}  // namespace uketsuke::reader
