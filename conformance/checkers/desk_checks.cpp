// How the desk treats papers, against rules/desk.yaml.

#include <algorithm>

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

/// DESK-01 to DESK-08  The decision of the desk is one that the rules of the day allow.
class DeskDecisionAllowed
    : public CheckerOf<DeskDecisionAllowed, PatientArrived, CardInserted, CertificateShown, DeskDecided> {
 public:
  static constexpr CheckerDescription kDescription{
      "desk_decision",
      {"DESK-01", "DESK-02", "DESK-03", "DESK-04", "DESK-05", "DESK-06", "DESK-07", "DESK-08"}};
  void see(const PatientArrived& event, const Event&) {
    patient_ = event.patient;
    card_ = false;
    shown_.reset();
  }
  void see(const CardInserted& event, const Event&) {
    // The desk looks at the card, not at its chip; another person's card does not count.
    card_ |= event.card == patient_ || event.card == to_name(scenario::CardInHand::unreadable);
  }
  void see(const CertificateShown& event, const Event&) { shown_ = event; }
  void see(const DeskDecided& event, const Event& at) {
    if (!shown_) return;
    const Date day = context().rules.day;
    const DeskRule* rule =
        context().rules.desk->find(shown_->certificate, parse_date(shown_->valid_until), day, card_);
    if (rule == nullptr) return;
    exercise(rule->requirement);
    if (std::find(rule->allow.begin(), rule->allow.end(), event.decision) != rule->allow.end()) return;
    std::string allowed;
    for (const auto decision : rule->allow)
      allowed += (allowed.empty() ? "" : " or ") + std::string(to_name(decision));
    fail(at,
         "expected the desk to " + allowed + " (" + std::string(to_name(shown_->certificate)) + " on " +
             format_date(day) + "), was " + std::string(to_name(event.decision)),
         rule->requirement);
  }

 private:
  std::string patient_;
  bool card_ = false;  ///< the patient has inserted their own My Number Card, readable or not
  std::optional<CertificateShown> shown_;
};

}  // namespace

void add_desk_checkers(CheckerList& checkers) { add<DeskDecisionAllowed>(checkers); }

}  // namespace uketsuke::conformance
