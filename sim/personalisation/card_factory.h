#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/calendar.h"
#include "scenarios/model/persona.h"
#include "sim/chip/card_image.h"
#include "sim/chip/card_layout.h"
#include "sim/personalisation/certificates/cv_tree.h"
#include "sim/pki/artefact_cache.h"
#include "sim/pki/authority.h"
#include "sim/pki/key_store.h"

namespace uketsuke::personalisation {

/// What differs from the persona's card.
struct CardOptions {
  std::optional<Date> certificate_expires;      ///< last day of the authentication certificate
  std::optional<chip::Policies> policies = {};  ///< instead of those of the image file
  std::optional<Bytes> photo = {};  ///< JPEG 2000 instead of the drawn one; empty: the object is there,
                                    ///< without a photo
};

/// What a terminal of a specified institution (特定機関認証) has. Its certificate is of the public form; what
/// it does with the key afterwards is an assumption (`Pinless::assumed`).
struct MedicalTerminal {
  Bytes certificate;  ///< 7F21, 568 bytes: the first 307 and the last 261 are the two blocks of SET PUBLIC IC
                      ///< KEY
  std::shared_ptr<EVP_PKEY> key;
};

/// A card as it leaves the issuer, and what the issuer keeps about it.
struct PersonalisedCard {
  std::shared_ptr<const chip::CardImage> image;
  Bytes authentication_certificate;         ///< DER
  std::uint32_t authentication_serial = 0;  ///< what the service finds the holder by
  Date authentication_expires{};            ///< last day
};

/// Makes cards for personas: keys, certificates, files, secrets.
///
/// All that is costly is cached, so that a second start takes a millisecond a card.
class CardFactory {
 public:
  /// @param images folder of the card layouts, sim/chip/images. @throws InputError, SystemError
  CardFactory(pki::KeyStore& keys, const pki::ArtefactCache& cache, const std::filesystem::path& images);

  /// @throws InputError where the persona has no card or something on it is wrong; SystemError.
  PersonalisedCard make(const scenario::Persona& persona, const CardOptions& options = {});

  /// Makes the keys of these personas that do not exist yet, on all processors at once.
  void prepare(const std::vector<const scenario::Persona*>& personas);

  pki::Authority& authentication_authority() { return authentication_authority_; }
  pki::Authority& signing_authority() { return signing_authority_; }

  /// The root of the card-verifiable certificates on our cards (EF 0004): what a reader has to trust, 256
  /// bytes.
  Bytes cv_root_modulus();

  /// A terminal that our cards accept.
  MedicalTerminal medical_terminal();

  /// The certificates of both authorities for cards issued on a day, as PEM: what software has to trust.
  std::string authorities_pem(Date issued);

 private:
  pki::KeyStore& keys_;
  const pki::ArtefactCache& cache_;
  chip::CardLayout layout_;
  CvTree cv_;
  pki::Authority authentication_authority_;
  pki::Authority signing_authority_;

  void add_authentication(const scenario::Persona& persona, const pki::AuthenticationSubject& subject,
                          chip::CardContents& into);
  void add_signing(const scenario::Persona& persona, chip::CardContents& into);
  void add_face(const scenario::Persona& persona, const Bytes& photo, chip::CardContents& into);
  void add_input_support(const scenario::Persona& persona, chip::CardContents& into);
  void add_common(const scenario::Persona& persona, chip::CardContents& into);
};

}  // namespace uketsuke::personalisation
