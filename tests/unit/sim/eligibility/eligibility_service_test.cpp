#include "sim/eligibility/eligibility_service.h"

#include <gtest/gtest.h>

#include "kernel/main.h"
#include "kernel/time.h"
#include "tests/unit/payloads.h"
#include "tests/unit/sim/eligibility/service_bench.h"

namespace uketsuke::sim {
namespace eligibility_service_test {

using record::Category;
using scenario::Exchange;
using scenario::ExchangeFault;
using std::chrono::hours;
using std::chrono::seconds;

constexpr Duration kPatience = seconds(10);

struct Client : reader::ServiceRepliesIf {
  struct Reply {
    reader::ServiceReply reply;
    Duration at{};
  };
  std::vector<Reply> replies;
  void deliver(const reader::ServiceReply& reply) override { replies.push_back({reply, sc_now()}); }
};

/// A service that knows Satō Hanako, and a reader who asks. The network takes a second each way.
struct World {
  const ServiceBench& bench;
  Client client;
  record::Record record{{"case", "test", ServiceBench::noon(), 0}};
  EligibilityService service;
  std::uint64_t requests = 0;  ///< the number of the last one

  World(const ServiceBench& on, const ServiceStart& start)
      : bench(on), service("service", on.rules, on.trust, on.issuers, start, record) {
    record.set_clock([] { return sc_now(); });
    service.replies.bind(client);
    service.enrol(on.holder());
  }

  void ask(decltype(reader::ServiceRequest::body) body, Duration wait = seconds(3)) {
    service.send({++requests, kPatience, std::move(body)});
    sc_core::sc_start(to_sc_time(wait));
  }
  void show_certificate() { ask(reader::CertificateQuery{bench.certificate, {}, {}}); }
  void consent(bool given = true) {
    ask(reader::ConsentOrder{{{Category::pharmacists_info, given}}, {Category::eligibility}, std::nullopt});
  }
  void fault(ExchangeFault what) { service.change_network({std::nullopt, std::nullopt, what}); }
  bool in_force(DateTime at) const {
    return service.consent_in_force("sato-hanako", Category::pharmacists_info, at);
  }
  template <class Kind>
  std::vector<Kind> recorded() const {
    return payloads<Kind>(record);
  }
};

ServiceStart start() {
  ServiceStart usual;
  usual.network_delay = seconds(2);
  return usual;
}

void in_world(const std::function<void(World&)>& act, const ServiceStart& begin = start(),
              LateRequests late = LateRequests::dropped) {
  ServiceBench bench;
  bench.rules.late_requests = late;
  in_systemc([&] {
    World world(bench, begin);
    act(world);
  });
}

TEST(EligibilityService, AnswersAfterTheNetworksDelay) {
  in_world([](World& world) {
    world.show_certificate();
    ASSERT_EQ(world.client.replies.size(), 1u);
    EXPECT_EQ(world.client.replies[0].at, seconds(2));
    EXPECT_EQ(std::get<record::CertificateStatus>(world.client.replies[0].reply.body),
              record::CertificateStatus::valid);
  });
}

TEST(EligibilityService, SuspensionByTelephoneCountsFromTheNextCheck) {
  in_world([](World& world) {
    world.show_certificate();
    world.service.suspend("sato-hanako");
    world.show_certificate();
    const auto checked = world.recorded<record::CertificateChecked>();
    ASSERT_EQ(checked.size(), 2u);
    EXPECT_EQ(checked[0].status, record::CertificateStatus::valid);
    EXPECT_EQ(checked[1].status, record::CertificateStatus::suspended);
  });
}

/// Satō, with a 特定疾病療養受療証 from a day on.
InsuredPerson holder_of_certificate(const ServiceBench& bench, const char* from, const char* until) {
  InsuredPerson person = bench.holder();
  auto persona = std::make_shared<scenario::Persona>(*person.persona);
  persona->specific_diseases = {
      {scenario::SpecificDisease::hiv, *parse_date(from), *parse_date(until), std::nullopt}};
  person.persona = std::move(persona);
  return person;
}

/// What the service says of a certificate with these days, to the reader and in the record.
std::pair<bool, std::optional<bool>> answers_about(const char* from, const char* until,
                                                   std::optional<record::Validity> validity = {}) {
  std::pair<bool, std::optional<bool>> answers;
  const ServiceBench bench;
  in_systemc([&] {
    Client reader;
    record::Record record{{"case", "test", ServiceBench::noon(), 0}};
    record.set_clock([] { return sc_now(); });
    EligibilityService service("service", bench.rules, bench.trust, bench.issuers, start(), record);
    service.replies.bind(reader);
    InsuredPerson person = holder_of_certificate(bench, from, until);
    person.validity = validity;
    service.enrol(person);
    service.send({1, kPatience, reader::CertificateQuery{bench.certificate, {}, {}}});
    sc_core::sc_start(to_sc_time(seconds(3)));
    service.send({2, kPatience, reader::EligibilityQuery{}});
    sc_core::sc_start(to_sc_time(seconds(3)));
    answers.first = std::get<reader::EligibilityReply>(reader.replies.back().reply.body).specific_disease;
    answers.second = payloads<record::EligibilityAnswered>(record).back().specific_disease_certificate;
  });
  return answers;
}

TEST(EligibilityService, ReportsACertificateOfASpecificDisease) {
  const auto answers = answers_about("2026-01-10", "2026-01-10");
  EXPECT_TRUE(answers.first);
  EXPECT_EQ(answers.second, true);
}

TEST(EligibilityService, DoesNotReportACertificateThatHasEnded) {
  const auto answers = answers_about("2020-01-01", "2026-01-09");
  EXPECT_FALSE(answers.first);
  EXPECT_FALSE(answers.second);
}

TEST(EligibilityService, DoesNotReportACertificateThatHasNotBegun) {
  EXPECT_FALSE(answers_about("2026-01-11", "2027-01-01").first);
}

TEST(EligibilityService, DoesNotReportACertificateOfAnUninsuredPatient) {
  EXPECT_FALSE(answers_about("2020-01-01", "2027-01-01", record::Validity::invalid).first);
}

/// The service also knows Suzuki Tarō, whose phone has the certificate that is shown; his card has another.
InsuredPerson owner_of_a_phone(const ServiceBench& bench, bool phone_registered) {
  InsuredPerson owner = bench.holder("suzuki-taro");
  owner.phone =
      InsuredPerson::Phone{0x11112222, owner.certificate_issuer, owner.certificate_expires, phone_registered};
  owner.certificate_serial = 0x33334444;
  return owner;
}

void show_phone(World& world) {
  world.ask(reader::CertificateQuery{world.bench.strangers_certificate(), {}, {}});
  world.ask(reader::RegistrationQuery{});
}

TEST(EligibilityService, PhoneBelongsToItsOwnerAndIsRegisteredWithThem) {
  in_world([](World& world) {
    world.service.enrol(owner_of_a_phone(world.bench, true));
    show_phone(world);
    EXPECT_EQ(world.recorded<record::CertificateChecked>().at(0).patient, "suzuki-taro");
    EXPECT_TRUE(world.recorded<record::RegistrationChecked>().at(0).registered);
  });
}

TEST(EligibilityService, UnknownPhoneOfARegisteredOwnerIsNotRegistered) {
  in_world([](World& world) {
    world.service.enrol(owner_of_a_phone(world.bench, false));
    show_phone(world);
    EXPECT_FALSE(world.recorded<record::RegistrationChecked>().at(0).registered);
  });
}

TEST(EligibilityService, SuspendingPhoneOrCardDoesNotAffectTheOther) {
  in_world([](World& world) {
    world.service.enrol(owner_of_a_phone(world.bench, true));
    world.service.suspend("suzuki-taro");
    show_phone(world);
    world.service.revoke_phone("suzuki-taro", pki::RevocationReason::certificate_hold);
    show_phone(world);
    world.show_certificate();
    const auto checked = world.recorded<record::CertificateChecked>();
    EXPECT_EQ(checked.at(0).status, record::CertificateStatus::valid);
    EXPECT_EQ(checked.at(1).status, record::CertificateStatus::suspended);
    EXPECT_EQ(checked.at(2).status, record::CertificateStatus::valid);
  });
}

TEST(EligibilityService, CardAfterAPhoneIsNotAskedForThePhonesRegistration) {
  in_world([](World& world) {
    world.service.enrol(owner_of_a_phone(world.bench, false));
    show_phone(world);
    world.show_certificate();
    world.ask(reader::RegistrationQuery{});
    EXPECT_TRUE(world.recorded<record::RegistrationChecked>().at(1).registered);
  });
}

TEST(EligibilityService, ConsentIsInForceForADayFromTheSecondItWasStored) {
  in_world([](World& world) {
    world.show_certificate();
    world.consent();
    const DateTime stored = ServiceBench::noon() + seconds(3 + 1);
    EXPECT_EQ(world.recorded<record::ConsentRecorded>().at(0).consent_time, format_compact(stored));
    EXPECT_TRUE(world.in_force(stored));
    EXPECT_TRUE(world.in_force(stored + hours(24) - seconds(1)));
    EXPECT_FALSE(world.in_force(stored + hours(24)));
  });
}

TEST(EligibilityService, LaterRefusalEndsTheConsent) {
  in_world([](World& world) {
    world.show_certificate();
    world.consent();
    world.show_certificate();
    world.consent(false);
    EXPECT_FALSE(world.in_force(ServiceBench::noon() + hours(1)));
  });
}

TEST(EligibilityService, LostRequestIsNeverCarriedOut) {
  in_world([](World& world) {
    world.show_certificate();
    ExchangeFault lost;
    lost.lose_request = true;
    world.fault(lost);
    world.consent();
    EXPECT_TRUE(world.recorded<record::ConsentRecorded>().empty());
    EXPECT_EQ(world.client.replies.size(), 1u);
  });
}

TEST(EligibilityService, LostAnswerLeavesTheConsentStored) {
  in_world([](World& world) {
    world.show_certificate();
    ExchangeFault lost;
    lost.of = Exchange::consent;
    lost.lose_answer = true;
    world.fault(lost);
    world.consent();
    EXPECT_EQ(world.recorded<record::ConsentRecorded>().size(), 1u);
    EXPECT_TRUE(world.in_force(ServiceBench::noon() + hours(1)));
    EXPECT_EQ(world.client.replies.size(), 1u);
  });
}

TEST(EligibilityService, DuplicateAnswerIsDeliveredTwiceAndCarriedOutOnce) {
  in_world([](World& world) {
    world.show_certificate();
    ExchangeFault twice;
    twice.duplicate_after = std::chrono::milliseconds(500);
    world.fault(twice);
    world.consent();
    ASSERT_EQ(world.client.replies.size(), 3u);
    EXPECT_EQ(world.client.replies[2].at - world.client.replies[1].at, std::chrono::milliseconds(500));
    EXPECT_EQ(world.recorded<record::ConsentRecorded>().size(), 1u);
  });
}

TEST(EligibilityService, DelayOfOneExchangeDoesNotAffectOthers) {
  in_world([](World& world) {
    ExchangeFault slow;
    slow.delay = seconds(12);
    world.fault(slow);
    world.ask(reader::CertificateQuery{world.bench.certificate, {}, {}}, seconds(13));
    EXPECT_EQ(world.client.replies.at(0).at, seconds(12));
    world.ask(reader::EligibilityQuery{});
    EXPECT_EQ(world.client.replies.at(1).at, seconds(13 + 2));
  });
}

/// Consents that are so long under way, half of it to the service.
void consent_slowly(World& world, Duration there_and_back) {
  world.show_certificate();
  ExchangeFault slow;
  slow.delay = there_and_back;
  world.fault(slow);
  world.ask(reader::ConsentOrder{{{Category::pharmacists_info, true}}, {Category::eligibility}, std::nullopt},
            there_and_back + seconds(1));
}

TEST(EligibilityService, OrderThatArrivesAfterTheReaderGaveUpIsNotCarriedOut) {
  in_world([](World& world) {
    consent_slowly(world, 2 * kPatience);
    EXPECT_TRUE(world.recorded<record::ConsentRecorded>().empty());
    EXPECT_TRUE(world.recorded<record::DataReleased>().empty());
    EXPECT_FALSE(world.in_force(ServiceBench::noon() + hours(1)));
    EXPECT_EQ(world.client.replies.size(), 1u);
  });
}

TEST(EligibilityService, OrderThatArrivesInTimeIsCarriedOutEvenIfItsAnswerIsLate) {
  in_world([](World& world) {
    consent_slowly(world, 2 * kPatience - seconds(1));
    EXPECT_EQ(world.recorded<record::ConsentRecorded>().size(), 1u);
  });
}

TEST(EligibilityService, LateOrderIsCarriedOutIfTheRulesSaySo) {
  in_world(
      [](World& world) {
        consent_slowly(world, 2 * kPatience);
        EXPECT_EQ(world.recorded<record::ConsentRecorded>().size(), 1u);
      },
      start(), LateRequests::carried_out);
}

TEST(EligibilityService, ReplyRepeatsTheNumberOfItsRequest) {
  in_world([](World& world) {
    world.show_certificate();
    world.ask(reader::EligibilityQuery{});
    ASSERT_EQ(world.client.replies.size(), 2u);
    EXPECT_EQ(world.client.replies[0].reply.request, 1u);
    EXPECT_EQ(world.client.replies[1].reply.request, 2u);
  });
}

TEST(EligibilityService, MessageThatArrivesInAnOutageIsLost) {
  in_world([](World& world) {
    world.service.change_network({std::nullopt, seconds(2), std::nullopt});
    world.show_certificate();  // arrives after one second
    EXPECT_TRUE(world.record.events().empty());
    world.show_certificate();
    EXPECT_EQ(world.client.replies.size(), 1u);
  });
}

TEST(EligibilityService, ClockSetBackKeepsEachConsentForADay) {
  in_world([](World& world) {
    world.show_certificate();
    world.consent();
    world.service.shift_clock(-hours(2));
    world.show_certificate();
    world.consent();
    const auto stored = world.recorded<record::ConsentRecorded>();
    ASSERT_EQ(stored.size(), 2u);
    EXPECT_EQ(*stored[1].consent_time, *stored[0].consent_time);  // it stands still
    const auto last = world.service.consents().last("sato-hanako", Category::pharmacists_info);
    EXPECT_EQ(last->until - last->from, hours(24));
  });
}

TEST(EligibilityService, ServiceWithASlowClockUsesItsOwnTime) {
  ServiceStart slow = start();
  slow.clock_ahead = -hours(2);
  in_world(
      [](World& world) {
        world.show_certificate();
        world.consent();
        EXPECT_EQ(world.recorded<record::ConsentRecorded>().at(0).consent_time,
                  format_compact(ServiceBench::noon() - hours(2) + seconds(4)));
      },
      slow);
}

TEST(EligibilityService, OrderOfAnUnknownPatientIsNotAnsweredAndNothingIsStored) {
  in_world([](World& world) {
    world.consent();  // before any certificate
    world.ask(reader::CertificateQuery{world.bench.strangers_certificate(), {}, {}});
    world.consent();
    world.ask(reader::RegistrationOrder{});
    EXPECT_EQ(world.client.replies.size(), 1u);  // untrusted
    EXPECT_EQ(std::get<record::CertificateStatus>(world.client.replies[0].reply.body),
              record::CertificateStatus::untrusted);
    EXPECT_TRUE(world.recorded<record::ConsentRecorded>().empty());
    EXPECT_TRUE(world.recorded<record::DataReleased>().empty());
    EXPECT_TRUE(world.recorded<record::Registered>().empty());
  });
}

TEST(EligibilityService, OrderAboutAnUnknownCategoryIsNotAnsweredAndNothingIsStored) {
  in_world([](World& world) {
    world.show_certificate();
    world.ask(reader::ConsentOrder{{{Category::pharmacists_info, true}, {static_cast<Category>(99), true}},
                                   {Category::eligibility},
                                   record::PrescriptionForm::paper});
    EXPECT_EQ(world.client.replies.size(), 1u);
    EXPECT_FALSE(world.in_force(ServiceBench::noon() + hours(1)));
    EXPECT_TRUE(world.recorded<record::DataReleased>().empty());
    EXPECT_TRUE(world.recorded<record::PrescriptionFormChosen>().empty());
  });
}

TEST(EligibilityService, ReleaseOfAnUnknownCategoryIsNotAnsweredAndNothingIsStored) {
  in_world([](World& world) {
    world.show_certificate();
    world.ask(reader::ConsentOrder{
        {{Category::pharmacists_info, true}}, {static_cast<Category>(99)}, std::nullopt});
    EXPECT_EQ(world.client.replies.size(), 1u);
    EXPECT_FALSE(world.in_force(ServiceBench::noon() + hours(1)));
    EXPECT_TRUE(world.recorded<record::DataReleased>().empty());
  });
}

TEST(EligibilityService, StaysSilentIfItCannotTell) {
  ServiceStart forged = start();
  forged.statements = scenario::StatementFault::forged;
  in_world(
      [](World& world) {
        world.show_certificate();
        world.consent();  // nobody was shown
        EXPECT_TRUE(world.client.replies.empty());
        EXPECT_TRUE(world.record.events().empty());
      },
      forged);
}

TEST(EligibilityService, HistoryOfTheScenarioReplacesThePersonas) {
  static std::vector<scenario::Insurance> history(1);
  history[0].from = *parse_date("2015-04-01");
  history[0].until = *parse_date("2025-12-31");
  history[0].reason_of_loss = scenario::LossReason::other_insurance;
  const ServiceBench bench;
  in_systemc([&] {
    record::Record record{{"case", "test", ServiceBench::noon(), 0}};
    record.set_clock([] { return sc_now(); });
    Client reader;
    EligibilityService service("service", bench.rules, bench.trust, bench.issuers, start(), record);
    service.replies.bind(reader);
    InsuredPerson person = bench.holder();
    person.insurance = &history;
    service.enrol(person);
    service.send({1, kPatience, reader::CertificateQuery{bench.certificate, {}, {}}});
    service.send({2, kPatience, reader::EligibilityQuery{}});
    sc_core::sc_start(to_sc_time(seconds(3)));
    const auto* answered = record::as<record::EligibilityAnswered>(record.events().back());
    ASSERT_NE(answered, nullptr);
    EXPECT_EQ(answered->validity, record::Validity::invalid_newer_exists);
  });
}

}  // namespace eligibility_service_test
}  // namespace uketsuke::sim
