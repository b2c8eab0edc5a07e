#pragma once

#include "scenarios/model/case.h"

namespace uketsuke::dut {

// The fields of a case's world, each named once, for codec.h. A struct with its own static `fields`
// (stimulus.h) needs no entry here.

template <class T>
struct Fields {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    T::fields(self, visit);
  }
};

template <>
struct Fields<scenario::ExchangeFault> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("of", self.of);
    visit("lose_request", self.lose_request);
    visit("lose_answer", self.lose_answer);
    visit("duplicate_after", self.duplicate_after);
    visit("delay", self.delay);
  }
};

template <>
struct Fields<scenario::NetworkChange> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("up", self.up);
    visit("down_for", self.down_for);
    visit("fault", self.fault);
  }
};

template <>
struct Fields<scenario::Appearance> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("face", self.face);
    visit("attack", self.attack);
    visit("wearing", self.wearing);
    visit("standing", self.standing);
    visit("companion", self.companion);
    visit("follows_guidance", self.follows_guidance);
    visit("leaves_after", self.leaves_after);
  }
};

template <>
struct Fields<scenario::CardPhoto> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("years_older", self.years_older);
  }
};

template <>
struct Fields<scenario::GivenPhone> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("pin_tries_left", self.pin_tries_left);
    visit("certificate", self.certificate);
    visit("has_certificate", self.has_certificate);
    visit("certificate_expires", self.certificate_expires);
    visit("registered", self.registered);
  }
};

template <>
struct Fields<scenario::SpecificDiseaseCertificate> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("disease", self.disease);
    visit("from", self.from);
    visit("until", self.until);
    visit("self_pay", self.self_pay);
  }
};

template <>
struct Fields<scenario::Insurance> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("insurer_number", self.insurer_number);
    visit("symbol", self.symbol);
    visit("number", self.number);
    visit("branch", self.branch);
    visit("insurer_name", self.insurer_name);
    visit("from", self.from);
    visit("until", self.until);
    visit("kind", self.kind);
    visit("registered_on", self.registered_on);
    visit("reason_of_loss", self.reason_of_loss);
  }
};

template <>
struct Fields<scenario::Papers> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("legacy_certificate", self.legacy_certificate);
    visit("eligibility_certificate", self.eligibility_certificate);
    visit("eligibility_notice", self.eligibility_notice);
  }
};

template <>
struct Fields<scenario::PhoneProfile> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("issued", self.issued);
    visit("certificate_expires", self.certificate_expires);
    visit("pin", self.pin);
  }
};

template <>
struct Fields<scenario::CardProfile> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("type", self.type);
    visit("issued", self.issued);
    visit("expires", self.expires);
    visit("certificate_expires", self.certificate_expires);
    visit("pin", self.pin);
    visit("signing_password", self.signing_password);
    visit("security_code", self.security_code);
    visit("my_number", self.my_number);
  }
};

template <>
struct Fields<scenario::HeadAncestry> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("asian", self.asian);
    visit("caucasian", self.caucasian);
    visit("african", self.african);
  }
};

template <>
struct Fields<scenario::HeadProfile> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("identity", self.identity);
    visit("seed", self.seed);
    visit("sex", self.sex);
    visit("ancestry", self.ancestry);
    visit("amplitude", self.amplitude);
    visit("hair", self.hair);
  }
};

template <>
struct Fields<scenario::Persona> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("name", self.name);
    visit("kana", self.kana);
    visit("born", self.born);
    visit("sex", self.sex);
    visit("head", self.head);
    visit("address", self.address);
    visit("card", self.card);
    visit("phone", self.phone);
    visit("registered", self.registered);
    visit("insurance", self.insurance);
    visit("information", self.information);
    visit("specific_diseases", self.specific_diseases);
    visit("papers", self.papers);
  }
};

template <>
struct Fields<scenario::Site> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("title", self.title);
    visit("kind", self.kind);
    visit("reader", self.reader);
    visit("asks", self.asks);
    visit("asks_prescription_form", self.asks_prescription_form);
    visit("medical_aid", self.medical_aid);
    visit("network_delay", self.network_delay);
  }
};

template <>
struct Fields<scenario::Given> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("card", self.card);
    visit("pin_tries_left", self.pin_tries_left);
    visit("card_face_number_tries_left", self.card_face_number_tries_left);
    visit("print_misreads", self.print_misreads);
    visit("certificate", self.certificate);
    visit("certificate_expires", self.certificate_expires);
    visit("registered", self.registered);
    visit("eligibility", self.eligibility);
    visit("insurance", self.insurance);
    visit("specific_diseases", self.specific_diseases);
    visit("network", self.network);
    visit("network_delay", self.network_delay);
    visit("service_clock", self.service_clock);
    visit("revocation", self.revocation);
    visit("revocation_statement", self.revocation_statement);
    visit("card_photo", self.card_photo);
    visit("camera", self.camera);
    visit("phone", self.phone);
  }
};

template <>
struct Fields<scenario::World> {
  template <class Self, class Visit>
  static void of(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("date", self.date);
    visit("time_of_day", self.time_of_day);
    visit("patient", self.patient);
    visit("others", self.others);
    visit("site", self.site);
    visit("reader", self.reader);
    visit("vision", self.vision);
    visit("light", self.light);
    visit("recording", self.recording);
    visit("given", self.given);
    visit("seed", self.seed);
    visit("phones", self.phones);
    visit("lost", self.lost);
  }
};

}  // namespace uketsuke::dut
