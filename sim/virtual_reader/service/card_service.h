#pragma once

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "base/enum_names.h"
#include "scenarios/model/persona.h"

namespace uketsuke::virtual_reader {

/// Which ATR the virtual reader reports.
UKETSUKE_ENUM(AtrForm,
              contactless,  ///< what a PC/SC reader derives from the card's ATQB
              contact,      ///< the ATR that OpenSC's table lists for JPKI
)

/// Options of `uketsuke card`.
struct ServiceOptions {
  std::string persona;
  std::string vpcd = "127.0.0.1:35963";  ///< HOST:PORT
  AtrForm atr = AtrForm::contactless;
  bool realtime = false;
  bool wait = false;
  bool once = false;
  std::uint64_t seed = 0;
  bool assumes_pinless = false;  ///< the chip continues after SET PUBLIC IC KEY, which is an assumption
  std::filesystem::path state;   ///< empty: the card is as issued each time
};

/// Requests to the authorities of a card, made instead of putting it into a reader. An empty path means no
/// request.
struct AuthorityOptions {
  std::filesystem::path export_ca;          ///< certificates of both, PEM
  std::filesystem::path export_crl;         ///< revocation lists of both, PEM
  std::vector<std::filesystem::path> ocsp;  ///< empty, or the paths of a request and of its answer, DER
  bool ocsp_signing = false;                ///< asks the authority for digital signatures
  bool revoked = false;                     ///< lists and answers revoke the card's certificates

  bool any() const { return !export_ca.empty() || !export_crl.empty() || !ocsp.empty(); }
};

/// The available card holders, and the sources from which cards are made.
struct CardStock {
  scenario::Personas personas;
  std::filesystem::path data;   ///< root of the installed data files
  std::filesystem::path cache;  ///< folder for keys, certificates and models
};

/// Puts the persona's card into the virtual reader until SIGINT or SIGTERM, which are its normal end.
/// @throws InputError, SystemError
void serve_card(std::ostream& out, const CardStock& stock, const ServiceOptions& options);

/// Sends the requests to the authorities that issued the persona's card.
/// @throws InputError, SystemError
void ask_authorities(std::ostream& out, const CardStock& stock, const std::string& persona,
                     const AuthorityOptions& options);

/// Prints the personas that have a card.
void list_cards(std::ostream& out, const scenario::Personas& personas);

}  // namespace uketsuke::virtual_reader
