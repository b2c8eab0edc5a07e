#include "sim/session/warm_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/model_files/model_files.h"
#include "reader_model/firmware/digest_info.h"
#include "record/json_lines.h"
#include "sim/chip/warm_up.h"
#include "sim/eligibility/foreseen_revocations.h"
#include "sim/personalisation/cloned_card.h"
#include "sim/pki/openssl/signature.h"

namespace uketsuke::sim {

WarmState::WarmState(const std::filesystem::path& data, const std::filesystem::path& cache)
    : data_(data),
      cache_(cache),
      readers_(reader::load_readers(data / "reader_model/profiles")),
      screens_(reader::load_screens(data / "reader_model/display/screens.yaml")),
      chip_timing_(chip::ChipTiming::load(data / "sim/chip/timing/default.yaml")),
      card_link_(chip::LinkParameters::load(data / "sim/chip/timing/link.yaml")),
      desk_rules_(load_desk_rules(data / "sim/clerk/desk_rules.yaml")),
      service_rules_(load_service_rules(data / "sim/eligibility/service_rules.yaml")),
      keys_(cache),
      artefacts_(cache),
      factory_(keys_, artefacts_, data / "sim/chip/images"),
      phone_factory_(keys_, factory_.authentication_authority()),
      guidance_(reader::load_guidance(data / "reader_model/face_match/policy/guidance.yaml")) {}

void WarmState::load_pixels(const reader::MatcherSettings& wanted, bool spare_processor) {
  const ModelFiles models(data_ / "models/manifest.yaml", cache_ / "models");
  models.verify(ModelPurpose::heads);
  if (wanted.engine == "opencv") models.verify(ModelPurpose::opencv);
  if (wanted.engine == "onnxruntime") models.verify(ModelPurpose::onnxruntime);
  reader::MatcherSettings matcher = wanted;
  matcher.models = models.folder();
  if (matcher.policy.empty()) matcher.policy = data_ / "reader_model/face_match/policy/face_policy.yaml";
  if (matcher.latency.empty()) matcher.latency = data_ / "reader_model/face_match/policy/latency.yaml";
  models_ = std::make_unique<PatientModels>(data_, models.folder());
  spare_processor_ = spare_processor;
  matcher_ = reader::load_matcher(matcher);
}

void WarmState::order(const scenario::World& world) {
  const bool pixels = world.vision != scenario::Vision::declared;
  if (pixels) models_->prepare(world);
  if (world.patient->card) {
    ordered_[key_of(*world.patient, world.given, pixels)] = {world.patient, world.given.card_photo, pixels};
  }
  for (const auto& [name, persona] : world.others) {
    if (persona->card) ordered_[key_of(*persona, {}, pixels)] = {persona, {}, pixels};
  }
  if (world.phones) {
    const auto order_phone = [this](const std::shared_ptr<const scenario::Persona>& who,
                                    const std::optional<Date>& expires) {
      if (who->phone) ordered_phones_[{who->id, expires}] = who;
    };
    order_phone(world.patient, world.given.phone.certificate_expires);
    for (const auto& [name, persona] : world.others) order_phone(persona, std::nullopt);
  }
  order_lists(world, pixels);
}

void WarmState::order_lists(const scenario::World& world, bool pixels) {
  for (const ForeseenRevocation& one : foreseen_revocations(world)) {
    const bool own = one.patient == world.patient->id;
    const scenario::Persona& persona = own ? *world.patient : *world.others.at(one.patient);
    if (!persona.card) continue;
    ordered_lists_.push_back(
        {key_of(persona, own ? world.given : scenario::Given{}, pixels), one.reason, world.start()});
  }
}

void WarmState::sign_lists() {
  for (const ListOrder& order : ordered_lists_) {
    const IssuedCard& issued = cards_.at(order.card);
    status_issuers_.foresee(issued.certificate_issuer,
                            {issued.card.authentication_serial, order.from, order.reason},
                            {order.from, order.from + service_rules_.statement_life});
  }
  ordered_lists_.clear();
}

// OpenSSL looks up algorithms, prepares a key's blinding and decodes a certificate's key at first use. Done
// here, the children inherit the results; done in each child, it would be most of the cost of a case.
void WarmState::warm_up(const Bytes& certificate) const {
  trust_.verify(certificate, trust_.facts(certificate)->not_before);
  trust_.verify_signature(certificate, {}, {});
}

void WarmState::warm_up(const personalisation::PersonalisedCard& card) const {
  warm_up(card.authentication_certificate);
  chip::warm_up(*card.image);
  reader::sha256_digest_info({});
}

void WarmState::warm_up(const personalisation::PersonalisedPhone& phone) const {
  warm_up(phone.certificate);
  pki::sign_sha256(*phone.key, {});
}

void WarmState::prepare() {
  std::set<const scenario::Persona*> holders;
  for (const auto& [key, order] : ordered_) holders.insert(order.persona.get());
  factory_.prepare({holders.begin(), holders.end()});
  for (const auto& [key, order] : ordered_) {
    const auto& [name, expires, genuineness, photo] = key;
    personalisation::CardOptions options{expires};
    if (order.pixels && order.persona->card->type != scenario::CardType::infant)
      options.photo = models_->card_photo(*order.persona, order.photo);
    personalisation::PersonalisedCard card = factory_.make(*order.persona, options);
    if (genuineness == scenario::Genuineness::cloned)
      card = personalisation::cloned(card, keys_.rsa_2048("forger"));
    const auto facts = pki::read_certificate(card.authentication_certificate);
    const Date issued = std::chrono::floor<date::days>(facts->not_before);
    trust_.trust(factory_.authentication_authority().certificate(issued));
    status_issuers_.add(factory_.authentication_authority(), issued);
    cards_.emplace(key, IssuedCard{std::move(card), facts->issuer_key});
  }
  ordered_.clear();
  prepare_phones();
  sign_lists();
  // After all authorities are trusted: adding one makes the store drop its cached results.
  for (const auto& [key, issued] : cards_) warm_up(issued.card);
  for (const auto& [key, phone] : phones_) warm_up(phone);
  record::warm_up_lines();
}

void WarmState::prepare_phones() {
  std::vector<std::string> keys;
  for (const auto& [key, persona] : ordered_phones_)
    keys.push_back(personalisation::PhoneFactory::key_name(*persona));
  keys_.prepare(keys);
  for (const auto& [key, persona] : ordered_phones_) {
    personalisation::PersonalisedPhone phone = phone_factory_.make(*persona, key.second);
    trust_.trust(factory_.authentication_authority().certificate(phone.issued));
    status_issuers_.add(factory_.authentication_authority(), phone.issued);
    phones_.emplace(key, std::move(phone));
  }
  ordered_phones_.clear();
}

const personalisation::PersonalisedPhone* WarmState::phone(const scenario::Persona& persona,
                                                           const scenario::GivenPhone& given) const {
  const auto found = phones_.find({persona.id, given.certificate_expires});
  return found == phones_.end() ? nullptr : &found->second;
}

const IssuedCard& WarmState::card(const scenario::Persona& persona, const scenario::Given& given,
                                  bool pixels) const {
  return cards_.at(key_of(persona, given, pixels));
}

WarmState::CardKey WarmState::key_of(const scenario::Persona& persona, const scenario::Given& given,
                                     bool pixels) {
  std::string photo = "drawn";
  if (pixels) photo = fmt::format("{} {}", to_name(given.card_photo.kind), given.card_photo.years_older);
  return {persona.id, given.certificate_expires, given.card, photo};
}

}  // namespace uketsuke::sim
