#include "scenarios/loader/expectation.h"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/loader/words.h"

namespace uketsuke::scenario {

using yaml::Map;
using yaml::Value;

namespace {

ExpectedIdentity read_identity(const Value& value) {
  if (value.text() == "none") return {};
  if (const auto method = from_name<record::Method>(value.text())) return {*method};
  auto known = names_of<record::Method>();
  known.emplace_back("none");
  value.fail(InputProblem::bad_value, fmt::format("\"{}\" is not a valid value of this key{}", value.text(),
                                                  suggestion(value.text(), known)));
}

std::map<record::Category, ConsentState> read_consents(const Value& value) {
  Map map = value.map();
  std::map<record::Category, ConsentState> consents;
  for (const auto& [key, state] : map.entries()) {
    const auto category = from_name<record::Category>(key.text());
    if (!category) {
      key.fail(InputProblem::unknown_key, fmt::format("unknown category \"{}\"{}", key.text(),
                                                      suggestion(key.text(), names_of<record::Category>())));
    }
    consents[*category] = state.one_of<ConsentState>();
  }
  if (consents.empty()) value.fail(InputProblem::empty, "names no category");
  return consents;
}

bool read_reference(const Value& value) {
  if (value.text() != "agrees") {
    value.fail(InputProblem::bad_value,
               "\"reference\" takes only \"agrees\": engine and checkers alone judge the case");
  }
  return true;
}

std::string read_code(const Value& value) {
  const std::string code = value.text();
  if (code.size() != 3 || !all_digits(code)) {
    value.fail(InputProblem::bad_value,
               fmt::format("\"{}\" is not an error number (three digits in quotes, \"006\")", code));
  }
  return code;
}

/// Reads the keys of one `expect:` and stores the place of each.
class ExpectationReader {
 public:
  explicit ExpectationReader(const Value& expect) : map_(expect.map()) {
    for (const auto& [key, value] : expect.map().entries()) read_.places[key.text()] = key.place();
  }

  template <class Member, class Read>
  void key(const char* name, Member& member, Read&& read) {
    if (const auto value = map_.optional(name)) member = read(*value);
  }

  template <class Enum>
  void word(const char* name, std::optional<Enum>& member) {
    key(name, member, [](const Value& value) { return value.one_of<Enum>(); });
  }

  void number(const char* name, std::optional<int>& member, int most) {
    key(name, member, [most](const Value& value) { return static_cast<int>(value.integer(0, most)); });
  }

  void flag(const char* name, std::optional<bool>& member) {
    key(name, member, [](const Value& value) { return value.boolean(); });
  }

  Expectation read() {
    word("reception", read_.reception);
    word("reason", read_.reason);
    key("identity", read_.identity, read_identity);
    key("refusals", read_.refusals, list_of<record::Refusal>);
    key("consents", read_.consents, read_consents);
    key("released", read_.released, set_of<record::Category>);
    word("limit_information", read_.limit_information);
    key("shows", read_.shows, list_of<record::Screen>);
    key("never_shows", read_.never_shows, list_of<record::Screen>);
    key("guidance", read_.guidance, list_of<record::Guidance>);
    word("certificate", read_.certificate);
    word("eligibility", read_.eligibility);
    number("pin_tries_left", read_.pin_tries_left, 3);
    number("card_face_number_tries_left", read_.card_face_number_tries_left, 10);
    flag("registered", read_.registered);
    flag("card_left_alarm", read_.card_left_alarm);
    key("code", read_.code, read_code);
    word("desk", read_.desk);
    word("prescription_form", read_.prescription_form);
    flag("offers_smartphone", read_.offers_smartphone);
    number("phone_tries_left", read_.phone_tries_left, 3);
    key("reference", read_.reference, read_reference);
    map_.finish();
    check();
    return std::move(read_);
  }

 private:
  Map map_;
  Expectation read_;

  [[noreturn]] void contradiction(const char* key, const std::string& message) const {
    throw InputError(InputProblem::bad_value, read_.places.at(key), message);
  }

  void check() const {
    if (read_.places.empty()) {
      throw InputError(InputProblem::empty, map_.place(),
                       "expects nothing, so the case could not fail; add an expectation");
    }
    if (read_.reason && read_.reception != Reception::aborted) {
      contradiction("reason", "\"reason\" needs \"reception: aborted\"");
    }
    for (const record::Screen screen : read_.never_shows) {
      if (std::count(read_.shows.begin(), read_.shows.end(), screen) > 0) {
        contradiction("never_shows", fmt::format("\"{}\" is also listed under \"shows\"", to_name(screen)));
      }
    }
  }
};

}  // namespace

Expectation read_expectation(const Value& expect) { return ExpectationReader(expect).read(); }

}  // namespace uketsuke::scenario
