#pragma once

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "scenarios/model/persona.h"

namespace uketsuke::virtual_reader {

/// Which card of its form the reader reports.
enum class AtrForm {
  contactless,  ///< what a PC/SC reader makes of the card's ATQB
  contact,      ///< the one that OpenSC's table lists for JPKI
};

/// What `uketsuke card` was asked for.
struct ServiceOptions {
  std::string persona;
  std::string vpcd = "127.0.0.1:35963";  ///< HOST:PORT
  AtrForm atr = AtrForm::contactless;
  bool realtime = false;
  bool wait = false;
  bool once = false;
  std::uint64_t seed = 0;
  bool assumes_pinless = false;  ///< the chip goes on after SET PUBLIC IC KEY, which is an assumption
  std::filesystem::path state;   ///< empty: the card is as issued each time
};

/// What the authorities of a card are asked for instead of putting it into a reader. Empty paths are not
/// asked for.
struct AuthorityOptions {
  std::filesystem::path export_ca;          ///< certificates of both, PEM
  std::filesystem::path export_crl;         ///< revocation lists of both, PEM
  std::vector<std::filesystem::path> ocsp;  ///< empty, or a request and where its answer goes, DER
  bool ocsp_signing = false;                ///< asked is the authority for digital signatures
  bool revoked = false;                     ///< lists and answers take back the certificates of the card

  bool any() const { return !export_ca.empty() || !export_crl.empty() || !ocsp.empty(); }
};

/// Whose cards can be served, and from what they are made.
struct CardStock {
  scenario::Personas personas;
  std::filesystem::path data;   ///< root of the installed data files
  std::filesystem::path cache;  ///< folder for keys, certificates and models
};

/// Puts the persona's card into the virtual reader until SIGINT or SIGTERM, which are its normal end.
/// @throws InputError, SystemError
void serve_card(std::ostream& out, const CardStock& stock, const ServiceOptions& options);

/// Asks the authorities that issued the persona's card. @throws InputError, SystemError
void ask_authorities(std::ostream& out, const CardStock& stock, const std::string& persona,
                     const AuthorityOptions& options);

/// Prints the personas that have a card.
void list_cards(std::ostream& out, const scenario::Personas& personas);

}  // namespace uketsuke::virtual_reader
