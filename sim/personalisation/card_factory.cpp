#include "sim/personalisation/card_factory.h"

#include <fmt/format.h>

#include "base/enum_names.h"
#include "sim/personalisation/card_numbers.h"
#include "sim/personalisation/card_records.h"
#include "sim/personalisation/certificates/token_information.h"
#include "sim/personalisation/input_support.h"
#include "sim/personalisation/japanese_era.h"
#include "sim/personalisation/photo/card_face.h"
#include "sim/personalisation/photo/one_bit_png.h"
#include "sim/personalisation/photo/portrait.h"
#include "sim/pki/openssl/pem.h"
#include "sim/pki/openssl/signature.h"

namespace uketsuke::personalisation {

namespace {

// A municipality that does not exist: there is no prefecture 99.
constexpr const char* kMunicipality = "99101";
constexpr const char* kPrefectureRomaji = "Uketsuke-ken";
constexpr const char* kCityRomaji = "Shiken-shi";

// Keys that all our cards share, although real cards surely have individual ones: creating one takes a tenth
// of a second.
constexpr const char* kInputSupportKey = "batch-input-support";
constexpr const char* kSessionKey = "batch-session";
constexpr const char* kCommonKey = "batch-common";

constexpr float kPhotoRatio = 11.0F;  // from 46080 bytes of pixels to about 4 kB, as on a real card

// Part of the names of cached files: increment it when the pictures or the files change.
constexpr const char* kVersion = "personalisation 3";

constexpr int kAuthenticationYears = 5;
constexpr std::size_t kSerialDigits = 15;
constexpr std::size_t kResidenceDigits = 11;
constexpr std::size_t kCardNumberDigits = 16;

/// U+3000 between family and given name, as on the card.
std::string spaced_name(const scenario::Persona& persona) {
  std::string name = persona.name.ja;
  const auto at = name.find(' ');
  return at == std::string::npos ? name : name.replace(at, 1, "\u3000");
}

std::string key_name(const scenario::Persona& persona, const char* role) {
  return fmt::format("{}-{}", persona.id, role);
}

const scenario::CardProfile& card_of(const scenario::Persona& persona) {
  if (persona.card) return *persona.card;
  throw InputError(InputProblem::missing_key, {persona.id, 0, 0}, "has no My Number Card to personalise");
}

bool has_signing_certificate(const scenario::CardProfile& card) { return !card.signing_password.empty(); }

pki::AuthenticationSubject authentication_subject(const scenario::Persona& persona,
                                                  const CardOptions& options) {
  const scenario::CardProfile& card = card_of(persona);
  pki::AuthenticationSubject subject;
  subject.not_after = options.certificate_expires.value_or(card.certificate_expires);
  // A scenario may let a certificate expire before the persona's card was issued: this stands for an older
  // certificate.
  subject.not_before = card.issued < subject.not_after
                           ? card.issued
                           : add_months(subject.not_after, -12 * kAuthenticationYears);
  const std::string what = fmt::format("{}|authentication|{}|{}", persona.id, format_date(subject.not_before),
                                       format_date(subject.not_after));
  subject.common_name = code_for(what, 14) + kMunicipality + "003A";  // 23 characters
  subject.serial = serial_for(what);
  subject.prefecture = kPrefectureRomaji;
  subject.city = kCityRomaji;
  return subject;
}

pki::SigningSubject signing_subject(const scenario::Persona& persona) {
  const scenario::CardProfile& card = card_of(persona);
  pki::SigningSubject subject;
  const std::string what = persona.id + "|signing|" + format_date(card.issued);
  subject.common_name = format_compact(card.issued) + code_for(what, 12);
  subject.prefecture = kPrefectureRomaji;
  subject.city = kCityRomaji;
  subject.serial = serial_for(what);
  subject.not_before = card.issued;
  subject.not_after = card.certificate_expires;
  subject.name = spaced_name(persona);
  subject.birth_date = era_and_gregorian(persona.born);
  subject.sex = persona.sex == scenario::Sex::male ? "1" : persona.sex == scenario::Sex::female ? "2" : "3";
  subject.address = persona.address;
  return subject;
}

/// Pictures of the texts on the card's face, with the sizes in another project's dummy card.
struct Pictures {
  Bytes name = blank_png(216, 12);
  Bytes address = blank_png(288, 24);
  Bytes security_code = blank_png(24, 12);
  Bytes my_number = blank_png(72, 12);
};

}  // namespace

CardFactory::CardFactory(pki::KeyStore& keys, const pki::ArtefactCache& cache,
                         const std::filesystem::path& images)
    : keys_(keys),
      cache_(cache),
      layout_(chip::CardLayout::load(images / "my-number-card.yaml")),
      cv_(keys, cache),
      authentication_authority_(keys, cache, pki::Purpose::user_authentication),
      signing_authority_(keys, cache, pki::Purpose::digital_signature) {}

void CardFactory::prepare(const std::vector<const scenario::Persona*>& personas) {
  std::vector<std::string> names = {kInputSupportKey, kSessionKey, kCommonKey};
  for (std::string& name : CvTree::names()) names.push_back(std::move(name));
  for (const scenario::Persona* persona : personas) {
    if (!persona->card) continue;
    names.push_back(key_name(*persona, "authentication"));
    names.push_back(key_name(*persona, "card"));
    if (has_signing_certificate(*persona->card)) names.push_back(key_name(*persona, "signing"));
  }
  keys_.prepare(names);
}

PersonalisedCard CardFactory::make(const scenario::Persona& persona, const CardOptions& options) {
  const scenario::CardProfile& card = card_of(persona);
  const std::string variant(to_name(card.type));
  const pki::AuthenticationSubject subject = authentication_subject(persona, options);
  chip::CardContents card_contents;
  card_contents.holder = persona.id;
  PersonalisedCard result;

  add_authentication(persona, subject, card_contents);
  if (has_signing_certificate(card)) add_signing(persona, card_contents);
  Bytes photo;
  if (!layout_.lacks(variant, "photo")) {
    photo = options.photo ? *options.photo : encode_jp2(draw_portrait(persona.id), kPhotoRatio);
  }
  add_face(persona, photo, card_contents);
  const bool signs = has_signing_certificate(card);
  card_contents.contents["certificate_presence"] = {static_cast<std::uint8_t>(signs ? 0x8F : 0x00), 0x8F,
                                                    0x00};
  card_contents.contents["signing_authority_certificate"] = signing_authority_.certificate(card.issued);
  card_contents.contents["token_information"] = token_information(fmt::format("{:016}", subject.serial));
  add_input_support(persona, card_contents);
  add_common(persona, card_contents);

  result.authentication_certificate = card_contents.contents["authentication_certificate"];
  result.authentication_serial = subject.serial;
  result.authentication_expires = subject.not_after;
  chip::CardImage image = layout_.bind(variant, card_contents);
  if (options.policies) image.policies = *options.policies;
  result.image = std::make_shared<const chip::CardImage>(std::move(image));
  return result;
}

void CardFactory::add_authentication(const scenario::Persona& persona,
                                     const pki::AuthenticationSubject& subject, chip::CardContents& into) {
  const auto key = keys_.rsa_2048(key_name(persona, "authentication"));
  into.keys["authentication_key"] = key;
  into.contents["authentication_certificate"] =
      authentication_authority_.issue_authentication_certificate(subject, *key);
  into.contents["authentication_authority_certificate"] =
      authentication_authority_.certificate(subject.not_before);
  if (!persona.card->pin.empty()) into.secrets["authentication_pin"] = persona.card->pin;
}

void CardFactory::add_signing(const scenario::Persona& persona, chip::CardContents& into) {
  const auto key = keys_.rsa_2048(key_name(persona, "signing"));
  into.keys["signing_key"] = key;
  into.contents["signing_certificate"] =
      signing_authority_.issue_signing_certificate(signing_subject(persona), *key);
  into.secrets["signing_password"] = persona.card->signing_password;
}

void CardFactory::add_face(const scenario::Persona& persona, const Bytes& photo, chip::CardContents& into) {
  const scenario::CardProfile& card = *persona.card;
  const auto card_key = keys_.rsa_2048(key_name(persona, "card"));
  const auto issuer = cv_.key(cv::kCardFace);
  const Bytes modulus = pki::modulus_of(*card_key);
  // Everything that determines the files. In file names, people's names appear only as a hash.
  const std::string inputs =
      fmt::format("{}|{}|{}|{}|{}|{}|{}|{}", kVersion, persona.id, format_date(persona.born),
                  to_name(persona.sex), format_date(card.expires), to_hex(pki::sha256(photo)),
                  to_hex(pki::sha256(modulus)), to_hex(pki::sha256(pki::modulus_of(*issuer))));

  into.keys["card_key"] = card_key;
  into.contents["age_record"] =
      cache_.get("age-record", inputs, [&] { return age_record(persona.born, modulus, *issuer); });
  into.contents["card_face"] = cache_.get("card-face", inputs, [&] {
    const Pictures pictures;
    CardFace face;
    face.born = persona.born;
    face.sex = persona.sex;
    face.card_modulus = modulus;
    face.name_png = pictures.name;
    face.address_png = pictures.address;
    face.photo_jp2 = photo;
    face.expires = card.expires;
    face.security_code_png = pictures.security_code;
    return card_face(face, *issuer);
  });
  into.contents["my_number_image"] = cache_.get(
      "my-number-image", inputs, [&] { return my_number_image(Pictures().my_number, modulus, *issuer); });
  into.contents["card_face_information"] = card_face_information(cv::kCardFace.id(), kMunicipality);
  into.contents["card_face_cv_certificate"] = cv_.certificate(cv::kCardFace, cv::kRoot);
  into.secrets["birth_date_key"] = birth_date_key(persona.born);
  into.secrets["card_face_number_a"] = card_face_number_a(card);
  into.secrets["card_face_number_b"] = card_face_number_b(persona.born, card);
}

void CardFactory::add_input_support(const scenario::Persona& persona, chip::CardContents& into) {
  const scenario::CardProfile& card = *persona.card;
  const auto issuer = cv_.key(cv::kInputSupport);
  const auto card_key = keys_.rsa_2048(kInputSupportKey);
  const auto session_key = keys_.rsa_2048(kSessionKey);
  const Bytes number = my_number(card.my_number);
  const Bytes items = four_items({spaced_name(persona), persona.address, persona.born, persona.sex});
  const Bytes modulus = pki::modulus_of(*card_key);
  const std::string issued_with =
      fmt::format("{}|{}", kVersion, to_hex(pki::sha256(cv_.modulus(cv::kInputSupport))));

  into.keys["input_support_key"] = card_key;
  into.keys["session_key"] = session_key;
  into.contents["my_number"] = number;
  into.contents["four_items"] = items;
  into.contents["input_support_integrity"] = cache_.get(
      "input-support-integrity",
      fmt::format("{}|{}|{}", issued_with, to_hex(pki::sha256(number)), to_hex(pki::sha256(items))),
      [&] { return input_support_integrity(number, items, *issuer); });
  into.contents["input_support_cv_certificate"] = cv_.certificate(cv::kInputSupport, cv::kRoot);
  into.contents["input_support_information"] = input_support_information(cv::kInputSupport.id());
  into.contents["session_public_key"] = session_public_key(pki::modulus_of(*session_key));
  into.contents["signed_public_key"] =
      cache_.get("signed-public-key", fmt::format("{}|{}", issued_with, to_hex(pki::sha256(modulus))),
                 [&] { return signed_public_key(modulus, *issuer); });
  if (!card.pin.empty()) into.secrets["input_support_pin"] = card.pin;
  into.secrets["input_support_number_a"] = card_face_number_a(card);
  into.secrets["input_support_number_b"] = card_face_number_b(persona.born, card);
}

void CardFactory::add_common(const scenario::Persona& persona, chip::CardContents& into) {
  const scenario::CardProfile& card = *persona.card;
  into.keys["terminal_authority_key"] = cv_.key(cv::kTerminalAuthority);
  into.keys["common_key"] = keys_.rsa_2048(kCommonKey);
  into.records["common_record"] = {
      common_record(digits_for(persona.id + "|serial", kSerialDigits), kMunicipality, card.expires)};
  into.records["juki_record"] = {juki_record(digits_for(persona.id + "|juki", kResidenceDigits))};
  into.contents["common_key_reference"] = cv::kIssuer.id();
  // Many holders choose one PIN for all four-digit ones; personas know no other.
  if (!card.pin.empty()) into.secrets["common_pin"] = into.secrets["juki_pin"] = card.pin;

  into.contents["municipality_code"] = to_bytes(kMunicipality);
  into.contents["card_expiry"] = to_bytes(format_compact(card.expires));
  // No source says which keys the two certificates certify, or what the numbers contain.
  into.contents["issuer_identification"] = from_hex("99999999");
  into.contents["card_number"] = to_bytes(digits_for(persona.id + "|card", kCardNumberDigits));
  into.contents["card_recognition"] = card_recognition_data();
  into.contents["card_key_id"] = cv::kIssuer.id();
  into.contents["card_certificate"] = cv_.bare_certificate(cv::kIssuer, cv::kRoot);
  into.contents["issuer_certificate"] = cv_.bare_certificate(cv::kRoot, cv::kRoot);
}

Bytes CardFactory::cv_root_modulus() { return cv_.modulus(cv::kRoot); }

MedicalTerminal CardFactory::medical_terminal() {
  return {cv_.certificate(cv::kTerminal, cv::kTerminalAuthority), cv_.key(cv::kTerminal)};
}

std::string CardFactory::authorities_pem(Date issued) {
  return pki::certificate_pem(authentication_authority_.certificate(issued)) +
         pki::certificate_pem(signing_authority_.certificate(issued));
}

}  // namespace uketsuke::personalisation
