#include <fmt/format.h>
#include <openssl/pem.h>

#include <chrono>
#include <fstream>
#include <iterator>

#include "base/atomic_file.h"
#include "base/error.h"
#include "sim/pki/openssl/openssl_handles.h"
#include "sim/pki/revocation/revocation.h"
#include "sim/pki/verification.h"
#include "sim/virtual_reader/service/card_service.h"
#include "sim/virtual_reader/service/issuer.h"

namespace uketsuke::virtual_reader {

namespace {

namespace fs = std::filesystem;

DateTime now_in_japan() {
  return DateTime(
      std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()) +
      std::chrono::hours(9));
}

/// From an hour ago, to allow for clock differences, and for a day, as for the real lists.
pki::Validity today() {
  const DateTime now = now_in_japan();
  return {now - std::chrono::hours(1), now + std::chrono::hours(24)};
}

Bytes read_request(const fs::path& path) {
  constexpr std::uintmax_t kMost = 64 << 10;
  std::error_code error;
  if (fs::is_regular_file(path, error) && fs::file_size(path, error) <= kMost) {
    std::ifstream in(path, std::ios::binary);
    Bytes bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!bytes.empty()) return bytes;
  }
  throw InputError(InputProblem::unreadable, {path.string(), 0, 0}, "cannot be read as an OCSP request");
}

/// The revocations of both authorities.
struct Revoked {
  std::vector<pki::Revocation> authentication;
  std::vector<pki::Revocation> signing;
};

Revoked revoke(const personalisation::PersonalisedCard& card) {
  const DateTime at = today().from;
  Revoked revoked;
  revoked.authentication.push_back({card.authentication_serial, at});
  for (const chip::ElementaryFile& file : card.image->files) {
    if (file.name != "signing_certificate" || file.content.empty()) continue;
    if (const auto facts = pki::read_certificate(file.content))
      revoked.signing.push_back({facts->serial, at});
  }
  return revoked;
}

std::string crl_pem(const Bytes& der) {
  const Handle<BIO, BIO_free> memory(pki::check(BIO_new(BIO_s_mem()), "get memory"));
  pki::check(PEM_write_bio(memory.get(), PEM_STRING_X509_CRL, "", der.data(), static_cast<long>(der.size())),
             "write a revocation list");
  char* text = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

}  // namespace

void ask_authorities(std::ostream& out, const CardStock& stock, const std::string& name,
                     const AuthorityOptions& options) {
  Issuer issuer(stock.data, stock.cache);
  personalisation::CardFactory& factory = issuer.factory;
  const scenario::Persona& persona = card_holder(stock.personas, name);
  const Date issued = persona.card->issued;
  const Revoked revoked = options.revoked ? revoke(issuer.issue(persona)) : Revoked{};
  if (!options.export_ca.empty()) {
    write_file(options.export_ca, factory.authorities_pem(issued));
    out << fmt::format("{}: certificates of the authorities that issued the card of {}\n",
                       options.export_ca.string(), name);
  }
  if (!options.export_crl.empty()) {
    const auto list = [&](pki::Authority& authority, const std::vector<pki::Revocation>& of) {
      return crl_pem(pki::revocation_list(authority, issued, of, today()));
    };
    write_file(options.export_crl, list(factory.authentication_authority(), revoked.authentication) +
                                       list(factory.signing_authority(), revoked.signing));
    out << fmt::format("{}: their revocation lists of today, {} the certificates of {}\n",
                       options.export_crl.string(), options.revoked ? "with" : "without", name);
  }
  if (!options.ocsp.empty()) {
    const bool signing = options.ocsp_signing;
    const Bytes answer = pki::answer_ocsp(
        signing ? factory.signing_authority() : factory.authentication_authority(), issued,
        read_request(options.ocsp.front()), signing ? revoked.signing : revoked.authentication, today());
    write_file(options.ocsp.back(), std::string(answer.begin(), answer.end()));
    out << fmt::format("{}: answer to {}\n", options.ocsp.back().string(), options.ocsp.front().string());
  }
}

}  // namespace uketsuke::virtual_reader
