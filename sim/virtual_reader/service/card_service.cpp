#include "sim/virtual_reader/service/card_service.h"

#include <fmt/format.h>

#include <memory>

#include "base/error.h"
#include "base/process/stop_signals.h"
#include "reader_model/rf/atr.h"
#include "sim/chip/chip.h"
#include "sim/chip/chip_timing.h"
#include "sim/chip/rf/link_parameters.h"
#include "sim/virtual_reader/service/issuer.h"
#include "sim/virtual_reader/service/photo_in_chip.h"
#include "sim/virtual_reader/state_file.h"
#include "sim/virtual_reader/virtual_reader.h"
#include "sim/virtual_reader/vpcd_error.h"

namespace uketsuke::virtual_reader {

namespace {

namespace fs = std::filesystem;

Bytes atr_of(AtrForm form, const fs::path& data) {
  // The only ATR in OpenSC's table of JPKI cards: that of the card's contacts.
  if (form == AtrForm::contact) return from_hex("3BE000FF8131FE4514");
  return reader::contactless_atr(chip::LinkParameters::load(data / "sim/chip/timing/link.yaml").atqb);
}

/// Saves the state at once, not at the first PIN: an unwritable folder is bad input.
void save_first(const StateFile& file, const chip::ChipState& state) {
  try {
    file.save(state);
  } catch (const SystemError& error) {
    throw InputError(InputProblem::unreadable, {"--state", 0, 0}, error.what());
  }
}

/// A hint for problems that the user can fix.
std::string hint(const VpcdError& error) {
  if (error.problem() != VpcdProblem::unreachable) return "";
  return "\nIs pcscd running, with vsmartcard-vpcd? On Debian: apt-get install pcscd vsmartcard-vpcd, then "
         "sudo pcscd --foreground. With --wait the card waits for it.";
}

void tell(std::ostream& out, const Endpoint& at, bool once, ConnectionChange change) {
  if (change == ConnectionChange::attached) {
    out << "the card is in the reader" << std::endl;
  } else if (once) {
    out << fmt::format("{} closed the connection", to_string(at)) << std::endl;
  } else {
    out << fmt::format("{} closed the connection (has pcscd stopped?); waiting for it", to_string(at))
        << std::endl;
  }
}

}  // namespace

void serve_card(std::ostream& out, const CardStock& stock, const ServiceOptions& options) {
  Offer offer;
  offer.at = parse_endpoint(options.vpcd, "--vpcd");
  offer.realtime = options.realtime;
  offer.wait = options.wait;
  offer.once = options.once;

  Issuer issuer(stock.data, stock.cache);
  const scenario::Persona& persona = card_holder(stock.personas, options.persona);
  const PhotoInChip photo = photo_in_chip(persona, issuer.data, stock.cache / "models");
  personalisation::CardOptions differs;
  differs.photo = photo.jp2;
  personalisation::PersonalisedCard made = issuer.issue(persona, differs);
  if (options.assumes_pinless) {
    differs.policies = made.image->policies;
    differs.policies->pinless = chip::Pinless::assumed;
    made = issuer.issue(persona, differs);
  }
  const auto timing = chip::ChipTiming::load(issuer.data / "sim/chip/timing/default.yaml");

  std::optional<StateFile> file;
  chip::ChipState state(*made.image);
  if (!options.state.empty()) {
    file.emplace(options.state, *made.image);
    if (auto kept = file->load()) state = std::move(*kept);
    save_first(*file, state);
  }
  chip::Chip chip(made.image, timing, std::move(state), options.seed);
  const Bytes atr = atr_of(options.atr, issuer.data);
  InsertedCard card(chip, atr, [&file](const chip::ChipState& changed) {
    if (file) file->save(changed);
  });

  const process::StopSignals signals;
  offer.stop = signals.descriptor();
  offer.tell = [&](ConnectionChange change) { tell(out, offer.at, offer.once, change); };
  const std::string reader = reader_name(offer.at);
  out << fmt::format("card of {} for {}{}, ATR {}; its PINs: {}; Ctrl-C removes it", persona.id,
                     reader.empty() ? "vpcd at " : fmt::format("\"{}\", vpcd at ", reader),
                     to_string(offer.at), to_hex(atr),
                     (issuer.data / "scenarios/personas" / (persona.id + ".yaml")).string())
      << std::endl;
  out << photo.note << std::endl;
  for (const std::string& assumption : made.image->assumptions())
    out << "ASSUMED: " << assumption << std::endl;
  try {
    attach(card, offer);
  } catch (const VpcdError& error) {
    throw SystemError(error.what() + hint(error));
  }
}

void list_cards(std::ostream& out, const scenario::Personas& personas) {
  for (const auto& [id, persona] : personas) {
    if (!persona->card) continue;
    out << fmt::format("{:<24} {:<9} {}\n", id, to_name(persona->card->type), persona->name.en);
  }
}

}  // namespace uketsuke::virtual_reader
