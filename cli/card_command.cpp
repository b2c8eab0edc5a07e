// uketsuke card --persona P: a persona's card in a virtual reader, for PC/SC software.

#include <fmt/ranges.h>

#include <iostream>

#include "base/data_root.h"
#include "base/exit_code.h"
#include "cli/commands.h"
#include "scenarios/loader/library.h"
#include "sim/virtual_reader/service/card_service.h"

namespace uketsuke::cli {

namespace {

using virtual_reader::AtrForm;
using virtual_reader::AuthorityOptions;
using virtual_reader::ServiceOptions;

struct Options {
  ServiceOptions card;
  AuthorityOptions authorities;
  bool list = false;
};

template <class Value>
CLI::Validator one_of(const std::map<std::string, Value>& words, const std::string& description) {
  return CLI::CheckedTransformer(words).description(description);
}

/// The name of an enumeration's value.
template <class Enum>
CLI::Validator name_of() {
  std::map<std::string, Enum> values;
  for (const auto& [value, name] : enum_names(Enum{})) values.emplace(name, value);
  return one_of(values, fmt::format("{{{}}}", fmt::join(names_of<Enum>(), ",")));
}

void add_reader_options(CLI::App& command, ServiceOptions& card) {
  command
      .add_option("--vpcd", card.vpcd, "HOST:PORT of the virtual reader. The second reader has port 35964")
      ->capture_default_str();
  command
      .add_option("--atr", card.atr,
                  "Which ATR the virtual reader reports: contactless, or contact (listed by OpenSC)")
      ->transform(name_of<AtrForm>())
      ->default_str("contactless");
  command.add_flag("--realtime", card.realtime,
                   "Answer as slowly as a real card: computing time, and a link at 106 kbit/s");
  command.add_option(
      "--state", card.state,
      "File that keeps tries left and changed PINs (encrypted) between runs. Default: none; each run "
      "begins with the card as issued");
  command.add_option("--seed", card.seed, "Seed of the chip's random numbers")->capture_default_str();
  command
      .add_option("--pinless", card.assumes_pinless,
                  "PIN-less authentication (特定機関認証) beyond its public part: off, or assumed (not a "
                  "known fact; see sim/chip/README.md)")
      ->transform(one_of<bool>({{"off", false}, {"assumed", true}}, "{off,assumed}"))
      ->default_str("off");
  command.add_flag("--wait", card.wait, "Wait until the reader exists and is free");
  command.add_flag("--once", card.once,
                   "Exit when the connection ends, instead of waiting for pcscd to return");
}

void add_authority_options(CLI::App& command, AuthorityOptions& authorities) {
  const char* group = "Instead of putting the card into a reader";
  command
      .add_option("--export-ca", authorities.export_ca,
                  "Write the certificates of the card's authorities (PEM)")
      ->group(group);
  command
      .add_option("--export-crl", authorities.export_crl,
                  "Write the authorities' revocation lists of today (PEM)")
      ->group(group);
  command.add_option("--ocsp", authorities.ocsp, "Answer an OCSP request about the card's certificate (DER)")
      ->expected(2)
      ->type_name("REQUEST ANSWER")
      ->group(group);
  command
      .add_option("--authority", authorities.ocsp_signing,
                  "Which authority answers: authentication (default) or signing")
      ->transform(one_of<bool>({{"authentication", false}, {"signing", true}}, "{authentication,signing}"))
      ->group(group);
  command
      .add_flag("--revoked", authorities.revoked,
                "State in lists and answers that the card's certificates are revoked")
      ->group(group);
}

}  // namespace

void add_card(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "card", "Put a persona's card into vsmartcard's virtual reader (vpcd), for PC/SC software");
  auto* persona = command->add_option("--persona", options->card.persona,
                                      "Holder of the card: a name in scenarios/personas");
  command->add_flag("--list", options->list, "List the personas that have a card")->excludes(persona);
  add_reader_options(*command, options->card);
  add_authority_options(*command, options->authorities);
  command->footer(
      "Exit code 0: Ctrl-C (SIGINT, SIGTERM), or with --once the end of the connection; 2: bad input; 3: no "
      "vpcd,\nor another card is in the reader.");
  command->callback([options, &exit_code] {
    if (!options->list && options->card.persona.empty())
      throw CLI::RequiredError("--persona (uketsuke card --list prints the names)");
    const std::filesystem::path data = data_root();
    const virtual_reader::CardStock stock{scenario::load_library(data / "scenarios").personas, data,
                                          cache_folder()};
    if (options->list) {
      virtual_reader::list_cards(std::cout, stock.personas);
    } else if (options->authorities.any()) {
      ask_authorities(std::cout, stock, options->card.persona, options->authorities);
    } else {
      serve_card(std::cout, stock, options->card);
    }
    exit_code = kPass;
  });
}

}  // namespace uketsuke::cli
