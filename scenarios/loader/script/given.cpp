#include "scenarios/loader/script/given.h"

#include <fmt/format.h>

#include "scenarios/loader/persona/insurance.h"
#include "scenarios/loader/persona/phone_keys.h"
#include "scenarios/loader/persona/specific_disease.h"
#include "scenarios/loader/script/appearance.h"
#include "scenarios/loader/script/clock_shift.h"
#include "scenarios/loader/script/network.h"

namespace uketsuke::scenario {

using yaml::Map;
using yaml::Value;

namespace {

/// Reads a key about the card; the patient must have one.
std::optional<Value> about_card(Map& map, const char* key, const Persona& patient) {
  const auto value = map.optional(key);
  if (value && !patient.card) {
    value->fail(InputProblem::bad_value,
                fmt::format("\"{}\" is about the card, and {} has none", key, patient.id));
  }
  return value;
}

record::CertificateStatus stopped(const Value& value) {
  const auto status = value.one_of<record::CertificateStatus>();
  if (status != record::CertificateStatus::suspended && status != record::CertificateStatus::revoked) {
    value.fail(InputProblem::bad_value,
               "only \"suspended\" or \"revoked\" can be given; everything else follows from "
               "\"certificate_expires\" and the date");
  }
  return status;
}

}  // namespace

Given read_given(const Value& given, const Persona& patient, bool pixels) {
  Map map = given.map();
  Given read;
  if (const auto card = about_card(map, "card", patient)) read.card = card->one_of<Genuineness>();
  if (const auto tries = about_card(map, "pin_tries_left", patient)) {
    if (patient.card->type == CardType::pinless) {
      tries->fail(InputProblem::bad_value, fmt::format("the card of {} has no PIN", patient.id));
    }
    read.pin_tries_left = static_cast<int>(tries->integer(0, 3));
  }
  if (const auto tries = about_card(map, "card_face_number_tries_left", patient)) {
    read.card_face_number_tries_left = static_cast<int>(tries->integer(0, 10));
  }
  if (const auto misreads = about_card(map, "print_misreads", patient)) {
    read.print_misreads = static_cast<int>(misreads->integer(0, 99));
  }
  if (const auto status = about_card(map, "certificate", patient)) read.certificate = stopped(*status);
  if (const auto day = about_card(map, "certificate_expires", patient)) {
    read.certificate_expires = day->date();
  }
  if (const auto registered = about_card(map, "registered", patient)) read.registered = registered->boolean();
  if (const auto validity = map.optional("eligibility")) {
    read.eligibility = validity->one_of<record::Validity>();
  }
  if (const auto history = map.optional("insurance")) read.insurance = read_insurances(*history);
  if (const auto certificates = map.optional("specific_diseases"))
    read.specific_diseases = read_specific_diseases(*certificates);
  if (const auto network = map.optional("network")) read.network = read_network_up(*network);
  if (const auto delay = map.optional("network_delay")) read.network_delay = delay->duration();
  if (const auto shift = map.optional("service_clock")) read.service_clock = read_clock_shift(*shift);
  if (const auto source = map.optional("revocation")) read.revocation = source->one_of<RevocationSource>();
  if (const auto fault = map.optional("revocation_statement")) {
    read.revocation_statement = fault->one_of<StatementFault>();
  }
  if (const auto photo = about_card(map, "card_photo", patient)) {
    read.card_photo = read_card_photo(*photo);
    if (patient.card->type == CardType::infant) {
      photo->fail(InputProblem::bad_value, fmt::format("the card of {} has no photo", patient.id));
    }
    if (!pixels && read.card_photo != CardPhoto{}) {
      photo->fail(InputProblem::bad_value,
                  "a declared face has no photo; write \"vision: rendered\" in the scenario");
    }
  }
  if (const auto camera = map.optional("camera")) read.camera = camera->one_of<CameraState>();
  if (const auto phone = map.optional("phone")) read.phone = read_given_phone(*phone, patient);
  map.finish();
  return read;
}

}  // namespace uketsuke::scenario
