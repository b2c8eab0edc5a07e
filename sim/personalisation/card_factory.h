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

/// Differences from the persona's card.
struct CardOptions {
  std::optional<Date> certificate_expires;      ///< last day of the authentication certificate
  std::optional<chip::Policies> policies = {};  ///< replace those of the image file
  /// JPEG 2000 that replaces the drawn photo; empty: the object exists without a photo.
  std::optional<Bytes> photo = {};
};

/// Credentials of a specified institution's terminal (特定機関認証). Its certificate has the public form; the
/// later use of the key is an assumption (`Pinless::assumed`).
struct MedicalTerminal {
  /// 7F21, 568 bytes: the first 307 and the last 261 are the two blocks of SET PUBLIC IC KEY
  Bytes certificate;
  std::shared_ptr<EVP_PKEY> key;
};

/// A card as it leaves the issuer, and the issuer's data about it.
struct PersonalisedCard {
  std::shared_ptr<const chip::CardImage> image;
  Bytes authentication_certificate;         ///< DER
  std::uint32_t authentication_serial = 0;  ///< key by which the service finds the holder
  Date authentication_expires{};            ///< last day
};

/// Makes cards for personas: keys, certificates, files, secrets.
///
/// All costly results are cached, so that a second start takes a millisecond per card.
class CardFactory {
 public:
  /// @param images  folder of the card layouts, sim/chip/images
  /// @throws InputError, SystemError
  CardFactory(pki::KeyStore& keys, const pki::ArtefactCache& cache, const std::filesystem::path& images);

  /// @throws InputError if the persona has no card or an invalid one
  /// @throws SystemError
  PersonalisedCard make(const scenario::Persona& persona, const CardOptions& options = {});

  /// Creates the missing keys of these personas, on all processors in parallel.
  void prepare(const std::vector<const scenario::Persona*>& personas);

  pki::Authority& authentication_authority() { return authentication_authority_; }
  pki::Authority& signing_authority() { return signing_authority_; }

  /// Modulus of the root of our cards' card-verifiable certificates (EF 0004), 256 bytes: the trust anchor
  /// for readers.
  Bytes cv_root_modulus();

  /// A terminal that our cards accept.
  MedicalTerminal medical_terminal();

  /// PEM certificates of both authorities for cards issued on a day: trust anchors for client software.
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
