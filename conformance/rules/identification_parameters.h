#pragma once

#include <cstdint>
#include <filesystem>

namespace uketsuke::conformance {

/// Contents of identification_parameters.yaml: parameters of identification and its screens without a public
/// source.
struct IdentificationParameters {
  std::uint16_t locked_status_word = 0x6984;  ///< answer of a chip to VERIFY with data for a blocked secret
  bool visual_check_asks_consent = true;  ///< false: after a visual check nothing medical is asked or given
  /// False: a suspended certificate serves for eligibility only, like one in its grace period.
  bool suspended_certificate_as_revoked = true;
  bool specific_disease_in_consent_all = false;  ///< `agree_all` also answers for 特定疾病療養受療証
  bool refuse_all_button = false;                ///< `consent_all` also has a button `refuse_all`
};

/// Reads the file. @throws InputError: a parameter is missing, unknown, or has an unsupported value
IdentificationParameters load_identification_parameters(const std::filesystem::path& file);

}  // namespace uketsuke::conformance
