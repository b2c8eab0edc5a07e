#pragma once

#include "sim/pki/authority.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::pki {

/// Authorities for tests. Their keys are created once per build folder, because ctest runs each test in its
/// own process; everything made with them is created anew.
struct TestAuthority {
  TemporaryFolder folder;
  KeyStore keys{UKETSUKE_TEST_KEYS};
  ArtefactCache cache{folder.path() / "artefacts"};
  Authority authentication{keys, cache, Purpose::user_authentication};
  Authority signing{keys, cache, Purpose::digital_signature};

  static TestAuthority& instance() {
    static TestAuthority authority;
    return authority;
  }

  EVP_PKEY& holder_key() { return *keys.rsa_2048("holder"); }

  /// Issued 2025-10-27 to a person born on 17 February (docs/card-facts.md §6.2).
  static AuthenticationSubject subject() {
    AuthenticationSubject subject;
    subject.common_name = "997794E9AGCIEG13221003A";
    subject.serial = 0x1A2B3C4D;
    subject.not_before = *parse_date("2025-10-27");
    subject.not_after = *parse_date("2030-02-17");
    subject.prefecture = "Uketsuke-ken";
    subject.city = "Shiken-shi";
    return subject;
  }

  static SigningSubject signing_subject() {
    SigningSubject subject;
    subject.common_name = "20251027ABCDEFGHIJKL";
    subject.prefecture = "Uketsuke-ken";
    subject.city = "Shiken-shi";
    subject.serial = 0x2A2B3C4D;
    subject.not_before = *parse_date("2025-10-27");
    subject.not_after = *parse_date("2030-02-17");
    subject.name = "佐藤　花子";
    subject.birth_date = "319800217";
    subject.sex = "2";
    subject.address = "受付県試験市一丁目１番１号";
    return subject;
  }

  Bytes authentication_certificate() {
    return authentication.issue_authentication_certificate(subject(), holder_key());
  }
};

}  // namespace uketsuke::pki
