#include "conformance/rules/identification_parameters.h"

#include "base/yaml/document.h"

namespace uketsuke::conformance {
namespace {

std::uint16_t read_locked(const yaml::Value& value) {
  const std::string text = value.text();
  if (text == "6984") return 0x6984;
  if (text == "6983") return 0x6983;
  value.fail(InputProblem::bad_value, "the status word of a locked card is \"6984\" or \"6983\"");
}

/// A chip counts wrong numbers, and begins anew with each right one; a right one precedes every comparison,
/// so that faces could never add up on that counter. A card that counts them would have another counter,
/// which no source describes.
void refuse_faces_on_card(const yaml::Value& value) {
  if (value.boolean()) {
    value.fail(InputProblem::bad_value,
               "only false can be modelled: the right number before each comparison sets the card's counter "
               "back, so that faces cannot add up on it");
  }
}

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
  refuse_faces_on_card(value_of("face_mismatch_counts_on_card"));
  parameters.visual_check_asks_consent = value_of("visual_check_asks_consent").boolean();
  parameters.suspended_certificate_as_revoked = value_of("suspended_certificate_as_revoked").boolean();
  parameters.specific_disease_in_consent_all = value_of("specific_disease_in_consent_all").boolean();
  parameters.refuse_all_button = value_of("refuse_all_button").boolean();
  map.finish();
  document.finish();
  return parameters;
}

}  // namespace uketsuke::conformance
