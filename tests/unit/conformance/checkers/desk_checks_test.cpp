#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace desk_checks_test {

Story desk(Certificate paper, const std::string& until, DeskDecision decision) {
  return Story()
      .arrive()
      .event(Source::patient, CertificateShown{paper, until})
      .event(Source::clerk, DeskDecided{decision, {}});
}

TEST(DeskDecision, CatchesALegacyCertificateRefusedOnItsLastDay) {
  EXPECT_THAT(broken("desk_decision",
                     desk(Certificate::legacy_certificate, "2025-12-01", DeskDecision::refuse), "2025-12-01"),
              ElementsAre("DESK-01"));
}

TEST(DeskDecision, CatchesALegacyCertificateAcceptedADayLaterWhateverIsPrintedOnIt) {
  EXPECT_THAT(broken("desk_decision",
                     desk(Certificate::legacy_certificate, "2026-03-31", DeskDecision::accept), "2025-12-02"),
              ElementsAre("DESK-02"));
}

TEST(DeskDecision, CatchesALegacyCertificateLookedUpAfterTheTransition) {
  EXPECT_THAT(
      broken("desk_decision", desk(Certificate::legacy_certificate, "2025-12-01", DeskDecision::look_up),
             "2026-04-01"),
      ElementsAre("DESK-03"));
}

TEST(DeskDecision, CatchesAnEligibilityCertificateThatIsNotEnough) {
  EXPECT_THAT(
      broken("desk_decision", desk(Certificate::eligibility_certificate, "2026-01-31", DeskDecision::look_up),
             "2026-01-31"),
      ElementsAre("DESK-04"));
}

TEST(DeskDecision, CatchesANoticeAcceptedByItself) {
  EXPECT_THAT(
      broken("desk_decision", desk(Certificate::eligibility_notice, "", DeskDecision::accept), "2026-04-01"),
      ElementsAre("DESK-05"));
  EXPECT_THAT(
      broken("desk_decision", desk(Certificate::eligibility_notice, "", DeskDecision::refuse), "2026-03-31"),
      ElementsAre("DESK-06"));
}

Story notice_after_card(const std::string& card, DeskDecision decision) {
  return Story()
      .arrive()
      .insert(card)
      .event(Source::patient, CardRemoved{})
      .event(Source::patient, CertificateShown{Certificate::eligibility_notice, ""})
      .event(Source::clerk, DeskDecided{decision, {}});
}

TEST(DeskDecision, CatchesANoticeLookedUpAlthoughTheCardThatCannotBeReadLiesThere) {
  EXPECT_THAT(broken("desk_decision", notice_after_card("unreadable", DeskDecision::look_up), "2025-12-15"),
              ElementsAre("DESK-05"));
  EXPECT_THAT(broken("desk_decision", notice_after_card("sato", DeskDecision::look_up), "2025-12-15"),
              ElementsAre("DESK-05"));
}

TEST(DeskDecision, LetsANoticeBesideSomebodyElsesCardBeLookedUp) {
  EXPECT_THAT(broken("desk_decision", notice_after_card("suzuki", DeskDecision::look_up), "2025-12-15"),
              IsEmpty());
  EXPECT_THAT(broken("desk_decision", notice_after_card("other", DeskDecision::look_up), "2025-12-15"),
              IsEmpty());
}

TEST(DeskDecision, CatchesAnExpiredEligibilityCertificateAccepted) {
  EXPECT_THAT(
      broken("desk_decision", desk(Certificate::eligibility_certificate, "2026-01-30", DeskDecision::accept),
             "2026-01-31"),
      ElementsAre("DESK-07"));
}

TEST(DeskDecision, CatchesAPatientWithTheCardRefused) {
  Story story = Story().start().event(Source::patient, CardRemoved{}).forget();
  story.event(Source::patient, CertificateShown{Certificate::nothing, ""});
  EXPECT_THAT(broken("desk_decision", story.event(Source::clerk, DeskDecided{DeskDecision::refuse, {}}),
                     "2025-01-15"),
              ElementsAre("DESK-08"));
}

}  // namespace desk_checks_test
}  // namespace uketsuke::conformance::test
