#include "conformance/rules/identification_parameters.h"

#include <fmt/format.h>

#include "base/yaml/document.h"

namespace uketsuke::conformance {
namespace {

std::uint16_t read_locked(const yaml::Value& value) {
  const std::string text = value.text();
  if (text == "6984") return 0x6984;
  if (text == "6983") return 0x6983;
  value.fail(InputProblem::bad_value, "the status word of a locked card is \"6984\" or \"6983\"");
}

/// A parameter of which only one value can be modelled: it is listed as unknown and cannot be changed.
struct Fixed {
  const char* name;
  const char* value;
  const char* reason;  ///< why no other value is possible
};

constexpr Fixed kFixed[] = {
    // A chip counts wrong numbers and resets the counter with each right one; a right one precedes every
    // comparison. A card that counts face mismatches would need another counter, which no source describes.
    {"face_mismatch_counts_on_card", "false",
     "the right number before each comparison sets the card's counter back, so that faces cannot add up on "
     "it"},
    {"phone_kind_chosen_on_screen", "true", "no source says how a reader could detect the kind"},
    {"slot_closed_while_phone", "true", "two patients in one reception cannot be told apart in a record"},
    {"phone_in_visual_check_mode", "offered",
     "staff mode acts on cards, and a phone has no photo to compare"},
    {"phone_certificate_falls_with_the_cards", "false",
     "a scenario stops each by itself: given: card and given: phone"}};

}  // namespace

IdentificationParameters load_identification_parameters(const std::filesystem::path& file) {
  yaml::Map document = yaml::load_one(file).map();
  yaml::Map map = document.required("parameters").map();
  const auto value_of = [&](const char* name) {
    yaml::Map entry = map.required(name).map();
    const yaml::Value value = entry.required("value");
    entry.required("why_unknown").bilingual();
    entry.finish();
    return value;
  };
  IdentificationParameters parameters;
  parameters.locked_status_word = read_locked(value_of("locked_status_word"));
  for (const Fixed& fixed : kFixed) {
    const yaml::Value value = value_of(fixed.name);
    if (value.text() != fixed.value)
      value.fail(InputProblem::bad_value,
                 fmt::format("only {} can be modelled: {}", fixed.value, fixed.reason));
  }
  parameters.visual_check_asks_consent = value_of("visual_check_asks_consent").boolean();
  parameters.suspended_certificate_as_revoked = value_of("suspended_certificate_as_revoked").boolean();
  parameters.specific_disease_in_consent_all = value_of("specific_disease_in_consent_all").boolean();
  parameters.refuse_all_button = value_of("refuse_all_button").boolean();
  map.finish();
  document.finish();
  return parameters;
}

}  // namespace uketsuke::conformance
