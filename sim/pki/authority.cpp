#include "sim/pki/authority.h"

#include <fmt/format.h>

#include <stdexcept>

#include "sim/pki/certificate_builder.h"
#include "sim/pki/openssl/signature.h"

namespace uketsuke::pki {

namespace {

// The OID arcs of the real policies, so that software that looks for them finds them; the names say that
// everything is a test.
constexpr const char* kAuthenticationPolicy = "1.2.392.200149.8.5.1.3.30";
constexpr const char* kSigningPolicy = "1.2.392.200149.8.5.1.1.20";
constexpr const char* kCps = "http://uketsuke.invalid/cps.html";
constexpr const char* kOrganisation = "Uketsuke Test JPKI";
constexpr const char* kOrganisationJa = "受付試験用公的個人認証サービス";
constexpr const char* kOperator = "Uketsuke Test Agency for Local Authority Information Systems";
constexpr const char* kSigningItems = "1.2.392.200149.8.5.5.";  // 基本4情報 in subjectAltName

constexpr int kFirstGeneration = 2015;
constexpr int kGenerationYears = 4;
constexpr int kGenerationLife = 10;

// Part of every cached file's name: increment it when the profile changes.
constexpr const char* kProfileVersion = "profile 2";

const char* unit(Purpose purpose) {
  return purpose == Purpose::user_authentication ? "JPKI for user authentication"
                                                 : "JPKI for digital signature";
}

DistinguishedName authority_name(Purpose purpose) {
  return {{"C", "JP"}, {"O", kOrganisation}, {"OU", unit(purpose)}, {"OU", kOperator}};
}

DistinguishedName alternative_authority_name() { return {{"C", "JP"}, {"O", kOrganisationJa}}; }

DistinguishedName revocation_list_name(Purpose purpose, const std::string& prefecture,
                                       const std::string& city) {
  return {{"C", "JP"},           {"O", kOrganisation},
          {"OU", unit(purpose)}, {"OU", "CRL Distribution Points"},
          {"OU", prefecture},    {"CN", city + " CRLDP"}};
}

int generation_of(Date day) {
  const int year = static_cast<int>(date::year_month_day(day).year());
  const int since = year - kFirstGeneration;
  return kFirstGeneration + (since < 0 ? 0 : since / kGenerationYears * kGenerationYears);
}

Date new_year(int year) { return date::year(year) / date::January / 1; }

void require_order(Date first, Date last) {
  if (last < first) throw std::invalid_argument("a certificate cannot end before it begins");
}

std::string key_text(const EVP_PKEY& key) { return to_hex(sha256(modulus_of(key))); }

}  // namespace

Authority::Authority(KeyStore& keys, const ArtefactCache& cache, Purpose purpose)
    : keys_(keys), cache_(cache), purpose_(purpose) {}

std::string Authority::key_name(int generation) const {
  return fmt::format("authority-{}-{}",
                     purpose_ == Purpose::user_authentication ? "authentication" : "signature", generation);
}

std::shared_ptr<EVP_PKEY> Authority::key(Date day) { return keys_.rsa_2048(key_name(generation_of(day))); }

const Bytes& Authority::certificate(Date day) {
  const int generation = generation_of(day);
  const auto found = generations_.find(generation);
  if (found != generations_.end()) return found->second;
  const auto key = keys_.rsa_2048(key_name(generation));
  const std::string inputs = fmt::format("{}|{}|{}", kProfileVersion, key_name(generation), key_text(*key));
  Bytes der = cache_.get(key_name(generation), inputs, [&] {
    const DistinguishedName name = authority_name(purpose_);
    CertificateBuilder builder(static_cast<std::uint32_t>(generation), name, name, *key);
    builder.validity(new_year(generation), new_year(generation + kGenerationLife) - date::days(1));
    builder.key_usage("keyCertSign,cRLSign");
    builder.alternative_name(alternative_authority_name(), false);
    builder.certificate_authority();
    builder.revocation_list(authority_name(purpose_));
    builder.subject_key_id();
    return builder.sign(*key);
  });
  return generations_.emplace(generation, std::move(der)).first->second;
}

Bytes Authority::issue_authentication_certificate(const AuthenticationSubject& subject, EVP_PKEY& key) {
  if (purpose_ != Purpose::user_authentication) throw std::invalid_argument("issues signing certificates");
  require_order(subject.not_before, subject.not_after);
  const int generation = generation_of(subject.not_before);
  const auto issuer_key = keys_.rsa_2048(key_name(generation));
  const std::string inputs =
      fmt::format("{}|authentication|{}|{}|{}|{}|{}|{}|{}|{}", kProfileVersion, subject.common_name,
                  subject.serial, format_date(subject.not_before), format_date(subject.not_after),
                  subject.prefecture, subject.city, key_text(key), key_text(*issuer_key));
  return cache_.get("authentication-certificate", inputs, [&] {
    CertificateBuilder builder(subject.serial, authority_name(purpose_),
                               {{"C", "JP"}, {"CN", subject.common_name}}, key);
    builder.validity(subject.not_before, subject.not_after);
    builder.key_usage("digitalSignature");
    builder.policy(kAuthenticationPolicy, kCps);
    builder.alternative_name(alternative_authority_name(), true);
    builder.revocation_list(revocation_list_name(purpose_, subject.prefecture, subject.city));
    builder.authority_key_id(*issuer_key);
    builder.subject_key_id();
    return builder.sign(*issuer_key);
  });
}

Bytes Authority::issue_signing_certificate(const SigningSubject& subject, EVP_PKEY& key) {
  if (purpose_ != Purpose::digital_signature)
    throw std::invalid_argument("issues authentication certificates");
  require_order(subject.not_before, subject.not_after);
  const int generation = generation_of(subject.not_before);
  const auto issuer_key = keys_.rsa_2048(key_name(generation));
  const std::string inputs =
      fmt::format("{}|signing|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", kProfileVersion, subject.common_name,
                  subject.prefecture, subject.city, subject.serial, format_date(subject.not_before),
                  format_date(subject.not_after), subject.name, subject.birth_date, subject.sex,
                  subject.address, key_text(key), key_text(*issuer_key));
  return cache_.get("signing-certificate", inputs, [&] {
    const std::string items = kSigningItems;
    CertificateBuilder builder(
        subject.serial, authority_name(purpose_),
        {{"C", "JP"}, {"L", subject.prefecture}, {"L", subject.city}, {"CN", subject.common_name}}, key);
    builder.validity(subject.not_before, subject.not_after);
    builder.key_usage("digitalSignature,nonRepudiation");
    builder.policy(kSigningPolicy, kCps);
    // .2 and .6 state which characters of name and address were substituted: none.
    builder.alternative_texts({{items + "1", subject.name},
                               {items + "4", subject.birth_date},
                               {items + "3", subject.sex},
                               {items + "5", subject.address},
                               {items + "2", "0"},
                               {items + "6", "0"}});
    builder.alternative_name(alternative_authority_name(), true);
    builder.revocation_list(revocation_list_name(purpose_, subject.prefecture, subject.city));
    builder.authority_key_id(*issuer_key);
    builder.subject_key_id();
    return builder.sign(*issuer_key);
  });
}

}  // namespace uketsuke::pki
