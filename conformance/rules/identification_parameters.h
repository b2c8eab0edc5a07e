#pragma once

#include <cstdint>
#include <filesystem>

namespace uketsuke::conformance {

/// identification_parameters.yaml: what no public source says of identification and of its screens.
struct IdentificationParameters {
  std::uint16_t locked_status_word = 0x6984;  ///< of a chip to VERIFY with data of a blocked secret
  bool visual_check_asks_consent = true;  ///< false: after a visual check nothing medical is asked or given
  /// False: it serves for eligibility only, as one in its grace period does.
  bool suspended_certificate_as_revoked = true;
  bool specific_disease_in_consent_all = false;  ///< `agree_all` answers for 特定疾病療養受療証 too
  bool refuse_all_button = false;                ///< `consent_all` also has a button `refuse_all`
};

/// @throws InputError: a parameter missing, unknown, or with a value that nothing here can do
IdentificationParameters load_identification_parameters(const std::filesystem::path& file);

}  // namespace uketsuke::conformance
