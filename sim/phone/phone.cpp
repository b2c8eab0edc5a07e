#include "sim/phone/phone.h"

#include <utility>

#include "sim/pki/openssl/signature.h"

namespace uketsuke::sim {

using record::PhoneCheck;
using record::PhoneKind;

Phone::Phone(PhoneKind kind, record::Secret pin, const personalisation::PersonalisedPhone* issued,
             int tries_left)
    : kind_(kind), pin_(std::move(pin)), issued_(issued), tries_(tries_left) {}

reader::PhoneAnswer Phone::check_pin(const record::Secret& pin) {
  if (tries_ == 0) return {PhoneCheck::blocked, 0, {}, {}};
  if (pin == pin_) {
    tries_ = kTries;
    return {PhoneCheck::accepted, tries_, {}, {}};
  }
  --tries_;
  return {PhoneCheck::wrong, tries_, {}, {}};
}

reader::PhoneAnswer Phone::answer(const reader::PhoneRequest& request) {
  if (request.kind != kind_) return {PhoneCheck::other_kind, std::nullopt, {}, {}};
  if (issued_ == nullptr) return {PhoneCheck::no_certificate, std::nullopt, {}, {}};
  reader::PhoneAnswer answer{
      unlocked_ ? PhoneCheck::accepted : PhoneCheck::not_unlocked, std::nullopt, {}, {}};
  if (kind_ == PhoneKind::android) answer = check_pin(request.pin);
  if (answer.result == PhoneCheck::accepted) {
    answer.certificate = issued_->certificate;
    answer.signature = pki::sign_sha256(*issued_->key, request.challenge);
  }
  return answer;
}

}  // namespace uketsuke::sim
