#include "cli/card/card.h"

#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "base/error.h"
#include "cli/card/issuer.h"
#include "cli/card/photo_in_chip.h"
#include "cli/card/stop_signals.h"
#include "cli/data_root.h"
#include "cli/exit_code.h"
#include "reader_model/rf/atr.h"
#include "scenarios/loader/library.h"
#include "sim/chip/chip.h"
#include "sim/chip/chip_timing.h"
#include "sim/chip/rf/link_parameters.h"
#include "sim/virtual_reader/state_file.h"
#include "sim/virtual_reader/virtual_reader.h"
#include "sim/virtual_reader/vpcd_error.h"

namespace uketsuke::cli {

namespace {

namespace fs = std::filesystem;
namespace vr = virtual_reader;

Bytes atr_of(AtrForm form, const fs::path& data) {
  // The only ATR in OpenSC's table of JPKI cards, that of the card's contacts.
  if (form == AtrForm::contact) return from_hex("3BE000FF8131FE4514");
  return reader::contactless_atr(chip::LinkParameters::load(data / "sim/chip/timing/link.yaml").atqb);
}

/// Now, not at the first PIN: a folder that cannot be written to is bad input.
void save_first(const vr::StateFile& file, const chip::ChipState& state) {
  try {
    file.save(state);
  } catch (const SystemError& error) {
    throw InputError(InputProblem::unreadable, {"--state", 0, 0}, error.what());
  }
}

/// A hint for the problems that a person at the desk can do something about.
std::string hint(const vr::VpcdError& error) {
  if (error.problem() != vr::VpcdProblem::unreachable) return "";
  return "\nIs pcscd running, with vsmartcard-vpcd? On Debian: apt-get install pcscd vsmartcard-vpcd, then "
         "sudo pcscd --foreground. With --wait the card waits for it.";
}

void tell(const vr::Endpoint& at, bool once, vr::Happening happening) {
  if (happening == vr::Happening::attached) {
    std::cout << "the card is in the reader" << std::endl;
  } else if (once) {
    std::cout << fmt::format("{} closed the connection", vr::to_string(at)) << std::endl;
  } else {
    std::cout << fmt::format("{} closed the connection (has pcscd stopped?); waiting for it",
                             vr::to_string(at))
              << std::endl;
  }
}

}  // namespace

int serve_card(const CardOptions& options) {
  vr::Offer offer;
  offer.at = vr::parse_endpoint(options.vpcd, "--vpcd");
  offer.realtime = options.realtime;
  offer.wait = options.wait;
  offer.once = options.once;

  Issuer issuer;
  const auto persona = issuer.persona(options.persona);
  const PhotoInChip photo = photo_in_chip(*persona, issuer.data);
  personalisation::CardOptions differs;
  differs.photo = photo.jp2;
  personalisation::PersonalisedCard made = issuer.factory.make(*persona, differs);
  if (options.assumes_pinless) {
    differs.policies = made.image->policies;
    differs.policies->pinless = chip::Pinless::assumed;
    made = issuer.factory.make(*persona, differs);
  }
  const auto timing = chip::ChipTiming::load(issuer.data / "sim/chip/timing/default.yaml");

  std::optional<vr::StateFile> file;
  chip::ChipState state(*made.image);
  if (!options.state.empty()) {
    file.emplace(options.state, *made.image);
    if (auto kept = file->load()) state = std::move(*kept);
    save_first(*file, state);
  }
  chip::Chip chip(made.image, timing, std::move(state), options.seed);
  const Bytes atr = atr_of(options.atr, issuer.data);
  vr::InsertedCard card(chip, atr, [&file](const chip::ChipState& changed) {
    if (file) file->save(changed);
  });

  const StopSignals signals;
  offer.stop = signals.descriptor();
  offer.tell = [&](vr::Happening happening) { tell(offer.at, offer.once, happening); };
  const std::string reader = vr::reader_name(offer.at);
  std::cout << fmt::format("card of {} for {}{}, ATR {}; its PINs: {}; Ctrl-C takes it out", persona->id,
                           reader.empty() ? "vpcd at " : fmt::format("\"{}\", vpcd at ", reader),
                           vr::to_string(offer.at), to_hex(atr),
                           (issuer.data / "scenarios/personas" / (persona->id + ".yaml")).string())
            << std::endl;
  std::cout << photo.note << std::endl;
  for (const std::string& assumption : made.image->assumptions())
    std::cout << "ASSUMED: " << assumption << std::endl;
  try {
    vr::attach(card, offer);
  } catch (const vr::VpcdError& error) {
    throw SystemError(error.what() + hint(error));
  }
  return kPass;
}

int list_cards() {
  const scenario::Library library = scenario::load_library(data_root() / "scenarios");
  for (const auto& [id, persona] : library.personas) {
    if (!persona->card) continue;
    std::cout << fmt::format("{:<24} {:<9} {}\n", id, to_name(persona->card->type), persona->name.en);
  }
  return kPass;
}

}  // namespace uketsuke::cli
