#include "sim/pki/certificate_builder.h"

namespace uketsuke::pki {

namespace {

using GeneralNamesHandle = Handle<GENERAL_NAMES, GENERAL_NAMES_free>;
using OctetString = Handle<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free>;

NameHandle make_name(const DistinguishedName& parts) {
  NameHandle name(check(X509_NAME_new(), "build a name"));
  for (const auto& [type, value] : parts) {
    check(X509_NAME_add_entry_by_txt(name.get(), type.c_str(), MBSTRING_UTF8,
                                     reinterpret_cast<const unsigned char*>(value.data()),
                                     static_cast<int>(value.size()), -1, 0),
          "build a name");
  }
  return name;
}

/// One directoryName in general names.
GeneralNamesHandle directory_name(const DistinguishedName& parts) {
  GENERAL_NAME* name = check(GENERAL_NAME_new(), "build a name");
  GeneralNamesHandle names(check(GENERAL_NAMES_new(), "build a name"));
  sk_GENERAL_NAME_push(names.get(), name);
  GENERAL_NAME_set0_value(name, GEN_DIRNAME, make_name(parts).release());
  return names;
}

/// SHA-1 of the public key's bits, as defined in RFC 5280 §4.2.1.2 (1).
OctetString key_id(EVP_PKEY& key) {
  X509_PUBKEY* raw = nullptr;
  check(X509_PUBKEY_set(&raw, &key), "read a public key");
  const Handle<X509_PUBKEY, X509_PUBKEY_free> owner(raw);
  const unsigned char* bits = nullptr;
  int size = 0;
  check(X509_PUBKEY_get0_param(nullptr, &bits, &size, nullptr, raw), "read a public key");
  unsigned char hash[EVP_MAX_MD_SIZE];
  unsigned int hash_size = 0;
  check(EVP_Digest(bits, static_cast<std::size_t>(size), hash, &hash_size, EVP_sha1(), nullptr), "hash");
  OctetString id(check(ASN1_OCTET_STRING_new(), "build a certificate"));
  check(ASN1_OCTET_STRING_set(id.get(), hash, static_cast<int>(hash_size)), "build a certificate");
  return id;
}

void set_time(ASN1_TIME* field, DateTime japan) {
  const auto utc = japan - std::chrono::hours(9);
  const time_t seconds = utc.time_since_epoch().count();
  check(ASN1_TIME_adj(field, seconds, 0, 0), "build a certificate");
}

}  // namespace

CertificateBuilder::CertificateBuilder(std::uint32_t serial, const DistinguishedName& issuer,
                                       const DistinguishedName& subject, EVP_PKEY& subject_key)
    : certificate_(check(X509_new(), "build a certificate")) {
  X509* certificate = certificate_.get();
  check(X509_set_version(certificate, X509_VERSION_3), "build a certificate");
  check(ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial), "build a certificate");
  check(X509_set_issuer_name(certificate, make_name(issuer).get()), "build a certificate");
  check(X509_set_subject_name(certificate, make_name(subject).get()), "build a certificate");
  check(X509_set_pubkey(certificate, &subject_key), "build a certificate");
}

void CertificateBuilder::validity(Date first, Date last) {
  set_time(X509_getm_notBefore(certificate_.get()), DateTime(first));
  set_time(X509_getm_notAfter(certificate_.get()), DateTime(last) + std::chrono::seconds(86399));
}

void CertificateBuilder::add(int nid, void* value, bool critical) {
  check(X509_add1_ext_i2d(certificate_.get(), nid, value, critical ? 1 : 0, X509V3_ADD_APPEND) > 0,
        "add an extension");
}

void CertificateBuilder::add_from_text(int nid, const std::string& value) {
  const Handle<X509_EXTENSION, X509_EXTENSION_free> extension(
      check(X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.c_str()), "build an extension"));
  check(X509_add_ext(certificate_.get(), extension.get(), -1), "add an extension");
}

void CertificateBuilder::key_usage(const std::string& bits) {
  add_from_text(NID_key_usage, "critical," + bits);
}

void CertificateBuilder::certificate_authority() { add_from_text(NID_basic_constraints, "critical,CA:TRUE"); }

void CertificateBuilder::policy(const std::string& oid, const std::string& cps) {
  POLICYQUALINFO* qualifier = check(POLICYQUALINFO_new(), "build a policy");
  POLICYINFO* info = check(POLICYINFO_new(), "build a policy");
  const Handle<CERTIFICATEPOLICIES, CERTIFICATEPOLICIES_free> policies(
      check(CERTIFICATEPOLICIES_new(), "build a policy"));
  sk_POLICYINFO_push(policies.get(), info);
  info->qualifiers = check(sk_POLICYQUALINFO_new_null(), "build a policy");
  sk_POLICYQUALINFO_push(info->qualifiers, qualifier);
  info->policyid = check(OBJ_txt2obj(oid.c_str(), 1), "build a policy");
  qualifier->pqualid = OBJ_nid2obj(NID_id_qt_cps);
  qualifier->d.cpsuri = check(ASN1_IA5STRING_new(), "build a policy");
  check(ASN1_STRING_set(qualifier->d.cpsuri, cps.data(), static_cast<int>(cps.size())), "build a policy");
  add(NID_certificate_policies, policies.get(), true);
}

void CertificateBuilder::alternative_name(const DistinguishedName& name, bool of_issuer) {
  add(of_issuer ? NID_issuer_alt_name : NID_subject_alt_name, directory_name(name).get(), false);
}

void CertificateBuilder::alternative_texts(const std::vector<std::pair<std::string, std::string>>& by_oid) {
  const GeneralNamesHandle names(check(GENERAL_NAMES_new(), "build a name"));
  for (const auto& [oid, text] : by_oid) {
    GENERAL_NAME* name = check(GENERAL_NAME_new(), "build a name");
    sk_GENERAL_NAME_push(names.get(), name);
    ASN1_STRING* string = check(ASN1_UTF8STRING_new(), "build a name");
    check(ASN1_STRING_set(string, text.data(), static_cast<int>(text.size())), "build a name");
    ASN1_TYPE* value = check(ASN1_TYPE_new(), "build a name");
    ASN1_TYPE_set(value, V_ASN1_UTF8STRING, string);
    check(GENERAL_NAME_set0_othername(name, check(OBJ_txt2obj(oid.c_str(), 1), "build a name"), value),
          "build a name");
  }
  add(NID_subject_alt_name, names.get(), false);
}

void CertificateBuilder::revocation_list(const DistinguishedName& distribution_point) {
  const Handle<CRL_DIST_POINTS, CRL_DIST_POINTS_free> points(
      check(CRL_DIST_POINTS_new(), "build a distribution point"));
  DIST_POINT* point = check(DIST_POINT_new(), "build a distribution point");
  sk_DIST_POINT_push(points.get(), point);
  point->distpoint = check(DIST_POINT_NAME_new(), "build a distribution point");
  point->distpoint->type = 0;  // fullName
  point->distpoint->name.fullname = directory_name(distribution_point).release();
  add(NID_crl_distribution_points, points.get(), false);
}

void CertificateBuilder::subject_key_id() {
  const OctetString id = key_id(*check(X509_get0_pubkey(certificate_.get()), "read a public key"));
  add(NID_subject_key_identifier, id.get(), false);
}

void CertificateBuilder::authority_key_id(EVP_PKEY& issuer_key) {
  const Handle<AUTHORITY_KEYID, AUTHORITY_KEYID_free> id(check(AUTHORITY_KEYID_new(), "build a certificate"));
  id->keyid = key_id(issuer_key).release();
  add(NID_authority_key_identifier, id.get(), false);
}

Bytes CertificateBuilder::sign(EVP_PKEY& issuer_key) {
  check(X509_sign(certificate_.get(), &issuer_key, EVP_sha256()) > 0, "sign a certificate");
  unsigned char* der = nullptr;
  const int size = i2d_X509(certificate_.get(), &der);
  check(size > 0, "write a certificate");
  Bytes bytes(der, der + size);
  OPENSSL_free(der);
  return bytes;
}

}  // namespace uketsuke::pki
