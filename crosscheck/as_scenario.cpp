#include "crosscheck/as_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace uketsuke::crosscheck {

using Kind = WorldEvent::Kind;
using record::CertificateStatus;

namespace {

/// A persona with this kind of card.
const char* persona_with(const std::string& card) {
  if (card == "pinless") return "watanabe-shige";
  if (card == "infant") return "kato-mei";
  return "sato-hanako";
}

/// Writes steps one after another; a few are inserted before the last written one.
class Script {
 public:
  explicit Script(Date day) : day_(day) {}

  void add(const WorldEvent& h) {
    if (by_hand(h) || by_chip_or_camera(h) || by_service(h)) return;
    // Other world events need no step: the card is identified, the photo is read, consents are stored.
  }

  std::string given() const {
    std::string pairs;
    for (const auto& [key, value] : given_)
      pairs += fmt::format("{}{}: {}", pairs.empty() ? "" : ", ", key, value);
    return pairs.empty() ? "" : fmt::format("given: {{ {} }}\n", pairs);
  }
  std::string steps() const {
    std::string lines;
    for (const std::string& one : steps_) lines += fmt::format("  - {}\n", one);
    return lines;
  }

 private:
  Date day_;
  std::map<std::string, std::string> given_;
  std::vector<std::string> steps_;

  // Each returns true, because the callers return whether they handled the world event.
  bool step(std::string text) {
    steps_.push_back(std::move(text));
    return true;
  }
  bool before_last(std::string text) {
    steps_.insert(steps_.empty() ? steps_.end() : steps_.end() - 1, std::move(text));
    return true;
  }

  /// Handles actions of patient and staff, and time. @return whether the world event is of that kind
  bool by_hand(const WorldEvent& h) {
    switch (h.kind) {
      case Kind::card_in: {
        const auto kind = static_cast<record::CardKind>(h.value);
        const bool own = kind == record::CardKind::individual_number;
        return step(own ? "insert_card" : fmt::format("insert_card: {}", to_name(kind)));
      }
      case Kind::card_out:
        return step("remove_card: { after: 10ms }");
      case Kind::touch:
        return step(fmt::format("touch: {}", to_name(static_cast<record::Button>(h.value))));
      case Kind::timer:
        return time_is_over(static_cast<reader::TimerPurpose>(h.value));
      case Kind::staff_mode:
        return step(fmt::format("staff_mode: {}", to_name(static_cast<record::StaffMode>(h.value))));
      case Kind::staff_decides:
        return step(h.value != 0 ? "visual_check: same" : "visual_check: other");
      case Kind::phone_pin_typed:
        return step("enter_pin");
      case Kind::phone_held:
        return step("hold_phone");
      default:
        return false;
    }
  }

  /// Handles answers of the chip, the printed number, a phone and the camera. @return whether the world event
  /// is of that kind
  bool by_chip_or_camera(const WorldEvent& h) {
    switch (h.kind) {
      case Kind::number_wrong:
        return give("print_misreads", "1");
      case Kind::number_blocked:
        return give("card_face_number_tries_left", "0");
      case Kind::not_genuine:
        return give("card", "cloned");
      case Kind::photo_unusable:
        return give("card_photo", "broken");
      case Kind::face_judged: {
        const auto result = static_cast<record::FaceResult>(h.value);
        return step(result == record::FaceResult::match      ? "look_at_camera"
                    : result == record::FaceResult::not_live ? "look_at_camera: printed_photo"
                                                             : "look_at_camera: other");
      }
      case Kind::camera_fails:
        return before_last("camera: unplugged");
      case Kind::pin_right:
        return step("enter_pin");
      case Kind::pin_wrong:
        return step("enter_pin: wrong");
      case Kind::phone_checked:
        phone_checked(static_cast<record::PhoneCheck>(h.value));
        return true;
      case Kind::phone_locks:
        phone_checked(record::PhoneCheck::wrong);
        return give("phone", "{ pin_tries_left: 1 }");
      default:
        return false;
    }
  }

  /// Handles answers of the service.
  bool by_service(const WorldEvent& h) {
    switch (h.kind) {
      case Kind::certificate:
        certificate(static_cast<CertificateStatus>(h.value));
        return true;
      case Kind::registration:
        return h.value != 0 || give("registered", "false");
      case Kind::eligibility_of_holder:
        give("specific_diseases", "[{ disease: dialysis, from: 2020-01-01 }]");
        [[fallthrough]];
      case Kind::eligibility:
        return give("eligibility", std::string(to_name(static_cast<record::Validity>(h.value))));
      default:
        return false;
    }
  }

  bool give(const char* key, std::string value) {
    given_[key] = std::move(value);
    return true;
  }

  /// Adds the result of checking the phone that was held in the last step.
  void phone_checked(record::PhoneCheck result) {
    using record::PhoneCheck;
    switch (result) {
      case PhoneCheck::accepted:
        return;
      case PhoneCheck::wrong:
        if (steps_.size() >= 2) steps_[steps_.size() - 2] = "enter_pin: wrong";
        return;
      case PhoneCheck::not_unlocked:
        steps_.back() = "hold_phone: { unlock: false }";
        return;
      case PhoneCheck::unreadable:
        steps_.back() = "hold_phone: { lift_after: 100ms }";
        return;
      case PhoneCheck::blocked:
        given_["phone"] = "{ pin_tries_left: 0 }";
        return;
      case PhoneCheck::other_kind: {
        const bool iphone = std::count(steps_.begin(), steps_.end(), "touch: iphone") > 0;
        given_["phone"] = iphone ? "{ kind: android }" : "{ kind: iphone }";
        return;
      }
      case PhoneCheck::no_certificate:
        given_["phone"] = "{ certificate: none }";
        return;
    }
  }

  bool time_is_over(reader::TimerPurpose purpose) {
    switch (purpose) {
      case reader::TimerPurpose::screen:
        return step("wait: 61s");
      case reader::TimerPurpose::face:
        return step("look_at_camera: nobody");
      case reader::TimerPurpose::notice:
        return step("wait: 6s");
      case reader::TimerPurpose::done_before_limit:
        return step("wait_for: limit");
      case reader::TimerPurpose::card_left:
        return step("leave_card");
      case reader::TimerPurpose::service:
        return before_last("network: down");
      case reader::TimerPurpose::done_without_card:
        return step("wait: 6s");
    }
    return false;
  }

  void certificate(CertificateStatus status) {
    switch (status) {
      case CertificateStatus::valid:
        return;
      case CertificateStatus::expires_soon:
        given_["certificate_expires"] = format_date(add_months(day_, 1));
        return;
      case CertificateStatus::in_grace:
        given_["certificate_expires"] = format_date(add_months(day_, -1));
        return;
      case CertificateStatus::expired:
        given_["certificate_expires"] = format_date(add_months(day_, -4));
        return;
      case CertificateStatus::suspended:
      case CertificateStatus::revoked:
        given_["certificate"] = std::string(to_name(status));
        return;
      case CertificateStatus::untrusted:
        given_["card"] = "cloned";
        return;
    }
  }
};

}  // namespace

std::string as_scenario(const Difference& difference, const std::string& name) {
  const conformance::Variant& variant = difference.variant;
  Script script(variant.day);
  std::string path;
  for (const WorldEvent& event : difference.path) {
    path += fmt::format("{}{}", path.empty() ? "" : ", ", to_string(event));
    script.add(event);
  }
  return fmt::format(
      "# {}\n# {}\nscenario: {}\ntitle: {{ ja: 基準との相違, en: the firmware differs from the reference }}\n"
      "requirements: [{}]\ndate: {}\npatient: {}\nsite: {}\nasks: \"{}\"\n{}{}script:\n{}expect: "
      "{{ reference: agrees }}\n",
      difference.finding.message, path, name, difference.finding.requirement, format_date(variant.day),
      persona_with(variant.card), variant.reads_phones() ? "clinic-smartphone" : "clinic-default",
      variant.asks, variant.reader == "no_camera" ? "reader: generic\n" : "", script.given(), script.steps());
}

}  // namespace uketsuke::crosscheck
