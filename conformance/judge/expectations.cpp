#include "conformance/judge/expectations.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "conformance/judge/happened.h"

namespace uketsuke::conformance {

using namespace record;
using scenario::ConsentState;
using scenario::Expectation;
using scenario::Provision;

namespace {

template <class Value>
std::string word(const Value& value) {
  if constexpr (std::is_enum_v<Value>) {
    return std::string(to_name(value));
  } else if constexpr (std::is_same_v<Value, bool>) {
    return value ? "true" : "false";
  } else {
    return fmt::format("{}", value);
  }
}

template <class Value>
std::string word(const std::optional<Value>& value) {
  return value ? word(*value) : "none";
}

template <class Values>
std::string words(const Values& values) {
  std::string joined;
  for (const auto& value : values) joined += (joined.empty() ? "" : ", ") + word(value);
  return "[" + joined + "]";
}

class Comparison {
 public:
  Comparison(const scenario::Case& test_case, const Record& record, const RulesOnDay& rules)
      : case_(test_case), expect_(test_case.expect), rules_(rules), happened_(what_happened(record)) {}

  std::vector<Finding> run() {
    outcome();
    identity();
    consents();
    screens();
    service();
    card();
    return std::move(findings_);
  }

 private:
  const scenario::Case& case_;
  const Expectation& expect_;
  const RulesOnDay& rules_;
  Happened happened_;
  std::vector<Finding> findings_;

  /// The case's first requirement of one of these families, else its first requirement.
  std::string requirement(std::initializer_list<std::string_view> families) const {
    for (const auto family : families) {
      for (const auto& id : case_.requirements) {
        if (id.size() > family.size() && id.compare(0, family.size(), family) == 0 &&
            id[family.size()] == '-') {
          return id;
        }
      }
    }
    return case_.requirements.empty() ? std::string() : case_.requirements.front();
  }

  template <class Value>
  void differ(const std::string& key, const std::string& expected, const std::string& was,
              const Seen<Value>& seen, std::initializer_list<std::string_view> families) {
    findings_.push_back({requirement(families), RequirementClass::required,
                         fmt::format("expected {} {}, was {}", key, expected, was), seen.sequence,
                         seen.sequence ? seen.time : happened_.end});
  }

  template <class Expected, class Value>
  void compare(const std::string& key, const std::optional<Expected>& expected, const Seen<Value>& seen,
               std::initializer_list<std::string_view> families) {
    if (!expected || seen.value == *expected) return;
    differ(key, word(*expected), word(seen.value), seen, families);
  }

  void outcome() {
    compare("reception", expect_.reception, happened_.reception, {"FLOW", "NET"});
    compare("reason", expect_.reason, happened_.reason, {"FLOW", "CERT", "ELIG", "REG", "NET", "READ"});
  }

  void identity() {
    if (expect_.identity && happened_.identity.value != expect_.identity->method) {
      differ("identity", word(expect_.identity->method), word(happened_.identity.value), happened_.identity,
             {"FACE", "PIN", "VISUAL", "PHONE"});
    }
    if (expect_.refusals && happened_.refusals.value != *expect_.refusals) {
      differ("refusals", words(*expect_.refusals), words(happened_.refusals.value), happened_.refusals,
             {"FACE", "PIN", "VISUAL", "PHONE"});
    }
  }

  void consents() {
    for (const auto& [category, state] : expect_.consents) {
      const auto recorded = happened_.consents.find(category);
      const bool asked = recorded != happened_.consents.end();
      const ConsentState was = !asked                   ? ConsentState::not_asked
                               : recorded->second.value ? ConsentState::given
                                                        : ConsentState::not_given;
      if (was == state) continue;
      const Seen<bool> seen = asked ? recorded->second : Seen<bool>{};
      const bool disease = category == Category::specific_diseases_certificate;
      differ("consent " + word(category), word(state), word(was), seen, {disease ? "TSR" : "CONSENT"});
    }
    if (expect_.released && happened_.released.value != *expect_.released) {
      differ("released", words(*expect_.released), words(happened_.released.value), happened_.released,
             {"RELEASE", "CONSENT"});
    }
    if (expect_.limit_information) {
      const Provision was = happened_.limit_released.value ? Provision::provided : Provision::not_provided;
      if (was != *expect_.limit_information) {
        differ("limit_information", word(*expect_.limit_information), word(was), happened_.limit_released,
               {"LIMIT"});
      }
    }
  }

  /// Checks that the `expected` words occur in this order; others may occur in between.
  template <class Word>
  void in_order(const char* key, const std::vector<Word>& expected, const std::vector<Seen<Word>>& shown,
                std::initializer_list<std::string_view> families) {
    auto from = shown.begin();
    for (const Word wanted : expected) {
      const auto found = std::find_if(from, shown.end(),
                                      [wanted](const auto& candidate) { return candidate.value == wanted; });
      if (found == shown.end()) {
        const std::string after = from == shown.begin() ? "" : " after " + word((from - 1)->value);
        differ(key, word(wanted) + after, "not shown", Seen<Word>{}, families);
        return;
      }
      from = found + 1;
    }
  }

  void screens() {
    const auto& shown = happened_.screens;
    in_order("screen", expect_.shows, shown, {"FLOW", "CONSENT", "LIMIT", "TSR"});
    in_order("guidance", expect_.guidance, happened_.guidance, {"FACE"});
    for (const Screen screen : expect_.never_shows) {
      const auto found = std::find_if(shown.begin(), shown.end(),
                                      [screen](const auto& candidate) { return candidate.value == screen; });
      if (found != shown.end())
        differ("screen", word(screen) + " never", "shown", *found, {"LIMIT", "CONSENT", "TSR"});
    }
    if (expect_.code && happened_.code.value != *expect_.code) {
      differ("code", *expect_.code, happened_.code.value.empty() ? "none" : happened_.code.value,
             happened_.code, {"READ", "CERT"});
    }
  }

  void service() {
    compare("certificate", expect_.certificate, happened_.certificate, {"CERT"});
    compare("eligibility", expect_.eligibility, happened_.eligibility, {"ELIG"});
    compare("registered", expect_.registered, happened_.registered, {"REG"});
    compare("desk", expect_.desk, happened_.desk, {"DESK"});
    compare("prescription_form", expect_.prescription_form, happened_.prescription_form, {"PRESC"});
    compare("offers_smartphone", expect_.offers_smartphone, happened_.offers_smartphone, {"PHONE"});
  }

  void card() {
    tries("pin_tries_left", expect_.pin_tries_left, happened_.pin_tries_left, case_.given.pin_tries_left,
          rules_.parameters->pin_tries, {"PIN"});
    tries("card_face_number_tries_left", expect_.card_face_number_tries_left,
          happened_.card_face_number_tries_left, case_.given.card_face_number_tries_left,
          rules_.parameters->card_face_number_tries, {"FACE"});
    tries("phone_tries_left", expect_.phone_tries_left, happened_.phone_tries_left,
          case_.given.phone.pin_tries_left, rules_.parameters->phone_pin_tries, {"PHONE"});
    compare("card_left_alarm", expect_.card_left_alarm, happened_.card_left_alarm, {"CARD"});
  }

  /// A card that was never asked still has its initial tries.
  void tries(const std::string& key, const std::optional<int>& expected,
             Seen<std::optional<std::int64_t>> seen, const std::optional<int>& given, int usual,
             std::initializer_list<std::string_view> families) {
    if (!expected) return;
    if (!seen.value) seen.value = given.value_or(usual);
    if (*seen.value != *expected) differ(key, word(*expected), word(seen.value), seen, families);
  }
};

}  // namespace

std::vector<Finding> check_expectations(const scenario::Case& test_case, const Record& record,
                                        const RulesOnDay& rules) {
  return Comparison(test_case, record, rules).run();
}

bool expects_anything(const Expectation& e) {
  return e.reception || e.reason || e.identity || e.refusals || !e.consents.empty() || e.released ||
         e.limit_information || !e.shows.empty() || !e.never_shows.empty() || !e.guidance.empty() ||
         e.certificate || e.eligibility || e.pin_tries_left || e.card_face_number_tries_left ||
         e.phone_tries_left || e.offers_smartphone || e.registered || e.card_left_alarm || e.code || e.desk ||
         e.prescription_form || e.reference;
}

}  // namespace uketsuke::conformance
