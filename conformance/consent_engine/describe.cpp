// Inputs, outputs and states as text for people.

#include <fmt/format.h>

#include "base/overloaded.h"
#include "conformance/consent_engine/engine.h"

namespace uketsuke::conformance {
namespace {

template <class Enum>
void add_each(std::vector<Input>& inputs, Input (*make)(Enum)) {
  for (const auto& [value, name] : enum_names(Enum{})) inputs.push_back(make(value));
}

}  // namespace

std::vector<Input> alphabet() {
  using namespace input;
  std::vector<Input> inputs{CardInserted{},  CardTaken{},  PhotoRead{}, PhotoMissing{}, PhotoUnusable{},
                            CameraFailed{},  PinEntered{}, Enrolled{},  Stored{},       LimitDue{},
                            ServiceSilent{}, CardLeft{},   PhoneHeld{}, Parted{}};
  for (const bool yes : {false, true}) {
    inputs.insert(inputs.end(), {Proved{yes}, PinTries{yes}, StaffDecided{yes}, RegistrationAnswered{yes}});
  }
  add_each<record::CardKind>(inputs, [](record::CardKind value) -> Input { return CardRead{value}; });
  add_each<record::SecretCheck>(inputs,
                                [](record::SecretCheck value) -> Input { return NumberChecked{value}; });
  add_each<record::SecretCheck>(inputs, [](record::SecretCheck value) -> Input { return PinChecked{value}; });
  add_each<record::FaceResult>(inputs, [](record::FaceResult value) -> Input { return FaceCompared{value}; });
  add_each<record::PhoneCheck>(inputs, [](record::PhoneCheck value) -> Input { return PhoneChecked{value}; });
  add_each<record::StaffMode>(inputs, [](record::StaffMode value) -> Input { return StaffModeSet{value}; });
  add_each<record::CertificateStatus>(
      inputs, [](record::CertificateStatus value) -> Input { return CertificateAnswered{value}; });
  add_each<record::Validity>(inputs, [](record::Validity value) -> Input {
    return EligibilityAnswered{value, false};
  });
  add_each<record::Validity>(inputs, [](record::Validity value) -> Input {
    return EligibilityAnswered{value, true};
  });
  for (const auto& [screen, screen_name] : enum_names(record::Screen{})) {
    inputs.push_back(TimedOut{screen});
    for (const auto& [button, button_name] : enum_names(record::Button{})) {
      inputs.push_back(Touched{screen, button});
    }
  }
  return inputs;
}

std::string to_string(const Input& input) {
  using namespace input;
  return std::visit(
      Overloaded{
          [](const CardInserted&) -> std::string { return "card inserted"; },
          [](const CardTaken&) -> std::string { return "card taken"; },
          [](const CardRead& i) { return fmt::format("card read: {}", to_name(i.kind)); },
          [](const Touched& i) {
            return fmt::format("touched {} on {}", to_name(i.button), to_name(i.screen));
          },
          [](const TimedOut& i) { return fmt::format("{} timed out", to_name(i.screen)); },
          [](const NumberChecked& i) { return fmt::format("照合番号B {}", to_name(i.result)); },
          [](const PhotoRead&) -> std::string { return "photo read"; },
          [](const PhotoMissing&) -> std::string { return "no photo on the card"; },
          [](const PhotoUnusable&) -> std::string { return "the card's photo cannot be used"; },
          [](const CameraFailed&) -> std::string { return "the camera failed"; },
          [](const Proved& i) -> std::string {
            return i.genuine ? "card is genuine" : "card is not genuine";
          },
          [](const FaceCompared& i) { return fmt::format("face compared: {}", to_name(i.result)); },
          [](const PinTries& i) -> std::string { return i.left ? "PIN tries left" : "no PIN try left"; },
          [](const PinEntered&) -> std::string { return "PIN entered"; },
          [](const PinChecked& i) { return fmt::format("PIN {}", to_name(i.result)); },
          [](const StaffDecided& i) -> std::string {
            return i.same_person ? "staff finds the same person" : "staff finds another person";
          },
          [](const StaffModeSet& i) { return fmt::format("staff mode {}", to_name(i.mode)); },
          [](const CertificateAnswered& i) { return fmt::format("certificate {}", to_name(i.status)); },
          [](const RegistrationAnswered& i) -> std::string {
            return i.registered ? "registered" : "not registered";
          },
          [](const Enrolled&) -> std::string { return "registration stored"; },
          [](const EligibilityAnswered& i) {
            return fmt::format("eligibility {}{}", to_name(i.validity),
                               i.specific_disease ? " with a specific disease" : "");
          },
          [](const Stored&) -> std::string { return "consents stored"; },
          [](const ServiceSilent&) -> std::string { return "service silent"; },
          [](const LimitDue&) -> std::string { return "time for the limit screen"; },
          [](const CardLeft&) -> std::string { return "card left too long"; },
          [](const PhoneHeld&) -> std::string { return "phone held"; },
          [](const PhoneChecked& i) { return fmt::format("phone {}", to_name(i.result)); },
          [](const Parted&) -> std::string { return "the last screen has stood long enough"; },
      },
      input);
}

std::string to_string(const Output& output) {
  using namespace output;
  return std::visit(
      Overloaded{
          [](const Show& o) {
            std::string buttons;
            for (const auto button : o.buttons) {
              buttons += buttons.empty() ? " (" : ", ";
              buttons += to_name(button);
            }
            return fmt::format("screen {}{}{}", to_name(o.screen), buttons, buttons.empty() ? "" : ")");
          },
          [](const output::Record& o) {
            return fmt::format("consent {} recorded as {}", to_name(o.category),
                               o.given ? "given" : "not given");
          },
          [](const Release& o) {
            const bool health_check = o.category == record::Category::specific_health_checkups_info;
            const char* which = !health_check                                 ? ""
                                : o.health_check == HealthCheck::none         ? ", which says nothing"
                                : o.health_check == HealthCheck::late_elderly ? " of the late elderly"
                                                                              : "";
            return fmt::format("{} released{}", to_name(o.category), which);
          },
          [](const Prescribe& o) { return fmt::format("{} prescription stored", to_name(o.form)); },
          [](const Complete&) -> std::string { return "reception completed"; },
          [](const Abort& o) { return fmt::format("reception aborted ({})", to_name(o.reason)); },
          [](const Confirm& o) { return fmt::format("identity confirmed by {}", to_name(o.method)); },
          [](const Refuse& o) {
            return fmt::format("identity refused by {} ({})", to_name(o.method), to_name(o.reason));
          },
          [](const Alarm& o) -> std::string { return o.on ? "card-left alarm on" : "card-left alarm off"; },
          [](const Wipe& o) {
            std::string items;
            for (const auto& [item, name] : enum_names(record::WipedItem{})) {
              if (o.items.has(item)) items += fmt::format("{}{}", items.empty() ? "" : ", ", name);
            }
            return fmt::format("{} wiped", items.empty() ? "nothing" : items);
          },
          [](const Idle&) -> std::string { return "reader idle"; },
      },
      output);
}

}  // namespace uketsuke::conformance
