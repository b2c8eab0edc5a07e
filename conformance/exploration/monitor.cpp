#include "conformance/exploration/monitor.h"

#include <fmt/format.h>

namespace uketsuke::conformance {

using record::Button;
using record::Category;
using record::Screen;
using record::WipedItem;

namespace {

/// The categories that a touch on a screen agrees to. 診療 and 薬剤 share a screen (leaflet, step 3).
CategorySet agreed_by(const input::Touched& touch, const Setting& setting) {
  if (touch.screen == Screen::consent_all && touch.button == Button::agree_all) {
    CategorySet all = kMedicalCategories & setting.asks;
    if (setting.specific_disease_in_consent_all) all.add(Category::specific_diseases_certificate);
    return all;
  }
  if (touch.screen == Screen::specific_disease && touch.button == Button::provide)
    return {Category::specific_diseases_certificate};
  if (touch.button != Button::agree) return {};
  switch (touch.screen) {
    case Screen::consent_medicines:
      return CategorySet{Category::diagnosis_info, Category::pharmacists_info} & setting.asks;
    case Screen::consent_operations:
      return CategorySet{Category::operation_info} & setting.asks;
    case Screen::consent_health_checkups:
      return CategorySet{Category::specific_health_checkups_info} & setting.asks;
    default:
      return {};
  }
}

/// Whether a certificate serves for eligibility only.
bool serves_for_eligibility(record::CertificateStatus status, const Setting& setting) {
  if (status == record::CertificateStatus::suspended) return !setting.suspended_certificate_as_revoked;
  return status == record::CertificateStatus::in_grace;
}

bool serves(record::CertificateStatus status) {
  return status == record::CertificateStatus::valid || status == record::CertificateStatus::expires_soon;
}

/// 特定健診 from 40 to 74 years, the health check of the late elderly from 75 (leaflet, step 3-2).
HealthCheck health_check_at(int age) {
  constexpr int kFirst = 40;
  constexpr int kLateElderly = 75;
  if (age < kFirst) return HealthCheck::none;
  return age < kLateElderly ? HealthCheck::specific : HealthCheck::late_elderly;
}

bool medical(Category category) { return kMedicalCategories.has(category); }
bool sensitive(Category category) {
  return medical(category) || category == Category::specific_diseases_certificate;
}

}  // namespace

void Monitor::learn(const Input& input, const Setting& setting) {
  if (std::holds_alternative<input::CardInserted>(input)) {
    *this = Monitor{};
    card_in_ = true;
  } else if (std::holds_alternative<input::CardTaken>(input)) {
    card_in_ = false;
  } else if (const auto* touch = std::get_if<input::Touched>(&input)) {
    if (touch->screen == Screen::idle) {
      *this = Monitor{};
      by_phone_ = true;
    }
    agreed_ = agreed_ | agreed_by(*touch, setting);
    if (touch->screen == Screen::limit && touch->button == Button::provide) limit_agreed_ = true;
    if (touch->screen == Screen::prescription_form) electronic_ = touch->button == Button::electronic;
  } else if (const auto* face = std::get_if<input::FaceCompared>(&input)) {
    held_.add(WipedItem::probe);
    if (face->result == record::FaceResult::match) identified_ = true;
  } else if (const auto* pin = std::get_if<input::PinChecked>(&input)) {
    if (pin->result == record::SecretCheck::accepted) identified_ = true;
  } else if (const auto* staff = std::get_if<input::StaffDecided>(&input)) {
    if (staff->same_person) identified_ = by_staff_ = true;
  } else if (const auto* certificate = std::get_if<input::CertificateAnswered>(&input)) {
    held_.add(WipedItem::certificate);
    certificate_serves_ = serves(certificate->status);
    in_grace_ = serves_for_eligibility(certificate->status, setting);
    if (by_phone_ && in_grace_) {  // a phone's certificate is valid to its last day and no longer
      in_grace_ = setting.phone_grace;
      phone_expired_ = !setting.phone_grace;
    }
  } else if (const auto* phone = std::get_if<input::PhoneChecked>(&input)) {
    if (phone->result == record::PhoneCheck::accepted) identified_ = phone_accepted_ = true;
  } else if (const auto* registration = std::get_if<input::RegistrationAnswered>(&input)) {
    phone_unregistered_ = by_phone_ && !registration->registered && !setting.phone_registers;
  } else if (const auto* eligibility = std::get_if<input::EligibilityAnswered>(&input)) {
    insured_ = eligibility->validity == record::Validity::valid ||
               eligibility->validity == record::Validity::valid_unregistered;
    holder_ = eligibility->specific_disease;
  } else if (std::holds_alternative<input::PinEntered>(input)) {
    held_.add(WipedItem::pin);
  } else if (std::holds_alternative<input::NumberChecked>(input)) {
    held_.add(WipedItem::card_face_number);
  } else if (std::holds_alternative<input::PhotoRead>(input)) {
    held_.add(WipedItem::photo);
  }
}

namespace {

bool of_a_phone(Screen screen) {
  return screen == Screen::phone_kind || screen == Screen::hold_phone || screen == Screen::phone_failed ||
         screen == Screen::phone_not_registered || screen == Screen::phone_ended;
}

bool of_a_card(Screen screen) {
  return screen == Screen::choose_method || screen == Screen::face_guide || screen == Screen::face_failed ||
         screen == Screen::visual_check || screen == Screen::pin_locked || screen == Screen::take_card ||
         screen == Screen::limit;
}

/// The monitor's knowledge about a phone, for the check of one output.
struct PhoneLook {
  bool by_phone;
  bool accepted;
  bool expired;
  bool unregistered;
};

/// Checks one output against the monitor's knowledge.
struct Look {
  const Setting& setting;
  PhoneLook phone;
  bool identified;
  bool certificate_serves;
  bool in_grace;
  bool insured;
  bool limit_agreed;
  bool electronic;
  bool holder;
  bool unasked;  ///< this patient must not be asked about health
  bool over;
  bool completed;
  bool disease_recorded;  ///< in this step
  CategorySet agreed;
  HeldItems held;
  std::vector<Violation>& found;

  template <class Neutral>
  void operator()(const Neutral&) const {}

  void operator()(const output::Release& release) const {
    const std::string name(to_name(release.category));
    if (phone.expired) found.push_back({"PHONE-06", name + " released with a phone's expired certificate"});
    if (phone.unregistered)
      found.push_back({"PHONE-07", name + " released by a phone whose owner is not registered"});
    if (!identified) found.push_back({"RELEASE-01", name + " released, and nobody was identified"});
    if (!insured) found.push_back({"ELIG-07", name + " released without valid insurance"});
    if (!certificate_serves && !in_grace)
      found.push_back({"CERT-02", name + " released with a certificate that does not serve"});
    if (sensitive(release.category) && in_grace)
      found.push_back({"CERT-08", name + " released with an expired certificate"});
    if (medical(release.category) && !agreed.has(release.category))
      found.push_back({"RELEASE-02", name + " released, and nobody agreed"});
    if (release.category == Category::specific_health_checkups_info &&
        release.health_check != health_check_at(setting.age)) {
      found.push_back({"RELEASE-07", fmt::format("health check {} released at the age of {}",
                                                 to_name(release.health_check), setting.age)});
    }
    if (release.category == Category::specific_diseases_certificate &&
        !agreed.has(Category::specific_diseases_certificate))
      found.push_back({"TSR-02", name + " released, and nobody agreed"});
    if (release.category == Category::limit_application_certificate && setting.limit == LimitPolicy::screen &&
        !limit_agreed) {
      found.push_back({"LIMIT-02", name + " released, and nobody agreed"});
    }
  }
  void operator()(const output::Record& consent) const {
    const bool given = consent.category == Category::limit_application_certificate
                           ? limit_agreed
                           : agreed.has(consent.category);
    if (consent.given != given) {
      found.push_back(
          {consent.given ? "CONSENT-09" : "CONSENT-07",
           fmt::format("{} recorded as {}", to_name(consent.category),
                       consent.given ? "given, and nobody agreed" : "not given, and somebody agreed")});
    }
    if (medical(consent.category) && !setting.asks.has(consent.category))
      found.push_back({"CONSENT-05", fmt::format("{} recorded, and the site does not ask for it",
                                                 to_name(consent.category))});
  }
  void operator()(const output::Confirm& confirm) const {
    const bool by_phone = confirm.method == record::Method::smartphone;
    if (by_phone && !phone.accepted)
      found.push_back({"PHONE-03", "identity confirmed by a phone that was not accepted"});
    if (by_phone != phone.by_phone)
      found.push_back({"PHONE-12", fmt::format("identity confirmed by {} in a reception {} a phone",
                                               to_name(confirm.method), phone.by_phone ? "by" : "without")});
  }
  void operator()(const output::Alarm& alarm) const {
    if (alarm.on && phone.by_phone) found.push_back({"PHONE-08", "an alarm for a card that is not there"});
  }
  void of_phones(const output::Show& show) const {
    if (of_a_phone(show.screen) && !setting.smartphone)
      found.push_back({"PHONE-01", fmt::format("{} shown where no phone can be used", to_name(show.screen))});
    if (of_a_phone(show.screen) && !phone.by_phone)
      found.push_back({"PHONE-12", fmt::format("{} shown, and nobody chose a phone", to_name(show.screen))});
    if (of_a_card(show.screen) && phone.by_phone)
      found.push_back({show.screen == Screen::take_card ? "PHONE-08" : "PHONE-12",
                       fmt::format("{} shown to somebody with a phone", to_name(show.screen))});
    if (show.screen == Screen::registration && phone.unregistered)
      found.push_back({"PHONE-07", "registration offered by phone"});
    const bool offered = show.screen == Screen::idle && show.buttons == Buttons{Button::smartphone};
    if (show.screen == Screen::idle && offered != setting.smartphone)
      found.push_back({"PHONE-01", offered ? "a phone is offered where none can be used"
                                           : "a phone is not offered where it can be used"});
  }

  void operator()(const output::Show& show) const {
    of_phones(show);
    const bool asks = !categories_of(show.screen).empty();
    if (show.screen == Screen::specific_disease) look_at_disease_question();
    if (asks && !(identified && insured))
      found.push_back(
          {"FLOW-05", fmt::format("{} shown before identity and insurance", to_name(show.screen))});
    if (asks && in_grace && show.screen != Screen::limit)
      found.push_back({"CERT-08", fmt::format("{} shown with an expired certificate", to_name(show.screen))});
    if (asks && unasked && !in_grace && show.screen != Screen::limit)
      found.push_back({"VISUAL-01", fmt::format("{} shown after a visual check", to_name(show.screen))});
    if (show.screen == Screen::limit && setting.limit == LimitPolicy::automatic)
      found.push_back({"LIMIT-03", "the limit screen is shown after the reform"});
  }
  void look_at_disease_question() const {
    if (!holder) found.push_back({"TSR-01", "specific_disease asked of somebody who holds no certificate"});
    const bool late = setting.specific_disease == SpecificDiseaseQuestion::behind_limit;
    if (late != completed)
      found.push_back({late ? "TSR-04" : "TSR-07", "specific_disease asked too early or late"});
    if (setting.specific_disease == SpecificDiseaseQuestion::not_asked)
      found.push_back({"TSR-07", "specific_disease asked where the reader does not ask"});
  }
  void operator()(const output::Prescribe& prescription) const {
    const auto wanted = electronic ? record::PrescriptionForm::electronic : record::PrescriptionForm::paper;
    if (prescription.form != wanted)
      found.push_back({"PRESC-02", "another form of prescription than was chosen"});
    if (!setting.prescription_form)
      found.push_back({"PRESC-01", "a prescription's form, which nobody asked for"});
  }
  void operator()(const output::Complete&) const {
    if (over) found.push_back({"FLOW-06", "the reception ends twice"});
    if (!identified || !insured) found.push_back({"FLOW-06", "completed without identity and insurance"});
    const bool due = holder && !unasked && setting.specific_disease == SpecificDiseaseQuestion::own_screen;
    if (due && !disease_recorded)
      found.push_back({"TSR-07", "completed, and a holder of a certificate was not asked"});
  }
  void operator()(const output::Abort&) const {
    if (over) found.push_back({"FLOW-06", "the reception ends twice"});
  }
  void operator()(const output::Wipe& wipe) const {
    if ((held.bits() & ~wipe.items.bits()) != 0)
      found.push_back({"PRIV-01", fmt::format("held {:#x}, wiped {:#x}", held.bits(), wipe.items.bits())});
  }
};

}  // namespace

std::vector<Violation> Monitor::watch(const Setting& setting, const State& before, const Input& input,
                                      const Step& step) {
  std::vector<Violation> found;
  learn(input, setting);
  bool idle_again = false;
  bool disease_recorded = false;
  bool ends = false;
  bool wiped = false;
  for (const Effect& effect : step.effects) {
    const bool unasked = in_grace_ || (by_staff_ && !setting.visual_check_asks_consent);
    std::visit(Look{setting, PhoneLook{by_phone_, phone_accepted_, phone_expired_, phone_unregistered_},
                    identified_, certificate_serves_, in_grace_, insured_, limit_agreed_, electronic_,
                    holder_, unasked, over_, completed_, disease_recorded, agreed_, held_, found},
               effect.output);
    const Output& output = effect.output;
    const auto* consent = std::get_if<output::Record>(&output);
    disease_recorded = disease_recorded ||
                       (consent != nullptr && consent->category == Category::specific_diseases_certificate);
    completed_ = completed_ || std::holds_alternative<output::Complete>(output);
    ends = ends || std::holds_alternative<output::Complete>(output) ||
           std::holds_alternative<output::Abort>(output);
    over_ = over_ || ends;
    wiped = wiped || std::holds_alternative<output::Wipe>(output);
    idle_again = idle_again || std::holds_alternative<output::Idle>(output);
  }
  // The agreements end with the reception: anything later needs a touch of its own.
  if (ends) {
    agreed_ = {};
    electronic_ = false;
    if (setting.specific_disease != SpecificDiseaseQuestion::behind_limit || !completed_) holder_ = false;
  }
  if (idle_again) {
    if (card_in_) found.push_back({"FLOW-10", "idle while the card is in"});
    if (!wiped) found.push_back({"PRIV-01", "idle, and nothing was wiped"});
    if (!over_) found.push_back({"FLOW-06", "idle, and the reception neither completed nor was aborted"});
    State clean;
    clean.staff = step.next.staff;
    if (step.next != clean)
      found.push_back({"CONSENT-10", "something of this reception is left for the next"});
    *this = Monitor{};
  } else if (step.next.phase != Phase::idle && step.next.face_failures < before.face_failures) {
    found.push_back({"FACE-04", "a failed comparison is forgotten"});
  }
  return found;
}

std::uint64_t Monitor::key() const {
  std::uint64_t key = 0;
  for (const bool bit :
       {card_in_, identified_, certificate_serves_, in_grace_, insured_, limit_agreed_, electronic_, over_,
        by_staff_, holder_, completed_, by_phone_, phone_accepted_, phone_expired_, phone_unregistered_})
    key = key << 1 | static_cast<std::uint64_t>(bit);
  return key << 16 | static_cast<std::uint64_t>(agreed_.bits()) << 8 | held_.bits();
}

}  // namespace uketsuke::conformance
