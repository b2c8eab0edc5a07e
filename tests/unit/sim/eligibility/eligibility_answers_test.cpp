// What the service answers and stores, for one patient and one question after the other.

#include <gmock/gmock.h>

#include "kernel/main.h"
#include "kernel/time.h"
#include "sim/eligibility/eligibility_service.h"
#include "tests/unit/payloads.h"
#include "tests/unit/sim/eligibility/service_bench.h"

namespace uketsuke::sim {
namespace eligibility_answers_test {

using record::Category;
using record::Validity;
using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct LastReply : reader::ServiceRepliesIf {
  std::optional<decltype(reader::ServiceReply::body)> body;
  void deliver(const reader::ServiceReply& reply) override { body = reply.body; }
};

/// A service that knows the patients of a test; a second passes with each question.
struct Counter {
  const ServiceBench& bench;
  LastReply reply;
  record::Record record{{"case", "test", ServiceBench::noon(), 0}};
  EligibilityService service;

  Counter(const ServiceBench& on, const ServiceStart& start)
      : bench(on), service("service", on.rules, on.trust, on.issuers, start, record) {
    record.set_clock([] { return sc_now(); });
    service.replies.bind(reply);
  }

  void ask(decltype(reader::ServiceRequest::body) body) {
    reply.body.reset();
    service.send({1, seconds(10), std::move(body)});
    sc_core::sc_start(to_sc_time(seconds(1)));
  }
  void show(const Bytes& certificate) { ask(reader::CertificateQuery{certificate, {}, {}}); }
  void show_card() { show(bench.certificate); }

  template <class Kind>
  Kind last() const {
    const auto all = payloads<Kind>(record);
    return all.empty() ? Kind{} : all.back();
  }
};

void at_counter(const std::function<InsuredPerson(const ServiceBench&)>& patient,
                const std::function<void(Counter&)>& act, const ServiceStart& start = {}) {
  const ServiceBench bench;
  in_systemc([&] {
    Counter counter(bench, start);
    counter.service.enrol(patient(bench));
    counter.show_card();
    act(counter);
  });
}

InsuredPerson usual(const ServiceBench& bench) { return bench.holder(); }

/// The usual patient with something else about the persona.
std::function<InsuredPerson(const ServiceBench&)> who(std::function<void(scenario::Persona&)> change) {
  return [change = std::move(change)](const ServiceBench& bench) {
    InsuredPerson person = bench.holder();
    auto persona = std::make_shared<scenario::Persona>(*person.persona);
    change(*persona);
    person.persona = std::move(persona);
    return person;
  };
}

reader::ConsentOrder consent(Category category, bool given = true) {
  return {{{category, given}}, {}, std::nullopt};
}

/// Whether the release of a category to the patient, on 2026-01-10, had anything in it.
bool something_released(const std::function<InsuredPerson(const ServiceBench&)>& patient, Category category) {
  bool any = false;
  at_counter(patient, [&](Counter& counter) {
    counter.ask(consent(category));
    const auto released = payloads<record::DataReleased>(counter.record);
    ASSERT_EQ(released.size(), 1U);
    EXPECT_EQ(released[0].category, category);
    any = released[0].any;
  });
  return any;
}

std::function<InsuredPerson(const ServiceBench&)> examined(const char* born) {
  return who([born](scenario::Persona& persona) {
    persona.born = *parse_date(born);
    persona.information = {Category::specific_health_checkups_info};
  });
}

// docs/reception-flow.md: under 40 there is no health check.
TEST(ServiceRelease, OfAHealthCheckOnTheFortiethBirthdayHasSomething) {
  EXPECT_TRUE(something_released(examined("1986-01-10"), Category::specific_health_checkups_info));
}

TEST(ServiceRelease, OfAHealthCheckOnTheEveOfTheFortiethBirthdayHasNothing) {
  EXPECT_FALSE(something_released(examined("1986-01-11"), Category::specific_health_checkups_info));
}

TEST(ServiceRelease, OfWhatIsOnFileHasSomething) {
  EXPECT_TRUE(something_released(usual, Category::pharmacists_info));
}

TEST(ServiceRelease, OfWhatIsNotOnFileHasNothing) {
  EXPECT_FALSE(something_released(usual, Category::operation_info));
}

TEST(ServiceRelease, OfEligibilityAlwaysHasSomething) {
  at_counter(who([](scenario::Persona& persona) { persona.information.clear(); }), [](Counter& counter) {
    counter.ask(reader::ConsentOrder{{}, {Category::eligibility}, std::nullopt});
    const auto released = payloads<record::DataReleased>(counter.record);
    ASSERT_EQ(released.size(), 1U);
    EXPECT_TRUE(released[0].any);
  });
}

// Nobody is asked whether the eligibility may be given: it is what the card is put in for.
TEST(ServiceConsent, ToEligibilityIsNoConsentAndStoresNothing) {
  at_counter(usual, [](Counter& counter) {
    counter.ask(consent(Category::eligibility));
    EXPECT_FALSE(counter.reply.body);
    EXPECT_THAT(payloads<record::ConsentRecorded>(counter.record), IsEmpty());
  });
}

std::function<InsuredPerson(const ServiceBench&)> dialysis_until(const char* last) {
  return who([last](scenario::Persona& persona) {
    persona.specific_diseases = {
        {scenario::SpecificDisease::dialysis, *parse_date("2020-01-01"), *parse_date(last), std::nullopt}};
  });
}

TEST(ServiceRelease, OfADiseaseOnTheLastDayOfItsCertificateHasSomething) {
  EXPECT_TRUE(something_released(dialysis_until("2026-01-10"), Category::specific_diseases_certificate));
}

TEST(ServiceRelease, OfADiseaseOnTheDayAfterHasNothing) {
  EXPECT_FALSE(something_released(dialysis_until("2026-01-09"), Category::specific_diseases_certificate));
}

TEST(ServiceRelease, NamesThePatientOfTheCertificate) {
  at_counter(usual, [](Counter& counter) {
    counter.ask(consent(Category::pharmacists_info));
    EXPECT_EQ(counter.last<record::DataReleased>().patient, "sato-hanako");
  });
}

TEST(ServiceRelease, OfWhatIsReleasedUnaskedComesBeforeTheConsents) {
  at_counter(usual, [](Counter& counter) {
    reader::ConsentOrder order = consent(Category::pharmacists_info);
    order.automatic = {Category::eligibility, Category::limit_application_certificate};
    counter.ask(order);
    std::vector<Category> released;
    for (const auto& one : payloads<record::DataReleased>(counter.record)) released.push_back(one.category);
    EXPECT_THAT(released, ElementsAre(Category::eligibility, Category::limit_application_certificate,
                                      Category::pharmacists_info));
  });
}

TEST(ServiceConsent, RefusedReleasesNothing) {
  at_counter(usual, [](Counter& counter) {
    counter.ask(consent(Category::pharmacists_info, false));
    EXPECT_THAT(payloads<record::DataReleased>(counter.record), IsEmpty());
  });
}

TEST(ServiceConsent, RefusedIsRecordedWithoutTimes) {
  at_counter(usual, [](Counter& counter) {
    counter.ask(consent(Category::pharmacists_info, false));
    const auto recorded = counter.last<record::ConsentRecorded>();
    EXPECT_EQ(recorded.category, Category::pharmacists_info);
    EXPECT_FALSE(recorded.given);
    EXPECT_FALSE(recorded.consent_time);
    EXPECT_FALSE(recorded.available_time);
  });
}

// 2026-01-10 12:00 and the second that the certificate took; 24 hours by the official portal.
TEST(ServiceConsent, GivenIsRecordedWithItsSecondAndTheSameSecondOfTheNextDay) {
  at_counter(usual, [](Counter& counter) {
    counter.ask(consent(Category::pharmacists_info));
    const auto recorded = counter.last<record::ConsentRecorded>();
    EXPECT_EQ(recorded.consent_time, "20260110120001");
    EXPECT_EQ(recorded.available_time, "20260111120001");
  });
}

TEST(ServiceConsent, FormOfThePrescriptionIsRecordedIfItWasAsked) {
  at_counter(usual, [](Counter& counter) {
    reader::ConsentOrder order = consent(Category::pharmacists_info);
    order.prescription = record::PrescriptionForm::electronic;
    counter.ask(order);
    const auto chosen = payloads<record::PrescriptionFormChosen>(counter.record);
    ASSERT_EQ(chosen.size(), 1U);
    EXPECT_EQ(chosen[0].form, record::PrescriptionForm::electronic);
  });
}

TEST(ServiceConsent, FormOfThePrescriptionIsNotMadeUp) {
  at_counter(usual, [](Counter& counter) {
    counter.ask(consent(Category::pharmacists_info));
    EXPECT_THAT(payloads<record::PrescriptionFormChosen>(counter.record), IsEmpty());
  });
}

InsuredPerson unregistered(const ServiceBench& bench) {
  InsuredPerson person = bench.holder();
  person.registered = false;
  person.phone =
      InsuredPerson::Phone{0x11112222, person.certificate_issuer, person.certificate_expires, false};
  return person;
}

TEST(ServiceRegistration, OfSomebodyWhoNeverDidItIsMissing) {
  at_counter(unregistered, [](Counter& counter) {
    counter.ask(reader::RegistrationQuery{});
    EXPECT_FALSE(std::get<bool>(*counter.reply.body));
  });
}

TEST(ServiceRegistration, IsThereOnceItWasOrdered) {
  at_counter(unregistered, [](Counter& counter) {
    counter.ask(reader::RegistrationOrder{});
    EXPECT_EQ(counter.last<record::Registered>().patient, "sato-hanako");
    counter.ask(reader::RegistrationQuery{});
    EXPECT_TRUE(std::get<bool>(*counter.reply.body));
  });
}

TEST(ServiceRegistration, IsThatOfTheOwnersPhoneToo) {
  at_counter(unregistered, [](Counter& counter) {
    counter.ask(reader::RegistrationOrder{});
    counter.show(counter.bench.strangers_certificate());
    counter.ask(reader::RegistrationQuery{});
    EXPECT_TRUE(std::get<bool>(*counter.reply.body));
  });
}

Validity answered(Counter& counter) {
  counter.ask(reader::EligibilityQuery{});
  const Validity told = std::get<reader::EligibilityReply>(*counter.reply.body).validity;
  EXPECT_EQ(counter.last<record::EligibilityAnswered>().validity, told) << "the record says something else";
  return told;
}

TEST(ServiceEligibility, OfAMemberIsValidAndNamesTheInsurer) {
  at_counter(usual, [](Counter& counter) {
    EXPECT_EQ(answered(counter), Validity::valid);
    EXPECT_EQ(counter.last<record::EligibilityAnswered>().insurer, "06999991");
  });
}

std::function<InsuredPerson(const ServiceBench&)> insured_until(const char* last) {
  return who([last](scenario::Persona& persona) { persona.insurance.at(0).until = *parse_date(last); });
}

TEST(ServiceEligibility, OnTheLastDayOfMembershipIsValid) {
  at_counter(insured_until("2026-01-10"),
             [](Counter& counter) { EXPECT_EQ(answered(counter), Validity::valid); });
}

TEST(ServiceEligibility, OnTheDayAfterIsInvalidAndNamesNoInsurer) {
  at_counter(insured_until("2026-01-09"), [](Counter& counter) {
    EXPECT_EQ(answered(counter), Validity::invalid);
    EXPECT_EQ(counter.last<record::EligibilityAnswered>().insurer, "");
  });
}

TEST(ServiceEligibility, OfTheScenarioTakesThePlaceOfTheHistoryAndItsInsurer) {
  const auto ended = [](const ServiceBench& bench) {
    InsuredPerson person = bench.holder();
    person.validity = Validity::invalid_newer_exists;
    return person;
  };
  at_counter(ended, [](Counter& counter) {
    EXPECT_EQ(answered(counter), Validity::invalid_newer_exists);
    EXPECT_EQ(counter.last<record::EligibilityAnswered>().insurer, "");
  });
}

TEST(ServiceEligibility, WithoutACertificateOfADiseaseSaysNothingOfOne) {
  at_counter(usual, [](Counter& counter) {
    answered(counter);
    EXPECT_FALSE(counter.last<record::EligibilityAnswered>().specific_disease_certificate);
  });
}

std::function<InsuredPerson(const ServiceBench&)> on_medical_aid() {
  return who([](scenario::Persona& persona) {
    persona.insurance.at(0).kind = scenario::InsuranceKind::medical_aid;
  });
}

// Code 6 of 資格有効性 is for medical aid alone.
TEST(ServiceEligibility, OfMedicalAidIsConfirmedToASiteThatIsSetUp) {
  at_counter(on_medical_aid(),
             [](Counter& counter) { EXPECT_EQ(answered(counter), Validity::valid_unregistered); });
}

TEST(ServiceEligibility, OfMedicalAidIsNoneToASiteThatIsNotSetUp) {
  ServiceStart start;
  start.medical_aid = false;
  at_counter(
      on_medical_aid(), [](Counter& counter) { EXPECT_EQ(answered(counter), Validity::none); }, start);
}

TEST(ServiceEligibility, OfACertificateOfNobodyIsNone) {
  at_counter(usual, [](Counter& counter) {
    counter.show(counter.bench.strangers_certificate());
    EXPECT_EQ(answered(counter), Validity::none);
    EXPECT_EQ(counter.last<record::EligibilityAnswered>().patient, "");
  });
}

}  // namespace eligibility_answers_test
}  // namespace uketsuke::sim
