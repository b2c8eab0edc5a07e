// What is released to the doctor or pharmacist, and when.

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

std::string name_of(const DataReleased& event) { return std::string(to_name(event.category)); }

/// RELEASE-01  Nothing is released before identity is confirmed.
/// Source: leaflet, order of steps 2 to 4.
class ReleaseNeedsIdentity : public CheckerOf<ReleaseNeedsIdentity, DataReleased> {
 public:
  static constexpr CheckerDescription kDescription{"release_needs_identity", {"RELEASE-01"}};
  void see(const DataReleased& event, const Event& at) {
    exercise();
    if (!facts().identity) fail(at, name_of(event) + " released before identity was confirmed");
  }
};

/// RELEASE-02  Medical information is released only after a recorded consent.
/// Source: leaflet step 3.
class ReleaseNeedsConsent : public CheckerOf<ReleaseNeedsConsent, DataReleased> {
 public:
  static constexpr CheckerDescription kDescription{"release_needs_consent", {"RELEASE-02"}};
  void see(const DataReleased& event, const Event& at) {
    if (!is_sensitive(event.category)) return;
    exercise();
    if (!facts().given.has(event.category)) fail(at, name_of(event) + " released without a recorded consent");
  }
};

/// CERT-01  The certificate is checked before any consent or release.
class ReleaseNeedsCertificate : public CheckerOf<ReleaseNeedsCertificate, DataReleased, ConsentRecorded> {
 public:
  static constexpr CheckerDescription kDescription{"release_needs_certificate", {"CERT-01"}};
  void see(const DataReleased& event, const Event& at) { check(event.category, "released", at); }
  void see(const ConsentRecorded& event, const Event& at) { check(event.category, "recorded", at); }

 private:
  void check(Category category, const char* what, const Event& at) {
    exercise();
    if (!facts().certificate) {
      fail(at, std::string(to_name(category)) + " " + what + " before the certificate was checked");
    }
  }
};

/// CERT-08  No medical information is released with a certificate that is expired or in its grace period;
/// with an expired one, nothing at all. Source: insurers' FAQ.
class NoMedicalDataWithoutCertificate
    : public CheckerOf<NoMedicalDataWithoutCertificate, CertificateChecked, DataReleased> {
 public:
  static constexpr CheckerDescription kDescription{"no_medical_data_without_certificate", {"CERT-08"}};
  void see(const CertificateChecked& event, const Event&) {
    if (event.status != CertificateStatus::valid && event.status != CertificateStatus::expires_soon)
      exercise();
  }
  void see(const DataReleased& event, const Event& at) {
    if (!facts().certificate) return;
    const CertificateStatus status = *facts().certificate;
    if (status == CertificateStatus::valid || status == CertificateStatus::expires_soon) return;
    const bool serves_for_eligibility = status == CertificateStatus::in_grace ||
                                        (status == CertificateStatus::suspended &&
                                         !context().rules.identification->suspended_certificate_as_revoked);
    if (serves_for_eligibility && !is_sensitive(event.category)) return;
    fail(at, name_of(event) + " released with a certificate that is " + std::string(to_name(status)));
  }
};

/// RELEASE-03  Nothing is released after an abort.
class NothingAfterAbort : public CheckerOf<NothingAfterAbort, DataReleased, ReceptionAborted> {
 public:
  static constexpr CheckerDescription kDescription{"nothing_after_abort", {"RELEASE-03"}};
  void see(const ReceptionAborted&, const Event&) { exercise(); }
  void see(const DataReleased& event, const Event& at) {
    if (facts().aborted) fail(at, name_of(event) + " released after the abort");
  }
};

/// RELEASE-04  A completed reception releases the eligibility.
class CompletedReleasesEligibility : public CheckerOf<CompletedReleasesEligibility> {
 public:
  static constexpr CheckerDescription kDescription{"completed_releases_eligibility", {"RELEASE-04"}};
  void ended(Duration time) override {
    if (!facts().completed) return;
    exercise();
    if (!facts().released.has(Category::eligibility)) {
      fail_missing(time, "expected Eligibility released with completion, was not released");
    }
  }
};

/// RELEASE-05  Every category that the patient agreed to is released.
class GivenIsReleased : public CheckerOf<GivenIsReleased> {
 public:
  static constexpr CheckerDescription kDescription{"given_is_released", {"RELEASE-05"}};
  void ended(Duration time) override {
    if (!facts().completed || facts().given.empty()) return;
    exercise();
    for (const auto& [category, name] : enum_names(Category{})) {
      if (facts().given.has(category) && !facts().released.has(category)) {
        fail_missing(time, "expected " + std::string(name) + " released after consent, was not released");
      }
    }
  }
};

/// RELEASE-06  Released information belongs to the holder of the card in the slot.
class ReleasedOfCardHolder : public CheckerOf<ReleasedOfCardHolder, DataReleased> {
 public:
  static constexpr CheckerDescription kDescription{"released_of_card_holder", {"RELEASE-06"}};
  void see(const DataReleased& event, const Event& at) {
    exercise();
    if (event.patient != facts().card) {
      fail(at, name_of(event) + " released of " + event.patient + ", expected " + facts().card);
    }
  }
};

/// RELEASE-07  For a patient too young for a health check, no health check is released; a consent to it has
/// no effect. Source: leaflet step 3-2, ages of the health checks.
class HealthCheckByAge : public CheckerOf<HealthCheckByAge, DataReleased> {
 public:
  static constexpr CheckerDescription kDescription{"health_check_by_age", {"RELEASE-07"}};
  void see(const DataReleased& event, const Event& at) {
    if (event.category != Category::specific_health_checkups_info) return;
    const auto holder = context().cards.find(event.patient);
    if (holder == context().cards.end() || !holder->second.born) return;
    const RulesOnDay& rules = context().rules;
    const int age = age_on(*holder->second.born, rules.day);
    if (age >= rules.health_checks->from_age) return;
    exercise();
    if (event.any) fail(at, "a health check released of somebody aged " + std::to_string(age));
  }
};

}  // namespace

void add_release_checkers(CheckerList& checkers) {
  add<ReleaseNeedsIdentity, ReleaseNeedsConsent, ReleaseNeedsCertificate, NoMedicalDataWithoutCertificate,
      NothingAfterAbort, CompletedReleasesEligibility, GivenIsReleased, ReleasedOfCardHolder,
      HealthCheckByAge>(checkers);
}

}  // namespace uketsuke::conformance
