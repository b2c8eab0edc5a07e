// The observer of the exploration, with steps made by hand: what an engine must never do.

#include "conformance/exploration/monitor.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/unit/conformance/judge/story.h"

namespace uketsuke::conformance::test {
namespace monitor_test {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

/// A reception that a test tells input by input, with the outputs that an engine might give.
class Watched {
 public:
  explicit Watched(Setting of = asks_medicines()) : setting(std::move(of)) {}

  static Setting asks_medicines() {
    return setting_on(rules().on(*parse_date(kNewDay)), {Category::pharmacists_info});
  }

  /// @return the requirements that this step violates
  std::vector<std::string> after(const Input& input, const std::vector<Output>& outputs = {},
                                 Phase next = Phase::consent) {
    Step step;
    step.possible = true;
    step.next.phase = next;
    for (const Output& output : outputs) step.effects.push_back({output});
    std::vector<std::string> requirements;
    for (const Violation& violation : monitor.watch(setting, State{}, input, step))
      requirements.push_back(violation.requirement);
    return requirements;
  }

  Watched& insert() {
    after(input::CardInserted{});
    return *this;
  }
  Watched& identify() {
    after(input::PinChecked{record::SecretCheck::accepted});
    return *this;
  }
  Watched& certificate(CertificateStatus status = CertificateStatus::valid) {
    after(input::CertificateAnswered{status});
    return *this;
  }
  Watched& insure(Validity validity = Validity::valid, bool disease = false) {
    after(input::EligibilityAnswered{validity, disease});
    return *this;
  }
  /// A patient with a valid card, at the question of consent.
  Watched& to_consent() { return insert().identify().certificate().insure(); }
  Watched& agree() {
    after(input::Touched{Screen::consent_medicines, Button::agree});
    return *this;
  }

  Setting setting;
  Monitor monitor;
};

const output::Release kMedicines{Category::pharmacists_info, HealthCheck::none};

HeldItems held(std::initializer_list<WipedItem> items) {
  HeldItems all;
  for (const WipedItem item : items) all.add(item);
  return all;
}

// ---- data ----

TEST(Monitor, DataOfAPatientWhoAgreedIsReleased) {
  EXPECT_THAT(Watched().to_consent().agree().after(input::Stored{}, {kMedicines}), IsEmpty());
}

TEST(Monitor, NothingIsReleasedBeforeTheIdentityIsKnown) {
  EXPECT_THAT(Watched().insert().certificate().insure().agree().after(input::Stored{}, {kMedicines}),
              ElementsAre("RELEASE-01"));
}

TEST(Monitor, AWrongPinIdentifiesNobody) {
  Watched reception;
  reception.insert().after(input::PinChecked{record::SecretCheck::wrong});
  EXPECT_THAT(reception.certificate().insure().agree().after(input::Stored{}, {kMedicines}),
              ElementsAre("RELEASE-01"));
}

TEST(Monitor, AFaceThatDoesNotMatchIdentifiesNobody) {
  Watched reception;
  reception.insert().after(input::FaceCompared{record::FaceResult::no_match});
  EXPECT_THAT(reception.certificate().insure().agree().after(input::Stored{}, {kMedicines}),
              ElementsAre("RELEASE-01"));
}

TEST(Monitor, NothingIsReleasedWithoutValidInsurance) {
  for (const Validity validity : {Validity::invalid, Validity::invalid_newer_exists, Validity::none}) {
    EXPECT_THAT(Watched().insert().identify().certificate().insure(validity).agree().after(input::Stored{},
                                                                                           {kMedicines}),
                ElementsAre("ELIG-07"))
        << to_name(validity);
  }
}

TEST(Monitor, NothingIsReleasedWithARevokedCertificate) {
  for (const CertificateStatus status :
       {CertificateStatus::expired, CertificateStatus::revoked, CertificateStatus::untrusted}) {
    EXPECT_THAT(Watched().insert().identify().certificate(status).insure().agree().after(input::Stored{},
                                                                                         {kMedicines}),
                Contains("CERT-02"))
        << to_name(status);
  }
}

TEST(Monitor, InTheGracePeriodNoMedicalDataIsReleased) {
  EXPECT_THAT(Watched()
                  .insert()
                  .identify()
                  .certificate(CertificateStatus::in_grace)
                  .insure()
                  .agree()
                  .after(input::Stored{}, {kMedicines}),
              ElementsAre("CERT-08"));
}

TEST(Monitor, SilenceIsNoConsent) {
  EXPECT_THAT(Watched().to_consent().after(input::Stored{}, {kMedicines}), ElementsAre("RELEASE-02"));
}

TEST(Monitor, ConsentToOneCategoryDoesNotServeAnother) {
  EXPECT_THAT(Watched().to_consent().agree().after(
                  input::Stored{}, {output::Release{Category::operation_info, HealthCheck::none}}),
              ElementsAre("RELEASE-02"));
}

TEST(Monitor, ConsentToAllIsToWhatTheSiteAsksFor) {
  Watched reception;
  reception.to_consent().after(input::Touched{Screen::consent_all, Button::agree_all});
  EXPECT_THAT(reception.after(input::Stored{}, {kMedicines}), IsEmpty());
  EXPECT_THAT(
      reception.after(input::Stored{}, {output::Release{Category::operation_info, HealthCheck::none}}),
      ElementsAre("RELEASE-02"));
}

TEST(Monitor, ConsentOfOnePatientNeverServesTheNext) {
  Watched reception;
  reception.to_consent().agree();
  EXPECT_THAT(reception.to_consent().after(input::Stored{}, {kMedicines}), ElementsAre("RELEASE-02"));
}

TEST(Monitor, HealthCheckIsThatOfTheAge) {
  // Leaflet, step 3-2: メタボ健診（40～74歳）や高齢者健診（75歳以上）.
  const auto released = [](int age, HealthCheck check) {
    Setting setting = setting_on(rules().on(*parse_date(kNewDay)), {Category::specific_health_checkups_info});
    setting.age = static_cast<std::uint8_t>(age);
    Watched reception(setting);
    reception.to_consent().after(input::Touched{Screen::consent_health_checkups, Button::agree});
    return reception.after(input::Stored{},
                           {output::Release{Category::specific_health_checkups_info, check}});
  };
  EXPECT_THAT(released(39, HealthCheck::none), IsEmpty());
  EXPECT_THAT(released(39, HealthCheck::specific), ElementsAre("RELEASE-07"));
  EXPECT_THAT(released(40, HealthCheck::specific), IsEmpty());
  EXPECT_THAT(released(74, HealthCheck::late_elderly), ElementsAre("RELEASE-07"));
  EXPECT_THAT(released(75, HealthCheck::late_elderly), IsEmpty());
}

// ---- consents ----

TEST(Monitor, AConsentIsRecordedAsItWasGiven) {
  EXPECT_THAT(Watched().to_consent().agree().after(input::Stored{},
                                                   {output::Record{Category::pharmacists_info, true}}),
              IsEmpty());
  EXPECT_THAT(Watched().to_consent().agree().after(input::Stored{},
                                                   {output::Record{Category::pharmacists_info, false}}),
              ElementsAre("CONSENT-07"));
  EXPECT_THAT(
      Watched().to_consent().after(input::Stored{}, {output::Record{Category::pharmacists_info, true}}),
      ElementsAre("CONSENT-09"));
}

TEST(Monitor, AConsentThatTheSiteDoesNotAskForIsNotRecorded) {
  EXPECT_THAT(
      Watched().to_consent().after(input::Stored{}, {output::Record{Category::operation_info, false}}),
      ElementsAre("CONSENT-05"));
}

TEST(Monitor, NoConsentIsAskedBeforeIdentityAndInsurance) {
  EXPECT_THAT(Watched().insert().after(input::CardRead{}, {output::Show{Screen::consent_medicines, {}}}),
              ElementsAre("FLOW-05"));
}

TEST(Monitor, NoConsentIsAskedInTheGracePeriod) {
  EXPECT_THAT(Watched()
                  .insert()
                  .identify()
                  .certificate(CertificateStatus::in_grace)
                  .after(input::EligibilityAnswered{Validity::valid, false},
                         {output::Show{Screen::consent_medicines, {}}}),
              ElementsAre("CERT-08"));
}

TEST(Monitor, TheLimitScreenIsGoneWithTheReform) {
  EXPECT_THAT(Watched().to_consent().after(input::LimitDue{}, {output::Show{Screen::limit, {}}}),
              Contains("LIMIT-03"));
}

TEST(Monitor, ADiseaseIsAskedOnlyOfThoseWhoHaveACertificate) {
  const output::Show question{Screen::specific_disease, {Button::provide, Button::do_not_provide}};
  EXPECT_THAT(Watched().to_consent().after(input::Stored{}, {question}), ElementsAre("TSR-01"));
  EXPECT_THAT(Watched()
                  .insert()
                  .identify()
                  .certificate()
                  .insure(Validity::valid, true)
                  .after(input::Stored{}, {question}),
              IsEmpty());
}

// ---- the end ----

TEST(Monitor, AReceptionEndsOnce) {
  Watched reception;
  reception.to_consent().after(input::Stored{}, {output::Complete{}});
  EXPECT_THAT(reception.after(input::ServiceSilent{}, {output::Abort{AbortReason::service_unavailable}}),
              ElementsAre("FLOW-06"));
}

TEST(Monitor, AReceptionIsNotCompleteWithoutInsurance) {
  EXPECT_THAT(Watched()
                  .insert()
                  .identify()
                  .certificate()
                  .insure(Validity::none)
                  .after(input::Stored{}, {output::Complete{}}),
              ElementsAre("FLOW-06"));
}

TEST(Monitor, AllThatWasHeldIsWiped) {
  Watched reception;
  reception.insert().after(input::PinEntered{});
  reception.after(input::PhotoRead{});
  EXPECT_THAT(reception.after(input::CardTaken{},
                              {output::Abort{AbortReason::card_removed},
                               output::Wipe{held({WipedItem::pin, WipedItem::photo})}, output::Idle{}},
                              Phase::idle),
              IsEmpty());
}

TEST(Monitor, AnItemThatStaysIsAFault) {
  Watched reception;
  reception.insert().after(input::PinEntered{});
  EXPECT_THAT(reception.after(input::CardTaken{},
                              {output::Abort{AbortReason::card_removed},
                               output::Wipe{held({WipedItem::photo})}, output::Idle{}},
                              Phase::idle),
              ElementsAre("PRIV-01"));
}

TEST(Monitor, TheReaderIsNotIdleBeforeItWiped) {
  Watched reception;
  reception.insert();
  EXPECT_THAT(reception.after(input::CardTaken{}, {output::Abort{AbortReason::card_removed}, output::Idle{}},
                              Phase::idle),
              ElementsAre("PRIV-01"));
}

TEST(Monitor, TheReaderIsNotIdleWhileACardIsIn) {
  Watched reception;
  reception.insert();
  EXPECT_THAT(
      reception.after(input::ServiceSilent{},
                      {output::Abort{AbortReason::service_unavailable}, output::Wipe{}, output::Idle{}},
                      Phase::idle),
      ElementsAre("FLOW-10"));
}

TEST(Monitor, TheReaderIsNotIdleWithoutAnEndOfTheReception) {
  Watched reception;
  reception.insert();
  EXPECT_THAT(reception.after(input::CardTaken{}, {output::Wipe{}, output::Idle{}}, Phase::idle),
              ElementsAre("FLOW-06"));
}

// ---- phones ----

Setting with_phones() {
  Setting setting =
      setting_on(rules().on(*parse_date("2025-09-19")), {Category::pharmacists_info}, false, true);
  return setting;
}

TEST(Monitor, APhoneIsOfferedExactlyWhereOneIsTaken) {
  const output::Show offer{Screen::idle, {Button::smartphone}};
  const output::Show plain{Screen::idle, {}};
  EXPECT_THAT(Watched().after(input::CardTaken{}, {offer}), ElementsAre("PHONE-01"));
  EXPECT_THAT(Watched(with_phones()).after(input::CardTaken{}, {offer}), IsEmpty());
  EXPECT_THAT(Watched(with_phones()).after(input::CardTaken{}, {plain}), ElementsAre("PHONE-01"));
}

TEST(Monitor, APhoneThatWasNotUnlockedIdentifiesNobody) {
  Watched reception(with_phones());
  reception.after(input::Touched{Screen::idle, Button::smartphone});
  EXPECT_THAT(reception.after(input::PhoneHeld{}, {output::Confirm{Method::smartphone}}),
              ElementsAre("PHONE-03"));
}

TEST(Monitor, APhonesReceptionHasNoCardToTakeNorToForget) {
  Watched reception(with_phones());
  reception.after(input::Touched{Screen::idle, Button::smartphone});
  EXPECT_THAT(reception.after(input::ServiceSilent{}, {output::Show{Screen::take_card, {}}}),
              ElementsAre("PHONE-08"));
  EXPECT_THAT(reception.after(input::CardLeft{}, {output::Alarm{true}}), ElementsAre("PHONE-08"));
}

TEST(Monitor, APhonesCertificateHasNoGracePeriod) {
  Watched reception(with_phones());
  reception.after(input::Touched{Screen::idle, Button::smartphone});
  reception.after(input::PhoneChecked{PhoneCheck::accepted});
  EXPECT_THAT(reception.certificate(CertificateStatus::in_grace)
                  .insure()
                  .agree()
                  .after(input::Stored{}, {kMedicines}),
              Contains("PHONE-06"));
}

// ---- the key ----

TEST(MonitorKey, DiffersWithWhatIsKnown) {
  Watched fresh, identified, agreed;
  fresh.insert();
  identified.insert().identify();
  agreed.to_consent().agree();
  EXPECT_FALSE(fresh.monitor == identified.monitor);
  EXPECT_FALSE(identified.monitor == agreed.monitor);
}

TEST(MonitorKey, IsTheSameAfterTheSameInputs) {
  Watched one, other;
  one.to_consent().agree();
  other.to_consent().agree();
  EXPECT_EQ(one.monitor.key(), other.monitor.key());
}

TEST(MonitorKey, ANewCardForgetsEverything) {
  Watched fresh, second;
  fresh.insert();
  second.to_consent().agree().insert();
  EXPECT_EQ(fresh.monitor.key(), second.monitor.key());
}

}  // namespace monitor_test
}  // namespace uketsuke::conformance::test
